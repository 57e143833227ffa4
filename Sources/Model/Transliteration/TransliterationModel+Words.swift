extension TransliterationModel {
  /// Many words of one side, prepared for comparison.
  public struct Words: Sendable {
    /// Number of words appended, including those that are no names.
    public private(set) var count = 0
    package let side: Side
    /// The word each reading belongs to, ascending; a word that is no name has no reading, an Arabic one may have several.
    package private(set) var owners: [Int32] = []
    /// What the reading costs, in nats.
    package private(set) var costs: [Float] = []
    /// Skeletons and the readings that have them: by skeleton on the Arabic side, by reading on the Latin one.
    package private(set) var keys: [Key] = []
    /// Reading `r` has the letters `offsets[r]..<offsets[r + 1]`.
    private var offsets: [Int32] = [0]
    /// Two bytes a letter.
    private var units: [UInt8] = []
    /// A number a letter, and one more for each reading.
    private var bounds: [Int16] = []
    private var backgrounds: [Int32] = []

    package struct Key: Sendable {
      package var skeleton: UInt32
      package var reading: Int32
    }

    fileprivate init(_ side: Side) { self.side = side }

    fileprivate mutating func sortKeys() {
      if side == .arabic { keys.sort { ($0.skeleton, $0.reading) < ($1.skeleton, $1.reading) } }
    }

    /// Appends the word `bytes` of UTF-8; an Arabic one also without its proclitics, if so wished.
    fileprivate mutating func append(
      _ bytes: UnsafeBufferPointer<UInt8>, _ model: TransliterationModel, strippingClitics: Bool
    ) {
      let owner = Int32(count)
      count += 1
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * lengthLimit) { buffer in
        let (letters, copy) = (buffer.baseAddress!, buffer.baseAddress! + lengthLimit)
        let length =
          side == .arabic ? ArabicLetters.read(bytes, into: letters) : LatinLetters.read(bytes, into: letters)
        if length == 0 { return }
        let all = UnsafeBufferPointer(start: letters, count: length)
        func appendReading(_ skipped: Int, cost: Float) {
          let reading = UnsafeMutableBufferPointer(start: copy, count: length - skipped)
          _ = reading.initialize(fromContentsOf: all[skipped...])
          self.appendReading(reading, owner, cost: cost, model)
        }
        appendReading(0, cost: 0)
        guard side == .arabic, strippingClitics else { return }
        let proclitics = ArabicLetters.proclitics(all)
        for index in 0..<proclitics.count { appendReading(proclitics[index], cost: cliticCost) }
      }
    }

    private mutating func appendReading(
      _ letters: UnsafeMutableBufferPointer<UInt8>, _ owner: Int32, cost: Float, _ model: TransliterationModel
    ) {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: NameSkeleton.keyLimit) { buffer in
        let (plain, keys) = (UnsafeBufferPointer(letters), buffer.baseAddress!)
        let found =
          side == .arabic ? NameSkeleton.keys(arabic: plain, into: keys) : NameSkeleton.keys(latin: plain, into: keys)
        for index in 0..<found { self.keys.append(Key(skeleton: keys[index], reading: Int32(owners.count))) }
      }
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * lengthLimit) { units in
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: lengthLimit + 1) { bounds in
          let word = model.prepare(letters, side, units: units.baseAddress!, bounds: bounds.baseAddress!)
          self.units.append(contentsOf: units[..<(2 * word.count)])
          self.bounds.append(contentsOf: bounds[...word.count])
          backgrounds.append(word.background)
        }
      }
      owners.append(owner)
      costs.append(cost)
      offsets.append(offsets.last! + Int32(letters.count))
    }

    /// Lends all readings for comparison.
    package func withReadings<Result>(_ body: (Readings) -> Result) -> Result {
      units.withUnsafeBufferPointer { units in
        bounds.withUnsafeBufferPointer { bounds in
          body(Readings(offsets: offsets, backgrounds: backgrounds, units: units, bounds: bounds))
        }
      }
    }
  }

  /// The readings of some words while their memory is lent.
  package struct Readings {
    package let offsets: [Int32]
    package let backgrounds: [Int32]
    package let units: UnsafeBufferPointer<UInt8>
    package let bounds: UnsafeBufferPointer<Int16>

    package subscript(reading: Int) -> PreparedWord {
      let start = Int(offsets[reading])
      return PreparedWord(
        count: Int(offsets[reading + 1]) - start, units: units.baseAddress! + 2 * start,
        bounds: bounds.baseAddress! + start + reading, background: backgrounds[reading])
    }
  }

  /// Prepares Arabic words.
  /// - Parameters:
  ///   - words: UTF-8, match keys or raw.
  ///   - strippingClitics: whether words may also be read without و ف ب ل ك and ال before them.
  public func arabicWords(_ words: some Sequence<some Sequence<UInt8>>, strippingClitics: Bool = true) -> Words {
    prepared(words, .arabic, strippingClitics: strippingClitics)
  }

  /// Prepares Latin words, UTF-8 in any case.
  public func latinWords(_ words: some Sequence<some Sequence<UInt8>>) -> Words {
    prepared(words, .latin, strippingClitics: false)
  }

  private func prepared(
    _ words: some Sequence<some Sequence<UInt8>>, _ side: Side, strippingClitics: Bool
  ) -> Words {
    var result = Words(side)
    var copy: [UInt8] = []
    for word in words {
      let lent: Void? = word.withContiguousStorageIfAvailable {
        result.append($0, self, strippingClitics: strippingClitics)
      }
      if lent == nil {
        copy.removeAll(keepingCapacity: true)
        copy.append(contentsOf: word)
        copy.withUnsafeBufferPointer { result.append($0, self, strippingClitics: strippingClitics) }
      }
    }
    result.sortKeys()
    return result
  }
}
