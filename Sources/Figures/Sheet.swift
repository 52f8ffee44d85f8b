import Composition
import Drawing
import Geometry
import Typography

/// The fixed places around a stage: title top left, telemetry top right, the caption at the bottom.
struct Sheet: NodeConvertible {
  let title: Phrase
  let stage: Stage
  let caption: Phrase?

  /// Who the board of measured values is.
  static let telemetryIdentity = Identity("lantern.telemetry")

  /// Where the stage stands: below the subtitle, above the caption, inside the margins.
  static func stageRect(_ size: Size) -> Rect {
    Rect(Spacing.margin, 104, size.width - 2 * Spacing.margin, size.height - 104 - 68)
  }

  var node: Node {
    let (title, stage, caption) = (title, stage, caption)
    return Node.filling { rect, canvas in
      canvas.put(Baseline(title, .title, x: Spacing.margin, y: 54).same("lantern.title"), in: rect, index: 0)
      if let subtitle = stage.subtitle {
        let line = Baseline(subtitle, .note.painted(.muted), x: Spacing.margin, y: 79)
        canvas.put(line.same("lantern.subtitle"), in: rect, index: 1)
      }
      canvas.put(TelemetryBoard(stage.telemetry).node.same(Sheet.telemetryIdentity), in: rect, index: 2)
      canvas.put(stage.body, in: Sheet.stageRect(rect.size), index: 3)
      if let caption {
        let line = Baseline(caption, .caption, x: Spacing.margin, y: rect.height - 28)
        canvas.put(line.same("lantern.caption"), in: rect, index: 4)
      }
    }
  }
}

/// A line of text whose baseline lies at a fixed place of the sheet.
private struct Baseline: NodeConvertible {
  let phrase: Phrase
  let style: TextStyle
  let x, y: Double

  init(_ phrase: Phrase, _ style: TextStyle, x: Double, y: Double) {
    (self.phrase, self.style, self.x, self.y) = (phrase, style, x, y)
  }

  var node: Node {
    Node.filling { rect, canvas in
      let line = measure(phrase[canvas.language], style, canvas.language)
      canvas.text(line, at: Point(rect.minX + x, rect.minY + y))
    }
  }
}

/// Names over values, right-aligned in columns that end at the right margin.
private struct TelemetryBoard: NodeConvertible {
  let telemetry: Telemetry
  /// Baselines of the names and of up to two rows of values.
  private static let baselines = [39.0, 60, 80]
  private static let gap = 24.0

  init(_ telemetry: Telemetry) { self.telemetry = telemetry }

  /// One column, measured.
  private struct Column {
    let name: MeasuredLine
    let values: [(line: MeasuredLine, counter: Counter?)]
    var width: Double { values.reduce(name.width) { max($0, $1.line.width) } }
  }

  var node: Node {
    Node.filling { rect, canvas in
      let columns = telemetry.readings.map { column($0, canvas.language) }
      var right = rect.maxX - Spacing.margin
      var ends = columns.map { _ in right }
      for (i, column) in columns.enumerated().reversed() {
        ends[i] = right
        right -= column.width + Self.gap
      }
      for (row, name) in telemetry.rows.prefix(2).enumerated() {
        let line = measure(name[canvas.language], TextStyle.note.painted(.muted), canvas.language)
        let y = rect.minY + Self.baselines[row + 1]
        canvas.put(pinned(line, right: right, y: y), in: rect, index: -1 - row)
      }
      // From left to right, because that is how words are read, copied and spoken.
      for (i, column) in columns.enumerated() {
        let y = rect.minY + Self.baselines[0]
        canvas.put(pinned(column.name, right: ends[i], y: y), in: .zero, index: i * 4)
        for (row, value) in column.values.enumerated() {
          let y = rect.minY + Self.baselines[row + 1]
          canvas.put(
            pinned(value.line, right: ends[i], y: y, counter: value.counter), in: .zero,
            index: i * 4 + 1 + row)
        }
      }
    }
  }

  private func column(_ reading: Telemetry.Reading, _ language: Language) -> Column {
    let values = reading.values.prefix(2).map { value in
      var markup: String
      var counter: Counter?
      switch value {
      case .number(let x, let format):
        markup = format.text(x)
        counter = Counter(value: x, format: format)
      case .word(let word): markup = word[language]
      }
      if let unit = reading.unit { markup += " ~\(unit[language])~" }
      return (line: measure(markup, .data, language), counter: counter)
    }
    return Column(
      name: measure(reading.name[language], TextStyle.note.painted(.muted), language), values: values)
  }

  private func pinned(_ line: MeasuredLine, right: Double, y: Double, counter: Counter? = nil) -> Node {
    Node.filling { _, canvas in
      canvas.text(line, at: Point(right - line.width, y), anchor: 1, counter: counter)
    }
  }
}
