/// Gives back their own text to glyphs that have that of a letter and its marks together.
///
/// Some producers write for each glyph the text of the cluster in which they met it first: WeasyPrint has the final lam
/// of "كلٍّ" as lam, tanween and shadda ever after, and the marks' glyphs as nothing. Where a letter's glyph stands with
/// glyphs of marks when it first appears, its own text is the letter alone, and theirs the marks.
///
/// Remembers what it learnt: pages must come in order.
final class ClusterRepair {
  private struct Key: Hashable {
    var font: Int
    var code: UInt32
  }

  /// Of each glyph its own text; nil where the file's holds.
  private var texts: [Key: [Unicode.Scalar]?] = [:]
  /// The same as glyphs' texts, made once.
  private var shared: [Key: GlyphText] = [:]

  func repaired(_ glyphs: [Glyph]) -> [Glyph] {
    // Most producers give each glyph its own text.
    guard !texts.isEmpty || glyphs.contains(where: \.isDoubtful) else { return glyphs }
    var glyphs = glyphs
    for index in glyphs.indices where !glyphs[index].isSpacing && !glyphs[index].isReplaced {
      // A mark's glyph with no text, or that of a letter too, where the font itself calls it a mark.
      guard let own = glyphs[index].own, own.count == 1, own[0].isMark else { continue }
      if !glyphs[index].text.isMark { glyphs[index].scalars = own }
    }
    for index in glyphs.indices where glyphs[index].isSpacing && !glyphs[index].isReplaced {
      let key = Key(font: glyphs[index].font, code: glyphs[index].code)
      if texts[key] == nil { texts[key] = .some(learn(glyphs, index)) }
    }
    for index in glyphs.indices where !glyphs[index].isReplaced {
      let key = Key(font: glyphs[index].font, code: glyphs[index].code)
      guard let text = texts[key], let text, glyphs[index].scalars != text else { continue }
      let made = shared[key].flatMap { $0.scalars == text ? $0 : nil } ?? GlyphText(text, own: glyphs[index].own)
      shared[key] = made
      glyphs[index].text = made
    }
    return glyphs
  }

  /// The text of a letter's glyph that appears for the first time, if it is another than the file says.
  private func learn(_ glyphs: [Glyph], _ index: Int) -> [Unicode.Scalar]? {
    let base = glyphs[index]
    if base.isStroke { return learnStroke(glyphs, index) }
    var marks = marks(on: index, glyphs)
    // A mark that the cluster's text doesn't have is that of the next letter.
    let all = ArabicMarks.decomposed(
      base.scalars + marks.flatMap { glyphs[$0].scalars.first?.isMark == false ? glyphs[$0].scalars : [] })
    if all.contains(where: \.isMark) {
      marks.removeAll { mark in ownMarks(glyphs[mark]).contains { !all.contains($0) } }
    }
    // Alef with hamza is taken apart where there are more marks' glyphs than other marks, and the font doesn't have it.
    func parts(_ glyph: Glyph) -> [Unicode.Scalar] {
      if glyph.scalars.filter(\.isMark).count >= marks.count { return glyph.scalars }
      return glyph.scalars.flatMap { base.own == [$0] ? [$0] : ArabicMarks.decomposed([$0]) }
    }
    var text = parts(base)
    if text.isEmpty, let lettered = marks.first(where: { glyphs[$0].scalars.first?.isMark == false }) {
      // The other way round: the mark's glyph has the text of both.
      text = parts(glyphs[lettered])
    }
    for mark in marks where glyphs[mark].scalars.first?.isMark == false {
      // A mark's glyph with the text of both.
      let value = parts(glyphs[mark])
      guard value.filter({ !$0.isMark }) == text.filter({ !$0.isMark }), value.contains(where: \.isMark) else {
        continue
      }
      texts[Key(font: glyphs[mark].font, code: glyphs[mark].code)] = .some(value.filter(\.isMark))
    }
    guard let first = text.first, !first.isMark else { return base.scalars.isEmpty ? ownLetter(glyphs, index) : nil }
    let letters = text.filter { !$0.isMark }
    let textMarks = text.filter(\.isMark)
    guard letters.count == 1, !textMarks.isEmpty, !marks.isEmpty else { return nil }
    // Which marks have glyphs that say so, and which one may be left for a glyph that says nothing.
    var rest = textMarks
    var unknown: [Int] = []
    for mark in marks {
      let value = ownMarks(glyphs[mark])
      if value.isEmpty { unknown.append(mark) }
      rest.removeAll { value.contains($0) }
    }
    if unknown.count == 1, !rest.isEmpty {
      texts[Key(font: glyphs[unknown[0]].font, code: glyphs[unknown[0]].code)] = .some(rest)
      rest = []
    }
    // The font itself may know better: a glyph for plain alef that the file calls alef with hamza.
    if base.own == letters { return letters }
    // What none of the marks' glyphs is belongs to the letter's, such as the hamza of a letter that has one.
    return rest == textMarks ? nil : ArabicMarks.normalized(letters + rest)
  }

