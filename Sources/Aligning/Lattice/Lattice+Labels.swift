/// For each label, such as a page number or `Article 5`, the segments of the other side that hold its words.
///
/// A label that the other side lacks is next to nothing, so that by its words and its length it fits into any bead; yet
/// it belongs to none of its neighbours.
package struct LabelSupport {
  package struct Label {
    package let segment: Int
    /// The label is one word, so a number: unlike `First part`, it is the same in both languages.
    package let isNumber: Bool
    /// By segment of the other side, and after the last: how many before it hold half of the label's words or more.
    package let supported: [Int32]
  }

  package private(set) var source: [Label] = []
  package private(set) var target: [Label] = []

  /// Nil where there is no label.
  package init?(
    _ problem: AlignmentProblem, _ sourceVocabulary: SegmentVocabulary, _ targetVocabulary: SegmentVocabulary
  ) {
    let rows = problem.source.marks.indices.filter { problem.source.marks[$0].contains(.label) }
    let columns = problem.target.marks.indices.filter { problem.target.marks[$0].contains(.label) }
    if rows.isEmpty && columns.isEmpty { return nil }
    var targetsOfSource: [Int32: [Int32]] = [:]
    for row in rows { for entry in sourceVocabulary.types(of: row) { targetsOfSource[entry.index] = [] } }
    let links = problem.links
    func sources(_ type: Int) -> ArraySlice<LinkTable.Link> {
      links.links[Int(links.offsets[type])..<Int(links.offsets[type + 1])]
    }
    if !rows.isEmpty {
      for type in 0..<links.offsets.count - 1 {
        for link in sources(type) { targetsOfSource[link.source]?.append(Int32(type)) }
      }
    }
    source = rows.map { row in
      Label(segment: row, sourceVocabulary.types(of: row).map { targetsOfSource[$0.index] ?? [] }, targetVocabulary)
    }
    target = columns.map { column in
      Label(
        segment: column, targetVocabulary.types(of: column).map { sources(Int($0.index)).map(\.source) },
        sourceVocabulary)
    }
  }
}

extension LabelSupport.Label {
  /// - Parameter words: for each word of the label the types of the other side that may stand for it.
  fileprivate init(segment: Int, _ words: [[Int32]], _ other: SegmentVocabulary) {
    var counts = Array(repeating: 0, count: other.segmentCount)
    for word in words {
      for place in Set(word.flatMap { type in other.segments(of: Int(type)).map { Int($0.index) } }) {
        counts[place] += 1
      }
    }
    var supported: [Int32] = [0]
    supported.reserveCapacity(counts.count + 1)
    for count in counts { supported.append(supported[supported.count - 1] + (2 * count >= words.count ? 1 : 0)) }
    self.init(segment: segment, isNumber: words.count == 1, supported: supported)
  }
}

extension Lattice {
  /// What a bead loses that joins a label with neighbours, where the other side says nothing of it; in nats.
  private static let apart: Float = 20
  /// What one loses that pairs a number alone with what does not hold it.
  private static let unsupported: Float = 6

  /// Takes the score of beads that join a label with other segments of its side, or pair a number, while the other
  /// side lacks its words.
  package mutating func keepApart(_ labels: LabelSupport) {
    let shapes = Self.shapeCount
    for label in labels.source {
      for first in max(0, label.segment - BeadShape.limit + 1)...label.segment {
        for column in Int(band.lower[first])...Int(band.upper[first]) {
          let place = node(first, column) * shapes
          for shape in BeadShape.joins where scores[place + shape] > -.infinity {
            let (rows, columns) = (BeadShape.all[shape].source, BeadShape.all[shape].target)
            if first + rows > label.segment, label.supported[column + columns] == label.supported[column] {
              scores[place + shape] -= rows > 1 ? Self.apart : label.isNumber ? Self.unsupported : 0
            }
          }
        }
      }
    }
    for label in labels.target {
      for row in 0..<sourceCount {
        let least = max(Int(band.lower[row]), label.segment - BeadShape.limit + 1)
        let most = min(Int(band.upper[row]), label.segment)
        if least > most { continue }
        for first in least...most {
          let place = node(row, first) * shapes
          for shape in BeadShape.joins where scores[place + shape] > -.infinity {
            let (rows, columns) = (BeadShape.all[shape].source, BeadShape.all[shape].target)
            if first + columns > label.segment, label.supported[row + rows] == label.supported[row] {
              scores[place + shape] -= columns > 1 ? Self.apart : label.isNumber ? Self.unsupported : 0
            }
          }
        }
      }
    }
  }
}
