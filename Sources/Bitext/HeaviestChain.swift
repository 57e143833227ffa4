/// Of elements with a place and a weight each, the chain of strictly rising places with the greatest sum of weights.
///
/// - Parameters:
///   - places: of the elements in their order, each in `0..<placeCount`.
///   - weights: of the elements.
/// - Returns: the chain's elements by number, ascending.
/// - Complexity: O(*n* log *placeCount*), over prefix maxima in a Fenwick tree.
@inlinable
package func heaviestChain<Weight: Comparable & AdditiveArithmetic>(
  places: [Int], placeCount: Int, weights: [Weight]
) -> [Int] {
  var tree = Array(repeating: -1, count: placeCount + 1)
  var total = Array(repeating: Weight.zero, count: places.count)
  var before = Array(repeating: -1, count: places.count)
  var best = -1
  for (number, place) in places.enumerated() {
    var at = place
    while at > 0 {
      if tree[at] >= 0, before[number] < 0 || total[tree[at]] > total[before[number]] { before[number] = tree[at] }
      at &= at - 1
    }
    total[number] = weights[number] + (before[number] < 0 ? .zero : total[before[number]])
    if best < 0 || total[number] > total[best] { best = number }
    at = place + 1
    while at <= placeCount {
      if tree[at] < 0 || total[tree[at]] < total[number] { tree[at] = number }
      at += at & -at
    }
  }
  var chain: [Int] = []
  while best >= 0 {
    chain.append(best)
    best = before[best]
  }
  return chain.reversed()
}
