// LanternCommand
