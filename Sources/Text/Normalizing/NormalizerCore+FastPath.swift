extension NormalizerCore {
  /// Normalises runs of ASCII and Arabic by blocks, the rest scalar by scalar through the table, and hands what is
  /// exotic, with all that stands between it and the ASCII characters around it, to the slow path. (ASCII never
  /// changes by what stands before it.)
  mutating func runFast(_ bytes: Span<UInt8>, range: Range<Int>, comma: inout CommaState) {
    var position = range.lowerBound
    while position < range.upperBound {
      // The fast path never writes more than it reads; the slow one makes its own room.
      output.reserve(range.upperBound - position + PlainRuns.padding)
      let exotic = scan(bytes, from: position, to: range.upperBound, comma: &comma)
      guard let exotic else { return }
      var end = exotic.position
      while end < range.upperBound, bytes[end] >= 0x80 { end += 1 }
      rewind(to: exotic.anchor)
      comma = exotic.anchor.comma
      appendRegion(bytes, range: exotic.anchor.position..<end, comma: &comma)
      position = end
    }
  }

  /// A state to come back to.
  private struct Anchor {
    var position: Int
    var written: Int
    var comma: CommaState
    var pieces: Int
    var lastPiece: OffsetMap.Piece?
  }

  private mutating func rewind(to anchor: Anchor) {
    output.count = anchor.written
    if isTracking { map.rewind(to: anchor.pieces, last: anchor.lastPiece) }
  }

  /// Normalises up to the first exotic scalar. Returns its place and the state before the last ASCII
  /// character in front of it, or nil when the end was reached.
  private mutating func scan(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, comma: inout CommaState
  ) -> (position: Int, anchor: Anchor)? {
    let lowers = options.contains(.lowercase)
    let joinsDigits = options.contains(.numberMarks)
    var position = start
    var written = output.count
    var anchor = (position: start, written: written, comma: comma)
    var (anchorPieces, anchorLast) = (map.count, map.last)
    var order: UInt32 = 0
    var exotic: Int?
    var scalarsToGo = 0

    let (table, isTracking) = (table, isTracking)
    bytes.withUnsafeBytes { source in
      let punctuation = table.punctuation
      table.low.withUnsafeBufferPointer { low in
        var target = output.base
        @inline(__always) func emit(_ scalar: UInt32, _ length: Int) {
          target = output.base
          let size = UTF8Scalar.write(scalar, to: target + written)
          if size != length && isTracking {
            map.add(normalized: written, original: position, isAtomic: true)
            map.add(normalized: written + size, original: position + length)
          }
          written += size
          position += length
        }
        @inline(__always) func delete(_ length: Int) {
          position += length
          if isTracking { map.add(normalized: written, original: position) }
        }
        @inline(__always) func setAnchor() {
          anchor = (position, written, comma)
          if isTracking { (anchorPieces, anchorLast) = (map.count, map.last) }
        }

        func copyRun() {
          target = output.base
          let run = plain.normalize(
            source, from: position, to: end, into: target + written, tellsChanges: isTracking)
          var isAnchored = run.ascii_source < 0
          func anchorAtASCII() {
            anchor = (position + Int(run.ascii_source), written + Int(run.ascii_target), comma)
            (anchorPieces, anchorLast) = (map.count, map.last)
            isAnchored = true
          }
          for index in 0..<run.changes {
            let change = plain.changes[index]
            if !isAnchored && change.source > run.ascii_source { anchorAtASCII() }
            let (from, to) = (position + Int(change.source), written + Int(change.target))
            if change.written > 0 { map.add(normalized: to, original: from, isAtomic: true) }
            map.add(normalized: to + Int(change.written), original: from + Int(change.read))
          }
          if !isAnchored { anchorAtASCII() }
          position += run.read
          written += run.written
          // Where runs are short, looking for them at each scalar does not pay.
          if run.read < 16 { scalarsToGo = 8 }
        }

        while position < end {
          // A mark that stays, or a comma, is looked at again by what follows it.
          if order == 0 && comma.end != written {
            if scalarsToGo == 0 {
              copyRun()
              if position == end { break }
            } else {
              scalarsToGo -= 1
            }
          }
          let byte = source[position]
          if byte < 0x80 {
            setAnchor()
            if comma.end == written && joinsDigits && byte >= 0x30 && byte <= 0x39 {
              output.count = written
              joinDigits(&comma, original: position)
              written = output.count
            }
            target[written] = lowers && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            written += 1
            position += 1
            order = 0
            continue
          }
          let entry: NormalizationTable.Entry
          let length: Int
          if byte >= 0xC2, byte < 0xE0, position + 1 < end, source[position + 1] & 0xC0 == 0x80 {
            entry = low[Int(byte & 0x1F) << 6 | Int(source[position + 1] & 0x3F)]
            length = 2
          } else if byte == 0xE2, position + 2 < end, source[position + 1] & 0xFE == 0x80,
            source[position + 2] & 0xC0 == 0x80
          {
            entry = punctuation[Int(source[position + 1] & 1) << 6 | Int(source[position + 2] & 0x3F)]
            length = 3
          } else {
            let scalar = UTF8Scalar.decode(bytes, at: position)
            if position + scalar.length > end || !table.isInert(scalar.scalar)
              || scalar.scalar == 0xFFFD && scalar.length < 3
            {
              exotic = position
              break
            }
            emit(scalar.scalar, scalar.length)
            order = 0
            continue
          }
          if entry.isPlain {
            emit(entry.output, length)
            order = 0
            continue
          }
          if entry.bits == 0 {
            delete(length)
            continue
          }
          if entry.isExotic || entry.order != 0 && entry.order < order {
            exotic = position
            break
          }
          order = entry.order
          output.count = written
          if entry.isDigit && comma.end == written {
            joinDigits(&comma, original: position)
            written = output.count
          }
          if entry.isComma && endsWithDigit() { comma = CommaState(end: written + 2, original: position) }
          emit(entry.output, length)
        }
      }
    }
    output.count = written
    guard let exotic else { return nil }
    return (
      exotic,
      Anchor(
        position: anchor.position, written: anchor.written, comma: anchor.comma, pieces: anchorPieces,
        lastPiece: anchorLast)
    )
  }
}
