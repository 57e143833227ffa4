import Testing
import Wasl
import WaslAligning
import WaslModel

/// The weights in the embedded model are those of this program's features: without them the aligner would work by its
/// fall-backs, silently and worse.
@Suite struct EmbeddedModelTests {
  @Test func weightsAreThoseOfTheFeatures() throws {
    let model = try TranslationModel.embedded()
    #expect(AlignerWeights(model) != nil)
    #expect(BoundaryWeights(model) != nil)
  }

  @Test func boundaryWeightsComeBackFromText() throws {
    let weights = try #require(BoundaryWeights(TranslationModel.embedded()))
    #expect(BoundaryWeights(parsing: weights.text) == weights)
  }
}
