import CCairo
import Encoding
import Foundation

/// A Chromium without a window, one process a question.
struct Browser {
  /// What a page asks of it besides the defaults.
  var flags: [String] = []
  private let program: String

  /// Nil when no Chromium is installed.
  init?() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let paths = folders.flatMap { folder in names.map { folder + "/" + $0 } }
    guard let found = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
    program = found
  }

  static let isInstalled = Browser() != nil

  /// The system's preference for dark, which pages may or may not follow.
  var preferringDark: Browser {
    var browser = self
    browser.flags.append("--blink-settings=preferredColorScheme=0")
    return browser
  }

  /// Loads a page, waits for its fonts, runs `script`, which returns a value, and gives that value.
  func ask<T: Decodable>(_ page: String, _ script: String, as type: T.Type, files: [String: [UInt8]] = [:]) throws -> T {
    let folder = try write(page + Self.tail(script), files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = try run(["--virtual-time-budget=20000", "--dump-dom"], folder)
    let text = String(decoding: out, as: UTF8.self)
    guard let start = text.range(of: "<pre id=\"answer\">"), let end = text.range(of: "</pre>", options: .backwards),
      start.upperBound < end.lowerBound, let data = Data(base64Encoded: String(text[start.upperBound..<end.lowerBound]))
    else { throw Failure("The page gave no answer: \(text.suffix(2000))") }
    if let error = try? JSONDecoder().decode([String: String].self, from: data)["scriptError"] { throw Failure(error) }
    return try JSONDecoder().decode(type, from: data)
  }

  /// The pixels of a page, `scale` of them a CSS pixel.
  func pixels(_ page: String, width: Int, height: Int, scale: Int = 1, files: [String: [UInt8]] = [:]) throws -> Pixels {
    let folder = try write(page, files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let picture = folder.appendingPathComponent("shot.png").path
    _ = try run(
      [
        "--hide-scrollbars", "--force-device-scale-factor=\(scale)", "--window-size=\(width),\(height)",
        "--virtual-time-budget=20000", "--screenshot=\(picture)",
      ], folder)
    return try Pixels(png: picture)
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  private func write(_ page: String, _ files: [String: [UInt8]]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lantern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try page.write(to: folder.appendingPathComponent("page.html"), atomically: true, encoding: .utf8)
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    return folder
  }

  private func run(_ arguments: [String], _ folder: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb",
        "--no-first-run", "--allow-file-access-from-files", "--enable-blink-features=ComputedAccessibilityInfo",
        "--user-data-dir=\(folder.path)/profile",
      ] + flags + arguments + [folder.appendingPathComponent("page.html").absoluteString]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let out = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return out
  }

  private static func tail(_ script: String) -> String {
    """
    <script>
    addEventListener('load', async () => {
      let answer
      try {
        await Promise.all([...document.fonts].map(font => font.load()))
        await document.fonts.ready
        answer = await (async () => { \(script) })()
      } catch (error) { answer = {scriptError: String(error.stack || error)} }
      const bytes = new TextEncoder().encode(JSON.stringify(answer))
      let text = ''
      for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
      const pre = document.createElement('pre')
      pre.id = 'answer'
      pre.textContent = btoa(text)
      document.body.replaceChildren(pre)
    })
    </script>
    """
  }
}

/// Opaque pixels, red, green and blue.
struct Pixels {
  let width, height: Int
  private(set) var bytes: [UInt8]

  init(_ pixmap: Pixmap) {
    width = pixmap.width
    height = pixmap.height
    bytes = pixmap.pixels.flatMap { color in [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) } }
  }

  init(png path: String) throws {
    let surface = cairo_image_surface_create_from_png(path)
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
      throw Browser.Failure("There is no picture at \(path).")
    }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    bytes = []
    bytes.reserveCapacity(width * height * 3)
    for y in 0..<height {
      for x in 0..<width { for c in [2, 1, 0] { bytes.append(data[y * stride + x * 4 + c]) } }
    }
  }

  /// How two pictures of one size differ.
  struct Difference: CustomStringConvertible {
    /// Mean over all channels, 0…255.
    var mean = 0.0
    /// Share of pixels in which a channel differs by more than 48 of 255.
    var strong = 0.0
    var description: String { "mean \((mean * 1000).rounded() / 1000), strong \((strong * 100_000).rounded() / 1000) %" }
  }

  func difference(_ other: Pixels) -> Difference? {
    guard width == other.width && height == other.height else { return nil }
    var (sum, strong) = (0, 0)
    for i in stride(from: 0, to: bytes.count, by: 3) {
      var most = 0
      for c in 0..<3 {
        let d = abs(Int(bytes[i + c]) - Int(other.bytes[i + c]))
        sum += d
        most = max(most, d)
      }
      if most > 48 { strong += 1 }
    }
    return Difference(mean: Double(sum) / Double(bytes.count), strong: Double(strong) * 3 / Double(bytes.count))
  }
}
