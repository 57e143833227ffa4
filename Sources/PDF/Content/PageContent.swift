/// What a page shows: its glyphs in the order of painting, and how much of it is pictures.
struct PageContent {
  /// The visible part of the page: left, bottom, right, top, turned as the text is.
  var box = (left: 0.0, bottom: 0.0, right: 612.0, top: 792.0)
  var glyphs: [Glyph] = []
  /// Straight lines; only of pages whose text is upright.
  var rules: [RuledLine] = []
  /// Glyphs that were left out: aslant or turned against the rest, or painted with no ink.
  var turnedCount = 0
  var hiddenCount = 0
  /// The largest share of the page that one picture covers, 0 to 1.
  var pictureShare = 0.0
  /// Whether the glyphs are those of an invisible layer over a picture, as OCR programs make.
  var isRecognised = false
  /// Whether the text stands as the page does.
  var isUpright = true
  /// Whether the page held more than a reader takes.
  var isCut = false
}

/// Gathers glyphs in whichever direction they stand, and decides at the end which way the page is read.
struct GlyphCollector {
  private var glyphs: [[Glyph]] = [[], [], [], []]
  private var hidden: [[Glyph]] = [[], [], [], []]
  private var aslant = 0
  private(set) var count = 0
  /// The texts that stand for groups of glyphs, each once.
  private var texts: [[Unicode.Scalar]: GlyphText] = [:]

  mutating func add(_ glyph: Glyph, _ quadrant: Quadrant?, isHidden: Bool) {
    count += 1
    guard let quadrant else {
      aslant += 1
      return
    }
    if isHidden { hidden[quadrant.rawValue].append(glyph) } else { glyphs[quadrant.rawValue].append(glyph) }
  }

  /// Where the glyphs of a group that begins now will stand.
  var mark: [Int] { glyphs.map(\.count) }

  /// Puts one glyph in the place of those that came since the mark.
  mutating func replace(since mark: [Int], by scalars: [Unicode.Scalar]) {
    let text = texts[scalars] ?? GlyphText(scalars)
    texts[scalars] = text
    for quadrant in glyphs.indices where glyphs[quadrant].count > mark[quadrant] {
      // A copy, not a slice: that would make the array be copied when it changes.
      guard let merged = Self.merged(Array(glyphs[quadrant][mark[quadrant]...]), text) else { continue }
      glyphs[quadrant].removeLast(glyphs[quadrant].count - mark[quadrant])
      glyphs[quadrant].append(merged)
    }
  }

  /// - Returns: nil where the group is no single piece of a line, and its glyphs have values of their own.
  private static func merged(_ group: [Glyph], _ text: GlyphText) -> Glyph? {
    guard var result = group.max(by: { $0.width < $1.width }) else { return nil }
    let isOneLine = group.allSatisfy { abs($0.baseline - result.baseline) <= result.size }
    if !isOneLine, group.allSatisfy(\.hasValue) { return nil }
    result.text = text
    result.hasValue = true
    result.isBlank = group.allSatisfy(\.isBlank)
    result.isReplaced = true
    let spacing = group.filter { $0.width > 0.01 * $0.size && abs($0.baseline - result.baseline) <= 0.5 * result.size }
    result.left = spacing.map(\.left).min() ?? result.left
    result.right = spacing.map(\.right).max() ?? result.right
    for ink in group.compactMap(\.ink) {
      let old = result.ink ?? ink
      result.ink = Ink(
        left: min(old.left, ink.left), right: max(old.right, ink.right), bottom: min(old.bottom, ink.bottom),
        top: max(old.top, ink.top))
    }
    return result
  }

  /// The page in the direction in which most of its letters stand.
  func page(box: (left: Double, bottom: Double, right: Double, top: Double), pictureShare: Double) -> PageContent {
    var page = PageContent()
    page.pictureShare = pictureShare
    let visible = glyphs.reduce(0) { $0 + $1.count }
    let unseen = hidden.reduce(0) { $0 + $1.count }
    // A scanned page with an invisible layer of text: that is all the text it has.
    page.isRecognised = unseen > 10 * visible && pictureShare > 0.3
    let source = page.isRecognised ? hidden : glyphs
    let main = source.indices.max { (source[$0].count, -$0) < (source[$1].count, -$1) } ?? 0
    page.glyphs = source[main]
    page.hiddenCount = page.isRecognised ? visible : unseen
    page.turnedCount = aslant + source.indices.reduce(0) { $0 + ($1 == main ? 0 : source[$1].count) }
    let quadrant = Quadrant(rawValue: main) ?? .up
    page.isUpright = quadrant == .up
    let (one, other) = (quadrant.turned(box.left, box.bottom), quadrant.turned(box.right, box.top))
    page.box = (min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y))
    return page
  }
}
