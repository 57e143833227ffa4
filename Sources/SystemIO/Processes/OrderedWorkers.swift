import Glibc

/// Threads that work on items in parallel and hand the results back in the order of the items.
///
/// Memory is bounded: no item is fetched while `window` of them are under way or wait for an earlier one.
package final class OrderedWorkers<Item: Sendable, Output: Sendable>: @unchecked Sendable {
  // All mutable state is guarded by `mutex`.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let itemReady = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let outputReady = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [(number: Int, item: Item)] = []
  private var firstWaiting = 0
  private var outputs: [Int: Output] = [:]
  private var isClosed = false
  private let work: @Sendable () -> (Item) -> Output
  private let jobs: Int

  /// - Parameter work: called once in each thread, for a worker with its own buffers.
  package init(jobs: Int, work: @escaping @Sendable () -> (Item) -> Output) {
    self.jobs = max(1, jobs)
    self.work = work
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(itemReady, nil)
    pthread_cond_init(outputReady, nil)
  }

  deinit {
    pthread_cond_destroy(outputReady)
    pthread_cond_destroy(itemReady)
    pthread_mutex_destroy(mutex)
    outputReady.deallocate()
    itemReady.deallocate()
    mutex.deallocate()
  }

  /// Fetches items until there are none, and hands each result to `consume`, in the caller's thread.
  /// - Throws: what `next` and `consume` throw, after the threads have ended.
  package func run(next: () throws -> Item?, consume: (Output) throws -> Void) throws {
    let threads = startThreads()
    defer { join(threads) }
    // Without any thread the caller does the work.
    let alone = threads.isEmpty ? work() : nil
    let window = max(1, threads.count) * 16
    var (fetched, consumed) = (0, 0)
    var hasMore = true
    while true {
      while hasMore && fetched - consumed < window {
        guard let item = try next() else {
          hasMore = false
          break
        }
        if let alone { outputs[fetched] = alone(item) } else { enqueue(item, fetched) }
        fetched += 1
      }
      if consumed == fetched { return }
      try consume(output(consumed))
      consumed += 1
    }
  }

  private func startThreads() -> [pthread_t] {
    var threads: [pthread_t] = []
    for _ in 0..<jobs {
      let body = ThreadBody { self.workUntilClosed() }
      if let thread = body.start() { threads.append(thread) }
    }
    return threads
  }

  private func join(_ threads: [pthread_t]) {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_mutex_unlock(mutex)
    pthread_cond_broadcast(itemReady)
    for thread in threads { pthread_join(thread, nil) }
  }

  private func enqueue(_ item: Item, _ number: Int) {
    pthread_mutex_lock(mutex)
    waiting.append((number, item))
    pthread_mutex_unlock(mutex)
    pthread_cond_signal(itemReady)
  }

  private func finish(_ output: Output, _ number: Int) {
    pthread_mutex_lock(mutex)
    outputs[number] = output
    pthread_mutex_unlock(mutex)
    pthread_cond_signal(outputReady)
  }

  private func output(_ number: Int) -> Output {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let output = outputs.removeValue(forKey: number) { return output }
      pthread_cond_wait(outputReady, mutex)
    }
  }

  private func workUntilClosed() {
    let work = work()
    while let (number, item) = nextWaiting() {
      finish(work(item), number)
    }
  }

  private func nextWaiting() -> (Int, Item)? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if isClosed { return nil }
      if firstWaiting < waiting.count {
        let item = waiting[firstWaiting]
        firstWaiting += 1
        if firstWaiting > 64 {
          waiting.removeFirst(firstWaiting)
          firstWaiting = 0
        }
        return item
      }
      pthread_cond_wait(itemReady, mutex)
    }
  }
}

/// What a thread does, as an object that its C function can be given.
private final class ThreadBody: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// - Returns: nil when the system has no thread left.
  func start() -> pthread_t? {
    var thread = pthread_t()
    let me = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, me.toOpaque())
    if status != 0 { me.release() }
    return status == 0 ? thread : nil
  }
}

/// How many processors are running.
package func availableProcessors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
