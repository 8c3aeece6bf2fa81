import HeardKit
import HeardModel
import TerminalCanvas

// Items that are named: by a command with their number, or by what stands in them.
extension Conversation {
  /// `e 3`, `edit 3`: does something to an item by its number; false where the line is none such.
  mutating func ordersItem(_ line: String) -> Bool {
    guard let (word, number) = Self.wordAndNumber(line) else { return false }
    if let command = command(called: word) {
      if word.count > 1 { return false }
      return carryOut(.command(command), with: String(number))
    }
    // What can be done to one item cannot to another: it may be offered there alone.
    guard isKnown(word), focus(number) else { return isKnown(word) }
    if let command = command(called: word) {
      carryOut(command)
    } else {
      refuse(word, number)
    }
    return true
  }

  /// Does a command to an item, where it is one for items and can be done to this one.
  mutating func order(_ command: Command, at number: Int) {
    guard application.screen.commands(application.desk).contains(command) else {
      let name = words("command.\(command.rawValue)")
      return replies.append(words("linear.takesNoNumber", ["command": name]))
    }
    guard focus(number) else { return }
    if application.offered.contains(command) {
      carryOut(command)
    } else {
      refuse(words("command.\(command.rawValue)"), number)
    }
  }

  private mutating func refuse(_ word: String, _ number: Int) {
    let item = Reading(application, glyphs).item(number).map(aloud) ?? ""
    replies.append(words("linear.notForItem", ["text": word, "item": item]))
  }

  /// The command that a key or a name means among those that can be asked for now.
  private func command(called word: String) -> Command? {
    if let command = KeyTable.command(named: word, among: commands, words) { return command }
    let wishes = WishFinder(wishes: commands.map(Wish.command), words: words)
    if word.count > 1, case .one(.command(let command)) = wishes.find(word) { return command }
    return nil
  }

  /// Whether a word is the key or the name of some command for items, here or elsewhere.
  private func isKnown(_ word: String) -> Bool {
    let items = Command.allCases.filter { !Application.everywhere.contains($0) }
    if word.count == 1 { return KeyTable.command(named: word, among: items, words) != nil }
    if case .one = WishFinder(wishes: items.map(Wish.command), words: words).find(word) {
      return true
    }
    return false
  }

  /// A word with a number behind it; a key of one letter may stand right before it.
  private static func wordAndNumber(_ line: String) -> (word: String, number: Int)? {
    let digits = line.reversed().prefix { $0.wholeNumberValue != nil }
    guard let number = Self.number(String(digits.reversed())) else { return nil }
    let rest = String(line.dropLast(digits.count))
    let word = trimmed(rest)
    let isApart = rest != word || word.count == 1
    return word.isEmpty || !isApart ? nil : (word, number)
  }
}

// By what stands in them.
extension Conversation {
  /// `open Lyon`: opens the only item in which something is called so, or begins so; in a table of
  /// figures `open France 2024` opens the cell of that row and column.
  mutating func open(named name: String) -> Bool {
    guard let table = application.list else { return false }
    if opensCell(name, in: table) { return true }
    let found = items(named: name, in: table)
    if found.count == 1 {
      open(found[0])
    } else if found.isEmpty {
      replies.append(words("linear.noItem", ["text": name]))
    } else {
      let reading = Reading(application, glyphs)
      replies.append(words("linear.severalItems", count: found.count, ["text": name]))
      replies += found.prefix(pageItems).compactMap { reading.item($0).map(aloud) }
    }
    return true
  }

  /// The numbers of the items that are called so, else of those in which something begins so.
  private func items(named name: String, in table: Table) -> [Int] {
    let wanted = fold(name)
    let names = table.readAloud.filter { $0.place != nil }.map { table.names(of: $0).map(fold) }
    func numbers(_ fits: (String) -> Bool) -> [Int] {
      names.indices.filter { names[$0].contains(where: fits) }.map { $0 + 1 }
    }
    let exact = numbers { $0 == wanted }
    return exact.isEmpty ? numbers { $0.hasPrefix(wanted) } : exact
  }

  /// Opens a cell by the names of its row and its column; false where they are none.
  private mutating func opensCell(_ name: String, in table: Table) -> Bool {
    guard let column = table.cursorColumn, table.sideBySide == nil, !table.valuesStandFirst
    else { return false }
    let rows = (0..<table.rowCount).map { table.row($0).cells.first?.text ?? "" }
    let titles = table.columns.map(\.title)
    let items = table.readAloud.compactMap(\.place)
    for space in name.indices.reversed() where name[space] == " " {
      guard let row = Self.place(of: trimmed(String(name[..<space])), among: rows),
        let wanted = Self.place(of: trimmed(String(name[space...])), among: titles), wanted > 0,
        let item = items.firstIndex(where: { $0.row == row })
      else { continue }
      let steps = wanted - column
      let direction: Command = steps > 0 ? .moveRight : .moveLeft
      if steps != 0 { act { $0.perform(direction, times: abs(steps), $1) } }
      open(item + 1)
      return true
    }
    return false
  }

  /// The place of the only name that is so or begins so.
  private static func place(of name: String, among names: [String]) -> Int? {
    let wanted = fold(name)
    if wanted.isEmpty { return nil }
    if let exact = names.firstIndex(where: { fold($0) == wanted }) { return exact }
    let begun = names.indices.filter { fold(names[$0]).hasPrefix(wanted) }
    return begun.count == 1 ? begun[0] : nil
  }
}

extension Table {
  /// What stands in an item and may be its name.
  fileprivate func names(of line: TableLine) -> [String] {
    if !line.label.isEmpty { return [line.label] }
    guard let place = line.place, place.column == nil else { return [line.text] }
    let row = row(place.row)
    return row.cells.map { trimmed($0.text) } + row.spoken.values
  }
}
