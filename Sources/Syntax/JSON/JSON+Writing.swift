public import WaslSystemIO

extension JSON {
  /// The value on one line. A number that JSON cannot hold (infinite, not a number) is null.
  public func write(to sink: inout ByteSink) {
    switch self {
    case .null: sink.append("null")
    case .bool(let value): sink.append(value ? "true" : "false")
    case .number(let number):
      if let whole = Int(exactly: number) {
        sink.append(whole)
      } else if number.isFinite {
        sink.append(number.description)
      } else {
        sink.append("null")
      }
    case .string(let text): JSON.write(text, to: &sink)
    case .array(let values):
      sink.append("[")
      for (index, value) in values.enumerated() {
        if index > 0 { sink.append(",") }
        value.write(to: &sink)
      }
      sink.append("]")
    case .object(let members):
      sink.append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { sink.append(",") }
        JSON.write(member.name, to: &sink)
        sink.append(":")
        member.value.write(to: &sink)
      }
      sink.append("}")
    }
  }

  private static func write(_ text: String, to sink: inout ByteSink) {
    let bytes = Array(text.utf8)
    sink.append("\"")
    escaping.append(bytes, 0..<bytes.count, to: &sink)
    sink.append("\"")
  }

  /// What a string literal must escape, and the line ends that some readers would break a line at.
  package static let escaping = Escaping(
    suspects: LineBreak.firstBytes + Array(0..<0x20) + [UInt8(ascii: "\""), UInt8(ascii: "\\")],
    length: { bytes, index, end in
      switch bytes[index] {
      case 0xC2, 0xE2: LineBreak.length(bytes, index, end)
      default: 1
      }
    },
    rewrite: { bytes, index, sink in
      switch bytes[index] {
      case UInt8(ascii: "\""): sink.append("\\\"")
      case UInt8(ascii: "\\"): sink.append("\\\\")
      case 0x08: sink.append("\\b")
      case 0x09: sink.append("\\t")
      case 0x0A: sink.append("\\n")
      case 0x0C: sink.append("\\f")
      case 0x0D: sink.append("\\r")
      case 0xC2: sink.append("\\u0085")
      case 0xE2: sink.append(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      case let control:
        sink.append("\\u00")
        sink.append(Array("0123456789abcdef".utf8)[Int(control >> 4)])
        sink.append(Array("0123456789abcdef".utf8)[Int(control & 15)])
      }
    })
}
