internal import CWaslKernel

/// Dot products of sentence vectors, summed along rows, and the norms of runs of segments, so that the
/// cosine of any bead's summed vectors is two look-ups a source segment.
package struct VectorScores {
  /// For each row of cells, the sums of the dot products before each cell and after the last one, and eight zeros
  /// at the end; empty when there are no vectors.
  package let sums: [Float]
  /// `sourceInverse[i * limit + k - 1]`: one over the norm of the sum of the vectors of `k` segments from `i`
  /// on, or 0 where that sum is zero.
  package let sourceInverse: [Float]
  package let targetInverse: [Float]

  package static let limit = BeadShape.limit

  package var isEmpty: Bool { sums.isEmpty }

  /// - Parameter earlier: the scores of the same problem in another grid; those of unchanged rows are kept.
  package init(_ problem: AlignmentProblem, _ grid: CellGrid, earlier: (scores: VectorScores, grid: CellGrid)? = nil) {
    let dimension = problem.vectorDimension
    guard dimension > 0 else {
      sums = []
      sourceInverse = []
      targetInverse = []
      return
    }
    let (source, target) = (problem.source.vectors, problem.target.vectors)
    var sums = Array(repeating: Float(0), count: grid.cellCount + grid.sourceCount + BeadShape.limit)
    source.withUnsafeBufferPointer { source in
      target.withUnsafeBufferPointer { target in
        for row in 0..<grid.sourceCount {
          let index = grid.offsets[row] + row
          if let (scores, before) = earlier, before.lower[row] == grid.lower[row], before.upper[row] == grid.upper[row]
          {
            let from = before.offsets[row] + row
            let count = Int(grid.upper[row] - grid.lower[row]) + 1
            sums.replaceSubrange(index..<index + count, with: scores.sums[from..<from + count])
            continue
          }
          let (low, count) = (Int(grid.lower[row]), Int(grid.upper[row] - grid.lower[row]))
          sums.withUnsafeMutableBufferPointer {
            ckernel_products(
              source.baseAddress! + row * dimension, target.baseAddress! + low * dimension, count, dimension,
              $0.baseAddress! + index)
          }
        }
      }
    }
    self.sums = sums
    sourceInverse = earlier?.scores.sourceInverse ?? Self.inverseNorms(source, problem.source.count, dimension)
    targetInverse = earlier?.scores.targetInverse ?? Self.inverseNorms(target, problem.target.count, dimension)
  }

  private static func inverseNorms(_ vectors: [Float], _ count: Int, _ dimension: Int) -> [Float] {
    var gram = Array(repeating: Float(0), count: count * limit)
    vectors.withUnsafeBufferPointer { vectors in
      gram.withUnsafeMutableBufferPointer { gram in
        for first in 0..<count {
          let vector = vectors.baseAddress! + first * dimension
          ckernel_dots(vector, vector, min(limit, count - first), dimension, gram.baseAddress! + first * limit)
        }
      }
    }
    var inverse = Array(repeating: Float(0), count: count * limit)
    for first in 0..<count {
      var norm: Float = 0
      for width in 1...min(limit, count - first) {
        // The new segment with itself, and twice with each before it.
        let last = first + width - 1
        norm += gram[last * limit]
        for other in first..<last { norm += 2 * gram[other * limit + last - other] }
        inverse[first * limit + width - 1] = norm > 0 ? 1 / norm.squareRoot() : 0
      }
    }
    return inverse
  }

  /// Cosine of the summed vectors of two ranges, of which all cells are in the grid; 0 when either sum is zero.
  @inline(__always)
  package func cosine(_ source: Range<Int>, _ target: Range<Int>, _ grid: CellGrid) -> Float {
    var product: Float = 0
    for row in source {
      let start = grid.index(row, target.lowerBound) + row
      product += sums[start + target.count] - sums[start]
    }
    return product * sourceInverse[source.lowerBound * Self.limit + source.count - 1]
      * targetInverse[target.lowerBound * Self.limit + target.count - 1]
  }

  /// Writes the dot products of a source segment with a range of target segments, wherever they lie; nothing where
  /// there are no vectors.
  package func writeProducts(
    _ source: Int, _ targets: Range<Int>, _ problem: AlignmentProblem, into products: inout [Float]
  ) {
    if isEmpty { return }
    let dimension = problem.vectorDimension
    if products.count < targets.count { products = Array(repeating: 0, count: targets.count) }
    problem.source.vectors.withUnsafeBufferPointer { sourceVectors in
      problem.target.vectors.withUnsafeBufferPointer { targetVectors in
        products.withUnsafeMutableBufferPointer {
          ckernel_dots(
            sourceVectors.baseAddress! + source * dimension,
            targetVectors.baseAddress! + targets.lowerBound * dimension,
            targets.count, dimension, $0.baseAddress!)
        }
      }
    }
  }

  /// Cosine of the vectors of two segments by their dot product.
  @inline(__always)
  package func cosine(_ product: Float, _ source: Int, _ target: Int) -> Float {
    product * sourceInverse[source * Self.limit] * targetInverse[target * Self.limit]
  }
}

/// Dot product of two vectors whose length is a multiple of 8.
@inlinable @inline(__always)
package func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
  var sum = SIMD8<Float>(repeating: 0)
  var index = 0
  while index + 8 <= count {
    let x = UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Float>.self)
    let y = UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Float>.self)
    sum += x * y
    index += 8
  }
  var result = sum.sum()
  while index < count {
    result += a[index] * b[index]
    index += 1
  }
  return result
}
