internal import WaslAligning
internal import WaslBitext
internal import WaslModel

/// First vectors, from a lexicon: words that translate each other begin alike.
struct LexiconVectors {
  let lexicon: Lexicon
  /// The stem of each word.
  let arabicStems: [Int32]
  let englishStems: [Int32]
  let text: TrainingText

  /// `dimension` numbers a unit. Words begin the longer the rarer they are, since rare ones say more; pieces as the
  /// mean of the words that they are in.
  func vectors(of units: VectorUnits, _ dimension: Int, scale: Float) -> [Float] {
    var random = SplitMix64(state: 2)
    var english = Array(repeating: Float(0), count: lexicon.targetCounts.count * dimension)
    // The sum of four even numbers is round enough.
    for index in english.indices {
      english[index] = random.share() + random.share() + random.share() + random.share() - 2
    }
    var arabic = Array(repeating: Float(0), count: lexicon.sourceCounts.count * dimension)
    for source in lexicon.sourceCounts.indices {
      arabic.withUnsafeMutableBufferPointer { arabic in
        english.withUnsafeBufferPointer { english in
          let sum = arabic.baseAddress! + source * dimension
          for entry in lexicon.offsets[source]..<lexicon.offsets[source + 1] {
            let weight = lexicon.targetGivenSource[entry]
            if weight < 0.01 { continue }
            Rows.add(
              english.baseAddress! + Int(lexicon.targets[entry]) * dimension, times: weight, to: sum, dimension)
          }
        }
      }
    }
    var vectors = Array(repeating: Float(0), count: units.units.count * dimension)
    var parts = Array(repeating: Float(0), count: units.units.count)
    spread(
      text.arabic, arabicStems, arabic, lexicon.sourceCounts, units.arabic, units.arabicPieces, &vectors, &parts,
      dimension, scale)
    spread(
      text.english, englishStems, english, lexicon.targetCounts, units.english, units.englishPieces, &vectors, &parts,
      dimension, scale)
    for unit in parts.indices where parts[unit] > 0 {
      for index in unit * dimension..<(unit + 1) * dimension { vectors[index] /= parts[unit] }
    }
    return vectors
  }

  private func spread(
    _ words: TrainingText.Words, _ stems: [Int32], _ rows: [Float], _ counts: [Float], _ own: [[Int32]],
    _ pieces: [[Int32]], _ vectors: inout [Float], _ parts: inout [Float], _ dimension: Int, _ scale: Float
  ) {
    let total = counts.reduce(0, +)
    for word in words.texts.indices where words.kinds[word] == .word {
      let stem = Int(stems[word])
      rows.withUnsafeBufferPointer { rows in
        vectors.withUnsafeMutableBufferPointer { vectors in
          let row = rows.baseAddress! + stem * dimension
          let norm = Rows.dot(row, row, dimension).squareRoot()
          if norm == 0 { return }
          let length = logarithm(total / (counts[stem] + 1)) * scale / norm
          for unit in own[word] == pieces[word] ? own[word] : own[word] + pieces[word] {
            // A word of several pieces is their sum.
            let share = own[word].contains(unit) && own[word].count == 1 ? 1 : 1 / Float(pieces[word].count)
            Rows.add(row, times: length * share, to: vectors.baseAddress! + Int(unit) * dimension, dimension)
            parts[Int(unit)] += 1
          }
        }
      }
    }
  }
}
