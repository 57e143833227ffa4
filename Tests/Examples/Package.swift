// swift-tools-version: 6.2
import PackageDescription

/// The code of an article of the library's documentation, and nothing else.
func example(_ name: String) -> Target {
  .executableTarget(name: name, dependencies: [.product(name: "Wasl", package: "wasl")], path: name)
}

let package = Package(
  name: "examples",
  dependencies: [
    // In a package of your own: .package(url: "<where Wasl lies>", from: "0.1.0")
    .package(name: "wasl", path: "../..")
  ],
  targets: [
    example("AlignStrings"), example("AlignFiles"), example("ExplainBeads"), example("AlignManyDocuments"),
    example("WriteFormats"),
  ]
)
