import WaslBitext
import WaslModel
import WaslSystemIO

/// Reads word vectors for training.
enum VectorFiles {
  /// - Throws: a `.format` error when the two files do not go together.
  static func read(_ prefix: String) throws -> [WordVectors.Unit] {
    let names = String(decoding: try InputFile.read(prefix + ".txt"), as: UTF8.self).split(separator: "\n")
    let numbers = try InputFile.read(prefix + ".f32")
    guard !names.isEmpty, numbers.count % (4 * names.count) == 0 else {
      throw WaslError(
        .format, "\(numbers.count) bytes do not make \(names.count) rows", at: .init(file: prefix + ".f32"),
        advice: "write as many rows as \(prefix).txt has lines")
    }
    let dimension = numbers.count / 4 / names.count
    return try names.enumerated().map { row, name in
      let fields = name.split(separator: " ")
      guard fields.count == 2, fields[0] == "w" || fields[0] == "p" else {
        throw WaslError(
          .format, "not a unit: \(name)", at: .init(file: prefix + ".txt", line: row + 1),
          advice: "write w or p, a space, and the word or piece")
      }
      let vector = (0..<dimension).map { column in
        let at = (row * dimension + column) * 4
        return Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(numbers[at + $1]) << UInt32(8 * $1) })
      }
      return .init(text: String(fields[1]), isPiece: fields[0] == "p", vector: vector)
    }
  }
}
