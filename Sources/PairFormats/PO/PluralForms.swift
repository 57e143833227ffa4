/// Which form of a message goes with a number, as the header of a PO file says it:
/// `nplurals=2; plural=(n != 1);`, an expression as in C.
struct PluralForms {
  private let expression: [Token]

  /// One form for 1, another for all else.
  static let germanic = PluralForms(expression: [.number, .operation("!="), .literal(1)])

  private enum Token: Equatable {
    case literal(Int)
    /// `n`
    case number
    case operation(String)
  }

  private init(expression: [Token]) { self.expression = expression }

  /// - Returns: nil for a text that is no such rule.
  init?(_ text: String) {
    guard let start = text.firstRange(of: "plural=") else { return nil }
    var tokens: [Token] = []
    var rest = text[start.upperBound...].prefix { $0 != ";" }
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "n" {
        tokens.append(.number)
        rest.removeFirst()
      } else if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits), value < 1 << 31 else { return nil }
        tokens.append(.literal(value))
        rest = rest[digits.endIndex...]
      } else {
        let two = String(rest.prefix(2))
        let operation = ["||", "&&", "==", "!=", "<=", ">="].contains(two) ? two : String(first)
        guard two == operation || "?:<>+-*/%!()".contains(first) else { return nil }
        tokens.append(.operation(operation))
        rest = rest.dropFirst(operation.count)
      }
    }
    guard tokens.count < 200 else { return nil }
    expression = tokens
    // Once for a number, to see that it can be read.
    if form(of: 1) == nil { return nil }
  }

  /// - Returns: nil for an expression that cannot be read.
  func form(of number: Int) -> Int? {
    var reader = Reader(tokens: expression[...], number: number)
    guard let value = reader.choice(), reader.tokens.isEmpty, value >= 0 else { return nil }
    return value
  }

  /// Reads and reckons at once, from the loosest operators to the tightest.
  private struct Reader {
    var tokens: ArraySlice<Token>
    let number: Int

    private static let levels = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]]

    private mutating func takes(_ operation: String) -> Bool {
      guard tokens.first == .operation(operation) else { return false }
      tokens.removeFirst()
      return true
    }

    mutating func choice() -> Int? {
      guard let condition = binary(0) else { return nil }
      guard takes("?") else { return condition }
      guard let first = choice(), takes(":"), let second = choice() else { return nil }
      return condition != 0 ? first : second
    }

    private mutating func binary(_ level: Int) -> Int? {
      guard level < Self.levels.count else { return unary() }
      guard var value = binary(level + 1) else { return nil }
      while case .operation(let operation)? = tokens.first, Self.levels[level].contains(operation) {
        tokens.removeFirst()
        guard let right = binary(level + 1), let result = Self.result(value, operation, right) else { return nil }
        value = result
      }
      return value
    }

    private mutating func unary() -> Int? {
      if takes("!") { return unary().map { $0 == 0 ? 1 : 0 } }
      if takes("(") {
        guard let value = choice(), takes(")") else { return nil }
        return value
      }
      switch tokens.popFirst() {
      case .literal(let value): return value
      case .number: return number
      case .operation, nil: return nil
      }
    }

    private static func result(_ left: Int, _ operation: String, _ right: Int) -> Int? {
      switch operation {
      case "||": return left != 0 || right != 0 ? 1 : 0
      case "&&": return left != 0 && right != 0 ? 1 : 0
      case "==": return left == right ? 1 : 0
      case "!=": return left != right ? 1 : 0
      case "<": return left < right ? 1 : 0
      case ">": return left > right ? 1 : 0
      case "<=": return left <= right ? 1 : 0
      case ">=": return left >= right ? 1 : 0
      default:
        // The smallest number divided by -1 overflows too.
        let (value, overflows) =
          switch operation {
          case "/": left.dividedReportingOverflow(by: right)
          case "%": left.remainderReportingOverflow(dividingBy: right)
          case "+": left.addingReportingOverflow(right)
          case "-": left.subtractingReportingOverflow(right)
          default: left.multipliedReportingOverflow(by: right)
          }
        return overflows ? nil : value
      }
    }
  }
}
