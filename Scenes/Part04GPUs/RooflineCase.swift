import Figures
import Mechanisms

/// A way to share what attention caches, at the sizes of a published model.
enum CachedAttention: Int, CaseIterable, Sendable {
  case mha, gqa, mla

  var heads: AttentionHeads {
    switch self {
    case .mha: ModelSpec.llama2x7B.heads
    case .gqa: ModelSpec.llama31x70B.heads
    case .mla: ModelSpec.deepSeekV2.heads
    }
  }

  var name: String {
    switch (self, heads) {
    case (.mla, _): "MLA"
    case (.gqa, .grouped(let query, let keyValue, _)): "GQA \(query):\(keyValue)"
    default: "MHA"
    }
  }

  /// Query heads that read one cached head, or one latent.
  var sharing: Int {
    switch heads {
    case .grouped(let query, let keyValue, _): query / max(1, keyValue)
    case .latent(let query, _, _): query
    }
  }
}

/// A kernel that the figure places under a roof.
enum RooflineKernel: Sendable, Hashable {
  /// The prompt times square weights.
  case prefill
  /// One token of each request of a batch times the same weights.
  case decode(batch: Int)
  /// New queries over the cache, in decode.
  case attention(CachedAttention)
}

/// The GPU, the widths and the batch that a reader chose, and what the model says of them.
struct RooflineCase: Sendable {
  /// Tokens of the prompt.
  static let prompt = 4096
  /// The batches that are tried.
  static let batches = (0...10).map { 1 << $0 }

  /// Name of the GPU.
  let gpu: String
  /// One for each precision that it has, the widest first.
  let roofs: [Roofline]
  /// The precision asked for, which it may lack.
  let wanted: Precision
  /// Rows and columns of the weights.
  let width: Int
  /// Requests decoded at once.
  let batch: Int

  init(gpu: String, roofs: [Roofline], wanted: Precision, width: Int, batch: Int) {
    (self.gpu, self.roofs, self.wanted, self.width, self.batch) = (gpu, roofs, wanted, width, batch)
  }

  init(_ accelerator: Accelerator, wanted: Precision, width: Int, batch: Int) {
    let all = Precision.allCases.map { Roofline(accelerator, $0) }.filter { !$0.substituted }
    self.init(gpu: accelerator.name, roofs: all, wanted: wanted, width: width, batch: batch)
  }

  /// The roof of the precision asked for, else of the narrowest that the GPU has.
  var roof: Roofline {
    roofs.first { $0.precision == wanted } ?? roofs.last ?? Roofline(peak: 1, bandwidth: 1)
  }

  /// The precisions that the GPU lacks.
  var missing: [Precision] { Precision.allCases.filter { p in !roofs.contains { $0.precision == p } } }

  /// The roof to compare with: half the bits, or twice the bits below the narrowest; nil for the only one.
  var partner: Roofline? {
    guard let i = roofs.firstIndex(of: roof), roofs.count > 1 else { return nil }
    return i + 1 < roofs.count ? roofs[i + 1] : roofs[i - 1]
  }

  func cost(_ kernel: RooflineKernel, _ roof: Roofline) -> KernelCost {
    switch kernel {
    case .prefill: .projection(rows: Self.prompt, width: width, roof.precision)
    case .decode(let batch): .projection(rows: batch, width: width, roof.precision)
    case .attention(let kind):
      .decodeAttention(kind.heads, batch: batch, bytesPerNumber: roof.precision.bytes)
    }
  }

  func point(_ kernel: RooflineKernel, _ roof: Roofline) -> RooflinePoint { roof.point(cost(kernel, roof)) }

  /// The last batch that waits for memory; the next one waits for arithmetic.
  func lastMemoryBound(_ roof: Roofline) -> Int {
    guard let crossing = roof.crossingBatch(width: width) else { return RooflineCase.batches.last ?? 1 }
    return Int(crossing.rounded(.up)) - 1
  }
}
