internal import WaslBitext

extension AlignedText {
  /// That every character of the texts stands in one segment, every segment in one bead, in order where none cross, and
  /// every confidence in 0…1.
  ///
  /// - Throws: `.defect` otherwise.
  func verify() throws(WaslError) {
    var problem = defect
    if problem == nil {
      // The two sides of one file share its text.
      let isShared = source.text.name == target.text.name && source.text.bytes == target.text.bytes
      problem =
        isShared
        ? source.text.firstLoss(in: [source, target])
        : source.text.firstLoss(in: [source]) ?? target.text.firstLoss(in: [target])
    }
    guard let problem else { return }
    throw WaslError(
      .defect, "the alignment is not sound: \(problem)", at: .init(file: source.text.name),
      advice: "nothing was written; please report it with the input")
  }
}
