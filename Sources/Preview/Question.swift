import Foundation

/// A question about figures as the page asks it: a path and named values, `/frame?figure=roofline&at=still`.
struct Question {
  let path: String
  /// Values in the order in which they were asked.
  private let items: [(name: String, value: String)]

  /// Reads the target of a request; nil for what is none.
  init?(_ target: String) {
    guard let parts = URLComponents(string: target) else { return nil }
    path = parts.path
    items = (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }
  }

  /// The value of a name; nil when it was not given.
  subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// The parameters: values whose names start with `p.`.
  var parameters: [(name: String, text: String)] {
    items.filter { $0.name.hasPrefix("p.") }.map { (String($0.name.dropFirst(2)), $0.value) }
  }
}
