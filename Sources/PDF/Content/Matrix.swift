/// A change of coordinates: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3).
struct Matrix {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  init() {}

  init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// Nil unless there are six numbers.
  init?(_ values: [PDFValue]) {
    let numbers = values.compactMap(\.number)
    guard numbers.count == 6, values.count == 6 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  /// First this one, then the other.
  func then(_ m: Matrix) -> Matrix {
    Matrix(
      a * m.a + b * m.c, a * m.b + b * m.d, c * m.a + d * m.c, c * m.b + d * m.d, e * m.a + f * m.c + m.e,
      e * m.b + f * m.d + m.f)
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }
}
