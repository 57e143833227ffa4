// The code of Sources/Wasl/Wasl.docc/AligningTwoStrings.md, and nothing else.
import Wasl

let arabic = "وصل القطار متأخرا. نزل المسافرون من القطار وأغلقت المحطة أبوابها. نام الحارس."
let english = "The train arrived late. The passengers got off the train. The station closed its doors. The guard slept."
let aligner = try DocumentAligner()
for bead in try aligner.align(arabic, english).beads {
  print(bead.shape, bead.confidence, bead.sourceText, "|", bead.targetText)
}

let greeting = try aligner.align("صباح الخير. كيف حالك؟\nGood morning. How are you?")
print(greeting.beads.count, "beads")

var options = AlignmentOptions()
options.keepsSentences = true
options.allowsCrossing = true
for bead in try aligner.align(arabic, english, options: options).beads {
  print(bead.shape, bead.isCrossing ? "out of order" : "in order", bead.sourceText)
}

do {
  _ = try aligner.align("Only English.")
} catch {
  print(error.code, error)
}
