/// What was taken off each byte before packing: the byte beside it or above it (ISO 32000-1, 7.4.4.4).
struct Predictor {
  private let kind: Int
  /// Bytes of a pixel, at least 1.
  private let step: Int
  /// Bytes of a row.
  private let row: Int

  init(_ parameters: [String: PDFValue]) {
    func value(_ key: String, _ standard: Int, _ range: ClosedRange<Int>) -> Int {
      min(max(parameters[key]?.integer ?? standard, range.lowerBound), range.upperBound)
    }
    kind = value("Predictor", 1, 1...15)
    let colours = value("Colors", 1, 1...32)
    let bits = value("BitsPerComponent", 8, 1...16)
    let columns = value("Columns", 1, 1...1_000_000)
    step = max(1, colours * bits / 8)
    row = (colours * bits * columns + 7) / 8
  }

  func undone(_ bytes: [UInt8]) -> [UInt8] {
    switch kind {
    case 2: tiff(bytes)
    case 10...: png(bytes)
    default: bytes
    }
  }

  private func tiff(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for index in bytes.indices where index % row >= step { bytes[index] &+= bytes[index - step] }
    return bytes
  }

  private func png(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var above = [UInt8](repeating: 0, count: row)
    var start = 0
    while start + 1 < bytes.count {
      let filter = bytes[start]
      var line = Array(bytes[(start + 1)..<min(bytes.count, start + 1 + row)])
      for index in line.indices {
        let left = index >= step ? Int(line[index - step]) : 0
        let up = Int(above[index])
        let corner = index >= step ? Int(above[index - step]) : 0
        let predicted =
          switch filter {
          case 1: left
          case 2: up
          case 3: (left + up) / 2
          case 4: Self.paeth(left, up, corner)
          default: 0
          }
        line[index] &+= UInt8(truncatingIfNeeded: predicted)
      }
      output += line
      above.replaceSubrange(0..<line.count, with: line)
      start += 1 + row
    }
    return output
  }

  private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let estimate = left + up - corner
    let (a, b, c) = (abs(estimate - left), abs(estimate - up), abs(estimate - corner))
    return a <= b && a <= c ? left : b <= c ? up : corner
  }
}
