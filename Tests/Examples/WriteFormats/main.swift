// The code of Sources/Wasl/Wasl.docc/WritingFormats.md, and nothing else.
import Foundation
import Wasl

let arabic = "وصل القطار متأخرا. نام الحارس."
let english = "The train arrived late. The guard slept."
let aligned = try DocumentAligner().align(arabic, english)
for bead in aligned.beads {
  guard let target = bead.target, let range = target.range(in: english) else { continue }
  print(target.bytes, target.scalars, english[range])
}
let json = try JSONEncoder().encode(aligned.beads)
print(json.count, "bytes of JSON")

var options = WriterOptions()
options.minimumConfidence = 0.5
options.sourceTag = "ar-SY"
options.targetTag = "en-GB"
for format in [Format.tsv, .tmx, .xliff, .jsonl] {
  let writer = try AlignedTextWriter(format: format, options: options)
  var sink = ByteSink()
  let summary = try writer.write(aligned, to: &sink)
  print(format.rawValue, sink.bytes.count, "bytes,", summary.belowMinimum, "beads left out")
}
