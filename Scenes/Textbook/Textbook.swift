import Figures
import Part00Foundations
import Part02Transformer
import Part04GPUs
import Part06Distributed
import Part07Serving
import Part08Reasoning
import Part11Agents

/// The figures of the textbook, in the order of its chapters.
public let textbook = Catalogue([
  Catalogue.Entry(MatrixFigure.self),
  Catalogue.Entry(GradientFigure.self),
  Catalogue.Entry(BytePairFigure.self),
  Catalogue.Entry(AttentionGraph.self),
  Catalogue.Entry(RooflineFigure.self),
  Catalogue.Entry(FlashAttention.self),
  Catalogue.Entry(RingFigure.self),
  Catalogue.Entry(ContinuousBatching.self),
  Catalogue.Entry(PagedAttention.self),
  Catalogue.Entry(Disaggregation.self),
  Catalogue.Entry(TreeSearch.self),
  Catalogue.Entry(ReActFigure.self),
])
