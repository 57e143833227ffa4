import Bitext
import Glibc

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

  /// Whether a path leads to a file that can be read twice.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The same for all paths of a file; nil for standard streams, folders, pipes and devices.
  private static func identity(_ path: String) -> String? {
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
