import Glibc
import WaslBitext
import WaslModel
import WaslSystemIO
import WaslTraining

/// The state of training in a file beside the model.
struct TrainingStateFile: TrainingStateStore {
  let path: String

  func read() throws -> ModelFile? {
    guard access(path, F_OK) == 0 else { return nil }
    return try ModelFile(InputFile.read(path), name: path)
  }

  func write(_ file: [UInt8]) throws { try OutputFile.write(to: path) { $0.append(file[...]) } }

  /// The model is there: nothing is left to go on from.
  func remove() { unlink(path) }
}
