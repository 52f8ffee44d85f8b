/// What a document defines once and refers to by id.
struct Definitions {
  private let id: String
  private var numbers: [String: Int] = [:]
  private var lines: [String] = []

  private var uses: [String: Int] = [:]

  init(id: String) { self.id = id }

  /// Notes that something with a key will be drawn once more.
  mutating func count(_ key: String) { uses[key, default: 0] += 1 }

  /// How often something with a key is drawn.
  func count(of key: String) -> Int { uses[key] ?? 0 }

  /// The id of a definition; `write` is asked for its text, given that id, when it is new. Definitions
  /// with one key are one.
  mutating func id(_ key: String, _ write: (String) -> String) -> String {
    if let n = numbers[key] { return "\(id)-d\(n)" }
    let n = numbers.count
    numbers[key] = n
    lines.append(write("\(id)-d\(n)"))
    return "\(id)-d\(n)"
  }

  /// The id of a clip that shows what lies inside a form.
  mutating func clip(_ form: String) -> String {
    id("clip" + form) { "<clipPath id=\"\($0)\">\(form)</clipPath>" }
  }

  /// The id of nothing yet: for an element in the body that others refer to.
  mutating func name() -> String {
    let n = numbers.count
    numbers["body \(n)"] = n
    return "\(id)-d\(n)"
  }

  /// All definitions, in order of first use.
  var text: String { lines.isEmpty ? "" : "<defs>\n" + lines.joined(separator: "\n") + "\n</defs>\n" }
}
