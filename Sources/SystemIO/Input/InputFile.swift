internal import Glibc
public import WaslBitext

/// Inputs by path; `-` is standard input.
public enum InputFile {
  /// What messages call an input: its path as given, or `<stdin>`.
  public static func name(of path: String) -> String { path == "-" ? "<stdin>" : path }

  /// All bytes of a file, a pipe or standard input; what gzip has compressed is unpacked.
  ///
  /// Files are copied, not mapped into memory: where somebody cuts a mapped file short, the next look at it ends the
  /// process (SIGBUS), and no error can be given. Mapping would save half a second a gigabyte
  /// (`Benchmarks/README.md`, "The text core").
  ///
  /// - Throws: an input error that says what is wrong (missing, a folder, no permission, damaged, above
  ///   `InputLimits.bytes`, changed by somebody while it was read, …).
  public static func read(_ path: String) throws(WaslError) -> [UInt8] {
    try Compression.unpacked(readAsIs(path), name: name(of: path))
  }

  private static func readAsIs(_ path: String) throws(WaslError) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, name: name(of: path)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw inputError(errno, name: path) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path)
  }

  private static func read(descriptor: Int32, name: String) throws(WaslError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw inputError(errno, name: name) }
    if status.st_mode & S_IFMT == S_IFDIR { throw inputError(EISDIR, name: name) }

    if status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) > InputLimits.bytes {
      throw InputLimits.tooLarge("it holds", name: name)
    }

    // A size is only a hint: pipes and /proc files have none, and a file may grow meanwhile.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(Int(status.st_size), InputLimits.bytes)))
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw inputError(errno, name: name)
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > InputLimits.bytes { throw InputLimits.tooLarge("it holds", name: name) }
    }
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw inputError(errno, name: name) }
    // Files of /proc and the like have no size.
    if status.st_mode & S_IFMT == S_IFREG, after.st_size > 0 || status.st_size > 0 {
      let isSame =
        after.st_size == status.st_size && after.st_mtim.tv_sec == status.st_mtim.tv_sec
        && after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
      // Standard input may have been read from the middle on.
      guard isSame, descriptor == 0 || bytes.count == Int(after.st_size) else {
        throw WaslError(
          .input, "was changed while it was read", at: .init(file: name),
          advice: "run again when whoever writes it has finished")
      }
    }
    return bytes
  }
}

extension InputFile {
  /// The names of what lies in a folder, in no order, without `.` and `..`.
  public static func names(inFolder path: String) throws(WaslError) -> [String] {
    guard let folder = opendir(path) else { throw inputError(errno, name: path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
