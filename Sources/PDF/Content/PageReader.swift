/// Reads pages to their glyphs.
struct PageReader {
  let file: PDFFile
  let fonts: FontStore
  private let hiddenLayers: Set<PDFReference>

  init(_ file: PDFFile) {
    self.file = file
    fonts = FontStore(file)
    let properties = file.resolved(file.root["OCProperties"]).dictionary ?? [:]
    let standard = file.resolved(properties["D"]).dictionary ?? [:]
    hiddenLayers = Set((file.resolved(standard["OFF"]).array ?? []).compactMap(\.reference))
  }

  /// - Parameter index: from 0.
  func content(_ index: Int) -> PageContent {
    let page = file.page(index)
    var interpreter = Interpreter(file: file, fonts: fonts, hiddenLayers: hiddenLayers)
    let resources = inherited("Resources", page).dictionary ?? [:]
    interpreter.run(bytes(of: page["Contents"]), resources: resources)
    let box = box(page)
    let area = max((box.right - box.left) * (box.top - box.bottom), 1)
    let picture = interpreter.pictures.map { $0.width * $0.height }.max() ?? 0
    var content = interpreter.collector.page(box: box, pictureShare: min(picture / area, 1))
    if content.isUpright { content.rules = interpreter.rules }
    content.isCut = interpreter.isCut
    return content
  }

  /// The content streams one after the other, as one.
  private func bytes(of contents: PDFValue?) -> [UInt8] {
    guard let parts = file.resolved(contents).array else { return file.content(of: contents) ?? [] }
    var bytes: [UInt8] = []
    for part in parts where bytes.count < PDFFile.Limits.stream {
      bytes += file.content(of: part) ?? []
      bytes.append(0x0A)
    }
    return bytes
  }

  /// A value of the page, or of the nearest node above it that has one.
  private func inherited(_ key: String, _ page: [String: PDFValue]) -> PDFValue {
    if let value = page[key] { return file.resolved(value) }
    var parent = page["Parent"]?.reference
    for _ in 0..<64 {
      guard let node = parent else { break }
      let value = file.resolved(file.value(key, of: node))
      if case .null = value { parent = file.value("Parent", of: node).reference } else { return value }
    }
    return .null
  }

  private func box(_ page: [String: PDFValue]) -> (left: Double, bottom: Double, right: Double, top: Double) {
    for key in ["CropBox", "MediaBox"] {
      let numbers = (inherited(key, page).array ?? []).compactMap { file.resolved($0).number }
      guard numbers.count == 4 else { continue }
      let (left, right) = (min(numbers[0], numbers[2]), max(numbers[0], numbers[2]))
      let (bottom, top) = (min(numbers[1], numbers[3]), max(numbers[1], numbers[3]))
      if right > left, top > bottom { return (left, bottom, right, top) }
    }
    return (0, 0, 612, 792)
  }
}
