/// A word in Arabic letters and the same word in Latin ones, both UTF-8.
public struct NamePair: Sendable, Hashable {
  public var arabic: [UInt8]
  public var latin: [UInt8]

  public init(arabic: [UInt8], latin: [UInt8]) {
    self.arabic = arabic
    self.latin = latin
  }
}
