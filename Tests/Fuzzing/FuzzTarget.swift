import WaslBitext

/// Something that reads input, with input to start from.
struct FuzzTarget: Sendable {
  let name: String
  /// Builds what all runs share, and returns one run on random input.
  let prepare: @Sendable () -> (inout SplitMix64) throws -> Void
  /// Reads a file as it is.
  let replay: @Sendable (String) throws -> Void

  /// Keeps the targets' random numbers apart.
  var salt: UInt64 { name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }

  static let all: [FuzzTarget] = readers + localisation + [model, weights, state] + alignments + guided + [command]

  /// A target that takes bytes.
  init(_ name: String, _ seeds: [[UInt8]], tokens: [String] = [], _ body: @escaping @Sendable ([UInt8]) throws -> Void)
  {
    self.name = name
    prepare = {
      let mutator = Mutator(tokens)
      return { random in try body(mutator.mutated(seeds, &random)) }
    }
    replay = { path in try body(Array(try fileBytes(path))) }
  }

  /// A target that makes its input itself.
  init(_ name: String, making body: @escaping @Sendable () -> (inout SplitMix64) throws -> Void) {
    self.name = name
    prepare = body
    replay = { _ in throw FuzzFailure("makes its own input; use --from") }
  }
}

/// A result that breaks a rule.
struct FuzzFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
  if !condition { throw FuzzFailure(message()) }
}
