internal import Glibc
package import WaslBitext

/// A folder that only this user can read, for programs that work on files; it goes with the value.
package struct TemporaryDirectory: ~Copyable {
  package let path: String

  /// - Throws: an output error where none can be made.
  package init() throws(WaslError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(parent)/wasl-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw WaslError(.output, "no temporary folder can be made", at: .init(file: parent), advice: "set TMPDIR")
    }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file into it, and gives its path.
  package func write(_ bytes: [UInt8], as name: String) throws(WaslError) -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(file) }
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + start, bytes.count - start) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(file) }
      start += count
    }
    return file
  }

  private func failure(_ file: String) -> WaslError {
    WaslError(.output, "cannot be written", at: .init(file: file), advice: "make room, or set TMPDIR to another folder")
  }

  deinit { Self.remove(path) }

  /// Removes a folder with all in it. Links are removed, never followed.
  private static func remove(_ folder: String) {
    if let entries = opendir(folder) {
      defer { closedir(entries) }
      while let entry = readdir(entries) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let path = "\(folder)/\(name)"
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { remove(path) } else { unlink(path) }
      }
    }
    rmdir(folder)
  }
}
