// LanternKit
