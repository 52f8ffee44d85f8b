import Figures
import Mechanisms

/// The sentences of the overview and of the two kinds of pools.
enum DisaggCaptions {
  static func mixed(_ runs: DisaggRuns) -> Phrase {
    let n = runs.mixed.gpus.count
    guard isInterrupted(runs) else {
      return Phrase(
        "\(n) mixed GPUs: each does prefill and decode, and its requests come one after the other.",
        zh: "\(n) 张混合 GPU：各自做 prefill 和 decode，请求先后到来。")
    }
    return Phrase(
      "\(n) mixed GPUs: the long prefills of new requests come between short decode ticks.",
      zh: "\(n) 张混合 GPU：新请求的长 prefill 插在短的 decode 之间。")
  }

  static func gaps(_ runs: DisaggRuns) -> Phrase {
    let (gap, d, tick) = (runs.mixed.worstGap, runs.times.prefill, runs.times.iteration)
    guard isInterrupted(runs) else {
      return Phrase(
        "So far apart the requests don’t interrupt each other: every gap is \(trimmed(tick, 1)) ms.",
        zh: "请求隔得远，互不打断：每个间隔都是 \(trimmed(tick, 1)) ms。")
    }
    return Phrase(
      "Somebody’s next token waits \(trimmed(gap, 1)) ms: a prefill of \(trimmed(d, 1)), then a tick of \(trimmed(tick, 1)).",
      zh: "有个 token 等了 \(trimmed(gap, 1)) ms：\(trimmed(d, 1)) 的 prefill 加 \(trimmed(tick, 1)) 的一步。")
  }

  static func split(_ runs: DisaggRuns) -> Phrase {
    Phrase(
      "Split: prefills gather in one pool, decode ticks in another, and none comes between.",
      zh: "分开：prefill 归一个池，decode 归另一个池，互不打断。")
  }

  static func parcel(_ runs: DisaggRuns) -> Phrase {
    let (name, x) = (requestName(runs.followed), trimmed(runs.times.handover, 1))
    return Phrase(
      "\(name)’s prefill emits token 1 and hands its KV cache over, which takes \(x) ms.",
      zh: "\(name) 先产出 token 1，再把 KV cache 传过去，\(x) ms。")
  }

  static func joins(_ runs: DisaggRuns) -> Phrase {
    let name = requestName(runs.followed)
    return Phrase(
      "\(name) joins the decode batch at the next tick; the others do the same.",
      zh: "\(name) 在下一步加入 decode 批次，别的请求也一样。")
  }

  static func even(_ runs: DisaggRuns) -> Phrase {
    let (a, b) = (runs.mixed.worstGap, runs.split.worstGap)
    guard b < a else {
      return Phrase(
        "Token 2 waits for the hand-over, \(trimmed(b, 1)) ms; from then on one comes with every tick.",
        zh: "token 2 要等 KV 传输，\(trimmed(b, 1)) ms；之后每一步一个。")
    }
    return Phrase(
      "Token rows are even: the longest gap is \(trimmed(b, 1)) ms, against \(trimmed(a, 1)) on mixed GPUs.",
      zh: "token 变得均匀：最长间隔 \(trimmed(b, 1)) ms，混合时是 \(trimmed(a, 1)) ms。")
  }

  static func burst(_ runs: DisaggRuns) -> Phrase {
    let (a, b) = (trimmed(runs.burst.meanTTFT, 1), trimmed(runs.mixedBurst.meanTTFT, 1))
    guard runs.burst.meanTTFT > runs.times.prefill + 1e-9 else {
      return Phrase(
        "A burst: \(runs.prefill) prefill GPUs are enough, nobody queues, and mean TTFT is \(a) ms.",
        zh: "突发：\(runs.prefill) 张 prefill GPU 够用，平均 TTFT \(a) ms。")
    }
    return Phrase(
      "A burst: prompts queue for prefill, mean TTFT is \(a) ms; mixed GPUs would need \(b).",
      zh: "突发：prefill 排起队，平均 TTFT \(a) ms，混合时 \(b) ms。")
  }

  static func relieved(_ runs: DisaggRuns) -> Phrase {
    let (n, t) = (runs.prefill + 1, trimmed(runs.relieved.meanTTFT, 1))
    guard runs.relieved.meanTTFT < runs.burst.meanTTFT - 1e-9 else {
      return Phrase(
        "\(n) prefill GPUs change nothing: where nobody queues, one more GPU only idles.",
        zh: "增至 \(n) 张也没有变化：没人排队，多一张只是空转。")
    }
    return Phrase(
      "With \(n) prefill GPUs the queue empties: mean TTFT is \(t) ms, and decode is undisturbed.",
      zh: "prefill GPU 增至 \(n) 张，队列清空：平均 TTFT \(t) ms。")
  }

  static func finding(_ runs: DisaggRuns) -> Phrase {
    let n = runs.mixed.requests.count
    let (a, b) = (runs.mixed.attained(runs.level).count, runs.split.attained(runs.level).count)
    let (before, after) = (fixed(runs.mixedBurst.meanTTFT), fixed(runs.burst.meanTTFT))
    guard runs.burst.meanTTFT > runs.mixedBurst.meanTTFT, !sameText(before, after) else {
      return Phrase(
        "Both limits are kept by \(b) of \(n) requests on split GPUs, by \(a) on as many mixed ones.",
        zh: "同样多的 GPU：分开时 \(n) 个请求里 \(b) 个满足两项上限，混合时 \(a) 个。")
    }
    return Phrase(
      "Limits kept: split \(b) of \(n), mixed \(a). In a burst mean TTFT is \(after) ms split, \(before) mixed.",
      zh: "达标：分开 \(b)/\(n)，混合 \(a)/\(n)；突发时排队，TTFT \(after) ms，混合 \(before)。")
  }

  /// Whether a prefill ever comes between two tokens of a request on mixed GPUs.
  private static func isInterrupted(_ runs: DisaggRuns) -> Bool {
    runs.mixed.worstGap > runs.times.iteration + 1e-9
  }

  // MARK: One kind alone

  static func first(_ runs: DisaggRuns) -> Phrase {
    Phrase(
      "A prefill emits a request’s first token; then each tick emits one of every active request.",
      zh: "prefill 产出第一个 token；之后每一步，每个请求各出一个。")
  }

  static func interrupted(_ runs: DisaggRuns) -> Phrase {
    guard isInterrupted(runs) else {
      return Phrase("The next request finds its GPU free: nobody has to stop.", zh: "下一个请求到达时 GPU 空着：谁也不用停。")
    }
    return Phrase(
      "A new request’s prefill goes first: \(requestName(runs.followed)) gets no token while it runs.",
      zh: "新请求的 prefill 优先：这期间 \(requestName(runs.followed)) 没有新 token。")
  }

  static func emitted(_ runs: DisaggRuns) -> Phrase {
    Phrase(
      "The prefill GPU reads the prompt and emits the first token: TTFT ends here.",
      zh: "prefill GPU 产出第一个 token：TTFT 到此为止。")
  }
}
