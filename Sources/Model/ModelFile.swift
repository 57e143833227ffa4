public import WaslBitext

/// A model file, read in place: named sections of numbers behind a checked header.
///
/// Layout, little-endian: magic `WASLMODL`, version (u32), number of sections (u32), FNV-1a hash of all that
/// follows the hash (u64); then for each section its name (8 bytes, padded with zeros), offset and length
/// in bytes (u64 each); then the sections, each at a multiple of 64 bytes.
public struct ModelFile: Sendable {
  public static let magic: [UInt8] = Array("WASLMODL".utf8)
  public static let version: UInt32 = 1

  /// The bytes of each section by name. Read-only, and kept alive by `storage`.
  nonisolated(unsafe) let sections: [String: UnsafeRawBufferPointer]
  /// What keeps the bytes alive.
  private let storage: Storage
  /// Size of the whole file in bytes.
  public let byteCount: Int
  /// FNV-1a over all that follows it in the file, as the header has it.
  public let checksum: UInt64

  /// Opens a model over bytes that live as long as the process, such as those in the binary.
  ///
  /// The checksum is left unread: what was linked in is as it was built, and reading all of it would
  /// cost more than the rest of the start.
  public init(resident bytes: UnsafeRawBufferPointer, name: String) throws(WaslError) {
    try self.init(bytes, storage: Storage(bytes), name: name, verifies: false)
  }

  /// Opens a model file's contents.
  /// - Throws: a `.model` error naming what is wrong and where.
  public init(_ bytes: [UInt8], name: String) throws(WaslError) {
    let storage = Storage(copying: bytes)
    try self.init(storage.bytes, storage: storage, name: name, verifies: true)
  }

  private init(_ bytes: UnsafeRawBufferPointer, storage: Storage, name: String, verifies: Bool) throws(WaslError) {
    func failure(_ message: String, byte: Int) -> WaslError {
      WaslError(
        .model, message, at: .init(file: name, byte: byte), advice: "train one with `wasl train` or leave --model out")
    }
    guard bytes.count >= 24, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw failure("not a Wasl model", byte: 0)
    }
    let version = bytes.load32(8)
    guard version == Self.version else {
      throw failure("model version \(version), but this Wasl reads version \(Self.version)", byte: 8)
    }
    let count = Int(bytes.load32(12))
    guard count <= 64, bytes.count >= 24 + 24 * count else { throw failure("the model's table is cut off", byte: 12) }
    if verifies, Self.checksum(UnsafeRawBufferPointer(rebasing: bytes[24...])) != bytes.load64(16) {
      throw failure("the model is damaged: its checksum does not match", byte: 16)
    }
    var sections: [String: UnsafeRawBufferPointer] = [:]
    for index in 0..<count {
      let entry = 24 + 24 * index
      let name = String(decoding: bytes[entry..<entry + 8].prefix { $0 != 0 }, as: UTF8.self)
      let (offset, length) = (bytes.load64(entry + 8), bytes.load64(entry + 16))
      guard offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else {
        throw failure("section \(name) lies outside the file", byte: entry + 8)
      }
      sections[name] = UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset + length)])
    }
    self.sections = sections
    self.storage = storage
    byteCount = bytes.count
    checksum = bytes.load64(16)
  }

  /// A section, or an empty one if the model lacks it.
  package func section(_ name: String) -> UnsafeRawBufferPointer {
    sections[name] ?? UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// The sections' names and sizes, by name.
  public var contents: [(name: String, byteCount: Int)] {
    sections.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
  }

  /// The bytes of a section, to carry it over into another file.
  public func copy(_ name: String) -> [UInt8] { Array(section(name)) }

  /// Puts sections together into a file.
  public static func assemble(_ sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var table: [UInt8] = []
    var body: [UInt8] = []
    let start = (24 + 24 * sections.count + 63) / 64 * 64
    for section in sections {
      precondition(section.name.utf8.count <= 8, "section names have up to 8 bytes")
      table += Array(section.name.utf8) + Array(repeating: 0, count: 8 - section.name.utf8.count)
      table.append(integer: UInt64(start + body.count))
      table.append(integer: UInt64(section.bytes.count))
      body += section.bytes
      body += Array(repeating: 0, count: (64 - body.count % 64) % 64)
    }
    let content = table + Array(repeating: 0, count: start - 24 - table.count) + body
    var file = magic
    file.append(integer: version)
    file.append(integer: UInt32(sections.count))
    file.append(integer: content.withUnsafeBytes { checksum($0) })
    return file + content
  }

  /// FNV-1a over 64-bit words, the last one filled up with zeros: eight times as fast as by bytes.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var position = 0
    while position + 8 <= bytes.count {
      hash = (hash ^ bytes.load64(position)) &* 0x100_0000_01B3
      position += 8
    }
    var last: UInt64 = 0
    for (index, byte) in bytes[position...].enumerated() { last |= UInt64(byte) << UInt64(8 * index) }
    return (hash ^ last) &* 0x100_0000_01B3
  }

  /// Memory that is never written after it is filled, so that threads may share it.
  private final class Storage: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let owned: UnsafeMutableRawBufferPointer?

    init(_ resident: UnsafeRawBufferPointer) {
      bytes = resident
      owned = nil
    }

    init(copying source: [UInt8]) {
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, source.count), alignment: 64)
      memory.copyBytes(from: source)
      owned = memory
      bytes = UnsafeRawBufferPointer(rebasing: memory[..<source.count])
    }

    deinit { owned?.deallocate() }
  }
}

extension UnsafeRawBufferPointer {
  @inline(__always)
  package func load32(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  package func load64(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  package func loadFloat(_ offset: Int) -> Float { Float(bitPattern: load32(offset)) }
}

extension [UInt8] {
  package mutating func append(integer value: some FixedWidthInteger) {
    var little = value.littleEndian
    Swift.withUnsafeBytes(of: &little) { append(contentsOf: $0) }
  }

  package mutating func append(float value: Float) { append(integer: value.bitPattern) }
}
