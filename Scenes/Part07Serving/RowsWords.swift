import Figures
import Mechanisms

/// The words of the selective batching mode.
enum RowsWords {
  static let padded = Phrase("Padded", zh: "补齐")
  static let selective = Phrase("Selective batching", zh: "选择性批处理")
  static let padding = Phrase("padding")
  static let rows = Phrase("rows", zh: "行")
  static let linear = Phrase("linear", zh: "线性层")
  static let attention = Phrase("attention")
  static let strip = Phrase(
    "linear layers take one flat strip, attention is split by request", zh: "线性层算一整条，attention 按请求拆开")

  static func subtitle(_ state: RowsState) -> Phrase {
    let (n, k) = (state.batch.entries.count, state.iteration)
    let rows = state.batch.flatRows
    return Phrase(
      "iteration \(k): \(n) requests bring \(rows) rows, one for each token",
      zh: "迭代 \(k)：\(n) 个请求带来 \(rows) 行，每个 token 一行")
  }

  static func rectangle(_ batch: SelectiveBatch) -> Phrase {
    let shape = "`[\(batch.entries.count) × \(batch.paddedWidth)]`"
    return Phrase("\(shape), every request as long as the longest", zh: "\(shape)，每个请求都补到最长")
  }

  /// What the rectangle costs.
  static func arithmetic(_ batch: SelectiveBatch) -> Node {
    let (n, width, share) = (batch.entries.count, batch.paddedWidth, trimmed(batch.paddingShare * 100, 1))
    return Overlay(align: .leading) {
      Column(spacing: Spacing.xs) {
        Text(Phrase("\(share) % is padding", zh: "\(share) % 是 padding"), .label)
        Text(
          Phrase(
            "`\(n) × \(width) = \(batch.paddedRows)` rows, `\(batch.flatRows)` hold a token",
            zh: "`\(n) × \(width) = \(batch.paddedRows)` 行，其中 `\(batch.flatRows)` 行有 token"),
          .note.painted(.muted))
      }.padding(Insets(left: Spacing.xl))
    }.node
  }

  static func product(_ batch: SelectiveBatch) -> [Phrase] {
    let shape = "`[\(batch.flatRows) × d]`"
    return [
      Phrase("one matrix product, \(shape): no row needs another", zh: "一次矩阵乘，\(shape)：行与行互不相干"),
      Phrase("one product, \(shape)", zh: "一次矩阵乘，\(shape)"), Phrase(shape),
    ]
  }

  /// One request's attention scores: its rows against its own keys.
  static func scores(_ entry: SelectiveBatch.Entry) -> [Phrase] {
    let keys = entry.cached + entry.rows
    return [
      Phrase("\(entry.rows) rows × \(keys) keys", zh: "\(entry.rows) 行 × \(keys) 个 key"),
      Phrase("`[\(entry.rows) × \(keys)]`"), Phrase("\(entry.rows) × \(keys)"),
      Phrase("\(entry.rows)×\(keys)"),
    ]
  }

  static func telemetry(_ batch: SelectiveBatch) -> Telemetry {
    Telemetry([
      .init(Phrase("padded", zh: "补齐后"), Double(batch.paddedRows), unit: Phrase("rows", zh: "行")),
      .init(padding, batch.paddingShare * 100, digits: 1, unit: "%"),
      .init(Phrase("flat", zh: "拉平后"), Double(batch.flatRows), unit: Phrase("rows", zh: "行")),
    ])
  }
}

/// The sentences of the selective batching mode.
enum RowsCaptions {
  static let linear = Phrase(
    "Linear layers treat each row alone, so one product serves all requests.", zh: "线性层逐行独立，一次矩阵乘就服务所有请求。")
  static let attention = Phrase(
    "Attention is split: the rows of a request look at its own keys only.",
    zh: "attention 要拆开：一个请求的行只看它自己的 key。")

  static func padded(_ batch: SelectiveBatch) -> Phrase {
    Phrase(
      "A rectangle needs equal lengths: \(batch.padding) of its \(batch.paddedRows) rows are padding.",
      zh: "矩形要求长度一致：\(batch.paddedRows) 行里有 \(batch.padding) 行是 padding。")
  }

  static func flat(_ batch: SelectiveBatch) -> Phrase {
    Phrase(
      "Set one after the other they are \(batch.flatRows) rows, and nothing is padded.",
      zh: "首尾相接排成一条：\(batch.flatRows) 行，没有 padding。")
  }

  static func mixed(_ state: RowsState) -> Phrase {
    let load = state.schedule.load(of: state.iteration)
    let (decodes, prompts) = (load.decodes.count, load.promptTokens)
    return Phrase(
      "Any mix will do: iteration \(state.iteration) takes \(prompts) prompt rows and \(decodes) decode rows.",
      zh: "怎么混合都行：迭代 \(state.iteration) 有 \(prompts) 行 prompt 和 \(decodes) 行 decode。")
  }

  static func finding(_ batch: SelectiveBatch) -> Phrase {
    Phrase(
      "\(batch.flatRows) rows instead of \(batch.paddedRows): only attention must know whose row is whose.",
      zh: "\(batch.flatRows) 行取代 \(batch.paddedRows) 行：只有 attention 需要区分行属于谁。")
  }
}
