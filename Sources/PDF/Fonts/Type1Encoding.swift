/// The encoding that stands in clear text at the start of a Type 1 font program: `dup 65 /A put`.
enum Type1Encoding {
  static func names(_ bytes: [UInt8]) -> [UInt8: String] {
    var names: [UInt8: String] = [:]
    var lexer = Lexer(Array(bytes.prefix(1 << 16)))
    var code: Int?
    var name: String?
    while let token = lexer.next() {
      switch token {
      case .number(let value): code = (0...255).contains(value) ? Int(value) : nil
      case .name(let value): name = value
      case .keyword("put"):
        if let code, let name { names[UInt8(code)] = name }
        (code, name) = (nil, nil)
      case .keyword("eexec"): return names
      default: break
      }
    }
    return names
  }
}
