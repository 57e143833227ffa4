internal import CWaslQPDF
internal import Glibc

/// The objects of a PDF file, read, repaired and decrypted by libqpdf.
///
/// Not for several threads at once.
final class PDFFile {
  enum Failure: Error {
    case libraryMissing
    case needsPassword
    case damaged
  }

  /// What a reader takes of one file, whatever it claims to hold.
  enum Limits {
    /// Bytes of one stream, unpacked.
    static let stream = 64 << 20
    /// Arrays and dictionaries within each other.
    static let depth = 48
    /// Objects within one object, references not followed.
    static let items = 2_000_000
    /// References to references.
    static let references = 16
  }

  private let handle: WaslQPDF
  private let bytes: UnsafeMutableRawBufferPointer
  let pageCount: Int

  static var isLibraryThere: Bool { wasl_qpdf_is_there() }

  init(_ content: [UInt8]) throws(Failure) {
    guard let handle = wasl_qpdf_new() else { throw .libraryMissing }
    bytes = .allocate(byteCount: max(content.count, 1), alignment: 16)
    bytes.copyBytes(from: content)
    self.handle = handle
    let outcome = wasl_qpdf_read(handle, bytes.baseAddress, content.count)
    pageCount = outcome == WaslQPDFOpened ? Int(wasl_qpdf_page_count(handle)) : 0
    if outcome == WaslQPDFNeedsPassword { throw .needsPassword }
    if outcome != WaslQPDFOpened || pageCount <= 0 { throw .damaged }
  }

  deinit {
    wasl_qpdf_free(handle)
    bytes.deallocate()
  }

  var isEncrypted: Bool { wasl_qpdf_is_encrypted(handle) }

  var root: [String: PDFValue] { value(takingOver: wasl_qpdf_root(handle)).dictionary ?? [:] }

  /// - Parameter index: from 0.
  func page(_ index: Int) -> [String: PDFValue] {
    value(takingOver: wasl_qpdf_page(handle, Int32(clamping: index))).dictionary ?? [:]
  }

  /// The object itself where it is a reference to one.
  func resolved(_ value: PDFValue?) -> PDFValue {
    var value = value ?? .null
    for _ in 0..<Limits.references {
      guard case .reference(let reference) = value else { return value }
      value = object(reference)
    }
    return .null
  }

  func object(_ reference: PDFReference) -> PDFValue {
    value(takingOver: wasl_qpdf_object(handle, reference.number, reference.generation))
  }

  /// One value of a dictionary that stands in the file by itself, the others left unread: a page tree's node may hold
  /// thousands of pages.
  func value(_ key: String, of reference: PDFReference) -> PDFValue {
    let object = wasl_qpdf_object(handle, reference.number, reference.generation)
    defer {
      wasl_qpdf_release(handle, object)
      wasl_qpdf_forget_errors(handle)
    }
    guard wasl_qpdf_kind(handle, object) == WaslQPDFKindDictionary else { return .null }
    var left = Limits.items
    return item(wasl_qpdf_value(handle, object, "/" + key), 0, &left)
  }

  /// The unpacked content of a stream; nil for what is no stream, is damaged from its start, or is an image.
  func content(of value: PDFValue?) -> [UInt8]? {
    guard case .stream(let reference, let dictionary) = resolved(value) else { return nil }
    let object = wasl_qpdf_object(handle, reference.number, reference.generation)
    defer {
      wasl_qpdf_release(handle, object)
      wasl_qpdf_forget_errors(handle)
    }
    var count = 0
    guard let start = wasl_qpdf_stream_bytes(handle, object, &count) else { return nil }
    defer { free(start) }
    let raw = Array(UnsafeBufferPointer(start: start, count: count))
    return StreamFilters(file: self, dictionary: dictionary).unpacked(raw, limit: Limits.stream)
  }

  /// The value of a handle, which is given back.
  private func value(takingOver object: WaslQPDFObject) -> PDFValue {
    defer {
      wasl_qpdf_release(handle, object)
      wasl_qpdf_forget_errors(handle)
    }
    var left = Limits.items
    var (number, generation): (Int32, Int32) = (0, 0)
    _ = wasl_qpdf_reference(handle, object, &number, &generation)
    return converted(object, PDFReference(number: number, generation: generation), 0, &left)
  }

  /// An item of an array or a dictionary: a reference stays one.
  private func item(_ object: WaslQPDFObject, _ depth: Int, _ left: inout Int) -> PDFValue {
    defer { wasl_qpdf_release(handle, object) }
    var (number, generation): (Int32, Int32) = (0, 0)
    if wasl_qpdf_reference(handle, object, &number, &generation) {
      return .reference(PDFReference(number: number, generation: generation))
    }
    return converted(object, PDFReference(number: 0, generation: 0), depth, &left)
  }

  private func converted(
    _ object: WaslQPDFObject, _ reference: PDFReference, _ depth: Int, _ left: inout Int
  ) -> PDFValue {
    left -= 1
    guard depth < Limits.depth, left > 0 else { return .null }
    switch wasl_qpdf_kind(handle, object) {
    case WaslQPDFKindBoolean: return .boolean(wasl_qpdf_boolean(handle, object))
    case WaslQPDFKindInteger, WaslQPDFKindReal: return .number(wasl_qpdf_number(handle, object))
    case WaslQPDFKindName:
      return .name(wasl_qpdf_name(handle, object).map { String(String(cString: $0).dropFirst()) } ?? "")
    case WaslQPDFKindString:
      var count = 0
      guard let start = wasl_qpdf_string(handle, object, &count) else { return .null }
      return .string(Array(UnsafeRawBufferPointer(start: start, count: count)))
    case WaslQPDFKindArray:
      let count = wasl_qpdf_array_count(handle, object)
      var items: [PDFValue] = []
      for index in 0..<max(0, count) where left > 0 {
        items.append(item(wasl_qpdf_array_item(handle, object, index), depth + 1, &left))
      }
      return .array(items)
    case WaslQPDFKindDictionary: return .dictionary(entries(object, depth, &left))
    case WaslQPDFKindStream:
      let dictionary = wasl_qpdf_stream_dictionary(handle, object)
      defer { wasl_qpdf_release(handle, dictionary) }
      return .stream(reference, entries(dictionary, depth, &left))
    default: return .null
    }
  }

  private func entries(_ object: WaslQPDFObject, _ depth: Int, _ left: inout Int) -> [String: PDFValue] {
    // All keys first: the library walks through one dictionary at a time.
    var keys: [String] = []
    wasl_qpdf_begin_keys(handle, object)
    while let key = wasl_qpdf_next_key(handle) { keys.append(String(cString: key)) }
    var entries: [String: PDFValue] = [:]
    for key in keys where left > 0 {
      entries[String(key.dropFirst())] = item(wasl_qpdf_value(handle, object, key), depth + 1, &left)
    }
    return entries
  }
}