  /// The text of a stroke that only joins letters, which a font puts between them: none.
  ///
  /// A letter that it has is that of the glyph beside it, which has none then, or has it too. A tatweel is left to it.
  private func learnStroke(_ glyphs: [Glyph], _ index: Int) -> [Unicode.Scalar]? {
    let stroke = glyphs[index]
    guard stroke.scalars.count == 1, BidiKind(stroke.scalars[0]) == .rightToLeft else { return nil }
    guard stroke.scalars[0].properties.generalCategory == .otherLetter, stroke.own == nil else { return nil }
    for step in [-1, 1] where glyphs.indices.contains(index + step) {
      let other = glyphs[index + step]
      guard other.isSpacing, !other.isBlank else { continue }
      if other.scalars.isEmpty { texts[Key(font: other.font, code: other.code)] = .some(stroke.scalars) }
      if other.scalars.isEmpty || other.scalars.contains(stroke.scalars[0]) { return [] }
    }
    return nil
  }

  /// The letter of a glyph without text by the font itself, unless a glyph beside it has that letter's text already.
  private func ownLetter(_ glyphs: [Glyph], _ index: Int) -> [Unicode.Scalar]? {
    guard let own = glyphs[index].own, own.count == 1, own[0].properties.isAlphabetic, own[0] != "\u{640}" else {
      return nil
    }
    for step in [-1, 1] {
      var other = index + step
      while glyphs.indices.contains(other), !glyphs[other].isSpacing { other += step }
      if glyphs.indices.contains(other), glyphs[other].scalars.contains(own[0]) { return nil }
    }
    return own
  }

  private func ownMarks(_ glyph: Glyph) -> [Unicode.Scalar] {
    if let text = texts[Key(font: glyph.font, code: glyph.code)], let text { return text }
    if let own = glyph.own, own.first?.isMark == true { return own }
    return glyph.scalars.first?.isMark == true ? glyph.scalars : []
  }

  /// The glyphs painted next to a letter that take no room and stand over or under it.
  private func marks(on index: Int, _ glyphs: [Glyph]) -> [Int] {
    let base = glyphs[index]
    func isOn(_ mark: Glyph) -> Bool {
      let x = mark.ink.map { ($0.left + $0.right) / 2 } ?? mark.middle
      return !mark.isReplaced && x > base.left - 0.15 * base.size && x < base.right + 0.15 * base.size
        && abs(mark.baseline - base.baseline) < base.size
    }
    var found: [Int] = []
    for step in [-1, 1] {
      var other = index + step
      while glyphs.indices.contains(other), !glyphs[other].isSpacing, abs(other - index) <= 4 {
        if isOn(glyphs[other]) { found.append(other) }
        other += step
      }
    }
    return found
  }
}

extension Glyph {
  /// Whether its text may not be its own: none, a letter with marks, or that of a letter for a mark.
  fileprivate var isDoubtful: Bool {
    if isReplaced || isBlank { return false }
    return text.scalars.isEmpty || text.isCluster || !isSpacing && !text.isMark
  }

  /// Whether its ink is a thin stroke on the line.
  fileprivate var isStroke: Bool {
    guard let ink else { return false }
    return ink.top - ink.bottom < 0.14 * size && width < 0.32 * size && ink.bottom > baseline - 0.15 * size
      && ink.top < baseline + 0.3 * size
      && ink.right - ink.left > ink.top - ink.bottom
  }

  /// Whether it takes room on the line.
  var isSpacing: Bool { width >= 0.01 * size }
}
