// swift-tools-version: 6.2
import PackageDescription

// WEB=1 builds the core and the scenes as Embedded Swift for wasm32-unknown-none-wasm (see `make wasm`).
let web = Context.environment["WEB"] != nil

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]
let embedded: [SwiftSetting] = [
  .enableExperimentalFeature("Embedded"), .enableExperimentalFeature("Extern"),
  .unsafeFlags(["-wmo", "-Osize", "-parse-as-library"]),
]

/// A module above the line: Foundation-free, natively and as Embedded Swift.
func core(_ name: String, _ dependencies: [String] = [], path: String? = nil) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: path,
    swiftSettings: strict + (web ? embedded : []),
    linkerSettings: web ? [] : [.linkedLibrary("m", .when(platforms: [.linux]))])
}

/// One part of the textbook: its figures, a file each.
func part(_ name: String) -> Target {
  core(name, ["Figures", "Instruments", "Mechanisms"], path: "Scenes/\(name)")
}

/// A module below the line.
func native(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

let parts = [
  "Part00Foundations",
  "Part02Transformer", "Part04GPUs", "Part06Distributed", "Part07Serving", "Part08Reasoning", "Part11Agents",
]

let coreTargets: [Target] =
  [
    core("Geometry"),
    core("Drawing", ["Geometry"]),
    core("Typography", ["Geometry", "Drawing"]),
    core("Composition", ["Geometry", "Drawing", "Typography"]),
    core("Motion", ["Geometry", "Drawing", "Typography", "Composition"]),
    core("Figures", ["Geometry", "Drawing", "Typography", "Composition", "Motion"]),
    core("Instruments", ["Figures"]),
    core("Mechanisms", ["Geometry"]),
    core("Textbook", ["Figures"] + parts, path: "Scenes/Textbook"),
  ] + parts.map(part)

let nativeTargets: [Target] = [
  .systemLibrary(
    name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
  .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),
  .systemLibrary(
    name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
  .systemLibrary(
    name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
  .systemLibrary(
    name: "CHarfBuzzSubset", pkgConfig: "harfbuzz-subset",
    providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
  .systemLibrary(
    name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
  .systemLibrary(
    name: "CWebP", pkgConfig: "libwebpmux", providers: [.apt(["libwebp-dev"]), .brew(["webp"])]),
  .systemLibrary(
    name: "CWebPDemux", pkgConfig: "libwebpdemux", providers: [.apt(["libwebp-dev"]), .brew(["webp"])]),
  .systemLibrary(name: "CMemory"),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
  native("Encoding", ["CISAL", "CMemory"]),
  native("CairoBackend", ["Geometry", "Drawing", "Typography", "Encoding", "CCairo", "CCrypto", "CMemory"]),
  native(
    "SVGBackend",
    [
      "Geometry", "Drawing", "Typography", "Motion", "CairoBackend", "CHarfBuzzSubset", "CBrotli", "CZlib",
      "CCrypto",
    ]),
  native("Film", ["Encoding", "CWebP", "CZlib"]),
  native("Rendering", ["Figures", "CairoBackend", "SVGBackend", "Encoding", "Film", "CCrypto", "CMemory"]),
  native("Inspection", ["Figures"]),
  .target(
    name: "Preview", dependencies: ["Figures", "Rendering", "SVGBackend", "FlyingFox"],
    resources: [.embedInCode("Page")], swiftSettings: strict),
  native(
    "LanternCommand",
    [
      "Figures", "Rendering", "SVGBackend", "Inspection", "Preview",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  native("LanternKit", ["Figures", "Instruments", "Mechanisms", "LanternCommand"]),
  .executableTarget(name: "lantern", dependencies: ["LanternCommand", "Textbook"], swiftSettings: strict),
  .executableTarget(name: "Survey", dependencies: ["Textbook"], swiftSettings: strict),
  .executableTarget(
    name: "lantern-fonts", dependencies: ["Typography", "CHarfBuzz", "CCrypto"], swiftSettings: strict),
  .target(name: "BenchScenes", dependencies: ["Figures"], path: "Bench/Scenes", swiftSettings: strict),
  .executableTarget(
    name: "lantern-bench",
    dependencies: [
      "BenchScenes", "Figures", "Rendering", "CairoBackend", "SVGBackend", "Encoding", "Film", "CZlib",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], path: "Bench/Command", swiftSettings: strict),
  tests("PerformanceTests", ["BenchScenes", "Figures", "Rendering", "CairoBackend", "Encoding", "Textbook"]),
  tests("GeometryTests", ["Geometry"]),
  tests("DrawingTests", ["Geometry", "Drawing"]),
  tests("TypographyTests", ["Geometry", "Drawing", "Typography", "CHarfBuzz", "CCrypto"]),
  tests("CompositionTests", ["Figures", "Composition"]),
  tests("MotionTests", ["Figures", "Motion"]),
  tests("FigureTests", ["Figures"]),
  tests("MechanismsTests", ["Geometry", "Mechanisms"]),
  tests("BackendTests", ["Geometry", "Drawing", "Typography", "CairoBackend", "Encoding"]),
  tests("FilmTests", ["Film", "Encoding", "CairoBackend", "CWebP", "CWebPDemux"]),
  tests(
    "SVGTests",
    [
      "Geometry", "Drawing", "Typography", "SVGBackend", "CairoBackend", "CCairo", "CZlib", "Encoding",
      "Figures",
      "Textbook",
    ], resources: [.copy("Resources")]),
  tests("SceneTests", ["Textbook", "Figures", "Instruments", "Mechanisms"], exclude: ["Quizzes"]),
  tests("InspectionTests", ["Inspection", "Figures", "Textbook"]),
  tests(
    "CommandTests",
    [
      "Figures", "Rendering", "LanternCommand", "Preview", "Textbook", "Film", "Encoding", "CairoBackend",
      "CWebP",
      "CWebPDemux",
    ], exclude: ["preview.py"]),
]

let webTargets: [Target] = [
  .target(
    name: "CRuntime",
    cSettings: [
      .unsafeFlags(["-O2", "-ffreestanding", "-fno-builtin", "-nostdlib", "-mbulk-memory"])
    ]),
  .executableTarget(
    name: "Survey", dependencies: ["Textbook", "CRuntime"], swiftSettings: strict + embedded,
    linkerSettings: [
      .unsafeFlags([
        "-Xclang-linker", "-nostdlib", "-Xlinker", "--no-entry", "-Xlinker", "--strip-all",
        "-Xlinker", "--stack-first", "-Xlinker", "-z", "-Xlinker", "stack-size=1048576",
      ])
    ]),
]

let package = Package(
  name: "lantern",
  platforms: [.macOS(.v15)],
  products: web
    ? []
    : [
      .library(name: "LanternKit", targets: ["LanternKit"]),
      .executable(name: "lantern", targets: ["lantern"]),
    ],
  dependencies: web
    ? []
    : [
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
      .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
  targets: coreTargets + (web ? webTargets : nativeTargets)
)
