internal import WaslBitext
internal import WaslSyntax

/// The files of an OOXML document and how they refer to each other (ECMA-376 part 2).
struct OfficePackage {
  /// What a part refers to.
  struct Relation {
    var type: String
    /// A path in the archive.
    var target: String
  }

  let archive: ZipArchive

  init(_ archive: ZipArchive) { self.archive = archive }

  /// The path of the document's main part.
  ///
  /// - Parameter usual: where it is when no relation says.
  func mainPart(usual: String) throws(WaslError) -> String {
    let relations = try relations(of: "")
    return relations.values.first { $0.type == "officeDocument" && archive.has($0.target) }?.target ?? usual
  }

  /// What a part refers to, by identifier. The type is the last word of its address.
  func relations(of part: String) throws(WaslError) -> [String: Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let content = try archive.file("\(folder)_rels/\(file).rels") else { return [:] }
    var reader = try XMLReader(content, name: archive.name)
    var relations: [String: Relation] = [:]
    while let event = try reader.next() {
      guard case .start(let name, let attributes) = event, name.localName == "Relationship",
        let id = attributes["Id"], let target = attributes["Target"], attributes["TargetMode"] != "External"
      else { continue }
      let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      relations[id] = Relation(type: type, target: Self.path(target, in: folder))
    }
    return relations
  }

  /// The paths of the parts of a type that a part refers to, in the order of their identifiers.
  func targets(_ type: String, of part: String) throws(WaslError) -> [String] {
    try relations(of: part).filter { $0.value.type == type }.sorted { $0.key < $1.key }.map(\.value.target)
  }

  /// `../a/b` and `/a/b` as paths in the archive.
  private static func path(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
