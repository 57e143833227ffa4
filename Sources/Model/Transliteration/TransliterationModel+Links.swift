extension TransliterationModel {
  /// Two words that are probably one name.
  public struct Link: Sendable, Hashable {
    /// Number of the Arabic word.
    public var arabic: Int32
    /// Number of the Latin word.
    public var latin: Int32
    public var logRatio: Float

    public init(arabic: Int32, latin: Int32, logRatio: Float) {
      self.arabic = arabic
      self.latin = latin
      self.logRatio = logRatio
    }
  }

  /// Finds the words of the two sides that may be the same names.
  ///
  /// Only words that share a skeleton are compared.
  /// - Parameters:
  ///   - threshold: the least log ratio of a link.
  ///   - limit: a Latin word keeps at most this many links, the best.
  /// - Returns: links by Latin word, then by Arabic word, both ascending; each pair of words at most once.
  public func links(_ arabic: Words, _ latin: Words, threshold: Float, limit: Int = 16) -> [Link] {
    precondition(arabic.side == .arabic && latin.side == .latin, "Arabic words first, then Latin ones")
    let blocks = blockStarts(arabic.keys)
    let parts = latinParts(latin.keys)
    return concurrentMap(parts) { part in
      arabic.withReadings { arabicReadings in
        latin.withReadings { latinReadings in
          var links: [Link] = []
          var found: [Link] = []
          for (index, key) in zip(part, latin.keys[part]) {
            let word = latinReadings[Int(key.reading)]
            let owner = latin.owners[Int(key.reading)]
            for entry in blocks[Int(key.skeleton)]..<blocks[Int(key.skeleton) + 1] {
              let reading = Int(arabic.keys[entry].reading)
              let cost = arabic.costs[reading]
              let score = score(arabicReadings[reading], word, threshold: threshold + cost)
              guard score > Self.floor else { continue }
              found.append(Link(arabic: arabic.owners[reading], latin: owner, logRatio: score - cost))
            }
            if index + 1 == part.upperBound || latin.keys[index + 1].reading != key.reading {
              links += Self.best(&found, limit)
              found.removeAll(keepingCapacity: true)
            }
          }
          return links
        }
      }
    }.flatMap { $0 }
  }

  /// Where the readings of each skeleton start among keys sorted by skeleton; one element more than skeletons.
  private func blockStarts(_ keys: [Words.Key]) -> [Int] {
    var starts = [Int](repeating: 0, count: NameSkeleton.count + 1)
    for key in keys { starts[Int(key.skeleton) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    return starts
  }

  /// Cuts keys sorted by reading into parts for the threads, never within a reading.
  private func latinParts(_ keys: [Words.Key]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < keys.count {
      var end = min(start + 1_024, keys.count)
      while end < keys.count, keys[end].reading == keys[end - 1].reading { end += 1 }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// Of the links of one Latin word the best `limit`, one for each Arabic word, by Arabic word.
  private static func best(_ links: inout [Link], _ limit: Int) -> [Link] {
    links.sort { ($0.arabic, $1.logRatio) < ($1.arabic, $0.logRatio) }
    var distinct: [Link] = []
    for link in links where distinct.last?.arabic != link.arabic { distinct.append(link) }
    if distinct.count > limit {
      distinct.sort { ($1.logRatio, $0.arabic) < ($0.logRatio, $1.arabic) }
      distinct.removeSubrange(max(0, limit)...)
      distinct.sort { $0.arabic < $1.arabic }
    }
    return distinct
  }
}
