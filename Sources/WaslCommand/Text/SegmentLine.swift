import WaslSyntax

/// A segment's text on one line: line ends with the spaces around them become one space, and so do tabs where a
/// format forbids them.
struct SegmentLine {
  private(set) var bytes: ArraySlice<UInt8>

  init(_ segment: ArraySlice<UInt8>, keepsTabs: Bool) {
    bytes = segment
    if !segment.contains(where: { $0 < 0x20 || $0 == 0xE2 || $0 == 0xC2 }) { return }
    let bytes = Array(segment)
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    var inBreak = false
    while index < bytes.endIndex {
      let length = LineBreak.length(bytes, index, bytes.endIndex)
      if length > 0 || (bytes[index] == 0x09 && !keepsTabs) {
        while line.last == 0x20 { line.removeLast() }
        line.append(0x20)
        inBreak = true
        index += max(1, length)
      } else {
        if !(inBreak && (bytes[index] == 0x20 || bytes[index] == 0x09)) {
          line.append(bytes[index])
          inBreak = false
        }
        index += 1
      }
    }
    self.bytes = line[...]
  }
}
