/// The shape of a published language model, as far as its cache goes. From its config.json.
public struct ModelSpec: Sendable {
  /// Name in print.
  public let name: String
  /// Attention layers.
  public let layers: Int
  /// Width of the residual stream.
  public let width: Int
  /// Heads of each layer.
  public let heads: AttentionHeads

  /// OPT-13B: multi-head attention.
  public static let opt13B = ModelSpec(
    name: "OPT-13B", layers: 40, width: 5120, heads: .grouped(query: 40, keyValue: 40, dimension: 128))
  /// Llama-2-7B: multi-head attention.
  public static let llama2x7B = ModelSpec(
    name: "Llama-2-7B", layers: 32, width: 4096, heads: .grouped(query: 32, keyValue: 32, dimension: 128))
  /// Llama-3.1-8B: 4 query heads for each key–value head.
  public static let llama31x8B = ModelSpec(
    name: "Llama-3.1-8B", layers: 32, width: 4096, heads: .grouped(query: 32, keyValue: 8, dimension: 128))
  /// Llama-3.1-70B: 8 query heads for each key–value head.
  public static let llama31x70B = ModelSpec(
    name: "Llama-3.1-70B", layers: 80, width: 8192, heads: .grouped(query: 64, keyValue: 8, dimension: 128))
  /// DeepSeek-V2: 128 heads on a latent of 512 numbers and a rotary key of 64.
  public static let deepSeekV2 = ModelSpec(
    name: "DeepSeek-V2", layers: 60, width: 5120, heads: .latent(query: 128, latent: 512, rotary: 64))

  /// All, by age.
  public static var all: [ModelSpec] { [opt13B, llama2x7B, deepSeekV2, llama31x8B, llama31x70B] }

  /// Bytes of cache that one token needs in all layers.
  public func cacheBytes(perToken bytesPerNumber: Double = 2) -> Double {
    Double(layers) * heads.cachedNumbers * bytesPerNumber
  }
}
