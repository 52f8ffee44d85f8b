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
    guard let found = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      return nil
    }
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
  func ask<T: Decodable>(_ page: String, _ script: String, as type: T.Type, files: [String: [UInt8]] = [:])
    throws -> T
  {
    let folder = try write(page + Self.tail(script), files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = try run(["--virtual-time-budget=20000", "--dump-dom"], folder)
    let text = String(decoding: out, as: UTF8.self)
    guard let start = text.range(of: "<pre id=\"answer\">"),
      let end = text.range(of: "</pre>", options: .backwards),
      start.upperBound < end.lowerBound,
      let data = Data(base64Encoded: String(text[start.upperBound..<end.lowerBound]))
    else { throw Failure("The page gave no answer: \(text.suffix(2000))") }
    if let error = try? JSONDecoder().decode([String: String].self, from: data)["scriptError"] {
      throw Failure(error)
    }
    return try JSONDecoder().decode(type, from: data)
  }

  /// The pixels of a page, `scale` of them a CSS pixel.
  func pixels(_ page: String, width: Int, height: Int, scale: Int = 1, files: [String: [UInt8]] = [:]) throws
    -> Pixels
  {
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
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--force-color-profile=srgb",
        "--no-first-run", "--allow-file-access-from-files",
        "--enable-blink-features=ComputedAccessibilityInfo",
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
