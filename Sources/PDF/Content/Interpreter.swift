/// Runs the operators of a page's content as far as they place text (ISO 32000-1, 8 and 9).
struct Interpreter {
  /// What one page may ask for, whatever it holds.
  enum Limits {
    static let operators = 4_000_000
    static let glyphs = 400_000
    /// Forms within forms.
    static let depth = 12
    static let forms = 10_000
    /// Graphics states that are kept, and open groups of marked content.
    static let stack = 512
  }

  let file: PDFFile
  let fonts: FontStore
  let hiddenLayers: Set<PDFReference>
  var collector = GlyphCollector()
  var state = GraphicsState()
  var markedContent: [MarkedContent] = []
  private(set) var rules: [RuledLine] = []
  var pictures: [(width: Double, height: Double)] = []
  private(set) var isCut = false
  private var stack: [GraphicsState] = []
  private var textMatrix = Matrix()
  private var lineMatrix = Matrix()
  /// The box round the path that is being built, and whether it will clip.
  private var path: Box?
  /// The boxes of its parts, as many as may be a table's borders.
  private var parts: [Box] = []
  private var isClipping = false
  private var operatorsLeft = Limits.operators
  private var formsLeft = Limits.forms
  /// The fonts of the resources at hand by name, each looked up once.
  private var fontNumbers: [String: Int?] = [:]

  init(file: PDFFile, fonts: FontStore, hiddenLayers: Set<PDFReference>) {
    (self.file, self.fonts, self.hiddenLayers) = (file, fonts, hiddenLayers)
  }

  mutating func run(_ content: [UInt8], resources: [String: PDFValue], depth: Int = 0) {
    let outer = (fontNumbers, stack.count, markedContent.count)
    fontNumbers = [:]
    var lexer = Lexer(content)
    var operands: [PDFValue] = []
    while let token = lexer.next() {
      guard case .keyword(let name) = token, name != "true", name != "false", name != "null" else {
        if let value = lexer.value(startingWith: token) { operands.append(value) }
        // More than any operator takes: damage.
        if operands.count > 64 { operands.removeFirst(32) }
        continue
      }
      operatorsLeft -= 1
      if operatorsLeft < 0 || collector.count > Limits.glyphs {
        isCut = true
        break
      }
      if name == "ID" {
        lexer.skipInlineImage()
      } else {
        perform(name, operands, resources, depth)
      }
      operands.removeAll(keepingCapacity: true)
    }
    fontNumbers = outer.0
    if stack.count > outer.1, depth > 0 {
      state = stack[outer.1]
      stack.removeSubrange(outer.1...)
    }
    while markedContent.count > outer.2 { endMarkedContent() }
  }

