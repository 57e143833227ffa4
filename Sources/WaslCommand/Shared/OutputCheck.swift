import Glibc
import WaslBitext

/// Keeps an output from taking the place of what it is made from.
enum OutputCheck {
  /// - Parameters:
  ///   - outputs: paths, nil and `-` for standard output.
  ///   - inputs: paths of what is read.
  /// - Throws: a usage error when an output is one of the inputs, or two outputs are one file, by whatever path.
  static func check(_ outputs: [String?], inputs: [String]) throws(WaslError) {
    let read = Set(inputs.compactMap(identity))
    var written: Set<String> = []
    for output in outputs {
      guard let output, let identity = identity(output) else { continue }
      if read.contains(identity) {
        throw WaslError(.usage, "\(output) is both input and output", advice: "write elsewhere")
      }
      guard written.insert(identity).inserted else {
        throw WaslError(.usage, "\(output) would be written twice", advice: "give each output a file of its own")
      }
    }
  }

  /// - Throws: a usage error when one file is given as both texts.
  static func checkTwice(_ inputs: [String]) throws(WaslError) {
    guard inputs.count == 2, let first = identity(inputs[0]), first == identity(inputs[1]) else { return }
    throw WaslError(
      .usage, "\(inputs[1]) is given twice",
      advice: "give an Arabic and an English text, or once a text that holds both")
  }

  /// - Throws: a usage error when standard input is named more than once: the second time nothing would come of it.
  static func checkStandardInput(_ inputs: [String?]) throws(WaslError) {
    guard inputs.count(where: { $0 == "-" }) > 1 else { return }
    throw WaslError(.usage, "standard input can be read once only", advice: "give all inputs but one as files")
  }

  /// Whether a path leads to a file that can be read twice.
  static func isRegular(_ path: String) -> Bool { size(path) != nil }

  /// Whether a path leads to a file that is not empty.
  static func holdsSomething(_ path: String) -> Bool { size(path).map { $0 > 0 } ?? false }

  private static func size(_ path: String) -> Int? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The same for all paths of a file; nil for standard streams, folders, pipes and devices.
  fileprivate static func identity(_ path: String) -> String? {
    if path == "-" { return nil }
    var status = stat()
    if stat(path, &status) == 0 {
      return status.st_mode & S_IFMT == S_IFREG ? "\(status.st_dev) \(status.st_ino)" : nil
    }
    // There is none yet: its folder and its name tell it.
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    guard let real = realpath(folder, nil) else { return path }
    defer { free(real) }
    return String(cString: real) + "/" + (slash.map { String(path[path.index(after: $0)...]) } ?? path)
  }
}

/// Files that are there already and will be written to, to be compared with very many inputs.
struct ExistingOutputs {
  private var paths: [String: String] = [:]

  var isEmpty: Bool { paths.isEmpty }

  mutating func add(_ path: String) {
    if OutputCheck.isRegular(path), let identity = OutputCheck.identity(path) { paths[identity] = path }
  }

  /// - Throws: a usage error when one of the inputs is among the files.
  func check(_ inputs: [String]) throws(WaslError) {
    for input in inputs {
      if let identity = OutputCheck.identity(input), let output = paths[identity] {
        throw WaslError(.usage, "\(output) is both input and output", advice: "write elsewhere")
      }
    }
  }
}
