import Mechanisms
import Testing

/// Rooflines (Williams, Waterman & Patterson, CACM 2009) on vendors' dense peaks.
@Suite struct RooflineTests {
  let h100 = Roofline(.h100, .bf16)

  func near(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool { (a - b).magnitude < tolerance }

  @Test("Ridges from the datasheets: NVIDIA A100, H100, H200, HGX B200")
  func ridges() {
    #expect(near(h100.ridge, 295.3, 0.05))
    #expect(near(Roofline(.h100, .fp8).ridge, 590.7, 0.05))
    #expect(near(Roofline(.h200, .bf16).ridge, 206.1, 0.05))
    #expect(near(Roofline(.a100, .bf16).ridge, 153.0, 0.05))
    #expect(Roofline(.b200, .bf16).ridge == 281.25)
    #expect(Roofline(.b200, .fp8).ridge == 562.5)
    #expect(Roofline(.b200, .fp4).ridge == 1125)
  }

  @Test("Peaks follow from the chip: 528 and 432 tensor cores (NVIDIA H100 and A100 white papers)")
  func peaksFromTensorCores() {
    #expect(near(528 * 1024 * 1.830e9 / Accelerator.h100.bf16, 1, 1e-4))
    #expect(near(432 * 512 * 1.410e9 / Accelerator.a100.bf16, 1, 1e-3))
    #expect(Accelerator.h200.peak(.fp8) == Accelerator.h100.fp8)
    for a in Accelerator.all {
      if let fp8 = a.fp8 { #expect(near(fp8 / a.bf16, 2, 1e-3)) }
      if let fp4 = a.fp4, let fp8 = a.fp8 { #expect(fp4 == 2 * fp8) }
    }
    #expect(Accelerator.all.map { $0.capacity } == [80e9, 80e9, 141e9, 180e9])
  }

  @Test("Square decode projection in BF16: I(B) = B·d/(d + 2B)")
  func decodeIntensity() {
    for d in [1024, 2048, 4096, 8192, 16384] {
      for batch in [1, 2, 32, 256, 1024] {
        let (b, w) = (Double(batch), Double(d))
        #expect(near(h100.decode(batch: batch, width: d).intensity, b * w / (w + 2 * b), 1e-9))
      }
    }
    let one = h100.decode(batch: 1, width: 4096)
    #expect(near(one.intensity, 0.9995, 5e-5))
    #expect(near(one.attainable, 3.348e12, 5e8))
    #expect(near(one.shareOfPeak, 0.0034, 5e-5))
    #expect(one.bound == .memory)
    #expect(near(h100.decode(batch: 256, width: 4096).intensity, 227.6, 0.05))
  }

  @Test("Crossing batch B* = r·d/(d − 2r): 345.1 at d = 4096 on an H100")
  func crossing() throws {
    #expect(near(try #require(h100.crossingBatch(width: 4096)), 345.1, 0.05))
    #expect(h100.decode(batch: 345, width: 4096).bound == .memory)
    #expect(h100.decode(batch: 346, width: 4096).bound == .compute)
    #expect(h100.decode(batch: 346, width: 4096).shareOfPeak == 1)
    // 8-bit numbers double intensity and ridge alike.
    #expect(near(try #require(Roofline(.h100, .fp8).crossingBatch(width: 4096)), 345.1, 0.05))
    #expect(h100.crossingBatch(width: 590) == nil)
    #expect(h100.crossingBatch(width: -1) == nil)
  }

  @Test func crossingSeparatesTheBounds() throws {
    for gpu in Accelerator.all {
      for precision in Precision.allCases {
        let roof = Roofline(gpu, precision)
        for d in [1024, 2048, 4096, 8192, 16384] {
          let b = try #require(roof.crossingBatch(width: d))
          #expect(roof.decode(batch: Int(b.rounded(.down)), width: d).bound == .memory)
          #expect(roof.decode(batch: Int(b.rounded(.down)) + 1, width: d).bound == .compute)
        }
      }
    }
  }

  @Test("Prefill of 4,096 tokens is compute-bound on every GPU and width of the figure")
  func prefill() {
    for gpu in Accelerator.all {
      for d in [1024, 4096, 16384] {
        let p = Roofline(gpu, .bf16).point(.projection(rows: 4096, width: d, .bf16))
        #expect(p.bound == .compute && p.shareOfPeak == 1)
      }
    }
  }

  @Test("Decode attention, 2-byte cache: queries per key–value head, at any batch and length")
  func attentionIntensity() {
    let mha = AttentionHeads.grouped(query: 64, keyValue: 64, dimension: 128)
    let gqa = AttentionHeads.grouped(query: 64, keyValue: 8, dimension: 128)
    for (batch, context) in [(1, 1), (64, 4096), (1024, 131_072)] {
      #expect(KernelCost.decodeAttention(mha, batch: batch, context: context).intensity == 1)
      #expect(KernelCost.decodeAttention(gqa, batch: batch, context: context).intensity == 8)
      let mla = KernelCost.decodeAttention(ModelSpec.deepSeekV2.heads, batch: batch, context: context)
      #expect(near(mla.intensity, 2 * 128 * 1088 / 1152.0, 1e-9))
      #expect(near(mla.intensity, 241.8, 0.05))
    }
  }

  @Test("Norm: 4 FLOP and 4 B an element")
  func norm() { #expect(KernelCost.norm(elements: 4096, bytesPerNumber: 2).intensity == 1) }

  @Test("A precision that a GPU lacks becomes the narrowest it has")
  func lackingPrecisions() {
    let drawn = Accelerator.all.map { gpu in [16, 8, 4].map { Roofline(gpu, Precision(bits: $0)) } }
    #expect(
      drawn.map { $0.map { $0.precision } } == [
        [.bf16, .bf16, .bf16], [.bf16, .fp8, .fp8], [.bf16, .fp8, .fp8], [.bf16, .fp8, .fp4],
      ])
    #expect(
      drawn.map { $0.map { $0.substituted } } == [
        [false, true, true], [false, false, true], [false, false, true], [false, false, false],
      ])
  }

  @Test func roofHasASlopeAndACeiling() {
    #expect(h100.attainable(at: h100.ridge / 2) == h100.peak / 2)
    #expect(h100.attainable(at: h100.ridge * 2) == h100.peak)
    #expect(h100.attainable(at: .infinity) == h100.peak)
    #expect(h100.bound(at: h100.ridge) == .compute)
    let kernel = KernelCost.projection(rows: 64, width: 4096, .bf16)
    let p = h100.point(kernel)
    #expect(near(p.time * p.attainable / kernel.flops, 1, 1e-12))
  }

  @Test func badInputIsHarmless() {
    #expect(h100.attainable(at: -1) == 0)
    #expect(h100.attainable(at: .nan) == 0)
    #expect(KernelCost(flops: .nan, bytes: -1) == KernelCost(flops: 0, bytes: 0))
    #expect(KernelCost(flops: 0, bytes: 0).intensity == 0)
    #expect(KernelCost.gemm(m: 0, k: -4, n: 8, bytesPerNumber: 2).flops == 0)
    #expect(h100.decode(batch: -3, width: 0).attainable == 0)
    #expect(Roofline(peak: .nan, bandwidth: 0) == Roofline(peak: 1, bandwidth: 1))
    #expect(
      [-1, 0, 4, 5, 8, 9, 99].map { Precision(bits: $0) } == [.fp4, .fp4, .fp4, .fp8, .fp8, .bf16, .bf16])
    #expect(AttentionHeads.grouped(query: -1, keyValue: -8, dimension: -128).cachedNumbers == 0)
  }

  @Test("Cache bytes a token in 16 bits: Kwon et al. 2023 §3 (OPT-13B), config.json of the others")
  func cacheBytes() {
    #expect(ModelSpec.opt13B.cacheBytes() == 819_200)
    #expect(ModelSpec.llama2x7B.cacheBytes() == 524_288)
    #expect(ModelSpec.llama31x8B.cacheBytes() == 131_072)
    #expect(ModelSpec.llama31x70B.cacheBytes() == 327_680)
    #expect(ModelSpec.deepSeekV2.cacheBytes() == 69_120)
    // DeepSeek-V2 (2024), Table 1: as much as 2.25 key–value heads.
    #expect(ModelSpec.deepSeekV2.heads.cachedNumbers / (2 * 128) == 2.25)
  }
}
