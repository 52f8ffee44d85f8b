import CairoBackend
import Encoding
import Figures

/// Draws the frames of one story and keeps what the next one may need: pixels, and compressed bands of rows.
final class StoryPainter {
  /// The path of the story's job.
  let path: String
  private let renderer: RetainedRenderer
  private let encoder: PNGEncoder
  private var last: (index: Int, frame: Frame, file: FileParts)?

  init(_ job: RenderJob, _ cairo: CairoRenderer) throws(EncodingError) {
    path = job.path
    renderer = RetainedRenderer(
      cairo, theme: Theme(job.theme.name ?? .light), scale: job.scale,
      background: job.transparent ? .transparent : .paper)
    encoder = try PNGEncoder(
      width: Int((job.size.width * job.scale).rounded()),
      height: Int((job.size.height * job.scale).rounded()),
      alpha: job.transparent)
  }

  /// Number and file of the frame before, if it looks the same.
  func last(ifEqual frame: Frame) -> (Int, FileParts)? {
    last.flatMap { Self.isSame($0.frame, frame) ? ($0.index, $0.file) : nil }
  }

  /// Whether two frames are equal, found out from the end: what is drawn last, over the rest, is what moves most often.
  private static func isSame(_ a: Frame, _ b: Frame) -> Bool {
    a.size == b.size && a.marks.count == b.marks.count
      && a.marks.indices.reversed().allSatisfy { a.marks[$0] == b.marks[$0] } && a.groups == b.groups
  }

  /// The file of a frame; with `whole` all of it is drawn and encoded.
  func file(_ frame: Frame, whole: Bool) throws -> FileParts {
    let rects = try renderer.draw(frame, whole: whole)
    return try encoder.encode(renderer.pixmap, changed: whole ? nil : rects)
  }

  /// Remembers a file that was written, whether drawn now or kept from before.
  func wrote(_ file: FileParts, of frame: Frame, _ index: Int) { last = (index, frame, file) }
}
