package import WaslBitext
internal import WaslSystemIO

/// The files in a ZIP archive, by the directory at its end.
package struct ZipArchive {
  package let name: String
  private let bytes: [UInt8]
  private var entries: [String: (method: Int, start: Int, packed: Int, size: Int)] = [:]

  /// - Throws: an input error when it is no archive or a damaged one.
  package init(_ bytes: [UInt8], name: String) throws(WaslError) {
    self.bytes = bytes
    self.name = name
    guard bytes.count >= 22, bytes.starts(with: [0x50, 0x4B]) else { throw error("it is no ZIP archive") }
    // The end record stands before a comment of up to 65,535 bytes.
    var end = bytes.count - 22
    while end >= 0, end > bytes.count - 22 - 65_536, try number(end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= 0, try number(end, 4) == 0x0605_4B50 else { throw error("the archive has no directory") }
    var place = try number(end + 16, 4)
    for _ in 0..<(try number(end + 10, 2)) {
      guard try number(place, 4) == 0x0201_4B50 else { throw error("the archive's directory is damaged") }
      let (nameLength, extra, comment) = (
        try number(place + 28, 2), try number(place + 30, 2), try number(place + 32, 2)
      )
      guard place + 46 + nameLength <= bytes.count else { throw error("the archive's directory is damaged") }
      let path = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      entries[path] = (
        try number(place + 10, 2), try number(place + 42, 4), try number(place + 20, 4), try number(place + 24, 4)
      )
      place += 46 + nameLength + extra + comment
    }
  }

  /// The content of a file in the archive, or nil when there is none of that path.
  package func file(_ path: String) throws(WaslError) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    guard try number(entry.start, 4) == 0x0403_4B50 else { throw error("'\(path)' is damaged in the archive") }
    let start = entry.start + 30 + (try number(entry.start + 26, 2)) + (try number(entry.start + 28, 2))
    guard start + entry.packed <= bytes.count else { throw error("'\(path)' is cut short in the archive") }
    guard entry.size <= InputLimits.bytes else { throw InputLimits.tooLarge("'\(path)' unpacks to", name: name) }
    let packed = bytes[start..<start + entry.packed]
    switch entry.method {
    case 0: return Array(packed)
    case 8: return try Compression.inflate(packed, windowBits: -15, limit: InputLimits.bytes, name: name)
    default: throw error("'\(path)' is packed by method \(entry.method), which is not known here")
    }
  }

  package func required(_ path: String, _ what: String) throws(WaslError) -> [UInt8] {
    guard let content = try file(path) else { throw error("no '\(path)' in it: it is no \(what)") }
    return content
  }

  /// A little-endian number.
  private func number(_ place: Int, _ count: Int) throws(WaslError) -> Int {
    guard place >= 0, place + count <= bytes.count else { throw error("the archive is cut short") }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  package func error(_ message: String) -> WaslError {
    WaslError(.input, message, at: .init(file: name), advice: "open it in its own program and save it again")
  }
}
