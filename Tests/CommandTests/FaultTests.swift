import Foundation
import TestSupport
import Testing

/// What goes wrong around the program: disks, rights, memory, signals. Nothing half is left under the output's name,
/// nothing that was there is lost, and the message says what to do.
@Suite struct FaultTests {
  static let text = "صباح الخير يا أحمد. كيف حالك اليوم؟\n\nGood morning, Ahmad. How are you today?\n"

  /// Two sentences, quickly aligned, of more bytes than the small disks hold.
  static let longText =
    String(repeating: "كلمة ", count: 12_000) + ".\n\n" + String(repeating: "word ", count: 12_000) + ".\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(["in.txt": Self.text, "old.tsv": "kept\n"])
    return folder
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path()).sorted()
  }

  private func content(_ name: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  // MARK: Outputs

  @Test(arguments: ["tsv", "tmx", "jsonl", "ladder", "html", "xliff", "csv"])
  func fullDiskIsAnError(format: String) throws {
    let outcome = try Shell.run("$WASL align in.txt --to \(format) -o /dev/full", in: folder())
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("/dev/full: cannot be written: no space left on device; make room"), "\(outcome)")
    let piped = try Shell.run("$WASL align in.txt --to \(format) >/dev/full", in: folder())
    #expect(piped.status == 2, "\(piped)")
  }

  /// A limit on the sizes of files stands for a full disk here: the same error of `write`.
  @Test func existingFilesSurviveAFullDisk() throws {
    let folder = try folder()
    try folder.write(["long.txt": Self.longText])
    let outcome = try Shell.run("ulimit -f 8; $WASL align -q long.txt -o old.tsv", in: folder)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errors.hasPrefix("wasl: error: old.tsv: cannot be written: file too large"), "\(outcome)")
    #expect(try content("old.tsv", folder) == "kept\n")
    #expect(try names(folder) == ["in.txt", "long.txt", "old.tsv"])
  }

  static let canMount = Shell.can("unshare -m sh -c 'mkdir d && mount -t tmpfs -o size=64k x d'")

  @Test(.enabled(if: canMount, "needs the right to mount a small disk"))
  func fullDiskKeepsTheOldFile() throws {
    let folder = try folder()
    try folder.write(["long.txt": Self.longText])
    let outcome = try Shell.run(
      """
      unshare -m sh -c 'mkdir d && mount -t tmpfs -o size=64k x d && cp old.tsv d/ \
      && { $WASL align -q long.txt -o d/old.tsv; echo status $?; cat d/old.tsv; ls -A d; }'
      """, in: folder)
    #expect(outcome.output == "status 2\nkept\nold.tsv\n", "\(outcome)")
    #expect(outcome.errors.contains("d/old.tsv: cannot be written: no space left on device; make room"), "\(outcome)")
  }

  /// The superuser without the power to pass over permissions.
  static let asOther = "setpriv --bounding-set=-dac_override,-dac_read_search"
  static let canDropRights = Shell.can("echo x >f && chmod 0 f && \(asOther) true && ! \(asOther) cat f")

  @Test(.enabled(if: canDropRights || getuid() != 0, "needs setpriv to give the superuser's rights up"))
  func missingPermissionsAreNamed() throws {
    let prefix = getuid() == 0 ? Self.asOther + " " : ""
    let folder = try folder()
    let read = try Shell.run("chmod 0 in.txt; \(prefix)$WASL align in.txt -o old.tsv", in: folder)
    #expect(read.status == 2)
    #expect(read.errors.contains("in.txt: cannot be read: permission denied; check the file's permissions"), "\(read)")
    let write = try Shell.run(
      "chmod 644 in.txt; mkdir d; cp old.tsv d; chmod 555 d; \(prefix)$WASL align in.txt -o d/old.tsv; s=$?; chmod 755 d; exit $s",
      in: folder)
    #expect(write.status == 2)
    #expect(write.errors.contains("d/old.tsv: cannot be written: permission denied"), "\(write)")
    #expect(try content("old.tsv", folder) == "kept\n")
    #expect(try content("d/old.tsv", folder) == "kept\n")
  }

  @Test(arguments: ["TMPDIR=/nonexistent", "TMPDIR=/proc", "HOME=/nonexistent", "PATH=", "TZ=Nowhere/Never", "-i"])
  func worksWithoutATemporaryFolder(variables: String) throws {
    let folder = try folder()
    let usual = try Shell.run("$WASL align in.txt", in: folder)
    let outcome = try Shell.run("env \(variables) $WASL align in.txt", in: folder)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output == usual.output)
  }

  // MARK: Surroundings

  @Test(arguments: [
    "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=tr_TR.UTF-8", "LANG=ar_EG.UTF-8", "LC_ALL=nonsense", "LANGUAGE=tr",
  ])
  func localeChangesNothing(locale: String) throws {
    let folder = try folder()
    try folder.write(["in.txt": Self.text + "\nالعنوان: ISTANBUL I ı İ i، ١٬٢٣٤٫٥\nTitle: ISTANBUL I ı İ i, 1,234.5\n"])
    for command in ["align --to jsonl in.txt", "normalize in.txt"] {
      let usual = try Shell.run("env -u LC_ALL -u LANG $WASL \(command)", in: folder)
      let outcome = try Shell.run("env \(locale) $WASL \(command)", in: folder)
      #expect(usual.status == 0)
      #expect(outcome.output == usual.output, "\(locale), \(command)")
      #expect(outcome.status == 0)
    }
  }

  @Test(.enabled(if: Shell.can("taskset -c 0 true"), "needs taskset"))
  func worksOnOneProcessor() throws {
    let folder = try folder()
    try folder.write(["list.jsonl": BatchCommandTests.documents(6)])
    let usual = try Shell.run("$WASL align --presplit --batch list.jsonl", in: folder)
    let alone = try Shell.run("taskset -c 0 $WASL align --presplit --batch list.jsonl --jobs 8", in: folder)
    #expect(alone.status == 0)
    #expect(alone.output == usual.output)
  }

  static let withoutNetwork = Shell.can("unshare -n true") ? "unshare -n" : "unshare -rn"

  @Test(.enabled(if: Shell.can("\(withoutNetwork) true"), "needs the right to a network namespace"))
  func worksWithoutANetwork() throws {
    let folder = try folder()
    try folder.write([
      "a.tmx": """
      <?xml version="1.0"?><!DOCTYPE tmx SYSTEM "http://192.0.2.1/tmx14.dtd"><tmx version="1.4"><header srclang="ar"/>
      <body><tu><tuv xml:lang="ar"><seg>نعم</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu></body></tmx>
      """
    ])
    for command in ["align in.txt", "convert a.tmx --to tsv", "segment in.txt"] {
      let usual = try Shell.run("$WASL \(command)", in: folder)
      let outcome = try Shell.run("\(Self.withoutNetwork) $WASL \(command)", in: folder)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output == usual.output)
    }
  }

  @Test func lackOfMemoryIsReported() throws {
    let folder = try folder()
    // Zeros that take no room on the disk.
    let outcome = try Shell.run(
      "truncate -s 300M big.txt; ulimit -v 250000; $WASL align -q big.txt in.txt -o old.tsv", in: folder)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("lack of memory"), "\(outcome)")
    #expect(try content("old.tsv", folder) == "kept\n")
    #expect(try names(folder) == ["big.txt", "in.txt", "old.tsv"])
  }

  // MARK: Inputs that change

  @Test func inputChangedWhileReadIsRefused() throws {
    let folder = try folder()
    _ = try Shell.run("truncate -s 100M long.txt", in: folder)
    // Somebody appends to it, or cuts it, without a pause.
    for change in ["printf x >>long.txt", "truncate -s -1 long.txt"] {
      let outcome = try Shell.run(
        "(while [ ! -e stop ]; do \(change); done) & $WASL align -q long.txt -o old.tsv; s=$?; touch stop; wait; rm stop; exit $s",
        in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("long.txt: was changed while it was read; run again"), "\(outcome)")
    }
    #expect(try content("old.tsv", folder) == "kept\n")
  }

  // MARK: Signals

  /// The exit status that a shell gives: 128 and the signal's number.
  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func signalLeavesNoPartialFiles(signal: String, status: Int32) throws {
    let folder = try folder()
    // The list never ends, so the signal comes in the middle of the work.
    try folder.write(["part.jsonl": BatchCommandTests.documents(8)])
    let outcome = try Shell.run(
      """
      mkfifo list; (cat part.jsonl; sleep 9) >list & feeder=$!
      sh -c 'exec $WASL align -q --presplit --batch list --output-dir done --to ladder' & runner=$!
      n=0; while [ "$(ls done 2>/dev/null | wc -l)" -lt 6 ] && [ $n -lt 400 ]; do sleep 0.05; n=$((n + 1)); done
      kill -\(signal) $runner; wait $runner; s=$?
      kill $feeder; exit $s
      """, in: folder)
    // A shell without job control starts what runs aside with SIGINT ignored, which is respected.
    if signal != "INT" { #expect(outcome.status == status, "\(outcome)") }
    let done = try FileManager.default.contentsOfDirectory(atPath: folder.path("done"))
    #expect(done.count >= 6)
    #expect(done.allSatisfy { $0.hasSuffix(".ladder") }, "\(done)")
    for name in done {
      // All twelve segments of either side.
      #expect(try content("done/" + name, folder).contains("[11]"), "\(name)")
    }
  }
}
