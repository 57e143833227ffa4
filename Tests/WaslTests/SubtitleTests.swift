import Testing
import Wasl
import WaslBitext
import WaslDocuments

@Suite struct SubtitleTests {
  /// A cue of a made-up film; what is said in it, once in each language.
  private struct Line {
    var start: Int
    var end: Int
    var arabic: String
    var english: String
  }

  /// Short sentences that say little by themselves, as they are in films, each in a cue.
  private static let film: [Line] = {
    let said = [
      ("طيب.", "Sure."), ("يلا.", "C'mon."), ("أوف.", "Gosh."), ("شو.", "Huh."), ("مشي الحال.", "We're good."),
      ("على راسي.", "You got it."), ("خلص بقى.", "Knock it off."), ("ما في شي.", "Never mind."),
    ]
    var random = RandomDocument(seed: 4)
    var time = 2_000
    return (0..<60).map { number in
      let (arabic, english) = said[Int.random(in: 0..<said.count, using: &random)]
      let start = time
      let end = start + Int.random(in: 900...2_600, using: &random)
      time = end + Int.random(in: 80...2_500, using: &random)
      return Line(start: start, end: end, arabic: "\(arabic)", english: "\(english)")
    }
  }()

  private static func time(_ milliseconds: Int) -> String {
    func digits(_ number: Int, _ count: Int) -> String {
      String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
    }
    let seconds = milliseconds / 1000
    return
      "\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2)),\(digits(milliseconds % 1000, 3))"
  }

  private static func document(_ cues: [(start: Int, end: Int, text: String)], _ language: Language) throws -> Document
  {
    let file = cues.enumerated().map { "\($0 + 1)\n\(time($1.start)) --> \(time($1.end))\n\($1.text)\n\n" }.joined()
    let text = try DocumentFormat.srt.source(of: Array(file.utf8), name: "film.\(language).srt")
    let other = SourceText(name: "x", bytes: Array((language == .arabic ? "a" : "ا").utf8))
    let sides = try BilingualInput().sides(of: text, other)
    return language == .arabic ? sides.arabic : sides.english
  }

  /// The English file is `clock` of the Arabic one, and joins its cues by `merges`.
  private static func shared(clock: (Int) -> Int, merges: (Int) -> Bool, drops: (Int) -> Bool) throws -> Double {
    let arabic = try document(film.map { ($0.start, $0.end, $0.arabic) }, .arabic)
    var cues: [(start: Int, end: Int, text: String)] = []
    for (number, line) in film.enumerated() where !drops(number) {
      if merges(number), let last = cues.indices.last {
        cues[last].text += "\n" + line.english
        cues[last].end = clock(line.end)
      } else {
        cues.append((clock(line.start), clock(line.end), line.english))
      }
    }
    let english = try document(cues, .english)
    let text = try DocumentAligner().align(.segmented(source: arabic, target: english))
    #expect(
      text.alignment.defect(sourceCount: text.source.segments.count, targetCount: text.target.segments.count) == nil)
    // A bead is right when its English is what is said in its Arabic cues.
    var next = 0
    var right = 0
    for bead in text.alignment.beads where !bead.source.isEmpty {
      let numbers = next..<next + bead.source.count
      next += bead.source.count
      let wanted = numbers.filter { !drops($0) }.map { film[$0].english }.joined(separator: " ")
      let found = bead.target.map(text.target.text(of:)).joined(separator: " ")
      if wanted == found { right += bead.source.count }
    }
    return Double(right) / Double(film.count)
  }

  @Test func timesThatAgreeLead() throws {
    #expect(try Self.shared(clock: { $0 }, merges: { _ in false }, drops: { _ in false }) > 0.95)
  }

  @Test func aShiftIsFound() throws {
    #expect(try Self.shared(clock: { $0 + 61_230 }, merges: { _ in false }, drops: { _ in false }) > 0.95)
  }

  @Test func anotherFrameRateIsFound() throws {
    let share = try Self.shared(
      clock: { Int(Double($0) * 25 / 23.976) + 3_000 }, merges: { _ in false }, drops: { _ in false })
    #expect(share > 0.95)
  }

  /// The words alone tell these lines apart badly; otherwise the times would prove nothing.
  @Test func mergedAndMissingCuesAreBorne() throws {
    let timed = try Self.shared(clock: { $0 + 5_000 }, merges: { $0 % 5 == 3 }, drops: { $0 % 11 == 6 })
    var random = RandomDocument(seed: 8)
    let jumps = Self.film.map { _ in Int.random(in: 0...3_000_000, using: &random) }.sorted()
    let starts = Dictionary(uniqueKeysWithValues: zip(Self.film.map(\.start), jumps))
    let untimed = try Self.shared(
      clock: { starts[$0] ?? 3_500_000 }, merges: { $0 % 5 == 3 }, drops: { $0 % 11 == 6 })
    #expect(timed > 0.8)
    #expect(timed > untimed + 0.1, "\(timed) with times, \(untimed) without")
  }

  @Test func timesThatDoNotAgreeAreLeftAlone() throws {
    let arabic = try Self.document(Self.film.map { ($0.start, $0.end, $0.arabic) }, .arabic)
    var random = RandomDocument(seed: 2)
    var time = 0
    let english = try Self.document(
      Self.film.map { line in
        time += Int.random(in: 500...6_000, using: &random)
        return (time, time + 400, line.english)
      }, .english)
    let guide = try AlignmentGuide(arabic, english)
    #expect(guide.constraints(on: arabic, english).isEmpty)
    // Text without times neither.
    let plain = try SampleDocument.mixed("tale")
    #expect(try AlignmentGuide(plain.arabic, plain.english).constraints(on: plain.arabic, plain.english).isEmpty)
  }
}
