// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "align-strings",
  dependencies: [
    // In a package of your own: .package(url: "<where Wasl lies>", from: "0.1.0")
    .package(name: "wasl", path: "../../..")
  ],
  targets: [
    .executableTarget(name: "AlignStrings", dependencies: [.product(name: "Wasl", package: "wasl")])
  ]
)
