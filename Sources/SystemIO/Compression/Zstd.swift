internal import Glibc
internal import WaslBitext

/// Unpacks Zstandard with the system's libzstd.
///
/// The library is looked for when the first such file is met, so that nobody else needs it. Its functions are those
/// of its stable interface, the streaming one.
package struct Zstd: Sendable {
  /// `ZSTD_inBuffer` and `ZSTD_outBuffer`.
  fileprivate struct Buffer {
    var bytes: UnsafeMutableRawPointer?
    var size: Int
    var position = 0
  }

  private typealias Create = @convention(c) @Sendable () -> OpaquePointer?
  private typealias Free = @convention(c) @Sendable (OpaquePointer) -> Int
  private typealias Decompress =
    @convention(c) @Sendable (OpaquePointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer)
    -> Int
  private typealias IsError = @convention(c) @Sendable (Int) -> UInt32

  private let create: Create
  private let free: Free
  private let decompress: Decompress
  private let isError: IsError

  /// Nil where the library is missing.
  package static let system = Zstd(library: "libzstd.so.1")

  package init?(library: String) {
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else { return nil }
    func function<Function>(_ name: String, _ type: Function.Type) -> Function? {
      dlsym(handle, name).map { unsafeBitCast($0, to: type) }
    }
    guard let create = function("ZSTD_createDStream", Create.self), let free = function("ZSTD_freeDStream", Free.self),
      let decompress = function("ZSTD_decompressStream", Decompress.self),
      let isError = function("ZSTD_isError", IsError.self)
    else { return nil }
    (self.create, self.free, self.decompress, self.isError) = (create, free, decompress, isError)
  }

  /// A new stream; nil for lack of memory.
  func stream() -> (any UnpackingStream)? { Stream(self) }

  /// One frame or several.
  private final class Stream: UnpackingStream {
    private let zstd: Zstd
    private let stream: OpaquePointer
    /// 0 once a frame has ended and all of it has come out.
    private var rest = 1
    let isOver = false
    let lookahead = 1

    init?(_ zstd: Zstd) {
      guard let stream = zstd.create() else { return nil }
      self.zstd = zstd
      self.stream = stream
    }

    deinit { _ = zstd.free(stream) }

    var isComplete: Bool { rest == 0 }

    func step(
      _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, written: Int)? {
      // Without input a call would begin a frame that is not there.
      if input.isEmpty && rest == 0 { return (0, 0) }
      var source = Buffer(bytes: UnsafeMutableRawPointer(mutating: input.baseAddress), size: input.count)
      var target = Buffer(bytes: output.baseAddress, size: output.count)
      rest = zstd.decompress(stream, &target, &source)
      return zstd.isError(rest) == 0 ? (source.position, target.position) : nil
    }
  }
}
