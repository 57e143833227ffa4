public import WaslAligning
public import WaslBitext
internal import WaslModel

/// Lets a long document teach its own words: what stands together in the beads that are sure, and is unknown to the
/// model, becomes evidence for aligning it once more.
///
/// The lexicon is estimated on the sure beads as `wasl train` does it on pairs; where it and the model both know a
/// pair of words, the better ratio counts.
public struct DocumentAdaptation: Sendable {
  /// Whether documents teach their words.
  public var isOn = true
  /// A document with fewer sure beads teaches chance.
  public var minimumBeads = 300
  /// More of them teach little more and take long.
  public var maximumBeads = 50_000
  /// The least confidence of a sure bead.
  public var confidence = 0.9
  /// Words met less often in them are left out.
  public var minimumCount: Float = 3
  /// The least probability of a translation, in either direction.
  public var threshold: Float = 0.1
  /// The least share of beads that are not sure: a document that the model knows well is left as it is.
  public var leastDoubt: Float = 0.125
  /// What the document teaches counts so many times the share of beads that are not sure, at most as much as the
  /// model.
  public var share: Float = 2

  /// The usual settings.
  public init() {}

  /// The problem with the document's own links, or nil where it has nothing to teach.
  /// - Parameter alignment: its beads by what was known before.
  public func adapted(_ problem: AlignmentProblem, by alignment: Alignment) -> AlignmentProblem? {
    guard isOn else { return nil }
    let sure = alignment.beads.filter { !$0.isGap && $0.confidence >= confidence }
    guard sure.count >= minimumBeads else { return nil }
    let doubt = 1 - Float(sure.count) / Float(alignment.beads.count { !$0.isGap })
    guard doubt >= leastDoubt else { return nil }
    var pairs = SentencePairs()
    // Evenly from all of the document where there are too many.
    for index in 0..<min(sure.count, maximumBeads) {
      let bead = sure[sure.count <= maximumBeads ? index : index * sure.count / maximumBeads]
      pairs.append(source: tokens(bead.source, problem.source), target: tokens(bead.target, problem.target))
    }
    var trainer = LexiconTrainer()
    trainer.threads = 1
    let lexicon = trainer.train(
      pairs, sourceVocabularySize: problem.source.nullProbability.count,
      targetVocabularySize: problem.target.nullProbability.count)
    var adapted = problem
    adapted.links = merged(problem.links, with: lexicon, share: min(1, share * doubt))
    return adapted
  }

  private func tokens(_ segments: Range<Int>, _ side: Side) -> ArraySlice<Int32> {
    side.tokens[Int(side.tokenOffsets[segments.lowerBound])..<Int(side.tokenOffsets[segments.upperBound])]
  }

  private func merged(_ links: LinkTable, with lexicon: Lexicon, share: Float) -> LinkTable {
    var lists = (0..<links.offsets.count - 1).map { target in
      Array(links.links[Int(links.offsets[target])..<Int(links.offsets[target + 1])])
    }
    let sourceTotal = lexicon.sourceCounts.reduce(0, +)
    let targetTotal = lexicon.targetCounts.reduce(0, +)
    for source in lexicon.sourceCounts.indices where lexicon.sourceCounts[source] >= minimumCount {
      for entry in lexicon.offsets[source]..<lexicon.offsets[source + 1] {
        let target = Int(lexicon.targets[entry])
        guard lexicon.targetCounts[target] >= minimumCount else { continue }
        let (forward, backward) = (lexicon.targetGivenSource[entry], lexicon.sourceGivenTarget[entry])
        guard forward >= threshold || backward >= threshold else { continue }
        lists[target].append(
          .init(
            source: Int32(source), targetRatio: share * forward * targetTotal / (lexicon.targetCounts[target] + 2),
            sourceRatio: share * backward * sourceTotal / (lexicon.sourceCounts[source] + 2)))
      }
    }
    return mergedLinks(lists)
  }
}
