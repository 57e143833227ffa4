internal import WaslBitext
public import WaslModel

/// Builds a model file from training pairs.
public struct ModelTrainer: Sendable {
  public var lexicon = LexiconTrainer()
  /// Translations less probable than this in both directions are left out.
  public var threshold: Float = 0.01
  /// The most translations kept for a key.
  public var translationLimit = 40
  /// Keys met less often than this, and without a translation, are left out.
  public var minimumCount: Float = 2

  public init() {}

  public enum Stage: Sendable {
    case stems
    case iteration(Int, logLikelihood: Double)
    case table(keys: Int, entries: Int)
    case epoch(Int, loss: Double)
  }

  /// Where the word vectors come from.
  public enum Vectors {
    case none
    /// Units with vectors of one dimension.
    case given([WordVectors.Unit])
    /// Those of a model, bit by bit.
    case taken(TranslationModel)
    case learnt(VectorTrainer)
  }

  /// Learns the tables and puts them together with what is given ready-made.
  /// - Parameters:
  ///   - extra: further sections, such as the aligner's weights.
  ///   - about: lines `name = value` for `wasl model info`.
  ///   - store: where to keep what is reached after each round, and to go on from.
  /// - Throws: what `store` throws, and a `.model` error when it holds the state of other pairs.
  public func train(
    _ text: TrainingText, vectors: Vectors = .none, extra: [(name: String, bytes: [UInt8])] = [],
    about: String, store: (any TrainingStateStore)? = nil, report: (Stage) -> Void = { _ in }
  ) throws -> [UInt8] {
    let arabic = StemAssignment(text.arabic, .arabic)
    let english = StemAssignment(text.english, .english)
    report(.stems)
    var pairs = SentencePairs()
    let words = text.pairs
    for pair in 0..<words.count {
      pairs.append(
        source: words.source[words.sourceOffsets[pair]..<words.sourceOffsets[pair + 1]].map { arabic.stems[Int($0)] },
        target: words.target[words.targetOffsets[pair]..<words.targetOffsets[pair + 1]].map { english.stems[Int($0)] },
        weight: words.weights[pair])
    }
    var state = try TrainingState(store, fingerprint: store == nil ? 0 : pairs.fingerprint)
    let learnt = try lexicon.train(
      pairs, sourceVocabularySize: arabic.texts.count, targetVocabularySize: english.texts.count, state: &state,
      report: { report(.iteration($0, logLikelihood: $1)) })
    var rows = prune(learnt)

    // Keys that translate nothing and were hardly met only cost bytes.
    var usedTargets = Array(repeating: false, count: english.texts.count)
    for row in rows { for entry in row { usedTargets[entry.target] = true } }
    let sources = rows.indices.filter { !rows[$0].isEmpty || learnt.sourceCounts[$0] >= minimumCount }
    let targets = usedTargets.indices.filter { usedTargets[$0] || learnt.targetCounts[$0] >= minimumCount }
    let arabicSections = KeyTable.sections(
      prefix: "ar",
      sources.map {
        .init(text: arabic.texts[$0], count: learnt.sourceCounts[$0], nullProbability: learnt.sourceNullProbability[$0])
      })
    let englishSections = KeyTable.sections(
      prefix: "en",
      targets.map {
        .init(
          text: english.texts[$0], count: learnt.targetCounts[$0], nullProbability: learnt.targetNullProbability[$0])
      })
    var targetNumbers = Array(repeating: -1, count: english.texts.count)
    for (row, target) in targets.enumerated() { targetNumbers[target] = englishSections.numbers[row] }
    var ordered: [[TranslationTable.Entry]] = Array(repeating: [], count: sources.count)
    for (row, source) in sources.enumerated() {
      for index in rows[source].indices { rows[source][index].target = targetNumbers[rows[source][index].target] }
      ordered[arabicSections.numbers[row]] = rows[source]
    }
    report(.table(keys: sources.count + targets.count, entries: ordered.reduce(0) { $0 + $1.count }))
    let (vectorSections, units) = try sections(vectors) { trainer in
      let start = LexiconVectors(lexicon: learnt, arabicStems: arabic.stems, englishStems: english.stems, text: text)
      return try trainer.train(text, start: start, state: state) { report(.epoch($0, loss: $1)) }
    }
    return ModelFile.assemble(
      [("about", Array("\(about)vectors = \(units)\n".utf8))] + arabicSections.sections + englishSections.sections
        + TranslationTable.sections(ordered) + [("edges", text.edges.section())] + vectorSections + extra)
  }

  private func sections(
    _ vectors: Vectors, learn: (VectorTrainer) throws -> [WordVectors.Unit]
  ) throws -> (sections: [(name: String, bytes: [UInt8])], units: Int) {
    func written(_ units: [WordVectors.Unit]) -> (sections: [(name: String, bytes: [UInt8])], units: Int) {
      (units.isEmpty ? [] : WordVectors.sections(units, dimension: units[0].vector.count), units.count)
    }
    switch vectors {
    case .none: return ([], 0)
    case .given(let units): return written(units)
    case .taken(let model):
      return (WordVectors.sectionNames.map { ($0, model.file.copy($0)) }, model.vectors.count)
    case .learnt(let trainer): return written(try learn(trainer))
    }
  }

  /// Each source key's translations worth keeping, as ratios to chance.
  private func prune(_ lexicon: Lexicon) -> [[TranslationTable.Entry]] {
    let sourceTotal = lexicon.sourceCounts.reduce(0, +)
    let targetTotal = lexicon.targetCounts.reduce(0, +)
    // Rarer than one in a hundred thousand is as rare as can be told.
    func chance(_ count: Float, _ total: Float) -> Float { max((count + 2) / total, 1e-5) }
    return (0..<lexicon.offsets.count - 1).map { source in
      var row: [TranslationTable.Entry] = []
      for entry in lexicon.offsets[source]..<lexicon.offsets[source + 1] {
        let (forward, backward) = (lexicon.targetGivenSource[entry], lexicon.sourceGivenTarget[entry])
        if forward < threshold && backward < threshold { continue }
        let target = Int(lexicon.targets[entry])
        let targetRatio = forward / chance(lexicon.targetCounts[target], targetTotal)
        let sourceRatio = backward / chance(lexicon.sourceCounts[source], sourceTotal)
        if targetRatio < 2 && sourceRatio < 2 { continue }
        row.append(.init(target: target, targetRatio: targetRatio, sourceRatio: sourceRatio))
      }
      if row.count > translationLimit {
        row.sort { ($0.targetRatio * $0.sourceRatio, $1.target) > ($1.targetRatio * $1.sourceRatio, $0.target) }
        row.removeLast(row.count - translationLimit)
      }
      return row
    }
  }
}
