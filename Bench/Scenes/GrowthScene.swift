import Figures

/// A field of any number of labelled cells, one of which changes its colour in every frame: how cost grows.
public struct GrowthScene: Figure {
  /// One story.
  public enum Mode: String, CaseIterable, Sendable {
    /// The field.
    case field
  }

  /// How many cells, and which one is on.
  public struct Field: Sendable {
    let cells: Int
    let current: Int
  }

  /// Without a title, so that cells are all there is.
  public static let about = About("growth", part: "bench", title: Phrase(""))

  /// The number of cells.
  public static func inputs(_ knobs: inout Knobs) -> Int { knobs.int("cells", 10...5000, default: 500) }

  /// Two seconds of one change a frame.
  public static func story(_ cells: Int, _ mode: Mode) -> Story<Field> {
    let path = (0...8).map { Field(cells: cells, current: $0 * 7 % cells) }
    return Story { Beat("run", run: path, Phrase("One cell at a time.", zh: "一次一格。"), hold: 0) }
  }

  /// The field in a grid that fills the canvas.
  public static func view(_ field: Field, _ at: Moment) -> Stage {
    Stage {
      Node.filling { rect, canvas in
        let columns = (1...field.cells).first { $0 * $0 * 9 >= field.cells * 16 } ?? 1
        let rows = (field.cells + columns - 1) / columns
        let (w, h) = (880 / Double(columns), 440 / Double(rows))
        for i in 0..<field.cells {
          let place = Rect(40 + w * Double(i % columns), 40 + h * Double(i / columns), w * 0.9, h * 0.9)
          let look: Surface = i == field.current ? .solid(.compute) : .rest(.cache, radius: min(4, h / 6))
          canvas.put(
            Box(look, padding: Insets()) {
              Text(
                Phrase(ReferenceState.label(i)),
                TextStyle(size: min(15, h * 0.4), lineHeight: min(20, h * 0.5)))
            }.same("cell", i), in: place, index: i)
        }
      }
    }
  }

  /// The field with its first cell on.
  public static func still(_ cells: Int, _ mode: Mode) -> Stage {
    view(Field(cells: cells, current: 0), .still)
  }
}
