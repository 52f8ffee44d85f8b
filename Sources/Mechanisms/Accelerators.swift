/// What a vendor promises of one GPU. Peaks are dense tensor-core rates: datasheets often print the
/// rate with 2:4 sparsity, which is twice as much.
public struct Accelerator: Sendable {
  /// Short name.
  public let name: String
  /// Where the numbers come from.
  public let source: String
  /// Peak in BF16, FLOP/s.
  public let bf16: Double
  /// Peak in FP8, FLOP/s; nil when its tensor cores lack it.
  public let fp8: Double?
  /// Peak in FP4, FLOP/s; nil when its tensor cores lack it.
  public let fp4: Double?
  /// HBM bandwidth, B/s.
  public let bandwidth: Double
  /// HBM capacity, B.
  public let capacity: Double
  /// NVLink bandwidth in one direction, B/s: half of the sum that datasheets print.
  public let link: Double

  /// A100, 80 GB, SXM4.
  public static let a100 = Accelerator(
    name: "A100", source: "NVIDIA A100 datasheet (2021), 80 GB SXM", bf16: 312e12, fp8: nil, fp4: nil,
    bandwidth: 2.039e12, capacity: 80e9, link: 300e9)

  /// H100, SXM5.
  public static let h100 = Accelerator(
    name: "H100", source: "NVIDIA H100 Tensor Core GPU Architecture white paper (2022), SXM5",
    bf16: 989.4e12, fp8: 1978.9e12, fp4: nil, bandwidth: 3.35e12, capacity: 80e9, link: 450e9)

  /// H200, SXM: an H100 with more and faster memory.
  public static let h200 = Accelerator(
    name: "H200", source: "NVIDIA H200 datasheet (2024), SXM; peaks as H100", bf16: 989.4e12,
    fp8: 1978.9e12, fp4: nil, bandwidth: 4.8e12, capacity: 141e9, link: 450e9)

  /// B200 in an HGX or DGX board of eight: an eighth of the board's 1,440 GB and 64 TB/s.
  public static let b200 = Accelerator(
    name: "B200", source: "NVIDIA HGX B200 and DGX B200 datasheets (2024)", bf16: 2250e12, fp8: 4500e12,
    fp4: 9000e12, bandwidth: 8e12, capacity: 180e9, link: 900e9)

  /// All, oldest first.
  public static var all: [Accelerator] { [a100, h100, h200, b200] }

  /// The peak in a precision, FLOP/s; nil when its tensor cores lack it.
  public func peak(_ precision: Precision) -> Double? {
    switch precision {
    case .bf16: bf16
    case .fp8: fp8
    case .fp4: fp4
    }
  }

  /// The precision itself if the GPU has it, otherwise the narrowest that it has.
  public func supported(_ precision: Precision) -> Precision {
    if peak(precision) != nil { return precision }
    return fp4 != nil ? .fp4 : (fp8 != nil ? .fp8 : .bf16)
  }
}
