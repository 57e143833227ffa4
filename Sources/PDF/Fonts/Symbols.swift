/// Private-use values that have a plain one: bullets and arrows of the fonts Symbol and Wingdings, as Word writes them.
enum Symbols {
  static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard scalar.isPrivateUse else { return [scalar] }
    switch scalar.value {
    case 0xF020: return [" "]
    case 0xF0B7, 0xF06C, 0xF09F, 0xF098: return ["•"]
    case 0xF0A7, 0xF06E: return ["▪"]
    case 0xF0A8, 0xF06F, 0xF071: return ["□"]
    case 0xF0FC: return ["✓"]
    case 0xF0D8: return ["➢"]
    case 0xF0E0: return ["→"]
    case 0xF0DF: return ["←"]
    case 0xF02D: return ["-"]
    default: return [scalar]
    }
  }
}
