import HeardModel

/// What stands in the cells of a column, by shares of those that hold something.
struct CellProfile: Sendable {
  /// How many cells hold something, of those that were looked at.
  let filled: Int
  /// How many different texts they hold.
  let distinct: Int
  /// The mean length of a cell.
  let length: Int
  private var counts: [Kind: Int] = [:]
  private let isEvenText: Bool
  private let numbers: [Int]

  /// What a cell can be.
  private enum Kind: Hashable {
    case date, machineTime, time, number, noted, truth, binary, country, address, link, letters
    case status, format, coming
    /// A word for not knowing, as `k. A.`: it speaks neither for days or numbers nor against them.
    case nothing
  }

  private static let most = 200

  init(_ table: SheetTable, _ place: Int) {
    let cells = Array(table.rows.lazy.compactMap { $0.cell(place) }.prefix(Self.most))
    filled = cells.count
    distinct = Set(cells.map(SheetCell.folded)).count
    length = cells.isEmpty ? 0 : cells.reduce(0) { $0 + $1.count } / cells.count
    var counts: [Kind: Int] = [:]
    var numbers: [Int] = []
    for cell in cells {
      for kind in Self.kinds(cell) { counts[kind, default: 0] += 1 }
      if let number = SheetNumber.whole(cell) { numbers.append(number) }
    }
    (self.counts, self.numbers) = (counts, numbers)
    let lengths = Set(cells.map(\.count))
    let changes = cells.reduce(0) { $0 + Self.changes($1) }
    isEvenText =
      cells.count > 1 && changes * 2 >= cells.count * 3 && distinct == cells.count
      && lengths.count == 1 && lengths != [0]
      && (lengths.first ?? 0) >= 8
      && cells.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
  }

  /// Whether so many hundredths of the cells are of a kind.
  private func most(_ kind: Kind, _ share: Int = 60) -> Bool {
    filled > 0 && (counts[kind] ?? 0) * 100 >= filled * share
  }

  /// The same of the cells that say something.
  private func mostTold(_ kind: Kind, _ share: Int = 60) -> Bool {
    let told = filled - (counts[.nothing] ?? 0)
    return told > 0 && (counts[kind] ?? 0) * 100 >= told * share
  }

  /// Whether it holds days.
  var isDates: Bool { mostTold(.date) }
  /// Whether some of it are days.
  var hasDates: Bool { most(.date, 20) }
  /// Whether the times have seconds, as only programs write them.
  var isMachineTime: Bool { most(.machineTime) && filled > 0 }
  /// Whether it holds times of day and no days.
  var isTimes: Bool { mostTold(.time) && !isDates }
  /// Whether it holds whole numbers, some with words beside them.
  var isNumbers: Bool {
    !isDates && mostTold(.number, 40)
      && ((counts[.number] ?? 0) + (counts[.noted] ?? 0) + (counts[.nothing] ?? 0)) * 100
        >= filled * 60
  }
  /// Whether it says yes or no in words or ticks.
  var isTruth: Bool { most(.truth, 90) }
  /// Whether it holds nothing but 0 and 1.
  var isBinary: Bool { most(.binary, 100) }
  /// Whether it names countries.
  var isCountries: Bool { most(.country) }
  /// Whether it holds e-mail addresses.
  var isAddresses: Bool { most(.address) }
  /// Whether it holds links.
  var isLinks: Bool { most(.link) }
  /// Whether it holds words.
  var isWords: Bool {
    most(.letters) && !isDates && !isTimes && !isNumbers && !isAddresses && !isLinks
  }
  /// Whether it holds words for how far an event is.
  var isEventStatus: Bool { most(.status) }
  /// Whether it holds words for how people meet.
  var isFormats: Bool { most(.format) }
  /// Whether some of it says how far people came: in words, with marks, by the time.
  var tellsComing: Bool {
    filled == 0 || most(.coming, 30) || most(.truth, 30) || isDates || most(.time, 30)
  }
  /// Whether it holds identifiers that programs make.
  var isIdentifiers: Bool { isEvenText && !isDates }
  /// Whether few values stand in it again and again.
  var isCategory: Bool { filled >= 4 && distinct * 2 <= filled }
  /// Whether it only numbers the rows, or holds years.
  var isNumbering: Bool {
    guard numbers.count == filled, filled > 2 else { return false }
    let steps = zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
    return steps || numbers.allSatisfy { (1900...2100).contains($0) }
  }
  /// Whether its numbers can be of people.
  var mayCountPeople: Bool {
    isNumbers && !isNumbering && !isBinary && (numbers.max() ?? 0) < 50_000
  }
  /// What its numbers come to.
  var sum: Int { numbers.reduce(0, +) }

  /// How often letters and digits, small and large letters change in a text without a reason.
  private static func changes(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    return zip(bytes, bytes.dropFirst()).count { a, b in
      func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
      func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
      func isLarge(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
      let isLetter = (isSmall(a) || isLarge(a), isSmall(b) || isLarge(b))
      return isDigit(a) && isLetter.1 || isLetter.0 && isDigit(b) || isSmall(a) && isLarge(b)
    }
  }

  private static func kinds(_ text: String) -> [Kind] {
    var kinds: [Kind] = []
    let folded = SheetCell.folded(text)
    if isDate(text, folded) { kinds.append(.date) }
    if isMachineTime(folded) { kinds.append(.machineTime) }
    if SheetTime(folded: folded) != nil { kinds.append(.time) }
    switch SheetNumber.read(text) {
    case .number, .estimate: kinds.append(.number)
    case .noted: kinds.append(.noted)
    case .none, .unreadable: break
    }
    if SheetCell.saysNothing(text) { kinds.append(.nothing) }
    if folded == "0" || folded == "1" { kinds.append(.binary) }
    if CellWords.truths.contains(folded) { kinds.append(.truth) }
    if CountryNames.country(text) != nil { kinds.append(.country) }
    if folded.contains("@"), folded.contains("."), !folded.contains(" ") { kinds.append(.address) }
    if folded.hasPrefix("http://") || folded.hasPrefix("https://") || folded.hasPrefix("www.") {
      kinds.append(.link)
    }
    if folded.contains(where: \.isLetter) { kinds.append(.letters) }
    let words = CellWords.standard
    if words.value(text, for: EventImportField.status) != nil { kinds.append(.status) }
    if words.value(text, for: EventImportField.format) != nil { kinds.append(.format) }
    if ComingWord(text) != nil { kinds.append(.coming) }
    return kinds
  }

  private static func isDate(_ text: String, _ folded: String) -> Bool {
    switch SheetDate(order: nil).read(text) {
    case .date, .ambiguous: return true
    case .none, .dayNumber, .unreadable: break
    }
    // `2024-06-12T10:00:00.000+02:00`, whatever stands behind the day.
    let day = folded.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    return day.count == 3 && day.map(\.count) == [4, 2, 2]
      && day.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  /// Whether seconds that are not nought stand behind a time.
  private static func isMachineTime(_ folded: String) -> Bool {
    guard let place = folded.firstIndex(of: ":") else { return false }
    let parts = folded[place...].split(separator: ":", omittingEmptySubsequences: true)
    guard parts.count >= 2 else { return false }
    let seconds = parts[1].prefix { $0.isASCII && $0.isNumber }
    return seconds.count == 2 && seconds != "00"
  }
}
