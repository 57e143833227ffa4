/// Probabilities of the letters of one side on their own, and how much the letter before changes them.
package struct LetterBigrams: Sendable {
  package let letters: Int
  /// Log probability of each letter.
  package let unigrams: [Double]
  /// log P(letter | before) − log P(letter), row by the letter before, row 0 for the start of a word.
  package let corrections: [Double]

  package init(_ words: [[UInt8]], letters: Int) {
    var single = [Double](repeating: 0.5, count: letters)
    single[0] = 0
    var following = [Double](repeating: 0, count: letters * letters)
    for word in words {
      var before = 0
      for letter in word {
        single[Int(letter)] += 1
        following[before * letters + Int(letter)] += 1
        before = Int(letter)
      }
    }
    let total = single.reduce(0, +)
    let unigrams = single.map { $0 > 0 ? logarithm($0 / total) : 0 }
    // A bigram seen seldom leans on the unigram, as if that had been seen this often.
    let weight = 20.0
    var corrections = [Double](repeating: 0, count: letters * letters)
    for before in 0..<letters {
      let sum = following[(before * letters)..<((before + 1) * letters)].reduce(0, +)
      for letter in 1..<letters {
        let unigram = exponential(unigrams[letter])
        let probability = (following[before * letters + letter] + weight * unigram) / (sum + weight)
        corrections[before * letters + letter] = logarithm(probability) - unigrams[letter]
      }
    }
    self.letters = letters
    self.unigrams = unigrams
    self.corrections = corrections
  }
}
