import Testing
import Wasl
import WaslBitext

/// What one side has in one segment and the other in more than the search joins.
@Suite struct BeadGrowthTests {
  private static let items: [(arabic: String, english: String)] = [
    ("الخبز", "The bread."), ("السمك", "The fish."), ("العسل", "The honey."), ("التفاح", "The apples."),
    ("الزيت", "The oil."), ("الملح", "The salt."), ("البيض", "The eggs."), ("الحليب", "The milk."),
    ("القهوة", "The coffee."), ("الماء", "The water."), ("اللحم", "The meat."), ("السكر", "The sugar."),
  ]
  private static let before = [
    ("زار الوزير المدرسة الجديدة في القرية.", "The minister visited the new school in the village."),
    ("ذهب الطبيب إلى المستشفى في السيارة.", "The doctor went to the hospital by car."),
  ]
  private static let after = [
    ("كتب الملك رسالة طويلة إلى أخته في لندن.", "The king wrote a long letter to his sister in London."),
    ("عادت السفينة من البحر بعد العاصفة.", "The ship returned from the sea after the storm."),
  ]

  private func beads(_ arabic: [String], _ english: [String]) throws -> [String] {
    func document(_ lines: [String], _ language: Language) -> Document {
      BilingualInput.lines(
        of: SourceText(name: "test", bytes: Array(lines.joined(separator: "\n").utf8)), language)
    }
    return try DocumentAligner().align(document(arabic, .arabic), document(english, .english)).alignment.beads.map {
      "\($0.source.count)-\($0.target.count)"
    }
  }

  @Test(arguments: [6, 9, 10, 12]) func aListIsOneSegmentHereAndManyThere(count: Int) throws {
    let items = Self.items.prefix(count)
    let arabic = Self.before.map(\.0) + [items.map(\.arabic).joined(separator: "، ") + "."] + Self.after.map(\.0)
    let english = Self.before.map(\.1) + items.map(\.english) + Self.after.map(\.1)
    #expect(try beads(arabic, english) == ["1-1", "1-1", "1-\(count)", "1-1", "1-1"])
  }

  @Test(arguments: [6, 9, 10, 12]) func theOtherWayRound(count: Int) throws {
    let items = Self.items.prefix(count)
    let arabic = Self.before.map(\.0) + items.map { $0.arabic + "." } + Self.after.map(\.0)
    let english =
      Self.before.map(\.1) + [items.map { $0.english.dropLast() }.joined(separator: ", ") + "."] + Self.after.map(\.1)
    #expect(try beads(arabic, english) == ["1-1", "1-1", "\(count)-1", "1-1", "1-1"])
  }

  private static let animals: [(arabic: String, english: String)] = [
    ("الأسد", "The lion."), ("الفيل", "The elephant."), ("الكلب", "The dog."), ("القطة", "The cat."),
    ("الحصان", "The horse."), ("الجمل", "The camel."), ("النحلة", "The bee."), ("الذئب", "The wolf."),
    ("الثعلب", "The fox."), ("الأرنب", "The rabbit."),
  ]

  /// The boundary between two of them moves both ways.
  @Test func twoListsFollowEachOther() throws {
    let lists = [Self.items, Self.animals]
    let arabic =
      Self.before.map(\.0) + lists.map { $0.map(\.arabic).joined(separator: "، ") + "." } + Self.after.map(\.0)
    let english = Self.before.map(\.1) + lists.flatMap { $0.map(\.english) } + Self.after.map(\.1)
    #expect(try beads(arabic, english) == ["1-1", "1-1", "1-12", "1-10", "1-1", "1-1"])
  }

  /// Segments that have nothing to do with the list stay gaps beside it.
  @Test func whatIsNotOfTheListStaysApart() throws {
    let items = Self.items.prefix(9)
    let arabic = Self.before.map(\.0) + [items.map(\.arabic).joined(separator: "، ") + "."] + Self.after.map(\.0)
    let english =
      Self.before.map(\.1) + items.map(\.english) + ["Nobody climbed that mountain in winter."] + Self.after.map(\.1)
    #expect(try beads(arabic, english) == ["1-1", "1-1", "1-9", "0-1", "1-1", "1-1"])
  }
}
