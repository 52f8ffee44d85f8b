import Figures
import Instruments
import Mechanisms

/// Planes in a row, each a factor further: two orders of two matrices, or the three factors of one.
public struct MatrixChain: Sendable {
  enum Kind: Int, Sendable { case compose, ellipse }

  let reading: MatrixReading
  let kind: Kind
  /// How many factors have acted; the last of them acts through the beat.
  let done: Int
  /// Whether the results are compared.
  let compares: Bool

  init(_ reading: MatrixReading, _ kind: Kind, done: Int, compares: Bool = false) {
    self.reading = reading
    self.kind = kind
    self.done = done
    self.compares = compares
  }

  /// The factors of each row of planes in the order in which they act.
  var rows: [[MatrixPath]] {
    let r = reading
    switch kind {
    case .compose:
      let a = r.t < 1 ? MatrixPath(r.a()) : r.first
      return [[a, r.second], [r.second, a]]
    case .ellipse:
      let svd = r.a().svd
      return [[MatrixPath(svd.vTransposed), MatrixPath(svd.stretch), MatrixPath(svd.u)]]
    }
  }

  /// What a plane shows: the factors up to its own, as far as they have acted.
  func matrix(_ row: Int, _ plane: Int, _ p: Double) -> PlaneMatrix {
    rows[row].prefix(min(plane, done)).enumerated().reduce(.identity) { product, factor in
      factor.element(factor.offset == done - 1 && !compares ? p : 1) * product
    }
  }

  func stage(_ p: Double) -> Stage {
    let r = reading
    let isCompose = kind == .compose
    return Stage(
      subtitle: isCompose
        ? Phrase("BAx means B(Ax): the matrix next to x acts first", zh: "BAx 即 B(Ax)：紧挨 x 的矩阵先作用")
        : Phrase("A = UΣV^{T}: turn, stretch along the axes, turn", zh: "A = UΣV^{T}：旋转，沿轴拉伸，再旋转"),
      telemetry: r.telemetry(matrix(0, rows[0].count, p)),
      caption: isCompose ? Self.composeLesson(r) : Self.ellipseLesson(r)
    ) {
      for row in rows.indices {
        for plane in 0...rows[row].count {
          panel(row, plane, p).padding(
            Insets(left: Double(plane) * (width + Spacing.l), top: Double(row) * 188))
        }
      }
      if isCompose { results(p) } else { sigmas(p) }
    }
  }

  private var width: Double { kind == .compose ? 212 : 208 }
  private var height: Double { kind == .compose ? 156 : 248 }

  private func panel(_ row: Int, _ plane: Int, _ p: Double) -> Node {
    let r = reading
    let m = matrix(row, plane, p)
    let id = 10 * row + plane
    let all = rows[row].indices.map { k in rows[row].prefix(k + 1).reduce(.identity) { $1.matrix * $0 } }
    let other = rows[rows.count - 1 - row].reduce(PlaneMatrix.identity) { $1.matrix * $0 }
    let unit =
      kind == .compose
      ? r.unit(height / 2 - 6, all + [other], with: [])
      : (width / 2 - 36) / max(1, r.first.matrix.svd.sigma[0])
    let isLast = plane == rows[row].count
    return Column(spacing: Spacing.xs) {
      Text(name(row, plane), plane > done ? .note.painted(.muted) : .note.bold)
      MatrixPlane(unit: unit, columns: m.columns, items(m, id, isLast && compares ? other : nil)).node
        .frame(width: width, height: height)
        .same("plane", id, named: name(row, plane))
    }.node
  }

  private func items(_ m: PlaneMatrix, _ id: Int, _ other: PlaneMatrix?) -> [MatrixPlaneItem] {
    let r = reading
    guard kind == .compose else {
      let kept = compares && (id == 0 || id == 3) ? r.kept(in: id) : []
      return kept + [r.ellipse(m, in: id)]
        + r.axes(m, of: r.a(), in: id, min(id, done) < 2 ? ["v_{1}", "v_{2}"] : ["σ_{1}", "σ_{2}"])
    }
    let ghost = other.map { [r.ghost($0, in: id)] } ?? []
    return [r.square(m, in: id)] + ghost + r.basis(m, in: id)
  }

  private func name(_ row: Int, _ plane: Int) -> Phrase {
    if plane == 0 { return Phrase("before", zh: "变换前") }
    guard kind == .compose else {
      return [
        Phrase("V^{T}: turn v_{1}, v_{2} onto the axes", zh: "V^{T}：把 v_{1}、v_{2} 转到轴上"),
        Phrase("Σ: stretch by σ_{1} and σ_{2}", zh: "Σ：按 σ_{1}、σ_{2} 拉伸"),
        reading.a().determinant < -1e-12
          ? Phrase("U: flip and turn", zh: "U：翻转并旋转") : Phrase("U: turn into place", zh: "U：转到位"),
      ][plane - 1]
    }
    let names = row == 0 ? ["A", "B"] : ["B", "A"]
    return plane == 1
      ? Phrase("first \(names[0])", zh: "先 \(names[0])")
      : Phrase("then \(names[1]): \(names[1])\(names[0])", zh: "后 \(names[1])：\(names[1])\(names[0])")
  }
}
