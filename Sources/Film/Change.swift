import Encoding

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The smallest rectangle around all pixels that differ between two pictures of one size.
struct Change: Equatable {
  let x, y, width, height: Int

  /// The whole of a picture.
  init(all picture: Pixmap) { (x, y, width, height) = (0, 0, picture.width, picture.height) }

  /// Nil when no pixel differs.
  init?(from old: Pixmap, to new: Pixmap) {
    let width = new.width
    let found = old.pixels.withUnsafeBufferPointer { a in
      new.pixels.withUnsafeBufferPointer { b -> (top: Int, bottom: Int, left: Int, right: Int)? in
        guard let a = a.baseAddress, let b = b.baseAddress else { return nil }
        func differs(_ row: Int) -> Bool { memcmp(a + row * width, b + row * width, width * 4) != 0 }
        var (top, bottom) = (0, new.height - 1)
        while top <= bottom && !differs(top) { top += 1 }
        if top > bottom { return nil }
        while !differs(bottom) { bottom -= 1 }
        var (left, right) = (width, -1)
        for row in top...bottom where differs(row) {
          let (p, q) = (a + row * width, b + row * width)
          var x = 0
          while x < left && p[x] == q[x] { x &+= 1 }
          left = min(left, x)
          x = width - 1
          while x > right && p[x] == q[x] { x &-= 1 }
          right = max(right, x)
        }
        return (top, bottom, left, right)
      }
    }
    guard let found else { return nil }
    (x, y) = (found.left, found.top)
    (self.width, height) = (found.right - found.left + 1, found.bottom - found.top + 1)
  }
}
