internal import WaslAligning
internal import WaslBitext
internal import WaslModel

/// One step of `VectorTrainer`: the units of some pairs' sides, their sums, and what the loss wants of them.
struct VectorBatch {
  /// Pairs with units on both sides.
  private(set) var count = 0
  private let dimension: Int
  /// Units of the two sides, pair by pair.
  private var units: [[Int32]] = [[], []]
  private var offsets = [[0], [0]]
  /// The gradient of each side's sum, `dimension` numbers a pair.
  private var gradients: [[Float]] = [[], []]

  init(
    _ pairs: ArraySlice<Int>, _ text: TrainingText, _ table: VectorUnits, pieceShare: Float, dimension: Int,
    random: inout SplitMix64
  ) {
    self.dimension = dimension
    let data = text.pairs
    for pair in pairs {
      let before = [units[0].count, units[1].count]
      func add(_ words: ArraySlice<Int32>, _ own: [[Int32]], _ pieces: [[Int32]], _ side: Int) {
        for word in words {
          let isInPieces = random.share() < pieceShare && !pieces[Int(word)].isEmpty
          units[side] += isInPieces ? pieces[Int(word)] : own[Int(word)]
        }
      }
      add(data.source[data.sourceOffsets[pair]..<data.sourceOffsets[pair + 1]], table.arabic, table.arabicPieces, 0)
      add(data.target[data.targetOffsets[pair]..<data.targetOffsets[pair + 1]], table.english, table.englishPieces, 1)
      if units[0].count == before[0] || units[1].count == before[1] {
        for side in 0..<2 { units[side].removeLast(units[side].count - before[side]) }
        continue
      }
      for side in 0..<2 { offsets[side].append(units[side].count) }
      count += 1
    }
  }

  /// Fills the gradients.
  /// - Returns: the summed loss of the pairs.
  mutating func computeGradients(_ vectors: [Float], sharpness: Float, threads: Int?) -> Double {
    let (count, dimension) = (count, dimension)
    var norms = [[Float]](repeating: Array(repeating: 0, count: count), count: 2)
    var sides = [[Float]](repeating: Array(repeating: 0, count: count * dimension), count: 2)
    for side in 0..<2 {
      for pair in 0..<count {
        vectors.withUnsafeBufferPointer { vectors in
          sides[side].withUnsafeMutableBufferPointer { sums in
            let sum = sums.baseAddress! + pair * dimension
            for unit in units[side][offsets[side][pair]..<offsets[side][pair + 1]] {
              Rows.add(vectors.baseAddress! + Int(unit) * dimension, times: 1, to: sum, dimension)
            }
            let norm = max(1e-6, Rows.dot(sum, sum, dimension).squareRoot())
            norms[side][pair] = norm
            for index in 0..<dimension { sum[index] /= norm }
          }
        }
      }
    }
    // Row i of `first` holds what pair i's Arabic side is to each English one; `second` the other way round.
    let blocks = (0..<16).map { count * $0 / 16..<count * ($0 + 1) / 16 }
    let (arabic, english) = (sides[0], sides[1])
    let toEnglish = concurrentMap(blocks, threads: threads) {
      Self.softmax($0, arabic, english, count, dimension, sharpness)
    }
    let toArabic = concurrentMap(blocks, threads: threads) {
      Self.softmax($0, english, arabic, count, dimension, sharpness)
    }
    let (first, second) = (toEnglish.flatMap(\.shares), toArabic.flatMap(\.shares))
    let fixedNorms = norms
    let parts = concurrentMap(blocks, threads: threads) { block in
      (
        Self.gradients(block, first, second, arabic, english, fixedNorms[0], dimension, sharpness),
        Self.gradients(block, second, first, english, arabic, fixedNorms[1], dimension, sharpness)
      )
    }
    gradients = [parts.flatMap(\.0), parts.flatMap(\.1)]
    return (toEnglish + toArabic).reduce(0) { $0 + $1.loss }
  }

