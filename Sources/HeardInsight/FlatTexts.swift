/// Many folded texts one behind another in one piece of memory, each known by its place.
///
/// Two hundred thousand texts of a few bytes each would take longer to be reached one by one than to
/// be searched.
struct FlatTexts: Sendable {
  private var folder = Folder()
  private var ends: [Int] = [0]

  /// How many there are.
  var count: Int { ends.count - 1 }

  mutating func reserve(_ count: Int, bytes: Int) {
    ends.reserveCapacity(count + 1)
    folder.reserve(bytes)
  }

  /// Adds a field to the text that is being added; nothing is found across two of them.
  mutating func add(_ field: String) {
    if field.isEmpty { return }
    folder.append(field)
    folder.end()
  }

  /// Ends the text that is being added.
  mutating func endText() { ends.append(folder.bytes.count) }

  /// Whether something stands in one of the texts.
  func contains(_ needle: Folded, at place: Int) -> Bool {
    if needle.isEmpty { return true }
    return Folded.firstPlace(of: needle, in: folder.bytes, from: ends[place], to: ends[place + 1])
      != nil
  }

  /// How well one of the texts answers some words as a name, as `Closeness` says it of a name that stands
  /// by itself; nil where a word does not stand in it.
  func closeness(of words: [Folded], at place: Int) -> Closeness? {
    guard let first = words.first else { return nil }
    guard words.allSatisfy({ contains($0, at: place) }) else { return nil }
    let (start, end) = (ends[place], ends[place + 1])
    if folder.bytes[start..<end].starts(with: first.bytes) { return .beginning }
    let areStarts = words.allSatisfy {
      Folded.hasWord(beginningWith: $0, in: folder.bytes, from: start, to: end)
    }
    return areStarts ? .wordStart : .part
  }
}
