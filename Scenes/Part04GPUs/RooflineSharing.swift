import Figures
import Instruments
import Mechanisms

/// How many query heads read one cached head: as many FLOPs as queries for each byte of two.
struct RooflineSharing: NodeConvertible {
  let subject: RooflineCase
  let roof: Roofline
  /// How many of the ways are shown.
  let count: Int

  private static let cell = 8.0, gap = 2.0, columns = 16
  /// Points for a cached number.
  private static let number = 0.16

  var node: Node {
    Column(spacing: Spacing.xl) {
      for kind in CachedAttention.allCases {
        row(kind).opacity(kind.rawValue < count ? 1 : 0).same("sharing", kind.rawValue)
      }
    }.padding(Insets(top: Spacing.xl)).node
  }

  private func row(_ kind: CachedAttention) -> Node {
    let x = wholeOrTenth(subject.cost(.attention(kind), roof).intensity)
    let n = kind.sharing
    let words =
      n == 1
      ? Phrase("1 query head on 1 K/V head", zh: "1 个 query head 读 1 个 KV head")
      : kind == .mla
        ? Phrase("\(n) query heads on 1 latent", zh: "\(n) 个 query head 读 1 个 latent")
        : Phrase("\(n) query heads on 1 K/V head", zh: "\(n) 个 query head 读 1 个 KV head")
    return Column(spacing: Spacing.s) {
      Row(spacing: Spacing.s, align: .guide) {
        Text(Phrase(kind.name), .note.bold)
        Text(Phrase("\(x) FLOP/B"), .data)
      }
      Row(spacing: Spacing.m) {
        queries(n)
        Overlay {
          Box(.rest(.cache, radius: 2)).frame(width: cached(kind) * Self.number, height: 26)
          Text(kind == .mla ? "latent" : "K, V", .note)
        }
      }
      Text(words, .note.painted(.muted))
    }.node
  }

  private func queries(_ count: Int) -> Node {
    Grid(columns: min(count, Self.columns), spacing: Self.gap) {
      for _ in 0..<count { Box(.rest(.block, radius: 1)).frame(width: Self.cell, height: Self.cell) }
    }.node
  }

  /// Numbers that the queries of one group read for each cached token.
  private func cached(_ kind: CachedAttention) -> Double {
    switch kind.heads {
    case .grouped(_, let keyValue, _): kind.heads.cachedNumbers / Double(max(1, keyValue))
    case .latent: kind.heads.cachedNumbers
    }
  }
}
