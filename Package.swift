// swift-tools-version: 6.2
import PackageDescription

// Every target of ours treats warnings as errors; dependencies keep their own settings.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The folder `Sources/NAME` as the module `WaslNAME`: the prefix keeps the names apart from those of a client's targets.
func room(_ name: String, _ dependencies: [String], exclude: [String] = [], resources: [Resource] = []) -> Target {
  .target(
    name: "Wasl\(name)", dependencies: dependencies.map { .init(stringLiteral: $0) }, path: "Sources/\(name)",
    exclude: exclude, resources: resources, swiftSettings: strict)
}

/// A library of the system, by its name in pkg-config. Where it is missing, SwiftPM says which package has it.
func system(_ name: String, pkgConfig: String, apt package: String) -> Target {
  .systemLibrary(name: "System\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// The folder `Sources/CNAME` in C as the module `CWaslNAME`.
func door(_ name: String, linking libraries: [String] = [], dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: "CWasl\(name)", dependencies: dependencies, path: "Sources/C\(name)",
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// The folder `Tests/NAMETests`.
func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: (dependencies + ["TestSupport"]).map { .init(stringLiteral: $0) },
    exclude: exclude, swiftSettings: strict)
}

let rooms = [
  "Bitext", "SystemIO", "Syntax", "Text", "PDF", "Documents", "PairFormats", "Model", "Aligning", "Training",
  "Evaluation",
]

let package = Package(
  name: "wasl",
  products: [
    .library(name: "Wasl", targets: ["Wasl"]),
    .executable(name: "wasl", targets: ["WaslCommand"]),
    .executable(name: "wasl-fuzz", targets: ["WaslFuzz"]),
  ] + rooms.map { .library(name: "Wasl\($0)", targets: ["Wasl\($0)"]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    system("ICU", pkgConfig: "icu-i18n", apt: "libicu-dev"),
    system("Zlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    // The only doors to ICU and zlib.
    door("ICU", linking: ["icui18n", "icuuc"], dependencies: ["SystemICU"]),
    door("Zlib", linking: ["z"], dependencies: ["SystemZlib"]),
    // The only door to libyaml, linked statically: its events know their lines and expand nothing.
    door("YAML", linking: [":libyaml.a"]),
    // Vectorised loops over bytes, and the aligner's inner loops, for whichever instructions the processor has.
    door("Text", dependencies: ["CWaslProcessor"]),
    door("Kernel", dependencies: ["CWaslProcessor"]),
    door("Processor"),
    // The only door to the embedded model.
    door("Model"),
    // The only door to libqpdf, which is loaded when the first PDF is met.
    door("QPDF"),
    // Values and errors; depends on nothing.
    room("Bitext", []),
    // Files, limits, compression, other programs, threads.
    room("SystemIO", ["WaslBitext", "CWaslZlib"]),
    // XML, JSON and lines: what documents and pair formats are written in.
    room("Syntax", ["WaslBitext", "WaslSystemIO"]),
    room(
      "Text", ["WaslBitext", "CWaslICU", "CWaslText"],
      // A few KB of word lists, part of the binary: it may be moved without them.
      resources: [
        .embedInCode("Segmenting/Data/segmentation.ar.txt"), .embedInCode("Segmenting/Data/segmentation.en.txt"),
        .embedInCode("Languages/Data/words.arabic.txt"), .embedInCode("Languages/Data/words.latin.txt"),
      ]),
    // Reads the text of PDF files; what stands where on a page decides its order.
    room(
      "PDF", ["WaslBitext", "CWaslQPDF", "CWaslZlib"],
      resources: [
        .embedInCode("Fonts/glyph-names.txt"), .embedInCode("Fonts/glyph-names.arabic.txt"),
        .embedInCode("Layout/presentation-forms.txt"),
      ]),
    // From a path or bytes to a document's text.
    room("Documents", ["WaslBitext", "WaslSystemIO", "WaslSyntax", "WaslText", "WaslPDF"]),
    // Reads, writes and validates files of pairs.
    room(
      "PairFormats", ["WaslBitext", "WaslSystemIO", "WaslSyntax", "CWaslYAML"],
      // The review page's parts.
      resources: [
        .embedInCode("Review/review.html"), .embedInCode("Review/review.css"), .embedInCode("Review/beads.js"),
        .embedInCode("Review/exports.js"), .embedInCode("Review/search.js"), .embedInCode("Review/view.js"),
        .embedInCode("Review/links.js"), .embedInCode("Review/page.js"),
      ]),
    room(
      "Model", ["WaslBitext", "WaslText", "CWaslKernel", "CWaslModel"], exclude: ["README.md"],
      resources: [.embedInCode("Stemming/irregular.en.txt")]),
    room("Aligning", ["WaslBitext", "CWaslKernel"]),
    // The facade that chains the stages.
    .target(
      name: "Wasl",
      dependencies: [
        "WaslBitext", "WaslSystemIO", "WaslText", "WaslDocuments", "WaslPairFormats", "WaslModel", "WaslAligning",
      ],
      swiftSettings: strict),
    // Learns what the model and the aligner use.
    room("Training", ["WaslBitext", "WaslText", "WaslModel", "WaslAligning", "Wasl"]),
    room("Evaluation", ["WaslBitext"]),
    // Flags and glue only.
    .executableTarget(
      name: "WaslCommand",
      dependencies: rooms.map { .init(stringLiteral: "Wasl\($0)") } + [
        "Wasl", "CWaslKernel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["wasl.1"],
      swiftSettings: strict),
    // Feeds damaged input to everything that reads input; run by Tests/Scripts/fuzz.sh.
    .executableTarget(
      name: "WaslFuzz",
      dependencies: [
        "Wasl", "WaslText", "WaslModel", "WaslAligning", "WaslBitext", "WaslSystemIO", "WaslSyntax", "WaslDocuments",
        "WaslPDF", "WaslPairFormats", "WaslTraining",
      ],
      path: "Tests/Fuzzing", swiftSettings: strict),
    // Random text, and the comparison of the ways through the text core, for the tests and the fuzzer.
    .target(
      name: "TextChecks", dependencies: ["WaslText", "WaslBitext"], path: "Tests/TextChecks", swiftSettings: strict),
    .executableTarget(
      name: "TextFuzz", dependencies: ["WaslText", "TextChecks"], path: "Tests/TextFuzz", exclude: ["Seeds"],
      swiftSettings: strict),
    // Temporary folders, archives and random aligned text for the tests.
    .target(
      name: "TestSupport", dependencies: ["WaslBitext", "WaslPairFormats", "WaslSystemIO"], path: "Tests/TestSupport",
      swiftSettings: strict),
    // What docs/ARCHITECTURE.md says.
    tests("Architecture", []),
    tests("Bitext", ["WaslBitext"]),
    tests("SystemIO", ["WaslSystemIO", "WaslBitext"]),
    tests("Syntax", ["WaslSyntax", "WaslSystemIO", "WaslBitext"]),
    tests("Text", ["WaslText", "WaslBitext", "TextChecks"], exclude: ["Normalizing/presets.tsv"]),
    tests("PDF", ["WaslPDF", "WaslBitext"]),
    tests("Documents", ["WaslDocuments", "WaslSystemIO", "WaslBitext"]),
    tests(
      "PairFormats", ["WaslPairFormats", "WaslDocuments", "WaslSyntax", "WaslSystemIO", "WaslBitext"],
      exclude: ["tmx14.dtd"]),
    tests("Model", ["WaslModel", "WaslTraining", "WaslBitext"]),
    tests(
      "Aligning",
      ["WaslAligning", "WaslTraining", "Wasl", "WaslModel", "WaslText", "WaslPairFormats", "WaslBitext"]),
    tests(
      "Wasl",
      [
        "Wasl", "WaslModel", "WaslAligning", "WaslBitext", "WaslDocuments", "WaslPairFormats", "WaslSyntax",
        "WaslSystemIO",
      ]),
    tests("Evaluation", ["WaslEvaluation", "WaslBitext"]),
    // Runs the built command as a process.
    tests(
      "Command",
      [
        "WaslCommand", "WaslBitext", "WaslSystemIO", "WaslSyntax", "WaslDocuments", "WaslPairFormats", "WaslModel",
        "WaslTraining",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
