internal import WaslText

/// Forms whose base no rule finds, from a data file of one `form base` a line.
package enum IrregularForms {
  /// The base of each English form, by the form's `KeyHash`.
  package static let english: [UInt64: [UInt8]] = {
    var forms: [UInt64: [UInt8]] = [:]
    for line in PackageResources.irregular_en_txt.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      if words.count == 2 { forms[KeyHash.hash(Array(words[0]))] = Array(words[1]) }
    }
    return forms
  }()
}
