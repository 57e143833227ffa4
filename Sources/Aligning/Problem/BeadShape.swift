/// How many segments of each side a bead joins.
public struct BeadShape: Sendable, Hashable {
  public let source: Int
  public let target: Int

  /// The most segments of one side in a bead.
  public static let limit = 8

  /// Every shape the aligner considers: gaps, all up to 4-4, and one against up to eight.
  ///
  /// Gaps come first, the others in ascending order of the source side, then of the target side:
  /// the score's inner loop adds one target segment after the other.
  public static let all: [BeadShape] = {
    var shapes = [BeadShape(source: 1, target: 0), BeadShape(source: 0, target: 1)]
    for source in 1...limit {
      for target in 1...limit where (source <= 4 && target <= 4) || source == 1 || target == 1 {
        shapes.append(BeadShape(source: source, target: target))
      }
    }
    return shapes
  }()

  /// The numbers of the gaps among `all`.
  package static let gapSource = 0
  package static let gapTarget = 1
  /// The numbers of the shapes that join segments of both sides.
  package static let joins = 2..<all.count

  /// Whether the shape with a number is a gap.
  @inline(__always)
  package static func isGap(_ number: Int) -> Bool { number <= gapTarget }

  /// Whether one of the sides is empty.
  public var isGap: Bool { source == 0 || target == 0 }
}
