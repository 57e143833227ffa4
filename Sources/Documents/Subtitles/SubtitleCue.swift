/// A subtitle as its file has it.
struct SubtitleCue {
  /// In milliseconds; nil for text that stands in no cue.
  var time: (start: Int, end: Int)?
  /// Without markup, and none of them blank.
  var lines: [String]
}

/// The times of subtitles.
enum SubtitleTime {
  /// `00:01:02,500`, `01:02.500` or `0:01:02.50`, in milliseconds.
  static func milliseconds(_ text: Substring) -> Int? {
    guard let word = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).first else { return nil }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last else { return nil }
    let seconds = last.split(whereSeparator: { $0 == "," || $0 == "." })
    guard (1...2).contains(seconds.count) else { return nil }
    var numbers: [Int] = []
    for part in parts.dropLast() + [seconds[0]] {
      guard part.count <= 4, let number = Int(part), number >= 0 else { return nil }
      numbers.append(number)
    }
    var fraction = 0
    if seconds.count == 2 {
      guard let number = Int((seconds[1] + "000").prefix(3)), number >= 0 else { return nil }
      fraction = number
    }
    let time = numbers.reduce(0) { $0 * 60 + $1 } * 1000 + fraction
    // No film takes a hundred hours.
    return time < 360_000_000 ? time : nil
  }
}
