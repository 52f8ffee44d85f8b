/// A value that has a meaningful in-between.
public protocol Interpolatable {
  /// The value a share `t` of the way to `other`: exactly `self` at 0, exactly `other` at 1.
  func mixed(with other: Self, at t: Double) -> Self
}

extension Double: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with other: Double, at t: Double) -> Double {
    if t <= 0 { return self }
    if t >= 1 { return other }
    return self + (other - self) * t
  }
}

extension Comparable {
  /// The nearest value inside `range`.
  public func clamped(to range: ClosedRange<Self>) -> Self {
    self < range.lowerBound ? range.lowerBound : (self > range.upperBound ? range.upperBound : self)
  }
}
