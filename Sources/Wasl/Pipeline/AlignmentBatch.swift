internal import Synchronization
public import WaslBitext
internal import WaslSystemIO

extension DocumentAligner {
  /// Aligns many documents, several at a time.
  ///
  ///     for try await outcome in aligner.alignAll(documents) {
  ///       switch outcome {
  ///       case .success(let aligned): print(aligned.alignment.beads.count, "beads")
  ///       case .failure(let error): print("left out:", error)
  ///       }
  ///     }
  ///
  /// Results come in the order of the documents, and as soon as those before them have come. A document that cannot be
  /// aligned is a failure, and the batch goes on. Cancelling the task that iterates ends the batch with a
  /// `CancellationError`: no further document is begun.
  ///
  /// - Parameters:
  ///   - documents: are fetched when there is room for them: memory is that of some documents for each job.
  ///   - options: for all documents.
  ///   - jobs: how many are aligned at the same time; without it, one for each processor.
  public func alignAll<Documents: AsyncSequence & Sendable>(
    _ documents: Documents, options: AlignmentOptions = AlignmentOptions(), jobs: Int? = nil
  ) -> AlignmentBatch<Documents> where Documents.Element == BilingualText {
    AlignmentBatch(aligner: self, documents: documents, options: options, jobs: jobs)
  }

  /// Aligns many documents that are at hand, several at a time; see the same for an asynchronous sequence.
  public func alignAll(
    _ documents: [BilingualText], options: AlignmentOptions = AlignmentOptions(), jobs: Int? = nil
  ) -> AlignmentBatch<AsyncStream<BilingualText>> {
    var rest = documents.makeIterator()
    let stream = AsyncStream { continuation in
      while let document = rest.next() { continuation.yield(document) }
      continuation.finish()
    }
    return alignAll(stream, options: options, jobs: jobs)
  }
}

/// The alignments of many documents, in the order of the documents; see `DocumentAligner.alignAll(_:options:jobs:)`.
public struct AlignmentBatch<Documents: AsyncSequence & Sendable>: AsyncSequence, Sendable
where Documents.Element == BilingualText {
  /// An alignment, or what kept a document from it.
  public typealias Element = Result<AlignedText, WaslError>
  /// What the documents' own sequence throws, or `CancellationError`.
  public typealias Failure = any Error

  let aligner: DocumentAligner
  let documents: Documents
  let options: AlignmentOptions
  let jobs: Int?

  /// A new run over the documents.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// One run over the documents.
  public struct Iterator: AsyncIteratorProtocol {
    private let feed: Feed
    private var handles: AsyncThrowingStream<Task<Element, any Error>, any Error>.Iterator

    init(_ batch: AlignmentBatch) {
      let jobs = Swift.max(1, batch.jobs ?? availableProcessors())
      // A slot is a document that is under way or waits for an earlier one.
      let slots = AsyncStream.makeStream(of: Void.self)
      let output = AsyncThrowingStream.makeStream(of: Task<Element, any Error>.self)
      for _ in 0..<jobs { slots.continuation.yield() }
      let flag = StopFlag()
      let feeder = Task {
        do {
          var free = slots.stream.makeAsyncIterator()
          var documents = batch.documents.makeAsyncIterator()
          while await free.next() != nil, let document = try await documents.next(isolation: nil) {
            try Task.checkCancellation()
            output.continuation.yield(
              Task {
                if flag.isSet { throw CancellationError() }
                return Result { () throws(WaslError) in
                  try batch.aligner.align(document, options: batch.options)
                }
              })
          }
          output.continuation.finish()
        } catch {
          output.continuation.finish(throwing: error)
        }
      }
      feed = Feed(feeder, slots.continuation, flag)
      handles = output.stream.makeAsyncIterator()
    }

    /// The next document's alignment; nil after the last.
    ///
    /// - Throws: what the documents' sequence throws, and `CancellationError`.
    public mutating func next() async throws -> Element? {
      let feed = feed
      do {
        guard let handle = try await handles.next() else {
          try Task.checkCancellation()
          return nil
        }
        let element = try await withTaskCancellationHandler {
          try await handle.value
        } onCancel: {
          feed.stop()
        }
        try Task.checkCancellation()
        feed.freeSlot()
        return element
      } catch {
        feed.stop()
        throw error
      }
    }
  }

  /// Starts the documents' tasks; ends with its iterator.
  final class Feed: Sendable {
    private let feeder: Task<Void, Never>
    private let slots: AsyncStream<Void>.Continuation
    private let flag: StopFlag

    init(_ feeder: Task<Void, Never>, _ slots: AsyncStream<Void>.Continuation, _ flag: StopFlag) {
      self.flag = flag
      self.feeder = feeder
      self.slots = slots
    }

    func freeSlot() { slots.yield() }

    /// Begins no further document; those under way come to their end unseen.
    func stop() {
      flag.set()
      feeder.cancel()
      slots.finish()
    }

    deinit { stop() }
  }

  /// Whether a batch has been stopped.
  final class StopFlag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }

    func set() { flag.store(true, ordering: .relaxed) }
  }
}
