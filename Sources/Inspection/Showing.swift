import Figures

extension Place {
  /// The picture that shows it; nil for what is in no single one.
  public func frame(in catalogue: Catalogue) -> Frame? {
    guard moment != .whole, let entry = try? catalogue.figure(figure),
      let prepared = try? entry.prepared(mode: mode.isEmpty ? nil : mode, given: settings)
    else { return nil }
    let language = language ?? .en
    guard case .beat(let beat, _, let progress) = moment else { return prepared.still(language) }
    return prepared.storyboard(language).frame(beat: beat, progress: progress)
  }
}
