import Composition
import Drawing
import Geometry
import Motion
import Typography

/// The figures that a command or a page knows, in order.
public struct Catalogue: Sendable {
  /// The figures.
  public let entries: [Entry]

  /// Creates a catalogue; of two figures with one slug the first counts.
  public init(_ entries: [Entry]) {
    var kept: [Entry] = []
    for entry in entries where !kept.contains(where: { sameText($0.about.slug, entry.about.slug) }) {
      kept.append(entry)
    }
    self.entries = kept
  }

  /// A figure by its slug, or one sentence that names the nearest.
  public func figure(_ slug: String) throws(InputError) -> Entry {
    for entry in entries where sameText(entry.about.slug, slug) { return entry }
    let slugs = entries.map { $0.about.slug }
    throw InputError(
      "there is no figure “\(slug)”: choose from \(list(slugs))" + didYouMean(slug, slugs))
  }

  /// A figure without its types: what a command needs to list, prepare and render it.
  public struct Entry: Sendable {
    /// Its name, place and title.
    public let about: About
    /// The names of its modes, the default first.
    public let modes: [String]
    /// Its parameters, in order.
    public let parameters: [Parameter]
    private let prepare: @Sendable ([(name: String, text: String)], Int) throws(InputError) -> Prepared

    /// Enters a figure.
    public init<F: Figure>(_: F.Type) {
      about = F.about
      let all = Array(F.Mode.allCases)
      modes = all.map { $0.rawValue }
      var knobs = Knobs()
      _ = F.inputs(&knobs)
      parameters = knobs.parameters
      prepare = { (given, mode) throws(InputError) in
        var knobs = Knobs(given: given)
        let inputs = F.inputs(&knobs)
        knobs.close()
        if let error = knobs.errors.first { throw error }
        return Prepared(F.self, inputs, all[mode], knobs.settings)
      }
    }

    /// The figure with some parameters set and a mode chosen (by default the first).
    public func prepared(
      mode: String? = nil, given: [(name: String, text: String)] = []
    ) throws(InputError) -> Prepared {
      var index = 0
      if let mode {
        guard let i = modes.firstIndex(where: { sameText($0, mode) }) else {
          throw InputError(
            "\(about.slug) has no mode “\(mode)”: choose from \(list(modes))" + didYouMean(mode, modes))
        }
        index = i
      }
      do {
        return try prepare(given, index)
      } catch {
        throw InputError("\(about.slug): \(error.sentence)")
      }
    }
  }
}
