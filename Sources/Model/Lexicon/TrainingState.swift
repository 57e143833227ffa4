internal import WaslBitext

/// Where training keeps what it has reached, to go on from there when it is stopped.
public protocol TrainingStateStore {
  /// What an earlier run left, or nil.
  func read() throws -> ModelFile?
  func write(_ file: [UInt8]) throws
}

/// What training has reached: the lexicon after some rounds, then the vectors after some epochs.
package struct TrainingState {
  /// What the state is of: pairs and settings.
  private let fingerprint: UInt64
  private let store: (any TrainingStateStore)?
  private var lexicon: [(name: String, bytes: [UInt8])] = []
  private let file: ModelFile?

  /// - Throws: a `.model` error when the store holds the state of other pairs.
  package init(_ store: (any TrainingStateStore)?, fingerprint: UInt64) throws {
    self.store = store
    self.fingerprint = fingerprint
    file = try store?.read()
    if let file, file.copy("state.id") != Self.bytes(fingerprint) {
      throw WaslError(
        .model, "the state kept by an earlier run is of other pairs, dictionaries or options",
        advice: "delete it or leave --resume out")
    }
  }

  // MARK: Lexicon

  /// Puts the kept lexicon in place of the first one.
  /// - Returns: how many rounds it went through; 0 when none is kept.
  /// - Throws: a `.model` error for numbers that training cannot have reached.
  package mutating func restore(_ lexicon: inout Lexicon) throws -> Int {
    guard let file else { return 0 }
    let rounds = try Self.number(file.section("rounds"))
    var restored = lexicon
    for (name, path) in Self.lexiconParts {
      let values = Self.floats(file.section(name))
      guard values.count == restored[keyPath: path].count else { return 0 }
      guard values.allSatisfy({ (0...Self.most).contains($0) }) else { throw Self.damaged }
      restored[keyPath: path] = values
    }
    lexicon = restored
    keep(lexicon, rounds: rounds)
    return rounds
  }

  package mutating func save(_ lexicon: Lexicon, rounds: Int) throws {
    guard let store else { return }
    keep(lexicon, rounds: rounds)
    try store.write(ModelFile.assemble(self.lexicon))
  }

  private mutating func keep(_ lexicon: Lexicon, rounds: Int) {
    self.lexicon =
      [("state.id", Self.bytes(fingerprint)), ("rounds", Self.bytes(UInt64(rounds)))]
      + Self.lexiconParts.map { ($0.name, Self.bytes(lexicon[keyPath: $0.path])) }
  }

  private static var lexiconParts: [(name: String, path: WritableKeyPath<Lexicon, [Float]>)] {
    [
      ("t.given", \.targetGivenSource), ("s.given", \.sourceGivenTarget), ("t.null", \.targetNull),
      ("s.null", \.sourceNull), ("t.slack", \.targetNullProbability), ("s.slack", \.sourceNullProbability),
      ("t.count", \.targetCounts),
      ("s.count", \.sourceCounts),
    ]
  }

  // MARK: Vectors

  /// Puts kept vectors in place of the first ones.
  /// - Returns: how many epochs they went through; 0 when none are kept.
  /// - Throws: as for the lexicon.
  package func restore(_ vectors: inout [Float], _ squares: inout [Float]) throws -> Int {
    guard let file else { return 0 }
    let (kept, keptSquares) = (Self.floats(file.section("vectors")), Self.floats(file.section("squares")))
    guard kept.count == vectors.count, keptSquares.count == squares.count else { return 0 }
    guard kept.allSatisfy({ (-Self.most...Self.most).contains($0) }),
      keptSquares.allSatisfy({ (0...Self.most).contains($0) })
    else { throw Self.damaged }
    (vectors, squares) = (kept, keptSquares)
    return try Self.number(file.section("epochs"))
  }

  package func save(_ vectors: [Float], _ squares: [Float], epochs: Int) throws {
    guard let store else { return }
    try store.write(
      ModelFile.assemble(
        lexicon + [
          ("epochs", Self.bytes(UInt64(epochs))), ("vectors", Self.bytes(vectors)), ("squares", Self.bytes(squares)),
        ]))
  }

  // MARK: Bytes

  private static func bytes(_ number: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(integer: number)
    return bytes
  }

  private static func bytes(_ values: [Float]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 4)
    for value in values { bytes.append(float: value) }
    return bytes
  }

  /// No sum over a corpus is larger.
  private static let most: Float = 1e15

  private static var damaged: WaslError {
    WaslError(.model, "the state kept by an earlier run is damaged", advice: "delete it or leave --resume out")
  }

  private static func number(_ section: UnsafeRawBufferPointer) throws -> Int {
    if section.count != 8 { return 0 }
    guard let number = Int(exactly: section.load64(0)) else { throw damaged }
    return number
  }

  private static func floats(_ section: UnsafeRawBufferPointer) -> [Float] {
    (0..<section.count / 4).map { section.loadFloat($0 * 4) }
  }
}

extension SentencePairs {
  /// A number that two sets of pairs share only if they are equal, as far as 64 bits can tell.
  package var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    for value in source { take(UInt64(UInt32(bitPattern: value))) }
    for value in target { take(UInt64(UInt32(bitPattern: value))) }
    for value in sourceOffsets { take(UInt64(value)) }
    for value in targetOffsets { take(UInt64(value)) }
    for value in weights { take(UInt64(value.bitPattern)) }
    return hash
  }
}