  private mutating func perform(
    _ name: String, _ operands: [PDFValue], _ resources: [String: PDFValue], _ depth: Int
  ) {
    func number(_ index: Int) -> Double { operands.indices.contains(index) ? operands[index].number ?? 0 : 0 }
    switch name {
    case "q": if stack.count < Limits.stack { stack.append(state) }
    case "Q": if let last = stack.popLast() { state = last }
    case "cm": if let matrix = Matrix(operands) { state.transformation = matrix.then(state.transformation) }
    case "BT": (textMatrix, lineMatrix) = (Matrix(), Matrix())
    case "Tc": state.characterSpacing = number(0)
    case "Tw": state.wordSpacing = number(0)
    case "Tz": state.horizontalScale = number(0) / 100
    case "TL": state.leading = number(0)
    case "Ts": state.rise = number(0)
    case "Tr": state.renderMode = operands.first?.integer ?? 0
    case "Tf":
      state.fontSize = number(1)
      if let name = operands.first?.name { state.font = fontNumber(name, resources) }
    case "Td": move(number(0), number(1))
    case "TD":
      state.leading = -number(1)
      move(number(0), number(1))
    case "Tm": if let matrix = Matrix(operands) { (textMatrix, lineMatrix) = (matrix, matrix) }
    case "T*": move(0, -state.leading)
    case "Tj": if let text = operands.first?.string { show(text) }
    case "TJ": for item in operands.first?.array ?? [] { showOrMove(item) }
    case "'":
      move(0, -state.leading)
      if let text = operands.first?.string { show(text) }
    case "\"":
      (state.wordSpacing, state.characterSpacing) = (number(0), number(1))
      move(0, -state.leading)
      if operands.count > 2, let text = operands[2].string { show(text) }
    case "m": extendPath(number(0), number(1), isNew: true)
    case "l": extendPath(number(0), number(1))
    case "c":
      for index in [0, 2, 4] { extendPath(number(index), number(index + 1)) }
    case "v", "y":
      for index in [0, 2] { extendPath(number(index), number(index + 1)) }
    case "re":
      for (x, y) in [(0.0, 0.0), (number(2), 0), (0, number(3)), (number(2), number(3))] {
        extendPath(number(0) + x, number(1) + y, isNew: x == 0 && y == 0)
      }
    case "W", "W*": isClipping = true
    case "S", "s", "B", "B*", "b", "b*": endPath(isPainted: true, isStroked: true)
    case "f", "F", "f*": endPath(isPainted: true)
    case "n": endPath()
    case "gs": setGraphicsState(operands.first?.name, resources)
    case "Do": if let name = operands.first?.name { paint(name, resources, depth) }
    case "BMC", "BDC": beginMarkedContent(operands, resources)
    case "EMC": endMarkedContent()
    default: break
    }
  }

  private mutating func fontNumber(_ name: String, _ resources: [String: PDFValue]) -> Int? {
    if let number = fontNumbers[name] { return number }
    let number = fonts.number(name, in: resources)
    fontNumbers[name] = .some(number)
    return number
  }

  private mutating func setGraphicsState(_ name: String?, _ resources: [String: PDFValue]) {
    guard let name, let entry = file.resolved(resources["ExtGState"]).dictionary?[name],
      let font = file.resolved(file.resolved(entry).dictionary?["Font"]).array, font.count == 2
    else { return }
    state.fontSize = file.resolved(font[1]).number ?? state.fontSize
    state.font = fonts.number("F", in: ["Font": .dictionary(["F": font[0]])])
  }

  // MARK: Paths, of which only those that clip and those that are straight lines matter

  private mutating func extendPath(_ x: Double, _ y: Double, isNew: Bool = false) {
    let point = state.transformation.apply(x, y)
    guard abs(point.x) < 1e7, abs(point.y) < 1e7 else { return }
    if path == nil { path = Box(point.x, point.y) } else { path?.include(point.x, point.y) }
    if isNew || parts.isEmpty {
      if parts.count < 1000 { parts.append(Box(point.x, point.y)) }
    } else {
      parts[parts.count - 1].include(point.x, point.y)
    }
  }

  private mutating func endPath(isPainted: Bool = false, isStroked: Bool = false) {
    if isClipping, let path { state.clip = state.clip?.intersection(path) ?? path }
    if isPainted, rules.count < 5000 {
      for part in parts { rules += RuledLine.lines(of: part, isStroked: isStroked) }
    }
    (path, isClipping) = (nil, false)
    parts.removeAll(keepingCapacity: true)
  }

  // MARK: Text

  private mutating func move(_ x: Double, _ y: Double) {
    lineMatrix = Matrix(1, 0, 0, 1, x, y).then(lineMatrix)
    textMatrix = lineMatrix
  }

  private mutating func showOrMove(_ item: PDFValue) {
    if let text = item.string {
      show(text)
    } else if let amount = item.number {
      advance(-amount / 1000 * state.fontSize * state.horizontalScale)
    }
  }

  private mutating func advance(_ amount: Double) {
    textMatrix = Matrix(1, 0, 0, 1, amount, 0).then(textMatrix)
  }

