import Figures
import Part04GPUs

/// The figures of the textbook, in the order of its chapters.
public let textbook = Catalogue([
  Catalogue.Entry(RooflineFigure.self)
])
