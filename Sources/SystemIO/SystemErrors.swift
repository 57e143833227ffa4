internal import Glibc
package import WaslBitext

/// Whoever reads the output has closed it (`wasl … | head`): there is nobody left to write for, and
/// nothing has gone wrong.
public struct ClosedPipe: Error {
  public init() {}
}

/// What the system's error number means for an output.
package func outputError(_ number: Int32, name: String) -> any Error {
  if number == EPIPE { return ClosedPipe() }
  return WaslError(
    .output, "cannot be written: \(systemMessage(number))", at: .init(file: name), advice: advice(number))
}

/// What the system's error number means for an input.
package func inputError(_ number: Int32, name: String) -> WaslError {
  WaslError(.input, "cannot be read: \(systemMessage(number))", at: .init(file: name), advice: advice(number))
}

private func systemMessage(_ number: Int32) -> String {
  let message = String(cString: strerror(number))
  return message.prefix(1).lowercased() + message.dropFirst()
}

private func advice(_ number: Int32) -> String? {
  switch number {
  case ENOENT: "check the path"
  case EACCES, EPERM: "check the file's permissions and its folder's"
  case EISDIR: "give a file"
  case ENOTDIR: "a part of the path is a file, not a folder"
  case ENOSPC, EDQUOT: "make room, or write elsewhere"
  case EROFS: "write elsewhere"
  default: nil
  }
}
