// The code of Sources/Wasl/Wasl.docc/ExplainingBeads.md, and nothing else.
import Wasl

var options = AlignmentOptions()
options.detail = .evidence
let aligned = try DocumentAligner().align(
  "زار الطبيب دمشق في مارس. عاد القطار متأخرا.",
  "The doctor visited Damascus in March. The train came back late.", options: options)

for bead in aligned.beads {
  print(bead.sourceText, "|", bead.targetText)
  for link in bead.wordLinks {
    print("  word:", aligned.source.text[link.source], "=", aligned.target.text[link.target])
  }
  for evidence in bead.evidence {
    print("  evidence:", evidence.name, evidence.score)
  }
}

for bead in aligned.beads where bead.isGap || bead.confidence < 0.8 {
  print("look at", bead.shape, bead.sourceText, bead.targetText)
}
