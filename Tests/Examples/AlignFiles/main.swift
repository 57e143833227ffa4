// The code of Sources/Wasl/Wasl.docc/AligningFiles.md, and nothing else.
import Wasl

let read = try DocumentReader().read("contract.docx")
for note in read.notes { print(note) }

var options = AlignmentOptions()
try options.glossary.read(InputFile.read("terms.tsv"), name: "terms.tsv")
let aligned = try DocumentAligner().align(.mixed(read.text), options: options)

let writer = try AlignedTextWriter(format: .tmx)
let summary = try writer.write(aligned, to: "contract.tmx")
print(summary.written, "written,", summary.gapsLeftOut, "gaps left out")
