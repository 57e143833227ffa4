package import WaslAligning
internal import WaslBitext
package import WaslModel
internal import WaslText

/// Finds where both sides of a bead can be cut into two pairs.
package struct BoundaryFinder {
  package let links: SplitLinks
  package let edges: SentenceEdges
  package let weights: BoundaryWeights
  /// A cut needs more.
  package var leastScore = Self.leastScore
  /// log(target sentences / source sentences) of the documents.
  package let sentenceExcess: Float
  /// See `UnmarkedStarts`.
  package let unmarkedStarts: Float

  /// A place in both sides: before word `source` of the source and word `target` of the target.
  package struct Cut {
    package var source: Int
    package var target: Int
    /// The log-odds of a cut here against leaving the bead whole.
    package var score: Float

    package init(source: Int, target: Int, score: Float) {
      self.source = source
      self.target = target
      self.score = score
    }
  }

  /// Words of both sides, to be left whole or cut.
  package struct Pair {
    package var source: Range<Int>
    package var target: Range<Int>
    /// Whether both documents start here.
    package var isFirst: Bool
  }

  /// A cut needs even odds. Below, more of the boundaries that no mark shows are found, and more pairs cut whose one side
  /// is a single sentence.
  package static let leastScore: Float = 0
  /// Words whose log ratio of having a capital inside a sentence is below this seldom have one.
  package static let seldomCapital: Float = -0.5
  /// No half has fewer words.
  package static let leastWords = 2
  /// Beads with more words on a side are left as they are: the cost is the product of the two counts.
  package static let mostWords = 800

  /// The cuts of a bead, in order.
  package func cuts(_ bead: JointSegmentation.SentenceBead) -> [Cut] {
    if bead.bead.isGap || bead.isKept { return [] }
    var found: [Cut] = []
    var work = [bead.pair]
    while let pair = work.popLast() {
      var best: Cut?
      forEachCandidate(bead, pair) { row, column, features in
        var score: Float = 0
        for (weight, feature) in zip(weights.values, features) { score += weight * feature }
        if score > best?.score ?? leastScore { best = Cut(source: row, target: column, score: score) }
      }
      guard let best else { continue }
      found.append(best)
      work += pair.halves(best)
    }
    return found.sorted { $0.source < $1.source }
  }

  /// Calls `body` with each pair of places that is worth a look, and its features.
  package func forEachCandidate(
    _ bead: JointSegmentation.SentenceBead, _ pair: Pair, _ body: (_ row: Int, _ column: Int, [Float]) -> Void
  ) {
    let (source, target) = (bead.source, bead.target)
    let least = Self.leastWords
    guard (2 * least...Self.mostWords).contains(pair.source.count) else { return }
    guard (2 * least...Self.mostWords).contains(pair.target.count) else { return }
    let rows = source.places(pair.source, least: least, atCommas: bead.canCutAtCommas)
    let columns = target.places(pair.target, least: least, atCommas: bead.canCutAtCommas)
    guard
      rows.contains(where: { source.boundaries[$0]!.isMarked })
        || columns.contains(where: { target.boundaries[$0]!.isMarked }) || !bead.pieceBoundaries.isEmpty
    else { return }
    let scores = SplitScores(source: source.types[pair.source], target: target.types[pair.target], links: links)
    let sourceRepetitions = source.repetitions(pair.source)
    let targetRepetitions = target.repetitions(pair.target)
    let sourcePlaces = rows.map { place(source, $0) }
    let targetPlaces = columns.map { place(target, $0) }
    var features = Array(repeating: Float(0), count: BoundaryFeature.count)
    for (row, sourcePlace) in zip(rows, sourcePlaces) {
      for (column, targetPlace) in zip(columns, targetPlaces) {
        let isPieceBoundary = !bead.pieceBoundaries.isEmpty && bead.pieceBoundaries.contains([row, column])
        guard sourcePlace.isMarked || targetPlace.isMarked || isPieceBoundary else { continue }
        for index in features.indices { features[index] = 0 }
        func set(_ feature: BoundaryFeature, _ value: Float) { features[feature.rawValue] = value }
        set(.bias, 1)
        let gain = scores.gain(row - pair.source.lowerBound, column - pair.target.lowerBound)
        set(.gain, gain * 0.1)
        set(.gainRoot, gain / Float(pair.source.count + pair.target.count).squareRoot())
        set(.length, length(source, target, pair, row, column))
        let least = min(
          row - pair.source.lowerBound, pair.source.upperBound - row, column - pair.target.lowerBound,
          pair.target.upperBound - column)
        set(.isShort, least <= 3 ? 1 : 0)
        set(.logLeast, fastLog(Float(least)))
        for place in [sourcePlace, targetPlace] {
          let isArabic = place.language == .arabic
          let first: BoundaryFeature = isArabic ? .arabicEnd : .englishEnd
          features[first.rawValue + (place.kind.map { $0.rawValue + 1 } ?? 0)] = 1
          set(isArabic ? .arabicFirst : .englishFirst, place.first)
          set(isArabic ? .arabicLast : .englishLast, place.last)
          if place.isInsideName { set(.insideName, 1) }
          if place.isCapitalAfterMark { set(.capitalAfterMark, 1) }
          if place.isLoneCapital { set(.loneCapital, 1) }
          if place.usualCapital != 0 { set(.usualCapital, place.usualCapital) }
          if place.isInside { set(isArabic ? .arabicInside : .englishInside, 1) }
          if place.isItem { set(isArabic ? .arabicItem : .englishItem, 1) }
          if place.isNearMark { set(isArabic ? .arabicNearMark : .englishNearMark, 1) }
        }
        if (sourcePlace.kind == nil) != (targetPlace.kind == nil) {
          set(.sentenceExcess, targetPlace.kind == nil ? sentenceExcess : -sentenceExcess)
        }
        if sourcePlace.kind != nil && targetPlace.kind != nil {
          set(.neitherEnds, 1)
          set(.unmarkedStarts, unmarkedStarts)
          let isMark = sourcePlace.kind != .space && sourcePlace.kind != .capital
          set(.sameMark, isMark && sourcePlace.kind == targetPlace.kind ? 1 : 0)
          let repeated = min(
            sourceRepetitions[row - pair.source.lowerBound], targetRepetitions[column - pair.target.lowerBound])
          set(.repetition, min(4, repeated))
          set(.title, pair.isFirst ? 1 : 0)
        }
        set(.pieceBoundary, isPieceBoundary ? 1 : 0)
        body(row, column, features)
      }
    }
  }

  /// What one side says of a place.
  private struct Place {
    var language: Language
    var kind: InnerBoundary.Kind?
    var isMarked: Bool
    var first: Float = 0
    var last: Float = 0
    var isInsideName = false
    var isNearMark = false
    var isCapitalAfterMark = false
    var isLoneCapital = false
    var usualCapital: Float = 0
    var isInside = false
    var isItem = false
  }

  private func place(_ words: BeadWords, _ word: Int) -> Place {
    let boundary = words.boundaries[word]!
    var place = Place(language: words.language, kind: boundary.kind, isMarked: boundary.isMarked)
    if boundary.kind != nil && boundary.kind != .terminator {
      let isCapital = words.isCapitalised[word]
      if words.language == .arabic || isCapital {
        place.first = words.logRatio(word, .first(words.language), edges)
      }
      place.last = words.logRatio(word - 1, .last(words.language), edges)
      if isCapital { place.usualCapital = words.logRatio(word, .englishCapital, edges) }
      place.isCapitalAfterMark = isCapital && boundary.kind != .capital
      place.isLoneCapital = words.isLoneCapital(word)
      place.isNearMark = boundary.kind == .space && words.hasMark(near: word)
      place.isInsideName = boundary.kind == .capital && words.isCapitalised[word - 1]
      // Such a capital speaks for no start, unless the word seldom has one inside sentences: `President | Vladimir`.
      if place.isInsideName && place.usualCapital >= Self.seldomCapital { place.isMarked = false }
    }
    place.isInside = words.isInside[word]
    place.isItem = words.isItem[word]
    return place
  }

  /// The log-density of the halves' length ratios about the whole's.
  private func length(_ source: BeadWords, _ target: BeadWords, _ pair: Pair, _ row: Int, _ column: Int) -> Float {
    func ratio(_ source: Float, _ target: Float) -> Float { fastLog((target + 3) / (source + 3)) }
    let whole = ratio(source.letters(pair.source), target.letters(pair.target))
    func density(_ sourceWords: Range<Int>, _ targetWords: Range<Int>) -> Float {
      let (sourceLetters, targetLetters) = (source.letters(sourceWords), target.letters(targetWords))
      let deviation = ratio(sourceLetters, targetLetters) - whole
      return -0.1 * deviation * deviation / (0.03 + 3 / (sourceLetters + targetLetters + 6))
    }
    return density(pair.source.lowerBound..<row, pair.target.lowerBound..<column)
      + density(row..<pair.source.upperBound, column..<pair.target.upperBound)
  }
}

extension BoundaryFinder.Pair {
  /// What a cut makes of the pair.
  package func halves(_ cut: BoundaryFinder.Cut) -> [BoundaryFinder.Pair] {
    [
      .init(source: source.lowerBound..<cut.source, target: target.lowerBound..<cut.target, isFirst: isFirst),
      .init(source: cut.source..<source.upperBound, target: cut.target..<target.upperBound, isFirst: false),
    ]
  }
}
