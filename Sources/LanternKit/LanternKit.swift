// One import for packages that declare figures of their own.
@_exported import Figures
@_exported import Instruments
@_exported import LanternCommand
@_exported import Mechanisms
