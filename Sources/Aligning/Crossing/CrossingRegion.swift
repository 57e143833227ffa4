package import WaslBitext

/// Segments about a block that may have moved: those of some neighbouring beads of the path, between the beads that
/// stay as they are.
package struct CrossingRegion {
  /// Segments that are aligned with each other, in order.
  package struct Piece {
    package var rows: [Int] = []
    package var columns: [Int] = []
  }

  package private(set) var pieces: [Piece] = [Piece()]
  /// The beads that stay, one between two pieces; nil for a place that no bead may reach over.
  package private(set) var boundaries: [Bead?] = []

  package mutating func add(_ bead: Bead) {
    pieces[pieces.count - 1].rows += bead.source
    pieces[pieces.count - 1].columns += bead.target
  }

  package mutating func add(boundary bead: Bead?) {
    boundaries.append(bead)
    pieces.append(Piece())
  }

  /// Without a block.
  package func without(_ source: Range<Int>, _ target: Range<Int>) -> CrossingRegion {
    var rest = self
    for index in rest.pieces.indices {
      rest.pieces[index].rows.removeAll(where: source.contains)
      rest.pieces[index].columns.removeAll(where: target.contains)
    }
    return rest
  }

  /// The logarithm of the sum over all ways to align the pieces.
  package func logPartition(in window: CrossingWindow) -> Double {
    pieces.reduce(0) { sum, piece in
      piece.rows.isEmpty && piece.columns.isEmpty
        ? sum : sum + window.lattice(piece.rows, piece.columns).logPartition()
    }
  }

  /// The beads with the greatest expected share of right ones, with their posteriors as confidences.
  package func path(in window: CrossingWindow, beadCost: Float) -> [Bead] {
    var beads: [Bead] = []
    for (index, piece) in pieces.enumerated() {
      beads += Self.path(piece, in: window, beadCost: beadCost)
      if index < boundaries.count, let boundary = boundaries[index] { beads.append(boundary) }
    }
    return beads
  }

  package static func path(_ piece: Piece, in window: CrossingWindow, beadCost: Float) -> [Bead] {
    if piece.rows.isEmpty && piece.columns.isEmpty { return [] }
    let lattice = window.lattice(piece.rows, piece.columns)
    let posteriors = lattice.posteriors()
    func segments(_ range: Range<Int>, _ all: [Int]) -> Range<Int> {
      if range.isEmpty {
        let place = range.lowerBound < all.count ? all[range.lowerBound] : (all.last ?? -1) + 1
        return place..<place
      }
      return all[range.lowerBound]..<all[range.upperBound - 1] + 1
    }
    return lattice.mostExpectedPath(posteriors, cost: beadCost).map { step in
      Bead(
        source: segments(step.source, piece.rows), target: segments(step.target, piece.columns),
        confidence: Double(min(1, max(0, lattice.confidence(of: step, posteriors)))))
    }
  }
}
