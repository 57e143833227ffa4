import Glibc
import WaslBitext
import WaslModel
import WaslText

extension FuzzTarget {
  /// The command as a process, on damaged files of every kind: what only it reads, such as lists of batches.
  ///
  /// `WASL` names the program; otherwise the one beside this is run.
  static let command = FuzzTarget("command") {
    let program = CommandProgram()
    let mutator = Mutator(["{\"id\":\"a\"", "\t", "\n", "\"source_file\":\"ar\"", "\"text\":", "\u{FEFF}"])
    let model = smallModel()
    return { random in
      func damaged(_ seeds: [[UInt8]]) -> [UInt8] { mutator.mutated(seeds, &random) }
      let texts = Seeds.texts.map { Array(String(decoding: $0, as: UTF8.self).utf8) }
      var files = ["both.txt": texts[0], "ar": Array("نعم.\nلا.\n".utf8), "en": Array("Yes.\nNo.\n".utf8)]
      var arguments: [String]
      switch random.below(10) {
      case 0:
        files["list"] = damaged(list)
        arguments = ["align", "--batch", "list", "--keep-going", "--verify", "--jobs", "2"]
        if random.chance(2) { arguments += ["--output-dir", "out", "--to", "tmx"] }
      case 1: return try resume(program, &random, files, mutator)
      case 2:
        let forms = [Seeds.ladder + Seeds.rungs, Seeds.jsonl, Seeds.tsv, Seeds.spans]
        files["gold"] = damaged(random.pick(forms))
        files["found"] = damaged(random.pick(forms))
        arguments = ["evaluate", "gold", "found", "--by-document"] + random.pick([[], ["--json"], ["--calibration"]])
      case 3:
        files["in"] = damaged(Seeds.texts)
        arguments = random.pick([
          ["segment"], ["segment", "--to", "jsonl", "--wrapped"], ["tokenize", "--to", "tsv", "--keys"], ["tokenize"],
          ["normalize"], ["normalize", "--replace-invalid"], ["align"], ["align", "--presplit", "--verify"],
          ["align", "--explain"], ["extract"],
        ])
        arguments.append("in")
      case 4:
        files["in"] = damaged(random.pick([Seeds.tsv, Seeds.csv, Seeds.jsonl, Seeds.tmx, Seeds.xliff, Seeds.po]))
        arguments = random.pick([
          ["validate"], ["convert", "--to", "html"], ["convert", "--to", "moses", "-o", "out"],
          ["filter", "--duplicates", "near", "--rejected", "out.tsv"],
          ["train", "--without-vectors", "-o", "out.model"],
        ])
        arguments.append("in")
      case 5:
        files["in"] = damaged(Seeds.ladder + Seeds.rungs)
        arguments = ["convert", "in", "ar", "en"]
      case 6:
        var parts = model
        let hit = random.below(parts.count)
        parts[hit].bytes = damaged([Array(parts[hit].bytes.prefix(1 << 14))])
        files["in.model"] = ModelFile.assemble(parts)
        arguments = random.pick([
          ["model", "info", "in.model"], ["model", "info", "--json", "in.model"], ["model", "export", "in.model"],
          ["align", "--model", "in.model", "both.txt"],
        ])
      case 7:
        files["terms.tsv"] = damaged(Seeds.glossary)
        arguments = ["align", "--glossary", "terms.tsv", "both.txt", "--granularity", "clause"]
      case 8:
        (files["v.txt"], files["v.f32"]) = (
          damaged([Array("w نعم\nw yes\np ab\n".utf8)]), damaged([.init(repeating: 63, count: 24)])
        )
        files["in.tsv"] = Array("نعم\tyes\nلا\tno\n".utf8)
        arguments = ["train", "--vectors", "v", "in.tsv", "-o", "out.model"]
      default:
        (files["ar.srt"], files["en.vtt"]) = (damaged(Seeds.timed[0]), damaged(Seeds.timed[1]))
        arguments = ["align", "ar.srt", "en.vtt", "--verify", "--to", "html", "-o", "out.html"]
      }
      try program.check(arguments, files)
    }
  }

  private static let list = Seeds.utf8(
    "both.txt\nar\ten\nx\tar\ten\n# no\n",
    "{\"id\":\"a\",\"source\":\"نعم. لا.\",\"target\":\"Yes. No.\"}\n{\"id\":7,\"text\":\"نعم\\nYes\"}\n"
      + "{\"source_file\":\"ar\",\"target_file\":\"en\"}\n{\"id\":\"b\",\"file\":\"both.txt\"}\n")

  /// A stream that was cut anywhere is completed; one that is damaged is refused, or completed behind the damage.
  private static func resume(
    _ program: CommandProgram, _ random: inout SplitMix64, _ files: [String: [UInt8]], _ mutator: Mutator
  ) throws {
    var files = files
    files["list"] = list[1]
    let arguments = ["align", "--batch", "list", "-o", "out.jsonl"]
    try program.check(arguments, files)
    let whole = try fileBytes(program.folder + "/out.jsonl")
    let isCut = random.chance(2)
    files["out.jsonl"] = isCut ? Array(whole[..<random.below(whole.count + 1)]) : mutator.mutated([whole], &random)
    let status = try program.check(arguments + ["--resume"], files)
    if isCut {
      let again = try fileBytes(program.folder + "/out.jsonl")
      try require(status == 0 && again == whole, "resumed after \(files["out.jsonl"]!.count) bytes it is another")
    }
  }
}

/// Runs the command in a folder of its own, and judges how it ends.
private final class CommandProgram {
  let folder = "/tmp/wasl-fuzz-\(getpid())"
  private let path: String

  init() {
    if let given = getenv("WASL") {
      path = String(cString: given)
    } else {
      let own = realpath("/proc/self/exe", nil).map { String(cString: $0) } ?? ""
      path = own.lastIndex(of: "/").map { own[...$0] + "wasl" } ?? own
    }
    mkdir(folder, 0o700)
    // Runs start in the folder of their files.
    guard path.hasPrefix("/"), access(path, X_OK) == 0, chdir(folder) == 0 else {
      fatalError("\(path) is not there: build it, or give its whole path in WASL")
    }
  }

  /// - Returns: the exit status, which is none of a crash, a defect or a failure without a message.
  @discardableResult
  func check(_ arguments: [String], _ files: [String: [UInt8]]) throws -> Int32 {
    for name in ["out.jsonl", "out.tsv", "out.html", "out.model", "out.ar", "out.en"] { unlink(folder + "/" + name) }
    for (name, bytes) in files { try write(bytes, folder + "/" + name) }
    let status = try run(arguments)
    let messages = String(decoding: try fileBytes(folder + "/err"), as: UTF8.self)
    let call = "wasl \(arguments.joined(separator: " ")), \(folder)"
    try require(status & 0x7F == 0, "signal \(status & 0x7F): \(call): \(messages)")
    let code = status >> 8
    try require((0...2).contains(code), "status \(code): \(call): \(messages)")
    // `validate` and `evaluate` say no by their output.
    if code == 2 { try require(messages.contains("wasl: error: "), "status 2 without a message: \(call)") }
    return code
  }

  private func run(_ arguments: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (number, name) in [(Int32(1), "stdout"), (2, "err")] {
      posix_spawn_file_actions_addopen(&actions, number, folder + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, &words, environ) == 0 else {
      throw FuzzFailure("\(path) cannot be started")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
