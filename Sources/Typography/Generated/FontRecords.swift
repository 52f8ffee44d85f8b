// Made by `swift run lantern-fonts` from the fonts that FontRecords.swift lists. Not edited by hand.
// swift-format-ignore-file

import Drawing

/// What the generator measured.
enum Generated {
  /// The font files, in the order of `Face`.
  static let fonts: [FontRecord] = [
    FontRecord(
      face: .sans, family: "Inter", style: "Regular", weight: 400,
      file: "Inter-Regular.otf", index: 0,
      version: "Version 3.019;git-0a5106e0b",
      sha256: "a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc",
      package: "fonts-inter", unitsPerEm: 2816,
      ascent: 2728, descent: 680, capHeight: 2048, xHeight: 1536),
    FontRecord(
      face: .sansMedium, family: "Inter", style: "Medium", weight: 500,
      file: "Inter-Medium.otf", index: 0,
      version: "Version 3.019;git-0a5106e0b",
      sha256: "99dab2bdcb613c4c8264000a94351d1227f74dc95a86d1249493aeee0c0179c4",
      package: "fonts-inter", unitsPerEm: 2816,
      ascent: 2728, descent: 680, capHeight: 2048, xHeight: 1536),
    FontRecord(
      face: .sansBold, family: "Inter", style: "Semi Bold", weight: 600,
      file: "Inter-SemiBold.otf", index: 0,
      version: "Version 3.019;git-0a5106e0b",
      sha256: "8c1990b6012254ea2b487161697d107357dd0ee55811cfd91c8c11227bbef457",
      package: "fonts-inter", unitsPerEm: 2816,
      ascent: 2728, descent: 680, capHeight: 2048, xHeight: 1536),
    FontRecord(
      face: .mono, family: "JetBrains Mono", style: "Medium", weight: 500,
      file: "JetBrainsMono-Medium.ttf", index: 0,
      version: "Version 2.242; ttfautohint (v1.8.3)",
      sha256: "9c99efc72a85799cb92f234fdefaad72641f9741b8a00df6c5fbcac7831b6ec8",
      package: "fonts-jetbrains-mono", unitsPerEm: 1000,
      ascent: 1020, descent: 300, capHeight: 730, xHeight: 550),
    FontRecord(
      face: .monoBold, family: "JetBrains Mono", style: "Bold", weight: 700,
      file: "JetBrainsMono-Bold.ttf", index: 0,
      version: "Version 2.242; ttfautohint (v1.8.3)",
      sha256: "3481028266ee80741bfa96beaa4ce2ea1c6beebf89979d3e64e039c4d83822d1",
      package: "fonts-jetbrains-mono", unitsPerEm: 1000,
      ascent: 1020, descent: 300, capHeight: 730, xHeight: 550),
    FontRecord(
      face: .cjk, family: "Noto Sans CJK SC", style: "Regular", weight: 400,
      file: "NotoSansCJK-Regular.ttc", index: 2,
      version: "Version 2.004;hotconv 1.0.118;makeotfexe 2.5.65603",
      sha256: "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
      package: "fonts-noto-cjk", unitsPerEm: 1000,
      ascent: 1160, descent: 288, capHeight: 733, xHeight: 543),
    FontRecord(
      face: .cjkBold, family: "Noto Sans CJK SC", style: "Bold", weight: 700,
      file: "NotoSansCJK-Bold.ttc", index: 2,
      version: "Version 2.004;hotconv 1.0.118;makeotfexe 2.5.65603",
      sha256: "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
      package: "fonts-noto-cjk", unitsPerEm: 1000,
      ascent: 1160, descent: 288, capHeight: 733, xHeight: 543),
    FontRecord(
      face: .symbol, family: "DejaVu Sans", style: "Book", weight: 400,
      file: "DejaVuSans.ttf", index: 0,
      version: "Version 2.37",
      sha256: "abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322",
      package: "fonts-dejavu-core", unitsPerEm: 2048,
      ascent: 1901, descent: 483, capHeight: 1491, xHeight: 1120),
    FontRecord(
      face: .symbolBold, family: "DejaVu Sans", style: "Bold", weight: 700,
      file: "DejaVuSans-Bold.ttf", index: 0,
      version: "Version 2.37",
      sha256: "0d977336a6d5fba34eab8e3199eb218327161b5143749f802982c2bc34df0c96",
      package: "fonts-dejavu-core", unitsPerEm: 2048,
      ascent: 1901, descent: 483, capHeight: 1491, xHeight: 1120),
  ]
}
