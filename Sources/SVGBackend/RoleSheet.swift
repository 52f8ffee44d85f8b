/// The style sheet that gives all roles their colours, for a site whose figures share it
/// (`SVGOptions.Roles.shared`): they are smaller by what it holds.
public let roleSheet = swatchRules(
  ".lantern", Swatch.all.map { ($0.name ?? "", $0) }, quiet: true)
