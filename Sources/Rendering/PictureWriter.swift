import CairoBackend
import Encoding
import Figures

/// Makes PNG files of frames that no job asked for: for reports. One belongs to one thread.
public final class PictureWriter {
  private let cairo = CairoRenderer()

  /// Creates a writer; fonts are opened when a frame first needs them.
  public init() {}

  /// The file of a frame on paper, `scale` pixels a point.
  public func png(_ frame: Frame, theme: Theme.Name, scale: Double = 1) throws(RenderFailure) -> [UInt8] {
    do {
      let pixels = try cairo.pixmap(frame, theme: Theme(theme), scale: scale, background: .paper)
      return try PNG.encode(pixels, alpha: false)
    } catch {
      throw RenderFailure("\(error)")
    }
  }
}
