import Testing
import WaslBitext

@testable import Wasl

/// Tables as units of alignment: rows and cells that correspond, mirrored columns, numbers at the edges.
@Suite struct TableTests {
  /// A text of one table; `~` before a cell makes it run from right to left.
  static func table(_ rows: [[String]], name: String = "table") -> SourceText {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let isRightToLeft = cell.hasPrefix("~")
        if !bytes.isEmpty { bytes.append(0x0A) }
        let start = bytes.count
        bytes += (isRightToLeft ? String(cell.dropFirst()) : cell).utf8
        blocks.append(
          Block(
            range: start..<bytes.count, kind: .tableCell(TableCell(table: 0, row: row, column: column)),
            direction: isRightToLeft ? .rightToLeft : .leftToRight))
        bytes.append(0x0A)
      }
    }
    return SourceText(name: name, bytes: bytes, blocks: blocks)
  }

  static func pairs(_ texts: [SourceText]) throws -> [[String]] {
    let aligned = try DocumentAligner().align(BilingualText(texts))
    #expect(aligned.defect == nil)
    return aligned.beads.map { [$0.sourceText, $0.targetText] }
  }

  static let clauses = [
    ["The tenant pays the water bill.", "يدفع المستأجر فاتورة الماء."],
    ["The landlord paints the door every year.", "يدهن المؤجر الباب كل سنة."],
    ["Pets are not allowed in the building.", "لا يسمح بالحيوانات الأليفة في المبنى."],
    ["The contract ends in the month of June.", "ينتهي العقد في شهر يونيو."],
  ]

  @Test func numbersAtBothEdgesBelongToTheirText() throws {
    let rows = Self.clauses.enumerated().map { ["\($0 + 1).", $1[0], "~" + $1[1], "~\($0 + 1)."] }
    let pairs = try Self.pairs([Self.table(rows)])
    let expected = Self.clauses.enumerated().flatMap { [["\($0 + 1).", "\($0 + 1)."], [$1[1], $1[0]]] }
    #expect(pairs == expected)
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 2, 0], [2, 1, 0]])
  func oneColumnOfNumbersHasNoCounterpart(order: [Int]) throws {
    let rows = Self.clauses.enumerated().map { number, clause in
      let cells = ["\(number + 1)", clause[0], clause[1]]
      return order.map { cells[$0] }
    }
    let pairs = try Self.pairs([Self.table(rows)])
    #expect(pairs.filter { !$0.contains("") } == Self.clauses.map { [$0[1], $0[0]] })
    #expect(pairs.filter { $0.contains("") }.map { $0.joined() } == (1...4).map(String.init))
  }

  @Test func emptyCellsLeaveGaps() throws {
    var rows = Self.clauses.map { [$0[0], $0[1]] }
    rows[1][1] = ""
    let pairs = try Self.pairs([Self.table(rows)])
    #expect(pairs == [0, 1, 2, 3].map { [$0 == 1 ? "" : Self.clauses[$0][1], Self.clauses[$0][0]] })
  }

  static let parts = [
    ["No.", "Part", "Remark", "Since"], ["4.1", "The fan cools the motor.", "Replaced in winter", "2.0"],
    ["4.2", "The lid protects the blades.", "Too heavy", "3.0"],
    ["4.3", "The cable connects both boxes.", "Longer than before", "2.0"],
  ]
  static let partsInArabic = [
    ["الرقم", "القطعة", "ملاحظة", "منذ"], ["4.1", "تبرد المروحة المحرك.", "استبدلت في الشتاء", "2.0"],
    ["4.2", "يحمي الغطاء الشفرات.", "ثقيل جدا", "3.0"], ["4.3", "يصل الكابل بين الصندوقين.", "أطول من قبل", "2.0"],
  ]

  @Test(arguments: [false, true]) func cellsCorrespondWhateverTheOrderOfColumns(isMirrored: Bool) throws {
    let arabic = Self.partsInArabic.map { isMirrored ? $0.reversed() : $0 }
    let pairs = try Self.pairs([Self.table(arabic, name: "ar"), Self.table(Self.parts, name: "en")])
    #expect(pairs == zip(Self.partsInArabic, Self.parts).flatMap { zip($0, $1).map { [$0, $1] } })
  }

  @Test func aMissingRowIsAGap() throws {
    let arabic = Self.partsInArabic.enumerated().filter { $0.offset != 2 }.map(\.element)
    let pairs = try Self.pairs([Self.table(arabic, name: "ar"), Self.table(Self.parts, name: "en")])
    #expect(
      pairs.filter { !$0.contains("") }
        == [0, 1, 3].flatMap { zip(Self.partsInArabic[$0], Self.parts[$0]).map { [$0, $1] } })
  }
}
