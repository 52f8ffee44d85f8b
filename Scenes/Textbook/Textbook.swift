import Figures
import Part07Serving

/// The figures of the textbook, in the order of its chapters.
public let textbook = Catalogue(servingFigures)
