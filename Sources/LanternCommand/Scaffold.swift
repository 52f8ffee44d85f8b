/// The files that a new figure starts with.
struct Scaffold {
  /// Paths and texts.
  let files: [(path: String, text: String)]
  /// What is left for the author to do.
  let advice: String

  init(slug: String, site: ScaffoldSite) {
    let type = Self.typeName(slug)
    switch site {
    case .part(let folder, let name):
      let head = "About(\n    \"\(slug)\", chapter: \"\", part: \"\(name)\", title: "
      files = [
        ("\(folder)/\(type).swift", Self.figure(type, slug, imports: "Figures", access: "public ", head))
      ]
      advice =
        "Add .init(\(type).self) to the catalogue in Scenes/Textbook/Textbook.swift, and its chapter to About.\n"
    case .package(let target, let catalogue):
      files = [("\(target)/\(type).swift", Self.figure(type, slug))]
      advice = "Add .init(\(type).self) to the catalogue in \(catalogue).\n"
    case .empty(let folder, let lantern):
      files = [
        (folder + "/Package.swift", Self.package(lantern)),
        (folder + "/Sources/Pictures/Pictures.swift", Self.app(type)),
        (folder + "/Sources/Pictures/\(type).swift", Self.figure(type, slug)),
      ]
      advice = "Try it: swift run Pictures render \(slug)\n"
    }
  }

  /// `kv-cache` becomes `KvCache`; a name that the figure itself uses gets `Figure` behind it.
  static func typeName(_ slug: String) -> String {
    let name = slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let used = figure("", "").split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let taken = used + ["Any", "Protocol", "Self", "Type", "Pictures"]
    return taken.contains(name) ? name + "Figure" : name
  }

  private static func figure(
    _ type: String, _ slug: String, imports: String = "LanternKit", access: String = "", _ head: String? = nil
  ) -> String {
    let title = slug.split(separator: "-").joined(separator: " ")
    let name = title.prefix(1).uppercased() + title.dropFirst()
    let head = head ?? "About(\"\(slug)\", title: "
    return """
      import \(imports)

      /// \(name): say here in one sentence how the mechanism works.
      \(access)struct \(type): Figure {
        /// The stories told over the same view; the first is the default.
        \(access)enum Mode: String, CaseIterable, Sendable { case overview }

        /// One state of the mechanism: how many of the items are done.
        \(access)struct State: Sendable { let items, done: Int }

        /// Its name, place and title.
        \(access)static let about = \(head)Phrase("\(name)", zh: "\(name)"))

        /// What a reader can choose.
        \(access)static func inputs(_ knobs: inout Knobs) -> Int {
          knobs.int("items", 2...8, default: 4, label: Phrase("items", zh: "任务数"))
        }

        /// Runs the model and tells the beats.
        \(access)static func story(_ items: Int, _ mode: Mode) -> Story<State> {
          let states = (0...items).map { State(items: items, done: $0) }
          return Story {
            Beat("all wait", states[0], Phrase("All items wait.", zh: "所有任务都在等待。"))
            Beat("one moves", states[1], Phrase("The first item is done.", zh: "第一个任务完成。"))
            Beat("the rest follow", run: Array(states[2...]), Phrase("The rest follow.", zh: "其余任务依次完成。"))
          }
        }

        /// The picture of one state.
        \(access)static func view(_ state: State, _ at: Moment) -> Stage {
          Stage(telemetry: Telemetry([.init(Phrase("done", zh: "已完成"), Double(state.done))])) {
            Column(spacing: Spacing.xxl, align: .start) {
              shelf(Phrase("waiting", zh: "等待"), state.done..<state.items, .rest(.cache))
              shelf(Phrase("done", zh: "完成"), 0..<state.done, .rest(.compute))
            }
          }
        }

        /// The one picture that explains the mode alone.
        \(access)static func still(_ items: Int, _ mode: Mode) -> Stage {
          var stage = view(State(items: items, done: items / 2), .still)
          stage.caption = Phrase("Items are done one by one.", zh: "任务逐个完成。")
          return stage
        }

        /// Items side by side behind the name of their shelf.
        private static func shelf(_ name: Phrase, _ ids: Range<Int>, _ look: Surface) -> Row {
          Row(spacing: Spacing.m) {
            Text(name, .label).frame(width: 96, height: 64, align: .leading)
            for id in ids {
              Text("\\(id + 1)", .data.painted(look.words)).frame(width: 64, height: 64)
                .background(look).same("item", id)
            }
          }
        }
      }

      """
  }

  private static func app(_ type: String) -> String {
    """
    import LanternKit

    /// The program: every figure that it knows.
    @main struct Pictures: LanternApp {
      static let catalogue = Catalogue([
        .init(\(type).self)
      ])
    }

    """
  }

  private static func package(_ lantern: String) -> String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "pictures",
      platforms: [.macOS(.v15)],
      dependencies: [.package(name: "lantern", path: "\(lantern)")],
      targets: [
        .executableTarget(
          name: "Pictures", dependencies: [.product(name: "LanternKit", package: "lantern")])
      ]
    )

    """
  }
}
