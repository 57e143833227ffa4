import Testing
import Wasl

/// That the one entry to aligning honours every option.
@Suite struct AlignmentOptionsTests {
  static let arabic = "وصل القطار متأخرا. نزل المسافرون؛ أغلقت المحطة أبوابها ونام الحارس في غرفته."
  static let english =
    "The train arrived late. The passengers got off; the station closed. The guard slept in his room."

  private static func shapes(_ options: AlignmentOptions, _ texts: BilingualText? = nil) throws -> [String] {
    try DocumentAligner().align(texts ?? .texts(arabic, english), options: options).beads.map(\.shape)
  }

  @Test func theSourceIsTheSideAskedFor() throws {
    var options = AlignmentOptions()
    let aligner = try DocumentAligner()
    #expect(try aligner.align(Self.english, Self.arabic, options: options).source.language == .arabic)
    options.sourceLanguage = .english
    #expect(try aligner.align(Self.english, Self.arabic, options: options).source.language == .english)
    let mixed = try aligner.align(Self.arabic + "\n" + Self.english, options: options)
    #expect(mixed.source.language == .english)
  }

  @Test func sentencesAreKeptWholeWhereAskedFor() throws {
    let arabic = "زار الوزير المدرسة الجديدة في القرية صباح الخميس قالت المعلمة إن الأطفال سعداء بالمكتبة الكبيرة."
    let english =
      "The minister visited the new school in the village on Thursday morning. "
      + "The teacher said that the children are happy with the big library."
    var options = AlignmentOptions()
    #expect(try Self.shapes(options, .texts(arabic, english)) == ["1-1", "1-1"])
    options.keepsSentences = true
    #expect(try Self.shapes(options, .texts(arabic, english)) == ["1-2"])
  }

  @Test func linesAreKeptWholeWherePresplit() throws {
    var options = AlignmentOptions()
    options.segmentation.presplit = true
    let text = try DocumentAligner().align("نعم. لا.\n\nربما.\n", "Yes. No.\nPerhaps.\n", options: options)
    #expect(text.source.segments.count == 3)
    #expect(text.target.segments.count == 2)
    #expect(text.beads.contains { $0.sourceText == "نعم. لا." && $0.targetText == "Yes. No." })
  }

  @Test func segmentationIsFollowed() throws {
    var options = AlignmentOptions()
    options.keepsSentences = true
    let usual = try DocumentAligner().align(Self.arabic, Self.english, options: options)
    options.segmentation.breakAtSemicolon = true
    let finer = try DocumentAligner().align(Self.arabic, Self.english, options: options)
    #expect(finer.source.segments.count == usual.source.segments.count + 1)
    #expect(finer.target.segments.count == usual.target.segments.count + 1)
  }

  @Test(arguments: [true, false]) func paragraphsAreOneBeadEach(keepsSentences: Bool) throws {
    var options = AlignmentOptions()
    options.granularity = .paragraph
    options.keepsSentences = keepsSentences
    let (arabic, english) = (
      Self.arabic + "\n\nذهب الطبيب إلى المستشفى.", Self.english + "\n\nThe doctor went to hospital."
    )
    #expect(try Self.shapes(options, .texts(arabic, english)).count == 2)
  }

  @Test(arguments: AlignmentDetail.allCases) func detailIsToldAsAskedFor(detail: AlignmentDetail) throws {
    var options = AlignmentOptions()
    options.detail = detail
    let text = try DocumentAligner().align(Self.arabic, Self.english, options: options)
    #expect(text.wordLinks.isEmpty == (detail < .wordLinks))
    #expect(text.evidence.isEmpty == (detail < .evidence))
    options.detail = .beads
    #expect(try DocumentAligner().align(Self.arabic, Self.english, options: options).alignment == text.alignment)
    for bead in text.beads {
      for link in bead.wordLinks {
        #expect(
          bead.source!.bytes.contains(link.source.lowerBound) && bead.target!.bytes.contains(link.target.lowerBound))
      }
    }
  }

  @Test func contradictionsAreRefused() {
    var presplit = AlignmentOptions()
    presplit.segmentation.presplit = true
    presplit.granularity = .clause
    var kept = AlignmentOptions()
    kept.keepsSentences = true
    kept.granularity = .clause
    for options in [presplit, kept] {
      let error = #expect(throws: WaslError.self) { try Self.shapes(options) }
      #expect(error?.code == .usage)
    }
  }

  @Test(arguments: [0, 3]) func onlyOneTextOrTwoAreAPair(count: Int) {
    let error = #expect(throws: WaslError.self) {
      try BilingualText(Array(repeating: SourceText(name: "x", "نعم"), count: count))
    }
    #expect(error?.code == .usage)
  }

  @Test func aResultIsVerifiedWhereAskedFor() throws {
    var options = AlignmentOptions()
    options.verifies = true
    let text = SourceText(name: "x", "نعم. لا.")
    let half = Document(text: text, language: .arabic, segments: [Segment(range: 0..<7)])
    let english = Document(
      text: SourceText(name: "y", "Yes."), language: .english, segments: [Segment(range: 0..<4)])
    #expect(try DocumentAligner().align(Self.arabic, Self.english, options: options).defect == nil)
    let error = #expect(throws: WaslError.self) {
      try DocumentAligner().align(.segmented(source: half, target: english), options: options)
    }
    #expect(error?.code == .defect && error?.description.contains("byte 8 stands in no segment") == true)
    options.verifies = false
    #expect(throws: Never.self) {
      try DocumentAligner().align(.segmented(source: half, target: english), options: options)
    }
  }
}
