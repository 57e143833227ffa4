import WaslBitext

/// Gives each unit a language: the likeliest path through the two languages under the likeliest layout.
struct SplitLattice {
  private let units: [ScriptUnit]

  /// - Parameter units: in the order of the text.
  init(units: [ScriptUnit]) { self.units = units }

  /// One language a unit.
  ///
  /// - Complexity: linear in the number of units.
  func languages() -> [Language] {
    if units.isEmpty { return [] }
    let halves = bestHalves()
    var bestCost = halves.cost
    var bestLayout: Layout?
    for layout in Layout.repeating {
      let cost = costOfBestPath(layout)
      if cost < bestCost { (bestCost, bestLayout) = (cost, layout) }
    }
    if let bestLayout { return bestPath(bestLayout) }
    return units.indices.map { $0 < halves.cut ? halves.first : halves.first.other }
  }

  /// The cheapest way to have one change of language, or none, and which language stands first.
  private func bestHalves() -> (cut: Int, first: Language, cost: Float) {
    // Sums in double precision: a book has a million units.
    var (arabicBefore, englishBefore) = (0.0, 0.0)
    let arabicTotal = units.reduce(0.0) { $0 + Double($1.arabicCost) }
    let englishTotal = units.reduce(0.0) { $0 + Double($1.englishCost) }
    var best = (cut: units.count, first: Language.arabic, cost: arabicTotal)
    let (start, end) = (units[0].range.lowerBound, units[units.count - 1].range.upperBound)
    if englishTotal < best.cost { best = (units.count, .english, englishTotal) }
    for (index, unit) in units.enumerated() {
      if index > 0 {
        let left = Double(unit.range.lowerBound - start)
        let right = Double(end - unit.range.lowerBound)
        // The imbalance only adds to the cost: its logarithms are taken where the rest does not decide.
        let arabicFirst = arabicBefore + englishTotal - englishBefore
        let englishFirst = englishBefore + arabicTotal - arabicBefore
        if arabicFirst < best.cost {
          let cost = arabicFirst + Layout.halvesCost(gap: unit.gap, ratio: left / right)
          if cost < best.cost { best = (index, .arabic, cost) }
        }
        if englishFirst < best.cost {
          let cost = englishFirst + Layout.halvesCost(gap: unit.gap, ratio: right / left)
          if cost < best.cost { best = (index, .english, cost) }
        }
      }
      arabicBefore += Double(unit.arabicCost)
      englishBefore += Double(unit.englishCost)
    }
    return (best.cut, best.first, Float(best.cost))
  }

  private func costOfBestPath(_ layout: Layout) -> Float {
    var (arabic, english) = (0.0, 0.0)
    for (index, unit) in units.enumerated() {
      if index > 0 { _ = layout.step(over: unit.gap, &arabic, &english) }
      arabic += Double(unit.arabicCost)
      english += Double(unit.englishCost)
    }
    return Float(min(arabic, english)) + layout.prior
  }

  private func bestPath(_ layout: Layout) -> [Language] {
    var (arabic, english) = (0.0, 0.0)
    // For each unit, whether the best way to it in Arabic, and in English, comes from the other language.
    var changes: [(toArabic: Bool, toEnglish: Bool)] = []
    changes.reserveCapacity(units.count)
    for (index, unit) in units.enumerated() {
      changes.append(index > 0 ? layout.step(over: unit.gap, &arabic, &english) : (false, false))
      arabic += Double(unit.arabicCost)
      english += Double(unit.englishCost)
    }
    var language: Language = arabic <= english ? .arabic : .english
    var path = [Language](repeating: language, count: units.count)
    for index in units.indices.reversed() {
      path[index] = language
      let change = language == .arabic ? changes[index].toArabic : changes[index].toEnglish
      if change { language = language.other }
    }
    return path
  }
}

extension Layout {
  /// Moves the costs of the best paths in either language over a gap; says for each whether it changed.
  fileprivate func step(
    over gap: GapKind, _ arabic: inout Double, _ english: inout Double
  ) -> (toArabic: Bool, toEnglish: Bool) {
    let change = Double(switchCost[Int(gap.rawValue)])
    let stay = Double(stayCost[Int(gap.rawValue)])
    let (oldArabic, oldEnglish) = (arabic, english)
    arabic = min(oldArabic + stay, oldEnglish + change)
    english = min(oldEnglish + stay, oldArabic + change)
    return (oldEnglish + change < oldArabic + stay, oldArabic + change < oldEnglish + stay)
  }
}
