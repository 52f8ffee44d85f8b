/// What holds a kernel back.
public enum RooflineBound: Equatable, Sendable {
  /// It waits for bytes: left of the ridge.
  case memory
  /// It waits for arithmetic: at the ridge or right of it.
  case compute
}

/// A kernel placed under a roof.
public struct RooflinePoint: Equatable, Sendable {
  /// FLOP/B.
  public let intensity: Double
  /// FLOP/s, at most.
  public let attainable: Double
  /// Attainable rate as a share of the peak, 0…1.
  public let shareOfPeak: Double
  /// Which wall it hits.
  public let bound: RooflineBound
  /// Seconds, at least.
  public let time: Double
}

/// The roofline of one GPU in one precision: attainable(I) = min(π, β·I) (Williams, Waterman &
/// Patterson, CACM 2009).
public struct Roofline: Equatable, Sendable {
  /// The arithmetic peak π, FLOP/s.
  public let peak: Double
  /// The memory bandwidth β, B/s.
  public let bandwidth: Double
  /// The precision of the peak.
  public let precision: Precision
  /// Whether the GPU lacks the precision asked for, so that `precision` is the narrowest it has.
  public let substituted: Bool

  /// Creates the roof of a GPU.
  public init(_ accelerator: Accelerator, _ wanted: Precision) {
    precision = accelerator.supported(wanted)
    substituted = precision != wanted
    peak = accelerator.peak(precision) ?? accelerator.bf16
    bandwidth = accelerator.bandwidth
  }

  /// Creates a roof from its two lines, FLOP/s and B/s; what is not positive and finite counts as 1.
  public init(peak: Double, bandwidth: Double, precision: Precision = .bf16) {
    self.peak = peak > 0 && peak.isFinite ? peak : 1
    self.bandwidth = bandwidth > 0 && bandwidth.isFinite ? bandwidth : 1
    self.precision = precision
    substituted = false
  }

  /// The intensity at which slope and ceiling meet, π/β, FLOP/B.
  public var ridge: Double { peak / bandwidth }

  /// The most that a kernel of this intensity (FLOP/B) can reach, FLOP/s; 0 for one that is negative
  /// or not a number.
  public func attainable(at intensity: Double) -> Double {
    intensity > 0 ? Swift.min(peak, bandwidth * intensity) : 0
  }

  /// Which wall a kernel of this intensity (FLOP/B) hits.
  public func bound(at intensity: Double) -> RooflineBound { intensity >= ridge ? .compute : .memory }

  /// Where a kernel lands.
  public func point(_ kernel: KernelCost) -> RooflinePoint {
    let rate = attainable(at: kernel.intensity)
    return RooflinePoint(
      intensity: kernel.intensity, attainable: rate, shareOfPeak: rate / peak,
      bound: bound(at: kernel.intensity),
      time: Swift.max(kernel.flops / peak, kernel.bytes / bandwidth))
  }

  /// The square decode projection of a batch at the roof's own precision.
  public func decode(batch: Int, width: Int) -> RooflinePoint {
    point(.projection(rows: batch, width: width, precision))
  }

  /// The batch at which a [d × d] decode projection reaches the ridge: B* = r·d/(d − 2r), where
  /// r = ridge·(bytes a number)/2. It exceeds the ridge because activations move as well.
  ///
  /// Nil when d ≤ 2r: activations alone keep every batch memory-bound. Not rounded; the first
  /// compute-bound batch is the whole number at or above it.
  public func crossingBatch(width: Int) -> Double? {
    let d = Double(width)
    let r = ridge * precision.bytes / 2
    return d > 2 * r ? r * d / (d - 2 * r) : nil
  }
}
