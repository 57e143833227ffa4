internal import Glibc
internal import WaslBitext

/// Unpacks Zstandard with the system's libzstd.
///
/// The library is looked for when the first such file is met, so that nobody else needs it. Its functions are those
/// of its stable interface, the streaming one.
package struct Zstd: Sendable {
  /// `ZSTD_inBuffer` and `ZSTD_outBuffer`.
  private struct Buffer {
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

  /// The content of one frame or several.
  ///
  /// - Parameter limit: the most bytes that are wanted.
  /// - Returns: nil for damaged or unfinished data; of what unpacks to more than the limit, its start, which is longer
  ///   than the limit.
  package func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard let stream = create() else { return nil }
    defer { _ = free(stream) }
    var input = bytes
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    // 0 once a frame has ended, and all of it has come out.
    var rest = 1
    let isSound = input.withUnsafeMutableBytes { input in
      var source = Buffer(bytes: input.baseAddress, size: input.count)
      while true {
        let written = chunk.withUnsafeMutableBytes { chunk in
          var target = Buffer(bytes: chunk.baseAddress, size: chunk.count)
          rest = decompress(stream, &target, &source)
          return target.position
        }
        guard isError(rest) == 0 else { return false }
        output += chunk[..<written]
        if output.count > limit { return true }
        if source.position == source.size, written < chunk.count { return rest == 0 }
      }
    }
    return isSound ? output : nil
  }
}
