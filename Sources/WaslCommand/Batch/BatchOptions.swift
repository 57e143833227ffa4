import ArgumentParser
import WaslBitext

/// Options for aligning many documents in one run.
struct BatchOptions: ParsableArguments {
  @Option(
    help: .init(
      """
      Align the documents in this list, one per line; '-' is standard input. A line is FILE, FILE<tab>FILE, \
      NAME<tab>FILE<tab>FILE, or a JSON object with 'id' and either texts ('source' and 'target', or 'text') or \
      paths ('source_file' and 'target_file', or 'file'). Paths are relative to the list's folder.
      """, valueName: "list"),
    completion: .file())
  var batch: String?

  @Option(
    name: .shortAndLong,
    help: .init("How many documents to align at the same time (default: one per processor).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: .init(
      "Write one file per document into this folder, named after it.", valueName: "folder"),
    completion: .directory)
  var outputDir: String?

  @Flag(help: "Continue an earlier run into the same output where it stopped.")
  var resume = false

  @Flag(help: "Report documents that cannot be aligned, leave them out and go on.")
  var keepGoing = false

  @Option(help: .init("Align only every n-th document from the i-th, as one of n runs.", valueName: "i/n"))
  var shard: String?

  /// The remainder and the divisor of the record numbers to be taken.
  func shardNumbers() throws -> (index: Int, count: Int) {
    guard let shard else { return (0, 1) }
    let parts = shard.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, (1...count).contains(index) else {
      throw ValidationError("--shard is '\(shard)': give i/n, with i from 1 to n")
    }
    return (index - 1, count)
  }
}
