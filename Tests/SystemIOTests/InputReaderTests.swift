import Foundation
import TestSupport
import Testing
import WaslBitext

@testable import WaslSystemIO

/// Reading piece by piece, packed inputs included.
@Suite struct InputReaderTests {
  private static let gzip = Array(Data(base64Encoded: "H4sIAAAAAAACA7uxmNORCwC72R8mBQAAAA==") ?? Data())
  private static let text = Array("أ\tA\n".utf8)

  private func read(_ bytes: [UInt8], pieceSize: Int) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(filePath: folder.path("x")))
    var reader = try InputReader(path: folder.path("x"), pieceSize: pieceSize)
    var result: [UInt8] = []
    while true {
      let piece = try reader.next()
      if piece.isEmpty { return result }
      result += piece
    }
  }

  @Test(arguments: [1, 2, 3, 7, 1 << 18])
  func packedInputIsUnpackedWhateverThePieces(pieceSize: Int) throws {
    #expect(try read(Self.text, pieceSize: pieceSize) == Self.text)
    #expect(try read(Self.gzip, pieceSize: pieceSize) == Self.text)
    #expect(try read(Self.gzip + Self.gzip, pieceSize: pieceSize) == Self.text + Self.text)
    // Padding behind the last member.
    #expect(try read(Self.gzip + [0, 0, 0], pieceSize: pieceSize) == Self.text)
    #expect(try read([0x1F], pieceSize: pieceSize) == [0x1F])
    #expect(try read([], pieceSize: pieceSize) == [])
  }

  @Test(arguments: 2..<24)
  func packedInputCutShortIsAnError(count: Int) {
    #expect(waslError { _ = try read(Array(Self.gzip.prefix(count)), pieceSize: 5) }?.code == .input)
  }

  @Test func unreadableFilesAreNamed() {
    #expect(
      waslError { _ = try InputReader(path: "/none") }?.description
        == "/none: cannot be read: no such file or directory; check the path")
  }
}
