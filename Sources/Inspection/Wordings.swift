import Figures

extension Catalogue.Entry {
  /// The words of the figure that are the same in all modes.
  var wordings: [Exposure.Wording] {
    var out = [Exposure.Wording(what: "the title", mode: "", phrase: about.title)]
    for parameter in parameters {
      out.append(Exposure.Wording(what: "the label of \(parameter.name)", mode: "", phrase: parameter.label))
      guard case .choice(let choices, _) = parameter.domain else { continue }
      out += choices.map {
        Exposure.Wording(what: "the label of \(parameter.name)=\($0.name)", mode: "", phrase: $0.label)
      }
    }
    return out
  }
}

extension Prepared {
  /// The words around the pictures of a mode.
  var wordings: [Exposure.Wording] {
    var out: [Exposure.Wording] = []
    if let caption {
      out.append(Exposure.Wording(what: "the caption of the still", mode: mode, phrase: caption))
    }
    for beat in beats {
      out.append(Exposure.Wording(what: "the caption of \(beat.address)", mode: mode, phrase: beat.caption))
    }
    return out
  }
}
