/// Writes the colours of pixels as bytes R, G, B, three to a pixel and none beyond. Four pixels become three
/// words at a time, which keeps even unoptimised builds usable.
func packRGB(_ pixels: UnsafeBufferPointer<UInt32>, into out: UnsafeMutableRawBufferPointer) {
  guard let source = pixels.baseAddress, let target = out.baseAddress else { return }
  let whole = pixels.count & ~3
  var (i, o) = (0, 0)
  while i < whole {
    let (a, b, c, d) = (source[i], source[i + 1], source[i + 2], source[i + 3])
    let first = (a &<< 8) | ((b &>> 16) & 0xFF)
    let second = (b &<< 16) | ((c &>> 8) & 0xFFFF)
    let third = (c &<< 24) | (d & 0xFF_FFFF)
    target.storeBytes(of: first.bigEndian, toByteOffset: o, as: UInt32.self)
    target.storeBytes(of: second.bigEndian, toByteOffset: o &+ 4, as: UInt32.self)
    target.storeBytes(of: third.bigEndian, toByteOffset: o &+ 8, as: UInt32.self)
    i &+= 4
    o &+= 12
  }
  while i < pixels.count {
    let pixel = source[i]
    target.storeBytes(of: UInt8(truncatingIfNeeded: pixel &>> 16), toByteOffset: o, as: UInt8.self)
    target.storeBytes(of: UInt8(truncatingIfNeeded: pixel &>> 8), toByteOffset: o &+ 1, as: UInt8.self)
    target.storeBytes(of: UInt8(truncatingIfNeeded: pixel), toByteOffset: o &+ 2, as: UInt8.self)
    i &+= 1
    o &+= 3
  }
}

/// Writes pixels as bytes R, G, B, A, the colours divided by alpha and rounded.
func packRGBA(_ pixels: UnsafeBufferPointer<UInt32>, into out: UnsafeMutableRawBufferPointer) {
  guard let source = pixels.baseAddress, let target = out.baseAddress else { return }
  var i = 0
  while i < pixels.count {
    let p = source[i]
    let alpha = p &>> 24
    var word = (p &<< 8) | alpha
    if alpha != 255 && alpha != 0 {
      let red = straight((p &>> 16) & 255, alpha)
      let green = straight((p &>> 8) & 255, alpha)
      let blue = straight(p & 255, alpha)
      word = (red &<< 24) | (green &<< 16) | (blue &<< 8) | alpha
    } else if alpha == 0 {
      word = 0
    }
    target.storeBytes(of: word.bigEndian, toByteOffset: i &* 4, as: UInt32.self)
    i &+= 1
  }
}

/// A premultiplied component over its alpha, rounded; 255 at most.
private func straight(_ component: UInt32, _ alpha: UInt32) -> UInt32 {
  min(255, (component &* 255 &+ alpha / 2) / alpha)
}
