internal import WaslBitext
internal import WaslSyntax
internal import WaslSystemIO

/// The alignment alone, in the XCES form of the OPUS collection: links between sentence numbers.
///
///     <link xtargets="1 2;1" certainty="0.9700" id="SL1"/>
///
/// Numbers count from 1: the line of `wasl segment`'s output on which the segment stands. A gap's side is
/// empty. `certainty` is the confidence.
public enum XCES {
  struct Writer: BeadWriter {
    let sides: OutputSides
    private var count = 0

    init(sides: OutputSides) { self.sides = sides }

    func begin(to sink: inout ByteSink) {
      sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<cesAlign version=\"1.0\">\n")
      sink.append("  <linkGrp targType=\"s\"")
      XML.attribute("fromDoc", sides.source.name, to: &sink)
      XML.attribute("toDoc", sides.target.name, to: &sink)
      sink.append(">\n")
    }

    mutating func write(_ bead: BeadText, to sink: inout ByteSink) {
      count += 1
      XCES.write(bead, number: count, to: &sink)
    }

    func end(to sink: inout ByteSink) { sink.append("  </linkGrp>\n</cesAlign>\n") }
  }

  private static func write(_ bead: BeadText, number: Int, to sink: inout ByteSink) {
    sink.append("    <link xtargets=\"")
    write(bead.source?.numbers, to: &sink)
    sink.append(";")
    write(bead.target?.numbers, to: &sink)
    if let confidence = bead.confidence {
      sink.append("\" certainty=\"")
      sink.append(confidence: confidence)
    }
    sink.append("\" id=\"SL")
    sink.append(number)
    sink.append("\"/>\n")
  }

  private static func write(_ numbers: Range<Int>?, to sink: inout ByteSink) {
    TSV.write(numbers.map { $0.lowerBound + 1..<$0.upperBound + 1 }, to: &sink)
  }
}
