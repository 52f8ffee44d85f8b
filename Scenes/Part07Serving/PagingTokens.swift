import Figures
import Mechanisms

/// The words of the requests, a token each.
enum PagingTokens {
  /// The longest prompt of the figure, of which a parameter takes the start.
  private static let prompt = (
    en: [
      "The", "cat", "sat", "on", "the", "mat", "and", "looked", "at", "the", "rain", "that", "fell", "on",
      "the", "roof", "of", "the", "old", "house", "by", "the", "cold", "sea",
    ],
    zh: [
      "猫", "坐", "在", "垫子", "上", "，", "然后", "看着", "窗外", "的", "雨", "落", "在", "海边", "老",
      "房子", "的", "屋顶", "上", "，", "又", "想起", "了", "你",
    ]
  )
  /// What each sample goes on with.
  private static let samples = (
    en: [
      ["fell", "asleep", "there", "."], ["began", "purring", "softly"], ["saw", "a", "bird"],
      ["heard", "the", "wind"], ["ate", "some", "fish"], ["went", "to", "bed"],
    ],
    zh: [
      ["睡", "着", "了", "。"], ["打", "起", "呼噜"], ["看见", "一只", "鸟"], ["听", "外面", "的风"],
      ["吃", "了", "鱼"], ["回", "窝", "里"],
    ]
  )
  /// The other requests of the paged mode, 6, 19 and 3 tokens long.
  private static let others = (
    en: [
      ["Paris", "is", "the", "capital", "of", "France"],
      [
        "A", "block", "table", "maps", "each", "logical", "block", "of", "a", "request", "to", "a",
        "physical", "block", "kept", "in", "the", "GPU", "memory",
      ],
      ["Hello", "again", "friend"],
    ],
    zh: [
      ["巴黎", "是", "法国", "的", "首都", "。"],
      [
        "块表", "把", "请求", "的", "每个", "逻辑块", "映射", "到", "物理块", "，", "物理块", "可以", "放",
        "在", "显存", "的", "任何", "地方", "。",
      ],
      ["你好", "，", "朋友"],
    ]
  )

  /// A token of a prompt of some length and its samples, with its place as the shorter wording.
  static func sample(_ token: PagedPool.Token, prompt length: Int) -> [Phrase] {
    if token.position < length { return wordings(token, prompt.en, prompt.zh, token.position) }
    guard samples.en.indices.contains(token.writer) else { return [place(token)] }
    return wordings(
      token, samples.en[token.writer], samples.zh[token.writer], token.position - length)
  }

  /// A token of one of several requests, the first of which has a prompt of some length.
  static func request(_ token: PagedPool.Token, prompt length: Int, is id: Int) -> [Phrase] {
    guard id > 0 else { return sample(token, prompt: length) }
    guard others.en.indices.contains(id - 1) else { return [place(token)] }
    return wordings(token, others.en[id - 1], others.zh[id - 1], token.position)
  }

  private static func place(_ token: PagedPool.Token) -> Phrase { Phrase("\(token.position + 1)") }

  private static func wordings(
    _ token: PagedPool.Token, _ en: [String], _ zh: [String], _ index: Int
  ) -> [Phrase] {
    guard en.indices.contains(index), zh.indices.contains(index) else { return [place(token)] }
    return [Phrase(en[index], zh: zh[index]), place(token)]
  }
}
