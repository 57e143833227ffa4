// swift-tools-version: 6.2
import PackageDescription

// Every target of ours treats warnings as errors; dependencies keep their own settings.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "wasl",
  products: [
    .library(name: "Wasl", targets: ["Wasl"]),
    .executable(name: "wasl", targets: ["WaslCommand"]),
    .executable(name: "wasl-fuzz", targets: ["WaslFuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // The only door to ICU, whose headers Debian has in libicu-dev.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    // Vectorised loops over bytes, for whichever instructions the processor has.
    .target(name: "CText"),
    // Leaf value types; depends on nothing.
    .target(name: "Bitext", swiftSettings: strict),
    .target(
      name: "Text", dependencies: ["Bitext", "CICU", "CText"],
      // A few KB of word lists, part of the binary: it may be moved without them.
      resources: [
        .embedInCode("Segmenting/Data/segmentation.ar.txt"), .embedInCode("Segmenting/Data/segmentation.en.txt"),
      ],
      swiftSettings: strict),
    // The aligner's inner loops, for whichever instructions the processor has.
    .target(name: "CKernel"),
    .target(name: "Aligning", dependencies: ["Bitext", "CKernel"], swiftSettings: strict),
    .target(
      name: "Model", dependencies: ["Bitext", "Text", "CKernel", "CModel"], exclude: ["README.md", "Distillation"],
      resources: [.embedInCode("Stemming/irregular.en.txt")],
      swiftSettings: strict),
    // The only door to the embedded model.
    .target(name: "CModel"),
    .target(
      name: "Formats", dependencies: ["Bitext", "CZlib"],
      // The review page's parts.
      resources: [
        .embedInCode("Review/review.html"), .embedInCode("Review/review.css"), .embedInCode("Review/beads.js"),
        .embedInCode("Review/exports.js"), .embedInCode("Review/search.js"), .embedInCode("Review/view.js"),
        .embedInCode("Review/links.js"), .embedInCode("Review/page.js"),
      ],
      swiftSettings: strict),
    // Reads the text of PDF files; what stands where on a page decides its order.
    .target(
      name: "WaslPDF", dependencies: ["Bitext", "CWaslQPDF", "CZlib"], path: "Sources/PDF",
      resources: [
        .embedInCode("Fonts/glyph-names.txt"), .embedInCode("Fonts/glyph-names.arabic.txt"),
        .embedInCode("Layout/presentation-forms.txt"),
      ],
      swiftSettings: strict),
    // The only door to libqpdf, which is loaded when the first PDF is met.
    .target(name: "CWaslQPDF", path: "Sources/CQPDF"),
    .target(name: "Evaluation", dependencies: ["Bitext"], swiftSettings: strict),
    // The only door to zlib, whose headers Debian has in zlib1g-dev.
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    // The facade that chains the stages.
    .target(
      name: "Wasl", dependencies: ["Bitext", "Text", "Model", "Aligning", "Formats", "Evaluation"],
      swiftSettings: strict),
    // Flags and glue only.
    .executableTarget(
      name: "WaslCommand",
      dependencies: [
        "Wasl", "Text", "Model", "Aligning", "Bitext", "Formats", "Evaluation", "CKernel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["wasl.1"],
      swiftSettings: strict),
    // Feeds damaged input to everything that reads input; run by Tests/Scripts/fuzz.sh.
    .executableTarget(
      name: "WaslFuzz", dependencies: ["Wasl", "Text", "Model", "Aligning", "Bitext", "Formats"], path: "Tests/Fuzzing",
      swiftSettings: strict),
    .testTarget(name: "BitextTests", dependencies: ["Bitext"], swiftSettings: strict),
    .testTarget(
      name: "TextTests", dependencies: ["Text", "Bitext", "TextChecks"], exclude: ["Normalizing/presets.tsv"],
      swiftSettings: strict),
    // Random text, and the comparison of the ways through the text core, for the tests and the fuzzer.
    .target(name: "TextChecks", dependencies: ["Text", "Bitext"], path: "Tests/TextChecks", swiftSettings: strict),
    .executableTarget(
      name: "TextFuzz", dependencies: ["Text", "TextChecks"], path: "Tests/TextFuzz", exclude: ["Seeds"],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Bitext"], exclude: ["tmx14.dtd"], swiftSettings: strict),
    .testTarget(
      name: "WaslTests", dependencies: ["Wasl", "Model", "Aligning", "Bitext", "Formats"], swiftSettings: strict),
    // Runs the built command as a process.
    .testTarget(
      name: "CommandTests", dependencies: ["WaslCommand", "Bitext", "Formats", "Model"], swiftSettings: strict),
    .testTarget(
      name: "AligningTests", dependencies: ["Aligning", "Wasl", "Model", "Text", "Formats", "Bitext"],
      swiftSettings: strict),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "Bitext"], swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model", "Bitext"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
