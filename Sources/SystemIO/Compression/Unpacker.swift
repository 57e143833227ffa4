internal import WaslBitext

/// A decoder of packed bytes that takes and gives as much as there is and fits.
protocol UnpackingStream: AnyObject {
  /// Whether all that was packed has come out, as far as the input has been read.
  var isComplete: Bool { get }

  /// Whether what follows in the input does not belong to the packed data.
  var isOver: Bool { get }

  /// How many bytes of the input must be there for a step, unless the input ends before.
  var lookahead: Int { get }

  /// Unpacks from the start of `input` into `output`.
  ///
  /// - Returns: how many bytes were read and written; nil for damaged data.
  func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> (read: Int, written: Int)?
}

/// Unpacks an input while it is read, in memory bounded by a piece.
final class Unpacker {
  private let name: String
  private let stream: any UnpackingStream
  private var input: ArraySlice<UInt8> = []
  private var isInputOver = false
  private var output = [UInt8](repeating: 0, count: 1 << 18)

  init(_ stream: any UnpackingStream, name: String) {
    self.stream = stream
    self.name = name
  }

  /// - Throws: an input error for what is not unpacked here.
  convenience init(_ form: Compression, name: String) throws(WaslError) {
    switch form {
    // 16 and more bits say that it is gzip's form of the stream.
    case .gzip: self.init(InflateStream(windowBits: 15 + 16), name: name)
    case .zstd:
      guard let stream = Zstd.system?.stream() else {
        throw WaslError(
          .input, "compressed by zstd, whose library libzstd is missing", at: .init(file: name),
          advice: "install libzstd1, or unpack it: zstd -dc FILE | wasl … -")
      }
      self.init(stream, name: name)
    case .xz:
      throw WaslError(.input, "compressed by xz", at: .init(file: name), advice: "unpack it: xz -dc FILE | wasl … -")
    }
  }

  /// The next unpacked bytes, empty at the end.
  ///
  /// - Parameter read: gives the next packed bytes, empty at their end.
  func next(_ read: () throws -> ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
    while !stream.isOver {
      while input.count < stream.lookahead && !isInputOver {
        let piece = try read()
        isInputOver = piece.isEmpty
        input = input.isEmpty ? piece : input + piece
      }
      let count = input.withUnsafeBytes { input in
        output.withUnsafeMutableBytes { stream.step(input, $0) }
      }
      guard let count else { throw damaged }
      input = input.dropFirst(count.read)
      if count.written > 0 { return output[..<count.written] }
      if isInputOver && input.isEmpty {
        guard stream.isComplete else { throw damaged }
        return []
      }
    }
    return []
  }

  /// Unpacks a whole input.
  func all(of bytes: ArraySlice<UInt8>, limit: Int) throws(WaslError) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes
    do {
      while true {
        let piece = try next {
          defer { rest = [] }
          return rest
        }
        if piece.isEmpty { return result }
        result += piece
        if result.count > limit { throw InputLimits.tooLarge("it unpacks to", name: name) }
      }
    } catch let error as WaslError { throw error } catch { throw damaged }
  }

  private var damaged: WaslError {
    WaslError(
      .input, "the compressed data is damaged or cut short", at: .init(file: name), advice: "copy the file again")
  }
}
