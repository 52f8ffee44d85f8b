/// What one renderer keeps from frame to frame. None of it changes what is drawn.
final class Supplies {
  let fonts: FontShelf
  var masks = GlyphMasks()
  var texts = TextMasks()
  var hatch = Hatch()
  let stamps = Stamps()

  init(_ files: FontFiles) { fonts = FontShelf(files) }
}
