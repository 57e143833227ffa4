internal import CWaslModel
public import WaslBitext

extension TranslationModel {
  /// The model in the binary.
  public static func embedded() throws(WaslError) -> TranslationModel {
    // A linked-in constant: it lives as long as the process and is never written.
    let bytes = UnsafeRawBufferPointer(start: wasl_model_bytes(), count: wasl_model_size())
    return TranslationModel(try ModelFile(resident: bytes, name: "the embedded model"))
  }
}
