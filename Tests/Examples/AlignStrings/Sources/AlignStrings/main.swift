// The tutorial's five lines.
import Wasl

let arabic = "وصل القطار متأخرا. نزل المسافرون وأغلقت المحطة أبوابها. نام الحارس."
let english = "The train arrived late. The passengers got off. The station closed its doors. The guard slept."
for pair in try DocumentAligner().align(arabic, english).pairs {
  print(pair.confidence, pair.source, "|", pair.target)
}
