internal import WaslBitext
internal import WaslSyntax

/// What the layout and the master of a slide state for its shapes.
struct SlideStyles {
  typealias Levels = [Int: DrawingParagraph.Properties]

  /// Which place of the layout a shape fills.
  struct Placeholder: Hashable {
    var type: String
    var index: String?

    var isTitle: Bool { type == "title" || type == "ctrTitle" }
    /// Date, slide number, head and foot.
    var isFurniture: Bool { ["dt", "sldNum", "ftr", "hdr"].contains(type) }
    var isBody: Bool { !isTitle && !isFurniture && type != "subTitle" }
  }

  private var placeholders: [(place: Placeholder, levels: Levels)] = []
  private var texts: [Substring: Levels] = [:]

  init() {}

  /// - Parameter content: a layout or a master.
  init(_ content: [UInt8], name: String) throws(WaslError) {
    var reader = try XMLReader(content, name: name)
    var place: Placeholder?
    var levels = Levels()
    var level: Int?
    while let event = try reader.next() {
      switch event {
      case .start(let element, let attributes):
        let name = element.localName
        switch name {
        case "sp": (place, levels) = (nil, [:])
        case "ph": place = Placeholder(attributes)
        case "titleStyle", "bodyStyle", "otherStyle": levels = [:]
        default:
          if let number = Self.level(name) {
            level = number
            levels[number, default: .init()].read(attributes)
          } else if let level, reader.parent.hasPrefix("lvl") {
            levels[level]?.read(name, attributes)
          }
        }
      case .end(let element):
        let name = element.localName
        switch name {
        case "sp": if let place { placeholders.append((place, levels)) }
        case "titleStyle", "bodyStyle", "otherStyle": texts[name] = levels
        default: if Self.level(name) != nil { level = nil }
        }
      default: break
      }
    }
  }

  /// Of `lvl1pPr`, from 0.
  static func level(_ name: Substring) -> Int? {
    guard name.hasPrefix("lvl"), name.hasSuffix("pPr"), let number = Int(name.dropFirst(3).dropLast(3)) else {
      return nil
    }
    return max(0, min(number - 1, 8))
  }

  func properties(_ place: Placeholder, level: Int, byType: Bool) -> DrawingParagraph.Properties? {
    let match =
      placeholders.first { byType ? $0.place.family == place.family : $0.place == place }
      ?? placeholders.first { !byType && $0.place.index == place.index && place.index != nil }
      ?? placeholders.first { $0.place.family == place.family }
    return match?.levels[level]
  }

  /// What the master states for texts of a kind.
  func defaults(_ place: Placeholder?, level: Int) -> DrawingParagraph.Properties? {
    guard let place else { return texts["otherStyle"]?[level] }
    if place.isTitle { return texts["titleStyle"]?[level] }
    return texts[place.isFurniture ? "otherStyle" : "bodyStyle"]?[level]
  }
}

extension SlideStyles.Placeholder {
  init(_ attributes: [String: String]) {
    self.init(type: attributes["type"] ?? "obj", index: attributes["idx"])
  }

  /// The master has one place for titles and one for bodies.
  fileprivate var family: String { isTitle ? "title" : isFurniture ? type : "body" }
}

/// Where a slide's shapes have their styles from.
struct SlideInheritance {
  var layout = SlideStyles()
  var master = SlideStyles()

  func properties(_ place: SlideStyles.Placeholder?, level: Int) -> DrawingParagraph.Properties {
    guard let place else { return master.defaults(nil, level: level) ?? .init() }
    return (layout.properties(place, level: level, byType: false) ?? .init())
      .over(master.properties(place, level: level, byType: true)).over(master.defaults(place, level: level))
  }
}
