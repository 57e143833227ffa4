// The code of Sources/Wasl/Wasl.docc/AligningManyDocuments.md, and nothing else.
import Wasl

let aligner = try DocumentAligner()
let documents: [BilingualText] = [
  .texts("وصل القطار. نام الحارس.", "The train arrived. The guard slept."),
  .mixed("Only English."),
  .mixed("صباح الخير. كيف حالك؟\nGood morning. How are you?"),
]
for try await result in aligner.alignAll(documents, jobs: 2) {
  switch result {
  case .success(let aligned): print(aligned.beads.count, "beads")
  case .failure(let error): print("left out:", error)
  }
}

let total = try await withThrowingTaskGroup(of: Int.self) { group in
  for number in ["الأول", "الثاني", "الثالث"] {
    group.addTask { try aligner.align("هذا البيت \(number).", "This is the house.").beads.count }
  }
  var total = 0
  for try await count in group { total += count }
  return total
}
print(total, "beads in three texts")