  private mutating func show(_ text: [UInt8]) {
    guard let number = state.font, fonts.fonts.indices.contains(number) else { return }
    let font = fonts.fonts[number]
    let state = state
    font.forEachGlyph(in: text) { glyph, isSpaceCode in
      let width = glyph.width * state.fontSize * state.horizontalScale
      place(glyph, number, width)
      advance(width + (state.characterSpacing + (isSpaceCode ? state.wordSpacing : 0)) * state.horizontalScale)
    }
  }

  private mutating func place(_ glyph: Font.Glyph, _ font: Int, _ width: Double) {
    guard collector.count <= Limits.glyphs else { return }
    let matrix = textMatrix.then(state.transformation)
    let (startX, startY) = matrix.apply(0, state.rise)
    let (endX, endY) = matrix.apply(width, state.rise)
    let quadrant = Quadrant(upX: matrix.c * state.fontSize, upY: matrix.d * state.fontSize)
    let turn = quadrant ?? .up
    let (start, end) = (turn.turned(startX, startY), turn.turned(endX, endY))
    let size = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot() * abs(state.fontSize)
    guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite, size.isFinite, abs(start.x) < 1e7,
      abs(start.y) < 1e7, abs(end.x) < 1e7, size < 1e6
    else { return }
    let scaleX = (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot() * abs(state.fontSize * state.horizontalScale)
    let ink = glyph.ink.map {
      Ink(
        left: start.x + $0.left * scaleX, right: start.x + $0.right * scaleX, bottom: start.y + $0.bottom * size,
        top: start.y + $0.top * size)
    }
    let isOnSlope = abs(end.y - start.y) > 0.2 * abs(end.x - start.x) + 0.01 * size
    let placed = Glyph(
      text: glyph.text, hasValue: glyph.hasValue, left: min(start.x, end.x), right: max(start.x, end.x),
      baseline: start.y, size: size, font: font, code: glyph.code,
      ink: ink, order: collector.count,
      isBlank: glyph.isBlank,
      isArtifact: markedContent.last?.isArtifact ?? false)
    let isClipped =
      state.clip.map { !$0.contains((startX + endX) / 2, (startY + endY) / 2, tolerance: size / 2) } ?? false
    let isHidden =
      isClipped || state.renderMode == 3 || state.renderMode == 7 || (markedContent.last?.isHidden ?? false)
    collector.add(placed, isOnSlope ? nil : quadrant, isHidden: isHidden)
  }

  // MARK: Forms and pictures

  private mutating func paint(_ name: String, _ resources: [String: PDFValue], _ depth: Int) {
    let object = file.resolved(resources["XObject"]).dictionary?[name]
    guard let dictionary = file.resolved(object).dictionary else { return }
    if file.resolved(dictionary["Subtype"]).name == "Image" {
      let m = state.transformation
      if pictures.count < 10_000 {
        pictures.append(((m.a * m.a + m.b * m.b).squareRoot(), (m.c * m.c + m.d * m.d).squareRoot()))
      }
      return
    }
    guard let layer = dictionary["OC"]?.reference, hiddenLayers.contains(layer) else {
      runForm(object, dictionary, resources, depth)
      return
    }
  }

  mutating func runForm(
    _ object: PDFValue?, _ dictionary: [String: PDFValue], _ resources: [String: PDFValue], _ depth: Int
  ) {
    guard depth < Limits.depth, formsLeft > 0, let content = file.content(of: object) else { return }
    formsLeft -= 1
    let saved = (state, textMatrix, lineMatrix)
    if let matrix = file.resolved(dictionary["Matrix"]).array.flatMap({ Matrix($0.map { file.resolved($0) }) }) {
      state.transformation = matrix.then(state.transformation)
    }
    run(content, resources: file.resolved(dictionary["Resources"]).dictionary ?? resources, depth: depth + 1)
    (state, textMatrix, lineMatrix) = saved
  }
}
