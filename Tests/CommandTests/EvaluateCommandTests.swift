import Foundation
import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  private static let files = [
    "gold.ladder": "[0]:[0]\n[1]:[1, 2]\n[2]:[]\n[]:[3]\n[3]:[4]\n",
    "hyp.ladder": "[0]:[0]:0.99\n[1]:[1]:0.4\n[2]:[2]:0.6\n[]:[3]:0.9\n[3]:[4]:0.95\n",
    "good.ladder": "[0]:[0]:0.9\n[1]:[1, 2]:0.8\n[2]:[]:0.7\n[]:[3]:0.6\n[3]:[4]:1\n",
    "doc.spans.tsv": "# ar_start\tar_end\ten_start\ten_end (in .mixed.txt add 20)\n0\t9\t0\t12\n10\t19\t-1\t-1\n",
    "doc.jsonl": """
    {"source":{"text":"a","start":0,"end":9},"target":{"text":"b","start":0,"end":6}}
    {"source":{"text":"a","start":10,"end":19},"target":{"text":"b","start":7,"end":12}}

    """,
    "doc.mixed.jsonl": """
    {"source":{"text":"a","start":0,"end":9},"target":{"text":"b","start":20,"end":32}}
    {"source":{"text":"a","start":10,"end":19},"target":null}

    """,
  ]

  private func run(_ arguments: String...) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(EvaluateCommandTests.files)
    return try WaslProcess.run(["evaluate"] + arguments, in: folder.url)
  }

  @Test func printsTables() throws {
    let outcome = try run("gold.ladder", "hyp.ladder")
    #expect(
      outcome.output == """
        documents 1, beads: gold 5, hypothesis 5

                precision  recall      F1
        strict     0.6000  0.6667  0.6316
        lax        0.8000  1.0000  0.8889
        gaps       1.0000  0.5000  0.6667

        bead  gold  hypothesis  correct  precision  recall      F1
        0-1      1           1        1     1.0000  1.0000  1.0000
        1-0      1           0        0     0.0000  0.0000  0.0000
        1-1      2           4        2     0.5000  1.0000  0.6667
        1-2      1           0        0     0.0000  0.0000  0.0000

        """)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func printsJSON() throws {
    let outcome = try run("gold.ladder", "hyp.ladder", "gold.ladder", "good.ladder", "--json", "--calibration")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["documents"] as? Int == 2)
    let strict = try #require(object["strict"] as? [String: Double])
    #expect(strict["precision"] == 0.8)
    #expect(strict["correct_of_hypothesis"] == 8)
    #expect(strict["hypothesis"] == 10)
    #expect(strict["recall"] == 0.833333)
    let calibration = try #require(object["calibration"] as? [String: Any])
    #expect((calibration["bins"] as? [Any])?.count == 10)
    let thresholds = try #require(calibration["thresholds"] as? [[String: Any]])
    // At or above .99 stand the first bead of one and the last of the other, both right.
    #expect(thresholds.last?["precision"] as? Double == 1)
    #expect(thresholds.last?["coverage"] as? Double == 0.2)
    #expect(outcome.status == 0)
  }

  @Test func printsCalibration() throws {
    let outcome = try run("gold.ladder", "hyp.ladder", "--calibration")
    // (1·|.4 − 0| + 1·|.6 − 0| + 3·|(.99 + .9 + .95)/3 − 1|) / 5
    #expect(
      outcome.output.hasSuffix(
        """
        expected calibration error 0.2320

        confidence  beads    mean  correct
        .4 to .5        1  0.4000   0.0000
        .6 to .7        1  0.6000   0.0000
        .9 to 1         3  0.9467   1.0000

        at or above  beads  precision  coverage
        0.5000           4     0.7500    0.8000
        0.7000           3     1.0000    0.6000
        0.9000           3     1.0000    0.6000
        0.9500           2     1.0000    0.4000
        0.9900           1     1.0000    0.2000

        """))
  }

  @Test func measuresSpansInSeparateTextsAndInOne() throws {
    let separate = try run("doc.spans.tsv", "doc.jsonl")
    #expect(
      separate.output == """
        documents with spans 1

        characters  all  left out  strict  contained  majority
        source       18         0  0.0000     0.5000    0.5000
        target       12         1  0.5000     0.5000    0.5000

        """)
    let mixed = try run("doc.spans.tsv", "doc.mixed.jsonl")
    #expect(mixed.output.contains("source       18         0  1.0000     1.0000    1.0000\n"))
    #expect(mixed.output.contains("target       12         0  1.0000     1.0000    1.0000\n"))
    let forced = try run("doc.spans.tsv", "doc.mixed.jsonl", "--offsets", "separate")
    #expect(forced.output.contains("source       18         0  0.5000     0.5000    0.5000\n"))
  }

  @Test func whiteSpaceIsNotCountedWhereTheTextsAreKnown() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "d.spans.tsv": "0\t5\t0\t5\n", "d.ar.txt": "اب جد\n", "d.en.txt": "ab cd\n",
      "d.jsonl": """
      {"source":{"text":"a","start":0,"end":2},"target":{"text":"b","start":0,"end":3}}
      {"source":{"text":"a","start":3,"end":5},"target":{"text":"b","start":3,"end":5}}
      """,
      "far.jsonl": #"{"source":{"text":"a","start":0,"end":2},"target":{"text":"b","start":0,"end":300}}"#,
    ])
    let outcome = try WaslProcess.run(["evaluate", "d.spans.tsv", "d.jsonl"], in: folder.url)
    #expect(outcome.output.contains("source        4         0  0.0000     1.0000    1.0000\n"))
    let far = try WaslProcess.run(["evaluate", "d.spans.tsv", "far.jsonl"], in: folder.url)
    #expect(far.errors.contains("an offset into the English text is 300, but the text has 6 characters"))
    #expect(far.status == 2)
  }

  @Test func goldSpansMayBeOfTheMixedFile() throws {
    let folder = try TemporaryFolder()
    // In turn: no shift makes these the offsets of two texts.
    try folder.write([
      "d.mixed.spans.tsv": "0\t5\t6\t11\n12\t17\t-1\t-1\n", "d.mixed.txt": "اب جد\nab cd\nاب جد\n",
      "d.mixed.jsonl": """
      {"source":{"text":"a","start":0,"end":5},"target":{"text":"b","start":6,"end":11}}
      {"source":{"text":"a","start":12,"end":17},"target":null}
      """,
    ])
    let outcome = try WaslProcess.run(["evaluate", "d.mixed.spans.tsv", "d.mixed.jsonl"], in: folder.url)
    #expect(outcome.output.contains("source        8         0  1.0000     1.0000    1.0000\n"), "\(outcome)")
    #expect(outcome.output.contains("target        4         0  1.0000     1.0000    1.0000\n"))
  }

  @Test(
    arguments: [
      (["gold.ladder", "good.ladder", "--min-f1", "1"], 0, ""),
      (["gold.ladder", "hyp.ladder", "--min-f1", ".63"], 0, ""),
      (["gold.ladder", "hyp.ladder", "--min-f1", ".64"], 1, "wasl: error: strict F1 0.6316 is below 0.64\n"),
      (["doc.spans.tsv", "doc.mixed.jsonl", "--min-agreement", "1"], 0, ""),
      (["doc.spans.tsv", "doc.jsonl", "--min-agreement", ".5"], 0, ""),
      (["doc.spans.tsv", "doc.jsonl", "--min-agreement", ".51"], 1, "wasl: error: agreement 0.5000 is below 0.51\n"),
    ] as [([String], Int32, String)])
  func floorsDecideTheExitStatus(arguments: [String], status: Int32, errors: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(EvaluateCommandTests.files)
    let outcome = try WaslProcess.run(["evaluate"] + arguments, in: folder.url)
    #expect(outcome.status == status)
    #expect(outcome.errors == errors)
    #expect(outcome.output.contains("documents"))
  }

  @Test func pairsTheFilesOfTwoFolders() throws {
    let folder = try TemporaryFolder()
    let gold = "[0]:[0]\n[1]:[1]\n"
    let span = "# add 9\n0\t5\t0\t5\n"
    let hypothesis = #"{"source":{"text":"a","start":0,"end":5,"segments":[0]},"target":null}"#
    try folder.write([
      "gold/b.ladder": gold, "gold/a.ladder": gold, "gold/c.spans.tsv": span, "gold/d.spans.tsv": span,
      "gold/d.ladder": gold, "gold/README": "x", "hyp/a.ladder": gold, "hyp/b.tsv": "x\ty\t1\t0\t0\n",
      "hyp/c.mixed.jsonl": hypothesis, "hyp/d.jsonl": hypothesis, "hyp/other.ladder": gold,
    ])
    let outcome = try WaslProcess.run(
      ["evaluate", "--gold-dir", "gold", "--hyp-dir", "hyp/", "--by-document", "--quiet"], in: folder.url)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        documents 2, beads: gold 4, hypothesis 3

                precision  recall      F1
        strict     1.0000  0.7500  0.8571
        lax        1.0000  0.7500  0.8571
        gaps       0.0000  0.0000  0.0000

        bead  gold  hypothesis  correct  precision  recall      F1
        1-1      4           3        3     1.0000  0.7500  0.8571

        document  gold  hypothesis  precision  recall      F1  lax F1
        a            2           2     1.0000  1.0000  1.0000  1.0000
        b            2           1     1.0000  0.5000  0.6667  0.6667

        documents with spans 2

        characters  all  left out  strict  contained  majority
        source       10         0  0.0000     0.0000    0.0000
        target       10        10  0.0000     0.0000    0.0000

        document  characters  left out  strict  contained  majority
        c                  5         0  0.0000     0.0000    0.0000
        d                  5         0  0.0000     0.0000    0.0000

        """)
    #expect(outcome.status == 0)
  }

  @Test func missingHypothesisIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write(["gold/a.ladder": "[0]:[0]\n", "gold/b.ladder": "[0]:[0]\n", "hyp/a.ladder": "[0]:[0]\n"])
    let outcome = try WaslProcess.run(["evaluate", "--gold-dir", "gold", "--hyp-dir", "hyp"], in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("wasl: error: hyp: no hypothesis for 'b'; "))
    #expect(outcome.output == "")
  }

  @Test func incompleteHypothesisGetsAWarning() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "g.ladder": "[0]:[0]\n[1]:[1]\n[2]:[2]\n", "h.ladder": "[0]:[0]\n[2]:[2]\n", "s.ladder": "[0]:[0]\n",
    ])
    let outcome = try WaslProcess.run(["evaluate", "g.ladder", "h.ladder"], in: folder.url)
    #expect(outcome.errors == "wasl: warning: h.ladder:2: source segment 1 is missing before this bead\n")
    #expect(outcome.status == 0)
    let short = try WaslProcess.run(["evaluate", "g.ladder", "s.ladder"], in: folder.url)
    #expect(
      short.errors.hasPrefix("wasl: warning: s.ladder: 1 source segments, where g.ladder has 3: of another text?\n"))
    let quiet = try WaslProcess.run(["evaluate", "-q", "g.ladder", "h.ladder"], in: folder.url)
    #expect(quiet.errors == "")
  }

  @Test func formatOfStandardInputIsRecognised() throws {
    let folder = try TemporaryFolder()
    try folder.write(["gold": "[0]:[0]\n"])
    let forms = [
      "[0]:[0]:0.5\n", "source\ttarget\tsource_segments\ttarget_segments\na\tb\t0\t0\n",
      #"{"source":{"text":"a","segments":[0]},"target":{"text":"b","segments":[0]}}"#,
    ]
    for form in forms {
      let outcome = try WaslProcess.run(
        ["evaluate", "gold", "-", "--min-f1", "1"], input: Data(form.utf8), in: folder.url)
      #expect(outcome.status == 0, "\(form)\(outcome.errors)")
    }
  }

  @Test(arguments: [
    (["gold.ladder", "missing.ladder"], "missing.ladder: cannot be read: no such file or directory; check the path"),
    (["gold.ladder", "."], ".: cannot be read: is a directory; give a file"),
    (["gold.ladder", "/proc/self/mem"], "/proc/self/mem: cannot be read: input/output error"),
    (["gold.ladder"], "give pairs of files: GOLD HYP [GOLD HYP …]"),
    ([], "give pairs of files: GOLD HYP [GOLD HYP …]"),
    (["gold.ladder", "hyp.ladder", "--gold-dir", "."], "--gold-dir and --hyp-dir go together"),
    (["gold.ladder", "hyp.ladder", "--gold-dir", ".", "--hyp-dir", "."], "give files or folders, not both"),
    (["--gold-dir", "none", "--hyp-dir", "."], "none: cannot be read: no such file or directory"),
    (["gold.ladder", "hyp.ladder", "--min-f1", "2"], "a floor is a number from 0 to 1"),
    (["gold.ladder", "hyp.ladder", "--min-f1", "x"], "The value 'x' is invalid for '--min-f1 <0…1>'"),
    (["gold.ladder", "hyp.ladder", "--loud"], "unknown option '--loud'"),
    (["gold.ladder", "hyp.ladder", "--min-agreement", ".5"], "--min-agreement needs gold spans"),
    (["doc.spans.tsv", "doc.jsonl", "--min-f1", ".5"], "--min-f1 and --calibration need beads"),
    (["gold.ladder", "gold.ladder", "--calibration"], "gold.ladder:1: no confidence"),
    (["gold.ladder", "doc.jsonl"], "doc.jsonl:1: no segment numbers"),
    (["doc.spans.tsv", "gold.ladder"], "gold.ladder: a ladder has no offsets to compare with spans"),
    (["gold.ladder", "doc.spans.tsv"], "doc.spans.tsv: spans can be gold for JSON lines, nothing else"),
    (["gold.ladder", "bad.ladder"], "bad.ladder:2: expected ']', found 'x]:[0]'"),
    (["gold.ladder", "prose"], "prose: not recognised as an alignment"),
    (["gold.ladder", "empty"], "empty: not recognised as an alignment"),
    (["doc.spans.tsv", "overlap.jsonl"], "overlap.jsonl:2: the source span from 8 overlaps that of line 1"),
  ])
  func unusableInputExitsWithStatus2(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(EvaluateCommandTests.files)
    try folder.write([
      "bad.ladder": "[0]:[0]\n[1 x]:[0]\n", "prose": "Once upon a time.\n", "empty": "",
      "overlap.jsonl": """
      {"source":{"text":"a","start":0,"end":9},"target":{"text":"b","start":0,"end":6}}
      {"source":{"text":"a","start":8,"end":12},"target":{"text":"b","start":7,"end":12}}
      """,
    ])
    let outcome = try WaslProcess.run(["evaluate"] + arguments, in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("wasl: error: \(message)"), "\(outcome.errors)")
    #expect(outcome.output == "")
  }
}
