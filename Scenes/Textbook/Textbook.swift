import Figures
import Part02Transformer
import Part04GPUs
import Part07Serving

/// The figures of the textbook, in the order of its chapters.
public let textbook = Catalogue([
  Catalogue.Entry(AttentionGraph.self),
  Catalogue.Entry(RooflineFigure.self),
  Catalogue.Entry(ContinuousBatching.self),
  Catalogue.Entry(PagedAttention.self),
  Catalogue.Entry(Disaggregation.self),
])
