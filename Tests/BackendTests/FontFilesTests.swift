import CairoBackend
import Drawing
import Foundation
import Testing
import Typography

@Suite struct FontFilesTests {
  /// A folder that is gone when the test ends.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("b/deep"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("a"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func refusal(_ fonts: FontFiles, _ face: Face) -> String {
    do throws(FontFileError) {
      return "found " + (try fonts.path(of: face))
    } catch { return error.description }
  }

  @Test(arguments: Face.allCases) func theInstalledFontsAreFound(face: Face) throws {
    let path = try FontFiles.shared.path(of: face)
    #expect(path.hasSuffix("/" + FontTable.fonts[face.rawValue].file))
    #expect(try FontFiles.shared.path(of: face) == path)
  }

  @Test func aMissingFontNamesItsPackage() throws {
    try withFolder { folder in
      let said = refusal(FontFiles(folders: [folder, "/nowhere"]), .sansMedium)
      for part in ["Inter Medium", "Inter-Medium.otf", "fonts-inter", folder, "/nowhere"] {
        #expect(said.contains(part), "\(said)")
      }
    }
  }

  @Test func anotherVersionIsRefusedAndPassedOverForTheRightOne() throws {
    try withFolder { folder in
      let right = try FontFiles.shared.path(of: .mono)
      var bytes = try Data(contentsOf: URL(fileURLWithPath: right))
      bytes.append(0)
      try bytes.write(to: URL(fileURLWithPath: folder + "/a/JetBrainsMono-Medium.ttf"))
      let said = refusal(FontFiles(folders: [folder]), .mono)
      for part in [
        "JetBrains Mono", folder + "/a/", "revision 2.242", "Version 2.242", "fonts-jetbrains-mono",
      ] {
        #expect(said.contains(part), "\(said)")
      }
      let deep = folder + "/b/deep/JetBrainsMono-Medium.ttf"
      try FileManager.default.copyItem(atPath: right, toPath: deep)
      #expect(try FontFiles(folders: [folder]).path(of: .mono) == deep)
      #expect(try FontFiles(folders: [folder + "/b", folder]).path(of: .mono) == deep)
    }
  }

  @Test func whatIsNoFontIsRefused() throws {
    try withFolder { folder in
      for bytes in ["", "ttcf", "not a font at all, only words"] {
        try Data(bytes.utf8).write(to: URL(fileURLWithPath: folder + "/a/Inter-Regular.otf"))
        #expect(refusal(FontFiles(folders: [folder]), .sans).contains("isn't the one"))
      }
    }
  }
}
