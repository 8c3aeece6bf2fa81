import HeardModel

/// The names of a sheet that name nothing of the programme.
struct SheetNames {
  private(set) var all: [SheetName] = []
  private let context: ImportContext

  init(_ rows: [SheetRow], _ table: SheetTable, _ mapping: ImportMapping, _ context: ImportContext)
  {
    self.context = context
    for making in SheetMaking.allCases {
      let columns = table.columns.filter {
        mapping.field(of: $0.name) as EventImportField? == making.field
      }
      if columns.isEmpty { continue }
      let known = known(making)
      all += Self.withNear(read(rows, columns, making, known), known)
    }
  }

  private func read(
    _ rows: [SheetRow], _ columns: [SheetColumn], _ making: SheetMaking, _ known: [KnownName]
  ) -> [SheetName] {
    let there = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    var places: [String: Int] = [:]
    var names: [SheetName] = []
    for (column, cell, count) in cells(rows, columns) {
      for text in context.words.values(cell, for: making.field).other {
        guard Self.isName(text, making, column) else { continue }
        let key = SheetName.key(text)
        if let place = places[key] {
          names[place].rows += count
        } else {
          places[key] = names.count
          let id = id(key, making, there)
          names.append(SheetName(making: making, text: text, id: id, rows: count))
        }
      }
    }
    return names
  }

  /// The different cells of some columns as they come, with how many rows have each.
  private func cells(
    _ rows: [SheetRow], _ columns: [SheetColumn]
  ) -> [(column: SheetColumn, cell: String, rows: Int)] {
    var places = [[String: Int]](repeating: [:], count: columns.count)
    var cells: [(column: SheetColumn, cell: String, rows: Int)] = []
    for row in rows {
      for (number, column) in columns.enumerated() {
        guard let cell = row.cell(column.place), !SheetCell.saysNothing(cell) else { continue }
        if let place = places[number][cell] {
          cells[place].rows += 1
        } else {
          places[number][cell] = cells.count
          cells.append((column, cell, 1))
        }
      }
    }
    return cells
  }

  /// Whether words can be a name: an address or a remark is none, and who is named among partners
  /// becomes no organisation.
  private static func isName(_ text: String, _ making: SheetMaking, _ column: SheetColumn) -> Bool {
    guard (2...120).contains(text.count), text.contains(where: \.isLetter),
      !PersonalWords.holdsContact(text), !SheetCell.saysNothing(text)
    else { return false }
    return making == .team || PersonalWords.sign(text, under: column.heading) == nil
  }

  private func id(
    _ key: String, _ making: SheetMaking, _ there: [String: KnownName]
  ) -> String {
    var number = 1
    while true {
      let id = "\(making.mark)-\(SheetCell.digest("\(key)\u{1F}\(number)".utf8))"
      let isErased = context.programme.erased.contains(id)
      if there[id].map({ SheetName.key($0.text) == key }) ?? !isErased {
        return id
      }
      number += 1
    }
  }

  private func known(_ making: SheetMaking) -> [KnownName] {
    let all =
      switch making {
      case .organisations:
        context.programme.organisations.values.map { KnownName(id: $0.id.text, text: $0.name) }
      case .team: context.programme.team.values.map { KnownName(id: $0.id.text, text: $0.name) }
      }
    return all.filter { !$0.text.isEmpty }.sorted { $0.id < $1.id }
  }

  /// Notes of each name what it is perhaps.
  private static func withNear(_ names: [SheetName], _ known: [KnownName]) -> [SheetName] {
    // Of thousands of names comparing each with all would take long.
    let isMuch = names.count * (names.count + known.count) > 1_000_000
    var before = known.map { (name: $0, parts: Parts($0.text)) }
    var all: [SheetName] = []
    for name in names {
      var name = name
      let parts = Parts(name.text)
      if !isMuch {
        let near = before.lazy.filter { $0.name.id != name.id && $0.parts.isNear(parts) }
        name.near = near.prefix(5).map(\.name)
      }
      before.append((KnownName(id: name.id, text: name.text), parts))
      all.append(name)
    }
    return all
  }

  /// Whether two names differ in signs, in a letter or two, or in words that only one of them has.
  static func areNear(_ a: String, _ b: String) -> Bool { Parts(a).isNear(Parts(b)) }

  /// A name as it is held against others.
  private struct Parts {
    let letters: [Character]
    let words: Set<String>

    init(_ text: String) {
      let tokens = SheetCell.tokens(text)
      (letters, words) = (Array(tokens.joined()), Set(tokens))
    }

    func isNear(_ other: Parts) -> Bool {
      if letters.isEmpty || other.letters.isEmpty { return false }
      if letters == other.letters { return true }
      let isPart = words.isSubset(of: other.words) || other.words.isSubset(of: words)
      if isPart && min(words.count, other.words.count) > 1 { return true }
      let longest = max(letters.count, other.letters.count)
      return longest >= 8
        && NearLetters.isWithin(longest >= 20 ? 2 : 1, letters, other.letters)
    }
  }
}
