/// Dot products of sentence vectors: of each cell, and of each segment with its neighbours on its
/// own side, so that the cosine of any bead's summed vectors is a few additions.
struct VectorScores {
  /// Dot product of each cell's two segments; empty when there are no vectors.
  let cells: [Float]
  /// `sourceGram[i * limit + k]`: segment `i` with segment `i + k`.
  let sourceGram: [Float]
  let targetGram: [Float]

  static let limit = BeadShape.limit

  var isEmpty: Bool { cells.isEmpty }

  init(_ problem: AlignmentProblem, _ grid: CellGrid) {
    let dimension = problem.vectorDimension
    guard dimension > 0 else {
      cells = []
      sourceGram = []
      targetGram = []
      return
    }
    let (source, target) = (problem.source.vectors, problem.target.vectors)
    var cells = Array(repeating: Float(0), count: grid.cellCount)
    source.withUnsafeBufferPointer { source in
      target.withUnsafeBufferPointer { target in
        for row in 0..<grid.sourceCount {
          for column in Int(grid.lower[row])..<Int(grid.upper[row]) {
            cells[grid.index(row, column)] = dot(
              source.baseAddress! + row * dimension, target.baseAddress! + column * dimension, dimension)
          }
        }
      }
    }
    self.cells = cells
    sourceGram = Self.gram(source, problem.source.count, dimension)
    targetGram = Self.gram(target, problem.target.count, dimension)
  }

  private static func gram(_ vectors: [Float], _ count: Int, _ dimension: Int) -> [Float] {
    var gram = Array(repeating: Float(0), count: count * limit)
    vectors.withUnsafeBufferPointer { vectors in
      for first in 0..<count {
        for step in 0..<min(limit, count - first) {
          gram[first * limit + step] = dot(
            vectors.baseAddress! + first * dimension, vectors.baseAddress! + (first + step) * dimension, dimension)
        }
      }
    }
    return gram
  }
}

/// Dot product of two vectors whose length is a multiple of 8.
@inline(__always)
func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
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
