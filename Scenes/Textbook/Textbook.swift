import Figures
import Part02Transformer
import Part07Serving

/// The figures of the textbook, in the order of its chapters.
public let textbook = Catalogue([
  Catalogue.Entry(AttentionGraph.self),
  Catalogue.Entry(ContinuousBatching.self),
])
