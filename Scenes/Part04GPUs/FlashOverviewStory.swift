import Figures
import Mechanisms

/// The default story: one tile of Q and its tiles of K and V, then the rest, then the bill.
extension FlashOverview {
  static func story(_ reading: FlashReading) -> [Beat<FlashAttention.State>] {
    let (told, last, tile) = (reading.told, reading.last, reading.tile)
    func at(_ tile: Int, _ visit: Int, _ phase: FlashMoment.Phase) -> FlashAttention.State {
      .overview(FlashOverview(at: FlashMoment(reading, tile: tile, visit: visit, phase)))
    }
    func here(_ visit: Int, _ phase: FlashMoment.Phase) -> FlashAttention.State { at(tile, visit, phase) }
    func passing(_ visits: Range<Int>) -> [FlashAttention.State] { few(visits).map { here($0, .added) } }
    let next = tile + 1 < reading.run.queryTiles.count ? tile + 1 : nil
    let end = reading.run.queryTiles.count - 1
    var compared = FlashOverview(at: FlashMoment(reading, tile: end + 1, .empty))
    compared.compares = true
    let words = FlashCaptions(reading: reading)
    return [
      Beat("two memories", here(0, .empty), words.memories),
      Beat("q tile", here(0, .queries), words.query),
      Beat(
        "first tile", run: told > 0 ? [here(0, .scores), here(0, .added)] : [here(0, .scores)], words.first),
      Beat(
        "overwrite", run: told > 0 ? passing(1..<told) + [here(told, .scores)] : [here(0, .rescaled)],
        words.overwrite),
      Beat(
        "rescale", run: told > 0 ? [here(told, .rescaled), here(told, .added)] : [here(0, .added)],
        words.rescale),
      Beat("last tile", run: passing(told + 1..<last + 1) + [here(0, .written)], words.last),
      Beat(
        "next q tile",
        run: next.map { next in
          [at(next, 0, .queries), at(next, 0, .scores), at(next, 0, .added)]
        } ?? [at(end + 1, 0, .empty)], words.next),
      Beat(
        "compare",
        run: few((next ?? end)..<end).map { at($0, 0, .written) } + [.overview(compared)], words.compare),
    ]
  }
}

/// At most six of a range, its last one among them: a run of states that can be followed.
func few(_ range: Range<Int>) -> [Int] {
  let step = max(1, (range.count + 5) / 6)
  return range.reversed().enumerated().filter { $0.offset % step == 0 }.map { $0.element }.reversed()
}

/// The sentences of the default story.
struct FlashCaptions {
  let reading: FlashReading

  var memories: Phrase {
    Phrase(
      "HBM holds Q, K, V and room for O. SRAM, beside the arithmetic, is empty.",
      zh: "HBM 里有 Q、K、V 和 O 的位置；紧挨计算单元的 SRAM 是空的。")
  }
  var query: Phrase {
    Phrase("One tile of Q moves in and stays for the whole inner loop.", zh: "Q 的一个分块搬进来，整个内循环都留在这里。")
  }
  var first: Phrase {
    Phrase(
      "K and V tile 1 comes in: a small square of scores gives each row its m, ℓ and O.",
      zh: "K、V 的第 1 块进来：一小块得分，给每行算出 m、ℓ 和 O。")
  }
  var overwrite: Phrase {
    reading.told > 0
      ? Phrase(
        "Tile \(reading.told + 1) overwrites the last one. No score goes back to HBM.",
        zh: "第 \(reading.told + 1) 块覆盖上一块，没有任何得分写回 HBM。")
      : Phrase(
        "One tile holds every key: nothing is overwritten, no old sum to rescale.",
        zh: "一块就装下所有 key：没有覆盖，也没有旧的和要缩放。")
  }
  var rescale: Phrase {
    let row = reading.rowName
    guard let jump = reading.jump else {
      return Phrase(
        "No larger score comes: m stays, and the tile is simply added.", zh: "没有更大的得分：m 不动，直接累加这一块。")
    }
    let a = fixed(reading.steps[jump].factor, 2)
    return Phrase(
      "A larger score in \(row[.en]): m jumps, so its old ℓ and O shrink by a = \(a).",
      zh: "\(row[.zh])出现更大的得分：m 跳升，旧的 ℓ 和 O 乘以 a = \(a)。")
  }
  var last: Phrase {
    Phrase(
      "After the last tile O is divided by ℓ, once, and leaves. The result is exact.",
      zh: "最后一块之后，O 除以 ℓ，只除一次，写回 HBM。结果精确。")
  }
  var next: Phrase {
    reading.tile + 1 < reading.run.queryTiles.count
      ? Phrase(
        "Each Q tile reads K and V from tile 1 again: taller Q tiles need fewer passes.",
        zh: "每块 Q 都要从第 1 块起重读 K、V：Q 的分块越高，遍数越少。")
      : Phrase(
        "No Q tile is left: K and V were read \(reading.run.queryTiles.count) times.",
        zh: "Q 没有剩下的分块：K、V 一共读了 \(reading.run.queryTiles.count) 遍。")
  }
  var compare: Phrase {
    let times = fixed(reading.saving, 2)
    return reading.saving > 1
      ? Phrase(
        "No N × N matrix in HBM: \(times) times fewer elements move, for no less arithmetic.",
        zh: "N × N 矩阵从未进过 HBM：计算没少，只搬标准做法的 \(fixed(100 / reading.saving)) %。")
      : Phrase(
        "With Q tiles this small, reading K and V again costs more than the matrix.",
        zh: "Q 的分块太小，反复读 K、V 比存整个矩阵还贵。")
  }
  var still: Phrase {
    reading.saving > 1
      ? Phrase(
        "Exact, no less arithmetic: S and P never move; taller Q tiles read K and V less often.",
        zh: "结果精确，计算没少：S、P 不再搬运；Q 的分块越高，K、V 读得越少。")
      : Phrase(
        "Exact, but Q tiles this small read K and V so often that more moves than S and P.",
        zh: "结果精确；但 Q 的分块太小，反复读 K、V，比搬 S 和 P 还多。")
  }
}
