internal import CWaslICU
internal import WaslBitext

/// Turns a status of ICU into an error. Statuses below zero are warnings and pass.
func checkICU(_ status: Int32, _ what: String) throws(WaslError) {
  guard status > 0 else { return }
  let name = icu_error_name(status).map { String(cString: $0) } ?? "status \(status)"
  throw WaslError(
    .input, "\(what) failed in ICU (\(name))", advice: "check that libicu and its data are installed")
}