  /// For each side of a block, its share of the softmax in each other side, less 1 for its own.
  private static func softmax(
    _ block: Range<Int>, _ from: [Float], _ to: [Float], _ count: Int, _ dimension: Int, _ sharpness: Float
  ) -> (shares: [Float], loss: Double) {
    var shares = Array(repeating: Float(0), count: block.count * count)
    var loss = 0.0
    from.withUnsafeBufferPointer { from in
      to.withUnsafeBufferPointer { to in
        shares.withUnsafeMutableBufferPointer { shares in
          for (row, pair) in block.enumerated() {
            let line = shares.baseAddress! + row * count
            let vector = from.baseAddress! + pair * dimension
            for other in 0..<count {
              line[other] = sharpness * Rows.dot(vector, to.baseAddress! + other * dimension, dimension)
            }
            var sum: Float = 0
            for other in 0..<count {
              line[other] = exponential(line[other] - sharpness)
              sum += line[other]
            }
            for other in 0..<count { line[other] /= sum }
            loss -= Double(logarithm(max(line[pair], 1e-30)))
            line[pair] -= 1
          }
        }
      }
    }
    return (shares, loss)
  }

  /// The gradient of the sums of a block's sides, through their division by their lengths.
  private static func gradients(
    _ block: Range<Int>, _ own: [Float], _ others: [Float], _ sides: [Float], _ otherSides: [Float],
    _ norms: [Float], _ dimension: Int, _ sharpness: Float
  ) -> [Float] {
    let count = norms.count
    var result = Array(repeating: Float(0), count: block.count * dimension)
    result.withUnsafeMutableBufferPointer { result in
      sides.withUnsafeBufferPointer { sides in
        otherSides.withUnsafeBufferPointer { otherSides in
          for (row, pair) in block.enumerated() {
            let gradient = result.baseAddress! + row * dimension
            for other in 0..<count {
              let factor = own[pair * count + other] + others[other * count + pair]
              if abs(factor) < 1e-5 { continue }
              Rows.add(otherSides.baseAddress! + other * dimension, times: factor, to: gradient, dimension)
            }
            let side = sides.baseAddress! + pair * dimension
            let along = Rows.dot(gradient, side, dimension)
            for index in 0..<dimension {
              gradient[index] = sharpness * (gradient[index] - along * side[index]) / norms[pair]
            }
          }
        }
      }
    }
    return result
  }

  /// Moves each unit against the sum of the gradients of the sides it stands in.
  func apply(to vectors: inout [Float], _ squares: inout [Float], rate: Float) {
    var rowOfUnit: [Int32: Int] = [:]
    var order: [Int32] = []
    var sums: [Float] = []
    for side in 0..<2 {
      gradients[side].withUnsafeBufferPointer { gradients in
        for pair in 0..<count {
          for unit in units[side][offsets[side][pair]..<offsets[side][pair + 1]] {
            let row: Int
            if let known = rowOfUnit[unit] {
              row = known
            } else {
              row = order.count
              rowOfUnit[unit] = row
              order.append(unit)
              sums.append(contentsOf: repeatElement(0, count: dimension))
            }
            sums.withUnsafeMutableBufferPointer {
              Rows.add(
                gradients.baseAddress! + pair * dimension, times: 1, to: $0.baseAddress! + row * dimension, dimension)
            }
          }
        }
      }
    }
    vectors.withUnsafeMutableBufferPointer { vectors in
      sums.withUnsafeBufferPointer { sums in
        for (row, unit) in order.enumerated() {
          let gradient = sums.baseAddress! + row * dimension
          squares[Int(unit)] += Rows.dot(gradient, gradient, dimension) / Float(dimension)
          let step = -rate / (squares[Int(unit)].squareRoot() + 1e-8)
          Rows.add(gradient, times: step, to: vectors.baseAddress! + Int(unit) * dimension, dimension)
        }
      }
    }
  }
}

/// Arithmetic on rows of a multiple of eight numbers.
enum Rows {
  @inline(__always)
  static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    var (low, high) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 0))
    var index = 0
    while index + 16 <= count {
      low += load(a + index) * load(b + index)
      high += load(a + index + 8) * load(b + index + 8)
      index += 16
    }
    if index < count { low += load(a + index) * load(b + index) }
    return (low + high).sum()
  }

  @inline(__always)
  static func add(_ row: UnsafePointer<Float>, times factor: Float, to sum: UnsafeMutablePointer<Float>, _ count: Int) {
    var index = 0
    while index < count {
      let value = load(sum + index) + load(row + index) * factor
      UnsafeMutableRawPointer(sum + index).storeBytes(of: value, as: SIMD8<Float>.self)
      index += 8
    }
  }

  @inline(__always)
  private static func load(_ at: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(at).loadUnaligned(as: SIMD8<Float>.self)
  }
}
