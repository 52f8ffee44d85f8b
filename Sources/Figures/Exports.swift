@_exported import Composition
@_exported import Drawing
@_exported import Geometry
@_exported import Motion
@_exported import Typography
