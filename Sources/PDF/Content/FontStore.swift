/// The fonts of a document, each loaded once.
final class FontStore {
  private let file: PDFFile
  private(set) var fonts: [Font] = []
  private var numbers: [PDFReference: Int] = [:]

  init(_ file: PDFFile) { self.file = file }

  /// The number of the font with a name in the resources.
  func number(_ name: String, in resources: [String: PDFValue]) -> Int? {
    guard let entry = file.resolved(resources["Font"]).dictionary?[name] else { return nil }
    if let reference = entry.reference, let number = numbers[reference] { return number }
    guard fonts.count < 20_000, let dictionary = file.resolved(entry).dictionary else { return nil }
    fonts.append(FontLoader(file: file).font(dictionary))
    if let reference = entry.reference { numbers[reference] = fonts.count - 1 }
    return fonts.count - 1
  }
}
