import Synchronization
import Testing
import Wasl

/// Many documents, and many tasks with one aligner.
@Suite struct AlignmentBatchTests {
  private static func written(_ text: AlignedText) throws -> [UInt8] {
    var sink = ByteSink()
    _ = try AlignedTextWriter(format: .jsonl).write(text, to: &sink)
    return sink.bytes
  }

  private static let names = ["tale", "minutes", "science", "letters", "report", "recipe", "news", "essay"]

  private static func documents() throws -> [BilingualText] {
    try names.map {
      let sides = try SampleDocument.mixed($0)
      return .segmented(source: sides.arabic, target: sides.english)
    }
  }

  @Test func oneAlignerServesManyTasks() async throws {
    let aligner = try DocumentAligner()
    let documents = try Self.documents()
    var options = AlignmentOptions()
    options.allowsCrossing = true
    options.detail = .evidence
    let alone = try documents.map { try Self.written(DocumentAligner().align($0, options: options)) }
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { [options] group in
      for round in 0..<4 {
        for (index, document) in documents.enumerated() {
          group.addTask {
            (
              (index + round) % documents.count,
              try Self.written(
                aligner.align(
                  documents[(index + round) % documents.count], options: options))
            )
          }
          _ = document
        }
      }
      for try await (index, bytes) in group { #expect(bytes == alone[index], "\(Self.names[index])") }
    }
  }

  @Test(arguments: [1, 2, 7]) func resultsComeInOrder(jobs: Int) async throws {
    let aligner = try DocumentAligner()
    let documents = try Self.documents()
    let alone = try documents.map { try Self.written(aligner.align($0)) }
    var results: [[UInt8]] = []
    for try await result in aligner.alignAll(documents, jobs: jobs) { results.append(try Self.written(result.get())) }
    #expect(results == alone)
  }

  @Test func noDocumentsAreNoResults() async throws {
    for try await _ in try DocumentAligner().alignAll([]) { Issue.record("a result") }
  }

  @Test func aDocumentThatCannotBeAlignedIsAFailure() async throws {
    let documents: [BilingualText] = [.texts("نعم.", "Yes."), .mixed("only English"), .texts("لا.", "No.")]
    var codes: [WaslError.Code?] = []
    for try await result in try DocumentAligner().alignAll(documents) {
      switch result {
      case .success: codes.append(nil)
      case .failure(let error): codes.append(error.code)
      }
    }
    #expect(codes == [nil, .nothingToAlign, nil])
  }

  private struct Broken: Error {}

  @Test func errorsOfTheDocumentsComeThrough() async throws {
    let documents = AsyncThrowingStream<BilingualText, any Error> { continuation in
      continuation.yield(.texts("نعم.", "Yes."))
      continuation.finish(throwing: Broken())
    }
    var count = 0
    await #expect(throws: Broken.self) {
      for try await _ in try DocumentAligner().alignAll(documents) { count += 1 }
    }
    #expect(count == 1)
  }

  @Test func aBatchFetchesOnlyWhatItHasRoomFor() async throws {
    let fetched = Counter()
    let documents = AsyncStream<BilingualText> {
      fetched.add()
      return .texts("نعم.", "Yes.")
    }
    var iterator = try DocumentAligner().alignAll(documents, jobs: 3).makeAsyncIterator()
    for _ in 0..<5 { #expect(try await iterator.next() != nil) }
    // Those that were taken, those under way, and one that waits for a place.
    #expect(fetched.value <= 5 + 3 + 1)
  }

  @Test func aCancelledBatchEnds() async throws {
    let aligner = try DocumentAligner()
    let fetched = Counter()
    // Without end.
    let documents = AsyncStream<BilingualText> {
      fetched.add()
      return .texts("نعم. لا.", "Yes. No.")
    }
    let task = Task {
      var count = 0
      for try await _ in aligner.alignAll(documents, jobs: 2) {
        count += 1
        if count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return count
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    let after = fetched.value
    try await Task.sleep(for: .milliseconds(50))
    #expect(fetched.value == after)
  }

  /// Also one that waits for a document that never comes.
  @Test func aWaitingBatchEnds() async throws {
    let aligner = try DocumentAligner()
    let (documents, continuation) = AsyncStream.makeStream(of: BilingualText.self)
    continuation.yield(.texts("نعم.", "Yes."))
    let started = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      for try await _ in aligner.alignAll(documents) { started.continuation.yield() }
    }
    var iterator = started.stream.makeAsyncIterator()
    _ = await iterator.next()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    continuation.finish()
  }
}

private final class Counter: Sendable {
  private let count = Atomic(0)

  func add() { count.add(1, ordering: .relaxed) }

  var value: Int { count.load(ordering: .relaxed) }
}
