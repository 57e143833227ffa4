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
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // The only door to ICU.
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    // Leaf value types; depends on nothing.
    .target(name: "Bitext", swiftSettings: strict),
    .target(
      name: "Text", dependencies: ["Bitext", "CICU"],
      swiftSettings: strict),
    .target(name: "Aligning", dependencies: ["Bitext"], swiftSettings: strict),
    .target(name: "Model", dependencies: ["Bitext", "Text"], swiftSettings: strict),
    .target(name: "Formats", dependencies: ["Bitext"], swiftSettings: strict),
    .target(name: "Evaluation", dependencies: ["Bitext"], swiftSettings: strict),
    // The facade that chains the stages.
    .target(
      name: "Wasl", dependencies: ["Bitext", "Text", "Model", "Aligning", "Formats", "Evaluation"],
      swiftSettings: strict),
    // Flags and glue only.
    .executableTarget(
      name: "WaslCommand",
      dependencies: [
        "Wasl", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "BitextTests", dependencies: ["Bitext"], swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model", "Bitext"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
