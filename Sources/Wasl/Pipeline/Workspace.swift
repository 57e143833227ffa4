internal import Synchronization
internal import WaslBitext
internal import WaslModel
package import WaslText

/// The buffers that one alignment needs for itself, and the forms of words met before. What is in them changes how fast
/// an alignment is, never what it is.
///
/// Not safe for two calls at once: `WorkspacePool` hands it to one at a time.
package final class Workspace: @unchecked Sendable {
  package let tokenizer: KeyTokenizer
  package let words: WordMemory

  init(_ model: TranslationModel) throws(WaslError) {
    tokenizer = try KeyTokenizer()
    words = WordMemory(model)
  }
}

/// Workspaces that are free: as many as alignments ever ran at the same time.
final class WorkspacePool: Sendable {
  private let model: TranslationModel
  private let free: Mutex<[Workspace]>

  /// - Throws: an input error when ICU's data cannot be read.
  init(_ model: TranslationModel) throws(WaslError) {
    self.model = model
    free = Mutex([try Workspace(model)])
  }

  /// Lends a workspace to `body`.
  ///
  /// - Throws: an input error when ICU's data cannot be read, and what `body` throws.
  func lend<Result>(_ body: (Workspace) throws(WaslError) -> Result) throws(WaslError) -> Result {
    let workspace: Workspace
    if let idle = free.withLock({ $0.popLast() }) { workspace = idle } else { workspace = try Workspace(model) }
    defer { free.withLock { $0.append(workspace) } }
    return try body(workspace)
  }
}
