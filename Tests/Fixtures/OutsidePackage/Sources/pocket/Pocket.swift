import LanternKit

/// The program: every figure that it knows.
@main struct Pocket: LanternApp {
  static let catalogue = Catalogue([
    .init(RingBuffer.self)
  ])
}
