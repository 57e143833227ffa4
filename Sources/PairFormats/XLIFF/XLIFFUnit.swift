internal import WaslBitext
internal import WaslSyntax

/// Collects a `trans-unit` of XLIFF 1.2, or the segments of a `unit` of 2.x one after the other.
struct XLIFFUnit {
  /// One side's text, whole and by the marks of segments in it.
  struct Text {
    var whole = XLIFFContent()
    var marks: [(mid: String, content: XLIFFContent)] = []
    var tag: String?
    var state: String?
    var isThere = false
  }

  struct Pair {
    var mid: String?
    var texts: (source: InlineContent, target: InlineContent)?
    /// Where there are no texts.
    var reason = ""
  }

  private(set) var line = 0
  private(set) var source = Text()
  private(set) var target = Text()
  private var segmented = Text()
  private(set) var metadata = PairMetadata()
  private(set) var confidence: Double?
  private(set) var isConfirmed = false
  /// The segments that a dialect says are confirmed.
  private(set) var confirmed: Set<String> = []
  /// XLIFF 2: native code by its id.
  private var data: [String: String] = [:]
  private var datum: (id: String, text: String)?
  private var note: (text: String, category: String)?
  /// Of the sides, from notes that were written for them.
  private(set) var sideMetadata: [String: PairMetadata] = [:]
  private var ignored = 0
  private var current: WritableKeyPath<XLIFFUnit, Text>?
  /// For each open `mrk`, whether it is a segment.
  private var openMarks: [Bool] = []

  mutating func start(_ element: String, _ attributes: [String: String], _ reader: XMLReader) throws(WaslError) {
    switch element {
    case "trans-unit", "unit":
      line = reader.line
      metadata.id = attributes["resname"] ?? attributes["name"] ?? (element == "unit" ? nil : attributes["id"])
      isConfirmed =
        attributes["approved"] == "yes" || attributes["m:confirmed"] == "1"
        || attributes["mq:status"]?.contains("Confirmed") == true
        || Self.final.contains(attributes["state"] ?? "")
    case "segment":
      (source, target, segmented) = (Text(), Text(), Text())
      line = reader.line
      isConfirmed = Self.final.contains(attributes["state"] ?? "")
      target.state = attributes["state"]
    case "alt-trans", "ignorable": ignored += 1
    case "note": note = ("", attributes["category"] ?? "")
    case "data": datum = (attributes["id"] ?? "", "")
    case "sdl:seg":
      if let id = attributes["id"], let level = attributes["conf"], level.hasPrefix("Approved") {
        confirmed.insert(id)
      }
    case "source" where ignored == 0: open(\.source, attributes)
    case "seg-source" where ignored == 0: open(\.segmented, attributes)
    case "target" where ignored == 0:
      let state = target.state
      open(\.target, attributes)
      target.state = attributes["state"] ?? state
      if let state = attributes["state"], Self.final.contains(state) || state == "signed-off" { isConfirmed = true }
    case "mrk":
      let isSegment = attributes["mtype"] == "seg"
      openMarks.append(isSegment)
      if isSegment, let current { self[keyPath: current].marks.append((attributes["mid"] ?? "", XLIFFContent())) }
    case "cp":
      guard let number = UInt32(attributes["hex"] ?? "", radix: 16), let scalar = Unicode.Scalar(number) else {
        throw reader.error("<cp> has no character in 'hex'")
      }
      append(String(Character(scalar)))
    default: each { [data] in $0.start(element, attributes, data) }
    }
  }

  private static let final: Set<String> = ["reviewed", "final"]

  private mutating func open(_ path: WritableKeyPath<XLIFFUnit, Text>, _ attributes: [String: String]) {
    self[keyPath: path] = Text()
    self[keyPath: path].tag = attributes["xml:lang"]
    self[keyPath: path].isThere = true
    current = path
    openMarks = []
  }

  /// What is read goes into the whole text, and into the segment's that is open.
  private mutating func each(_ change: (inout XLIFFContent) -> Void) {
    guard let current else { return }
    change(&self[keyPath: current].whole)
    let last = self[keyPath: current].marks.count - 1
    if last >= 0, openMarks.contains(true) { change(&self[keyPath: current].marks[last].content) }
  }

  mutating func append(_ text: String) {
    if note != nil {
      note?.text += text
    } else if datum != nil {
      datum?.text += text
    } else {
      each { $0.append(text) }
    }
  }

  mutating func end(_ element: String, _ file: String, _ reader: XMLReader) throws(WaslError) {
    switch element {
    case "alt-trans", "ignorable": ignored -= 1
    case "source", "target", "seg-source": current = nil
    case "mrk": _ = openMarks.popLast()
    case "data":
      if let datum { data[datum.id] = datum.text }
      datum = nil
    case "note":
      guard let note else { return }
      self.note = nil
      guard note.category == "confidence" else { return add(note.text, category: note.category) }
      guard let number = Double(note.text) else {
        throw reader.error("'\(note.text.prefix(12))' is not a confidence")
      }
      try PairRecord.check(confidence: number, file: file, line: reader.line)
      confidence = number
    default: each { $0.end(element) }
    }
  }

  private mutating func add(_ text: String, category: String) {
    if text.isEmpty { return }
    guard let place = PairMetadata.place(ofCategory: category) else {
      metadata.notes.append(.init(PairMetadata.note, text))
      return
    }
    let property = PairMetadata.Property(place.name, text)
    if let side = place.side {
      sideMetadata[side, default: PairMetadata()].add(property, to: place.part)
    } else {
      metadata.add(property, to: place.part)
    }
  }

  /// Each segment with its translation.
  var pairs: [Pair] {
    let marks = segmented.marks.isEmpty ? source.marks : segmented.marks
    guard !marks.isEmpty else {
      return [pair(nil, source.whole.content, target.isThere ? target.whole.content : nil)]
    }
    if target.marks.isEmpty, target.isThere, !target.whole.content.plainText.isEmpty, marks.count == 1 {
      return [pair(marks[0].mid, marks[0].content.content, target.whole.content)]
    }
    var rest: [String: [InlineContent]] = [:]
    for mark in target.marks.reversed() { rest[mark.mid, default: []].append(mark.content.content) }
    var pairs = marks.map { mark in pair(mark.mid, mark.content.content, rest[mark.mid]?.popLast()) }
    for mark in target.marks where rest[mark.mid]?.popLast() != nil {
      if !mark.content.content.plainText.isEmpty {
        pairs.append(Pair(mid: mark.mid, reason: "segment '\(mark.mid)' stands in the target alone"))
      }
    }
    return pairs
  }

  private func pair(_ mid: String?, _ source: InlineContent, _ target: InlineContent?) -> Pair {
    let of = mid.map { " of segment '\($0)'" } ?? ""
    guard let target, !target.plainText.isEmpty, !source.plainText.isEmpty else {
      return Pair(mid: mid, reason: "no translation" + of)
    }
    // Some tools fill the target with a copy of the source.
    let words = source.plainText
    let isSentence = mid != nil && words.contains(" ") && words.contains(where: \.isLetter)
    let isToDo = isSentence || ["new", "needs-translation", "initial"].contains(self.target.state ?? "")
    if isToDo && source.plainText == target.plainText { return Pair(mid: mid, reason: "no translation" + of) }
    return Pair(mid: mid, texts: (source, target))
  }
}
