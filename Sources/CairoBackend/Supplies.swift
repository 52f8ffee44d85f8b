/// What one renderer keeps from frame to frame. None of it changes what is drawn.
final class Supplies {
  let fonts: FontShelf
  var masks = GlyphMasks()
  var hatch = Hatch()
  let stamps = Stamps()
  /// Coverage of one stretch of text, used again for each.
  var scratch: [UInt8] = []

  init(_ files: FontFiles) { fonts = FontShelf(files) }
}
