import Figures
import Mechanisms

/// Prefill against decode: one read of the weights serves a whole prompt, or one token.
struct RooflinePhases {
  private let subject: RooflineCase
  private let roof: Roofline

  init(_ subject: RooflineCase) { (self.subject, roof) = (subject, subject.roof) }

  private var last: RooflineScene {
    RooflineScene(subject).with {
      $0.kernels = [.prefill]
      $0.followed = subject.batch
      $0.missing = subject.missing.filter { $0 == subject.wanted }
      $0.panel = .counts(phases: 2, waits: true)
      $0.subtitle = Phrase(
        "One \(subject.gpu); areas to scale, only thin rows are thickened",
        zh: "单张 \(subject.gpu)；面积按比例，过细的行已加粗")
    }
  }

  var still: (RooflineScene, Phrase) {
    let (rows, few) = (grouped(RooflineCase.prompt), grouped(subject.batch))
    return (
      last,
      Phrase(
        "Both read the same weights: a prompt puts \(rows) rows to work on them, decode only \(few).",
        zh: "权重相同：prefill 算 \(rows) 行，decode 算 \(few) 行。")
    )
  }

  var beats: [Beat<RooflineFigure.State>] {
    let weights = decimalPrefix(KernelCost.projection(rows: 0, width: subject.width, roof.precision).bytes)
    let prefill = subject.point(.prefill, roof), decode = subject.point(.decode(batch: subject.batch), roof)
    let first = last.with {
      ($0.kernels, $0.followed, $0.panel) = ([], nil, .counts(phases: 0, waits: false))
    }
    let second = first.with {
      ($0.kernels, $0.panel, $0.motion) = ([.prefill], .counts(phases: 1, waits: false), .landing(.prefill))
    }
    let third = last.with {
      $0.panel = .counts(phases: 2, waits: false)
      $0.motion = .landing(.decode(batch: subject.batch))
    }
    let rows = grouped(RooflineCase.prompt)
    return [
      Beat(
        "weights", [first],
        Phrase(
          "Prefill and decode both read these weights: \(weights)B from HBM.",
          zh: "prefill 与 decode 都要从 HBM 读这份权重：\(weights)B。")),
      Beat(
        "prefill", [second],
        Phrase(
          "In prefill \(rows) rows share the read: \(wholeOrTenth(prefill.intensity)) FLOP/B, up to the ceiling.",
          zh: "prefill \(rows) 行共用一次读取：\(wholeOrTenth(prefill.intensity)) FLOP/B，升到顶。"), continuous: 1.4),
      Beat(
        "decode", [third],
        Phrase(
          "Decode reads them all for \(rowsText): \(wholeOrTenth(decode.intensity)) FLOP/B.",
          zh: "decode 同样读一遍，却只算 \(subject.batch) 行：\(wholeOrTenth(decode.intensity)) FLOP/B。"),
        continuous: 1.4),
      Beat(
        "waits", [last],
        Phrase(
          "The longer bar is the time: prefill waits for \(bound(prefill)), decode for \(bound(decode)).",
          zh: "长的一条就是耗时：prefill 受限于\(boundZh(prefill))，decode 受限于\(boundZh(decode))。")),
    ]
  }

  private var rowsText: String { subject.batch == 1 ? "a single row" : "\(grouped(subject.batch)) rows" }
  private func bound(_ p: RooflinePoint) -> String { p.bound == .memory ? "bytes" : "arithmetic" }
  private func boundZh(_ p: RooflinePoint) -> String { p.bound == .memory ? "访存" : "计算" }
}
