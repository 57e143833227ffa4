internal import Glibc
package import WaslBitext

/// Runs another program and takes what it prints.
package enum ExternalProgram {
  /// - Parameters:
  ///   - name: looked for in `PATH`.
  ///   - advice: what to do when it is not there.
  /// - Returns: its standard output. Its messages go where ours go.
  /// - Throws: an input error when it is not there, does not end well, or prints more than `InputLimits.bytes`.
  package static func output(
    _ name: String, _ arguments: [String], about file: String, advice: String
  ) throws(WaslError) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw failure("no pipe for \(name)", file, nil) }
    // Closed in programs that other threads start meanwhile, which would keep the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let status = posix_spawnp(&process, name, &actions, nil, &words, environ)
    close(ends[1])
    guard status == 0 else { throw failure("it needs \(name), which cannot be started", file, advice) }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes { read(ends[0], $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += piece[..<count]
      if output.count > InputLimits.bytes { break }
    }
    var result: Int32 = 0
    let isTooLarge = output.count > InputLimits.bytes
    if isTooLarge { kill(process, SIGKILL) }
    while waitpid(process, &result, 0) < 0, errno == EINTR {}
    if isTooLarge { throw InputLimits.tooLarge("its text has", name: file) }
    // An exit status other than 0, or a signal.
    guard result == 0 else { throw failure("\(name) cannot read it", file, nil) }
    return output
  }

  private static func failure(_ message: String, _ file: String, _ advice: String?) -> WaslError {
    WaslError(.input, message, at: .init(file: file), advice: advice)
  }
}
