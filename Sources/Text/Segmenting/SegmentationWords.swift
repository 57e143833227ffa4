public import WaslBitext

/// The words of the segmentation data by the name of their class, for other programs' rules.
public enum SegmentationWords {
  /// In the order of the file, without their last full stop; a word in lower case stands for any case.
  public static func words(of name: String, _ language: Language) -> [String] {
    let file = language == .arabic ? PackageResources.segmentation_ar_txt : PackageResources.segmentation_en_txt
    var words: [String] = []
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") where line.hasPrefix(name + ":") {
      words += line.dropFirst(name.count + 1).split(separator: " ").map(String.init)
    }
    return words
  }
}
