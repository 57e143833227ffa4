internal import Glibc

/// Outputs by path; nil or `-` is standard output.
public enum OutputFile {
  /// Opens the output, lets `body` write, and closes it.
  ///
  /// A file appears whole or not at all: until `body` has ended well, an older file of that name stays
  /// as it was. Standard output, devices and pipes are written as they come.
  ///
  /// - Throws: what `body` throws; an output error when the bytes cannot be written; `ClosedPipe`
  ///   when the reader of a pipe has gone.
  public static func write<Result>(
    to path: String?, _ body: (inout ByteSink) throws -> Result
  ) throws -> Result {
    guard let path, path != "-" else {
      return try write(descriptor: 1, name: "<stdout>", body)
    }
    if let descriptor = descriptor(path) { return try write(descriptor: descriptor, name: path, body) }
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw outputError(EISDIR, name: path) }
      if status.st_mode & S_IFMT != S_IFREG { return try writeDevice(path, body) }
    }
    let file = try AtomicFile(path)
    let result = try write(descriptor: file.descriptor, name: path, body)
    try file.commit()
    return result
  }

  /// The open descriptor that a path is a name of; nil for the path of a file.
  ///
  /// Where it leads into a file, that file is the shell's, which others may be writing to: it is neither replaced nor
  /// cut short.
  public static func descriptor(_ path: String) -> Int32? {
    switch path {
    case "-", "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        guard let number = Int32(path.dropFirst(folder.count)), fcntl(number, F_GETFD) >= 0 else { continue }
        return number
      }
      return nil
    }
  }

  private static func writeDevice<Result>(
    _ path: String, _ body: (inout ByteSink) throws -> Result
  ) throws -> Result {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw outputError(errno, name: path) }
    defer { close(descriptor) }
    return try write(descriptor: descriptor, name: path, body)
  }

  private static func write<Result>(
    descriptor: Int32, name: String, _ body: (inout ByteSink) throws -> Result
  ) throws -> Result {
    var sink = ByteSink(descriptor: descriptor, name: name)
    let result = try body(&sink)
    try sink.flush()
    return result
  }
}
