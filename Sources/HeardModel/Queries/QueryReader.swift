/// Reads the filter language, one term after the other.
struct QueryReader {
  // Scalars and not scalars: an accent that was typed behind a sign must not hide the sign.
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var problems: [QueryProblem] = []
  private let isBeingTyped: Bool
  /// What `community` is read as; nil where it is refused.
  private let splitKey: QueryKey?

  /// A reader of a text; full-width letters, signs and spaces count as their plain ones.
  init(_ text: String, isBeingTyped: Bool, splitKey: QueryKey? = nil) {
    self.isBeingTyped = isBeingTyped
    self.splitKey = splitKey
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0x00A0, 0x0009, 0x000A, 0x000D: plain.append(" ")
      case 0x3001: plain.append(",")
      case 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB: plain.append("\"")
      default: plain.append(scalar)
      }
    }
    scalars = Array(plain)
  }

  /// All terms with all problems.
  mutating func read() -> (terms: [QueryTerm], problems: [QueryProblem]) {
    var terms: [QueryTerm] = []
    while place < scalars.count {
      if scalars[place] == " " {
        place += 1
      } else if let term = readTerm() {
        terms.append(term)
      }
    }
    return (terms, problems)
  }

  private mutating func readTerm() -> QueryTerm? {
    var isNegated = false
    if scalars[place] == "-" {
      isNegated = true
      place += 1
    }
    let start = place
    guard let name = readKeyName() else {
      let words = readValues().map(\.text).filter { !$0.isEmpty }
      return words.isEmpty ? nil : QueryTerm(.words(words), isNegated: isNegated)
    }
    let values = readValues()
    let isEmpty = values.allSatisfy { $0.text.isEmpty }
    let isSplit = name.lowercased() == Query.splitKey
    guard let key = isSplit ? splitKey : QueryKey(rawValue: name.lowercased()) else {
      if isSplit {
        if isEmpty && values.last?.isBeingTyped == true { return nil }
        problems.append(.splitKey(nil))
        return QueryTerm(.faulty(text(start..<place)), isNegated: isNegated)
      }
      if isEmpty { return QueryTerm(.words([name + ":"]), isNegated: isNegated) }
      problems.append(.unknownKey(name, nearest: nearestKey(name)))
      return QueryTerm(.faulty(text(start..<place)), isNegated: isNegated)
    }
    if isEmpty {
      if values.last?.isBeingTyped == true { return nil }
      problems.append(.noValue(key))
      return QueryTerm(.faulty(text(start..<place)), isNegated: isNegated)
    }
    return readValues(of: key, values, from: start, isNegated: isNegated)
  }

  private mutating func readValues(
    of key: QueryKey, _ values: [Value], from start: Int, isNegated: Bool
  ) -> QueryTerm? {
    var read: [String] = []
    var hasProblem = false
    for value in values where !value.text.isEmpty {
      switch key.read(value.text, isBeingTyped: value.isBeingTyped) {
      case .values(let found): for it in found where !read.contains(it) { read.append(it) }
      case .problem(let problem):
        problems.append(problem)
        hasProblem = true
      }
    }
    if hasProblem && (read.isEmpty || isNegated) {
      return QueryTerm(.faulty(text(start..<place)), isNegated: isNegated)
    }
    return read.isEmpty ? nil : QueryTerm(.values(key, read), isNegated: isNegated)
  }

  // A key is two or more ASCII letters right before a colon; `14:30` has none.
  private mutating func readKeyName() -> String? {
    var end = place
    while end < scalars.count, Self.isLetter(scalars[end]) { end += 1 }
    guard end - place >= 2, end < scalars.count, scalars[end] == ":" else { return nil }
    let name = text(place..<end)
    place = end + 1
    return name
  }

  private struct Value {
    var text = ""
    var isBeingTyped = false
  }

  // The values up to the next space; an unfinished quotation reaches to the end.
  private mutating func readValues() -> [Value] {
    var values = [Value()]
    while place < scalars.count, scalars[place] != " " {
      switch scalars[place] {
      case ",":
        values.append(Value())
        place += 1
      case "\"":
        place += 1
        while place < scalars.count, scalars[place] != "\"" {
          values[values.count - 1].text.unicodeScalars.append(scalars[place])
          place += 1
        }
        place += 1
      default:
        values[values.count - 1].text.unicodeScalars.append(scalars[place])
        place += 1
      }
    }
    // Past the end: the closing quotation mark is still to come.
    if place >= scalars.count {
      let isClosed = place == scalars.count && scalars.last == "\""
      values[values.count - 1].isBeingTyped = isBeingTyped && !isClosed
      place = scalars.count
    }
    return values
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private func nearestKey(_ name: String) -> QueryKey? {
    nearest(to: name.lowercased(), in: QueryKey.allCases.map(\.rawValue))
      .flatMap(QueryKey.init(rawValue:))
  }
}
