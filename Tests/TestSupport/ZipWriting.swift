/// A ZIP archive; every other file is packed, as one stored block of Deflate.
public func zipArchive(_ files: [(String, String)]) -> [UInt8] {
  func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }
  var (archive, directory): ([UInt8], [UInt8]) = ([], [])
  for (index, (name, text)) in files.enumerated() {
    let content = Array(text.utf8)
    let isPacked = index % 2 == 1
    let data = isPacked ? [1] + number(content.count, 2) + number(~content.count & 0xFFFF, 2) + content : content
    let common =
      number(isPacked ? 8 : 0, 2) + number(0, 8) + number(data.count, 4) + number(content.count, 4)
      + number(name.utf8.count, 2)
    directory +=
      number(0x0201_4B50, 4) + number(0, 6) + common + number(0, 12) + number(archive.count, 4) + Array(name.utf8)
    archive += number(0x0403_4B50, 4) + number(0, 4) + common + number(0, 2) + Array(name.utf8) + data
  }
  let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
  return archive + directory + end + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
}
