internal import WaslBitext

extension SourceText {
  /// The text with some blocks in another order; what stands between blocks stays where it is.
  ///
  /// - Parameter order: for each place the number of the block that comes there; a permutation.
  func rearranged(_ order: [Int]) -> SourceText {
    precondition(order.count == blocks.count)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var moved: [Block] = []
    moved.reserveCapacity(blocks.count)
    var end = 0
    for (place, number) in order.enumerated() {
      result += bytes[end..<blocks[place].range.lowerBound]
      end = blocks[place].range.upperBound
      var block = blocks[number]
      let start = result.count
      result += bytes[block.range]
      block.range = start..<result.count
      moved.append(block)
    }
    result += bytes[end...]
    // The anchors of notes move with the blocks that hold them.
    var places = Array(repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    for index in moved.indices {
      guard case .note(let anchor?) = moved[index].kind, let holder = blockIndex(at: anchor) else { continue }
      let shift = moved[places[holder]].range.lowerBound - blocks[holder].range.lowerBound
      moved[index].kind = .note(anchor: anchor + shift)
    }
    return SourceText(name: name, bytes: result, encoding: encoding, cues: cues, blocks: moved)
  }
}
