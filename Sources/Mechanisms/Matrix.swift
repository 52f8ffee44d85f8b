/// A small dense matrix of numbers, row by row.
public struct Matrix: Equatable, Sendable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The numbers, row by row.
  public private(set) var values: [Double]

  /// Creates a matrix of zeros; negative extents become 0.
  public init(rows: Int, columns: Int) {
    self.rows = Swift.max(0, rows)
    self.columns = Swift.max(0, columns)
    values = Array(repeating: 0, count: self.rows * self.columns)
  }

  /// Creates a matrix from its rows; shorter rows are filled up with zeros.
  public init(_ list: [[Double]]) {
    self.init(rows: list.count, columns: list.reduce(0) { Swift.max($0, $1.count) })
    for (r, row) in list.enumerated() {
      for (c, x) in row.enumerated() { values[r * columns + c] = x }
    }
  }

  /// The number at a row and a column, from 0; outside the matrix reads 0 and writes nothing.
  public subscript(row: Int, column: Int) -> Double {
    get { contains(row, column) ? values[row * columns + column] : 0 }
    set { if contains(row, column) { values[row * columns + column] = newValue } }
  }

  /// One row; empty outside the matrix.
  public func row(_ r: Int) -> [Double] {
    r >= 0 && r < rows ? Array(values[r * columns..<(r + 1) * columns]) : []
  }

  /// The rows in another order; places outside the matrix are left out.
  public func reordered(_ order: [Int]) -> Matrix {
    Matrix(order.filter { $0 >= 0 && $0 < rows }.map { row($0) })
  }

  private func contains(_ r: Int, _ c: Int) -> Bool { r >= 0 && r < rows && c >= 0 && c < columns }
}

/// The sum of the products of two lists' numbers, as far as the shorter one goes.
public func dotProduct(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in 0..<Swift.min(a.count, b.count) { sum += a[i] * b[i] }
  return sum
}
