import ArgumentParser
import WaslBitext

/// Options for aligning many documents in one run.
struct BatchOptions: ParsableArguments {
  @Option(
    help: .init(
      """
      Align the documents that this file lists, '-' for standard input: lines of 'FILE', 'FILE<tab>FILE' or \
      'NAME<tab>FILE<tab>FILE', or JSON objects with 'id' and 'source' and 'target', or 'text' (texts), or \
      'source_file' and 'target_file', or 'file' (paths, from the list's folder).
      """, valueName: "list"),
    completion: .file())
  var batch: String?

  @Option(
    name: .shortAndLong,
    help: .init("Documents aligned at the same time; without it, one for each processor.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: .init(
      "Write one file a document into this folder, named for it, in place of one stream.", valueName: "folder"),
    completion: .directory)
  var outputDir: String?

  @Flag(help: "Go on where an earlier run into the same output was stopped.")
  var resume = false

  @Flag(help: "Report a document that cannot be aligned, leave it out and go on.")
  var keepGoing = false

  @Option(help: .init("Align every n-th document only, from the i-th, as one of n runs.", valueName: "i/n"))
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
