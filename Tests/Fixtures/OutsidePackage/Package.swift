// swift-tools-version: 6.2
import PackageDescription

// A package outside of Lantern that declares one figure of its own.
let package = Package(
  name: "pocket",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "lantern", path: "../../..")],
  targets: [
    .executableTarget(name: "pocket", dependencies: [.product(name: "LanternKit", package: "lantern")])
  ]
)
