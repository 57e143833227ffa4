import WaslBitext
import WaslSyntax
import WaslSystemIO

/// A gold file and the hypothesis to be measured by it.
struct EvaluationPair {
  /// What the table calls it.
  var name: String
  var gold: String
  var hypothesis: String
}

/// Finds which files of two folders belong together: `DOC.ladder` or `DOC.spans.tsv` in the one,
/// `DOC.ladder`, `DOC.jsonl` or `DOC.tsv` in the other, each also as `DOC.mixed.…`.
enum EvaluationPairs {
  /// - Throws: an input error when a document of the gold has no hypothesis, or two of one form: a
  ///   document left out would make the figures look better than they are.
  static func find(gold: String, hypotheses: String) throws(WaslError) -> [EvaluationPair] {
    let goldFiles = try documents(in: gold, forms: [.ladder, .spans])
    let hypothesisFiles = try documents(in: hypotheses, forms: [.ladder, .jsonl, .tsv])
    var pairs: [EvaluationPair] = []
    var missing: [String] = []
    for document in goldFiles.keys.sorted(by: isBefore) {
      let golds = goldFiles[document] ?? [:]
      let found = hypothesisFiles[document] ?? [:]
      func add(_ goldForm: AlignmentFile.Form, _ hypothesisForms: [AlignmentFile.Form]) {
        guard let goldFile = golds[goldForm], let form = hypothesisForms.first(where: { found[$0] != nil }),
          let hypothesis = found[form]
        else { return }
        pairs.append(EvaluationPair(name: document, gold: goldFile, hypothesis: hypothesis))
      }
      let count = pairs.count
      // With both kinds of gold, JSON lines are of the running text that the spans are of.
      add(.ladder, golds[.spans] == nil ? [.ladder, .jsonl, .tsv] : [.ladder, .tsv])
      add(.spans, [.jsonl])
      if pairs.count == count { missing.append(document) }
    }
    if goldFiles.isEmpty {
      throw WaslError(
        .input, "no gold in this folder", at: .init(file: gold), advice: "gold is DOC.ladder or DOC.spans.tsv")
    }
    if let first = missing.first {
      let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
      throw WaslError(
        .input, "no hypothesis for '\(first)'\(others)", at: .init(file: hypotheses),
        advice: "for a ladder give \(first).ladder, for spans \(first).jsonl")
    }
    return pairs
  }

  /// The files of a folder by document and form.
  private static func documents(
    in folder: String, forms: [AlignmentFile.Form]
  ) throws(WaslError) -> [String: [AlignmentFile.Form: String]] {
    var result: [String: [AlignmentFile.Form: String]] = [:]
    for name in try InputFile.names(inFolder: folder).sorted(by: isBefore) {
      guard let form = AlignmentFile.form(name), forms.contains(form), let document = stem(name) else { continue }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if let other = result[document]?[form] {
        throw WaslError(
          .input, "two files for '\(document)': \(other) and \(path)", advice: "leave one of them in the folder")
      }
      result[document, default: [:]][form] = path
    }
    return result
  }

  /// The name without its ends, or nil when nothing is left.
  private static func stem(_ name: String) -> String? {
    var stem = name[...]
    if stem.hasSuffix(AlignmentFile.spansSuffix) {
      stem = stem.dropLast(AlignmentFile.spansSuffix.count)
    } else if let dot = stem.lastIndex(of: ".") {
      stem = stem[..<dot]
    }
    if stem.hasSuffix(".mixed") { stem = stem.dropLast(".mixed".count) }
    return stem.isEmpty ? nil : String(stem)
  }

  /// By bytes, the same everywhere.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
