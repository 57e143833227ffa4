internal import WaslBitext

/// How the times of one subtitle file become those of another: by a factor and a shift.
///
/// Subtitles of one film are often cut by the same cues, but timed for another start or frame rate.
struct SubtitleClock: Equatable {
  private let factor: Double
  /// In milliseconds.
  private let shift: Double

  /// Cues this close are taken to start together, in milliseconds.
  static let tolerance = 200.0
  /// The frame rates in use, divided by each other: of films, of PAL and of NTSC.
  private static let factors: [Double] = {
    let rates = [23.976, 24, 25]
    return [1] + rates.flatMap { rate in rates.filter { $0 != rate }.map { rate / $0 } }
  }()
  private static let bin = 100.0

  /// - Parameters: when cues start, in milliseconds, rising.
  /// - Returns: nil unless half of the cues of the file that has fewer, and three at least, start with one of the
  ///   other file.
  init?(_ source: [Int], _ target: [Int]) {
    guard let low = target.first, let high = target.last, let end = source.last else { return nil }
    // Enough to tell a shift by, however long the film.
    let sample = stride(from: 0, to: source.count, by: max(1, source.count / 500)).map { Double(source[$0]) }
    var best = (count: 0, factor: 1.0, shift: 0.0)
    for factor in Self.factors {
      // How often each difference occurs.
      let least = Double(low) - Double(end) * factor - Self.bin
      var counts = [Int32](repeating: 0, count: Int((Double(high) - least) / Self.bin) + 3)
      for start in sample {
        for other in target { counts[Int((Double(other) - start * factor - least) / Self.bin)] += 1 }
      }
      for index in counts.indices.dropLast() {
        let count = Int(counts[index] + counts[index + 1])
        if count > best.count { best = (count, factor, least + Double(index + 1) * Self.bin) }
      }
    }
    // The middle of the differences about the most frequent.
    let rough = SubtitleClock(factor: best.factor, shift: best.shift)
    let differences = rough.together(source, target).map { Double(target[$1]) - Double(source[$0]) * best.factor }
      .sorted()
    guard !differences.isEmpty else { return nil }
    self.init(factor: best.factor, shift: differences[differences.count / 2])
    guard together(source, target).count >= max(3, (min(source.count, target.count) + 1) / 2) else { return nil }
  }

  private init(factor: Double, shift: Double) {
    self.factor = factor
    self.shift = shift
  }

  /// The numbers of the cues that start together.
  func together(_ source: [Int], _ target: [Int]) -> [(source: Int, target: Int)] {
    var pairs: [(source: Int, target: Int)] = []
    var next = 0
    func distance(_ index: Int, _ other: Int) -> Double {
      abs(Double(source[index]) * factor + shift - Double(target[other]))
    }
    for index in source.indices {
      while next + 1 < target.count, distance(index, next + 1) <= distance(index, next) { next += 1 }
      guard next < target.count, distance(index, next) <= Self.tolerance else { continue }
      if index + 1 < source.count, distance(index + 1, next) < distance(index, next) { continue }
      if let last = pairs.last, last.target >= next { continue }
      pairs.append((index, next))
    }
    return pairs
  }
}
