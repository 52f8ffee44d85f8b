import CWebP
import Encoding

/// Animated WebP, lossless, by libwebp's own encoder: it finds what changed, and transparent pixels for the rest.
public final class AnimatedWebP: FilmEncoder {
  private let fps: Int
  private let encoder: OpaquePointer
  private var config = WebPConfig()
  private var last: Pixmap?

  /// Starts a film of pictures of a size; `once` when it does not repeat.
  public init(width: Int, height: Int, fps: Int, once: Bool) throws(FilmError) {
    self.fps = fps
    var options = WebPAnimEncoderOptions()
    guard WebPAnimEncoderOptionsInit(&options) != 0, WebPConfigInit(&config) != 0,
      WebPConfigLosslessPreset(&config, Self.effort) != 0
    else { throw .library("libwebp", "another version is installed than was built for") }
    // No key frames but the first: films are short.
    (options.kmin, options.kmax) = (0, 0)
    options.anim_params.loop_count = once ? 1 : 0
    guard let encoder = WebPAnimEncoderNew(Int32(width), Int32(height), &options) else {
      throw .library("libwebp", "a film of \(width) × \(height) pixels is too large")
    }
    self.encoder = encoder
  }

  deinit { WebPAnimEncoderDelete(encoder) }

  /// Shows a picture from a frame on.
  public func show(_ picture: Pixmap, changed _: [PixelRect], from frame: Int) throws(FilmError) {
    if last == picture { return }
    last = picture
    var image = WebPPicture()
    guard WebPPictureInit(&image) != 0 else { throw .library("libwebp", "another version is installed") }
    image.use_argb = 1
    (image.width, image.height) = (Int32(picture.width), Int32(picture.height))
    guard WebPPictureAlloc(&image) != 0, let target = image.argb else {
      throw .library("libwebp", "there is no memory for a picture")
    }
    defer { WebPPictureFree(&image) }
    let stride = Int(image.argb_stride)
    picture.pixels.withUnsafeBufferPointer { pixels in
      for y in 0..<picture.height {
        for x in 0..<picture.width { target[y &* stride &+ x] = straight(pixels[y &* picture.width &+ x]) }
      }
    }
    guard WebPAnimEncoderAdd(encoder, &image, milliseconds(frame), &config) != 0 else { throw failure }
  }

  /// Ends the film after some frames, and gives its file.
  public func finish(frames: Int) throws(FilmError) -> [UInt8] {
    guard last != nil else { throw .empty }
    guard WebPAnimEncoderAdd(encoder, nil, milliseconds(frames), nil) != 0 else { throw failure }
    var data = WebPData()
    WebPDataInit(&data)
    defer { WebPDataClear(&data) }
    guard WebPAnimEncoderAssemble(encoder, &data) != 0 else { throw failure }
    return Array(UnsafeBufferPointer(start: data.bytes, count: data.size))
  }

  /// 0 is quick, 9 is small; beyond this a film takes much longer and is hardly smaller.
  private static let effort: Int32 = 3

  private var failure: FilmError {
    .library("libwebp", WebPAnimEncoderGetError(encoder).map { String(cString: $0) } ?? "no reason given")
  }

  private func milliseconds(_ frame: Int) -> Int32 {
    Int32(clamping: (frame * 1000 + fps / 2) / fps)
  }
}

/// A pixel whose colours are multiplied by its alpha, without that.
private func straight(_ p: UInt32) -> UInt32 {
  let alpha = p >> 24
  if alpha == 255 { return p }
  if alpha == 0 { return 0 }
  func part(_ shift: UInt32) -> UInt32 { min(255, ((p >> shift & 255) * 255 + alpha / 2) / alpha) }
  return alpha << 24 | part(16) << 16 | part(8) << 8 | part(0)
}
