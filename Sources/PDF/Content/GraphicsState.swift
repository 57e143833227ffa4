/// What the operators of a content stream set that decides where text stands (ISO 32000-1, 8.4 and 9.3).
struct GraphicsState {
  var transformation = Matrix()
  var font: Int?
  var fontSize = 0.0
  var characterSpacing = 0.0
  var wordSpacing = 0.0
  /// 1 for 100 %.
  var horizontalScale = 1.0
  var leading = 0.0
  var rise = 0.0
  var renderMode = 0
}
