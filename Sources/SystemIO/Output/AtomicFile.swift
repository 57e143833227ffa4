internal import Glibc
internal import WaslBitext

/// A file that takes its name only when it is complete.
///
/// It is written under a temporary name in the same folder, brought to the disk, and then renamed over
/// what stood there. Dropped without `commit()`, it leaves nothing behind.
package struct AtomicFile: ~Copyable {
  package let descriptor: Int32
  private let path: String
  private let temporary: String
  private let cleanup: Int?
  private var isComplete = false

  package init(_ path: String) throws {
    // Writing through a symbolic link must replace the file, not the link.
    self.path = AtomicFile.resolved(path)
    let (folder, name) = AtomicFile.split(self.path)
    (descriptor, temporary, cleanup) = try InterruptCleanup.whileOpening {
      var descriptor: Int32 = -1
      var temporary = ""
      for attempt in 0..<100 {
        // Of the name only so much that this one is no longer than names may be.
        temporary = "\(folder).\(String(name.unicodeScalars.prefix(40))).\(getpid())-\(attempt).tmp"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 || errno != EEXIST { break }
      }
      guard descriptor >= 0 else { throw outputError(errno, name: path) }
      return (descriptor, temporary, InterruptCleanup.register(temporary))
    }

    // An older file keeps its permissions.
    var status = stat()
    if stat(self.path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  /// Makes the file the one of its name.
  package consuming func commit() throws {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw outputError(errno, name: path) }
    guard rename(temporary, path) == 0 else { throw outputError(errno, name: path) }
    isComplete = true
    // Without this the new name may be lost with the power; some file systems cannot, which is no error.
    let folder = AtomicFile.split(path).folder
    let opened = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened >= 0 {
      fsync(opened)
      close(opened)
    }
  }

  deinit {
    close(descriptor)
    if !isComplete { unlink(temporary) }
    InterruptCleanup.release(cleanup)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func split(_ path: String) -> (folder: String, name: Substring) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path[...]) }
    return (String(path[...slash]), path[path.index(after: slash)...])
  }
}
