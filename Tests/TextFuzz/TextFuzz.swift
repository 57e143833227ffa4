import Foundation
import TextChecks

/// Compares the ways through the text core on files, on random text and on changed seeds, and says how much was compared.
///
///     swift run -c release TextFuzz [--seed S] [--random N] [--mutate N --seeds FOLDER] [FILE|FOLDER…]
///
/// Exits with 1 and the bytes of the text at the first difference.
@main struct TextFuzz {
  static func main() throws {
    var (seed, random, mutations, seeds): (UInt64, Int, Int, [[UInt8]]) = (1, 0, 0, [])
    var files: [String] = []
    var arguments = CommandLine.arguments.dropFirst()
    func value(of name: String) -> String {
      guard let value = arguments.popFirst() else { stop("\(name) needs a value") }
      return value
    }
    func number(of name: String) -> Int {
      guard let number = Int(value(of: name)), number >= 0 else { stop("\(name) needs a number") }
      return number
    }
    while let argument = arguments.popFirst() {
      switch argument {
      case "--seed": seed = UInt64(number(of: argument))
      case "--random": random = number(of: argument)
      case "--mutate": mutations = number(of: argument)
      case "--seeds": seeds = try Self.files(in: value(of: argument)).map { [UInt8](try Data(contentsOf: $0)) }
      case _ where argument.hasPrefix("-"): stop("unknown option \(argument)")
      default: files.append(argument)
      }
    }
    if mutations > 0 && seeds.isEmpty { stop("--mutate needs --seeds FOLDER with files in it") }
    let comparison = try PathComparison()
    var texts = RandomText(seed: seed)
    for round in 0..<random {
      let most = round % 50 == 0 ? 400 : 24
      check(round % 3 == 0 ? texts.damagedBytes(most: most) : texts.bytes(most: most), comparison)
    }
    report("random texts", comparison)
    for _ in 0..<mutations { check(texts.mutation(of: seeds), comparison) }
    report("with mutations", comparison)
    for file in try files.flatMap({ try Self.files(in: $0) }) {
      for piece in pieces(of: [UInt8](try Data(contentsOf: file))) { check(piece, comparison) }
    }
    report("with files", comparison)
  }

  private static func check(_ text: [UInt8], _ comparison: PathComparison) {
    guard let difference = comparison.difference(in: text) else { return }
    let text = shrunk(text, comparison)
    let bytes = text.map { String($0, radix: 16) }.joined(separator: " ")
    print("difference in \(difference): \(bytes)")
    exit(1)
  }

  /// As much as can be taken from a text that differs, so that what is left still does.
  private static func shrunk(_ text: [UInt8], _ comparison: PathComparison) -> [UInt8] {
    var (text, size) = (text, text.count / 2)
    while size > 0 {
      var start = 0
      while start + size <= text.count {
        var shorter = text
        shorter.removeSubrange(start..<start + size)
        if comparison.difference(in: shorter) != nil { text = shorter } else { start += size }
      }
      size /= 2
    }
    return text
  }

  private static func report(_ what: String, _ comparison: PathComparison) {
    print("\(what): \(comparison.texts) texts, \(comparison.bytes) bytes compared, no difference")
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("TextFuzz: \(message)\n".utf8))
    exit(1)
  }

  /// A file, or all files below a folder.
  private static func files(in path: String) throws -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { stop("no file \(path)") }
    if !isFolder.boolValue { return [URL(filePath: path)] }
    let found = FileManager.default.enumerator(at: URL(filePath: path), includingPropertiesForKeys: [.isRegularFileKey])
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false }
      .sorted { $0.path < $1.path }
  }

  /// Lines, put together to some 16 KB.
  private static func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    var (pieces, start): ([[UInt8]], Int) = ([], 0)
    while start < bytes.count {
      var end = min(start + (1 << 14), bytes.count)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      pieces.append(Array(bytes[start..<end]))
      start = end
    }
    return pieces
  }
}
