import Figures
import Part02Transformer

/// The figures of the textbook, in the order of its chapters.
public let textbook = Catalogue([
  Catalogue.Entry(AttentionGraph.self)
])
