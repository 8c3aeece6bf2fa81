import HeardKit
import HeardModel
import TerminalCanvas

// Lines that ask for something, outside of forms and questions.
extension Conversation {
  /// Does what a line asks for: nothing typed goes on, a number chooses, keys and names command.
  mutating func carryOut(_ line: String) {
    let line = line.replacing("\u{3000}", with: " ")
    if choosesWish(line) { return }
    if takesKey(line) { return }
    if line.isEmpty { return turnPage(1) }
    if takesNumber(line) || repeats(line) || filters(line) { return }
    if let number = Self.number(line) { return open(number) }
    let keyed = commands + [.help, .palette, .whereAmI]
    if let command = KeyTable.command(named: line, among: keyed, words) { return carryOut(command) }
    if ordersItem(line) { return }
    call(line)
  }

  /// What can be asked for now, without what only moves about on a screen.
  var commands: [Command] {
    let isForm = application.form != nil
    return (application.offered + [.fullScreen]).filter { command in
      !Self.unspoken.contains(command) && !(isForm && command == .fold)
    }
  }

  private static let unspoken: Set<Command> = [
    .plainLines, .palette, .help, .whereAmI, .redraw, .previousField, .nextField, .change,
  ]

  /// Finds a command by its name, which an item's number, an answer or a filter may follow.
  private mutating func call(_ line: String) {
    let views = application.form == nil ? application.desk.views.map { Wish.view($0.view) } : []
    let wishes = LineVerb.elsewhere.map(Wish.verb) + commands.map(Wish.command) + views
    let finder = WishFinder(wishes: wishes, words: words)
    let found = finder.find(line)
    if case .none = found {
      for space in line.indices where line[space] == " " {
        guard case .one(let wish) = finder.find(trimmed(String(line[..<space]))) else { continue }
        if carryOut(wish, with: trimmed(String(line[space...]))) { return }
      }
    }
    switch found {
    case .one(let wish): carryOut(wish)
    case .several(let wishes):
      offer(wishes, words("linear.ambiguous", ["text": line]))
    case .none(let near):
      offer(near, words("linear.unknown", ["text": line]))
    }
  }

  /// Lists what may be meant, to be chosen by number.
  private mutating func offer(_ wishes: [Wish], _ sentence: String) {
    replies.append(sentence)
    if wishes.isEmpty { return }
    number(wishes)
    replies += wishes.enumerated().map { "\($0 + 1). \($1.description(words))" }
  }

  /// Numbers stand for these until the next line.
  private mutating func number(_ wishes: [Wish]) {
    numbered = .wishes(wishes)
    asking.isOffering = true
  }

  /// Takes a number for what was listed last; whatever else is typed ends that list.
  mutating func choosesWish(_ line: String) -> Bool {
    defer { application.closePalette() }
    let listed = numbered
    numbered = .items
    guard let number = Self.number(line) else { return false }
    switch listed {
    case .items: return false
    case .wishes(let wishes):
      guard wishes.indices.contains(number - 1) else { return false }
      carryOut(wishes[number - 1])
    case .found:
      guard number > 0, number <= application.found?.count(where: { $0.place != nil }) ?? 0
      else { return false }
      for _ in 1..<number { act { $0.handle(.down, $1) } }
      act { $0.handle(.enter, $1) }
    }
    return true
  }

  private mutating func carryOut(_ wish: Wish) {
    switch wish {
    case .command(let command): carryOut(command)
    case .verb(let verb): carryOut(verb)
    case .view(let view): act { $0.open(view, $1) }
    }
  }

  /// Does what is wished with what was typed behind it; false where that makes no sense.
  mutating func carryOut(_ wish: Wish, with rest: String) -> Bool {
    guard case .command(let command) = wish else { return false }
    if command == .filter { return filters("/\(rest)") }
    if command == .find { return find(rest) }
    if command == .openViews { return openView(rest) }
    if command == .sort { return sort(rest) }
    if command == .mark, let numbers = Self.numbers(rest) {
      mark(numbers)
      return true
    }
    if let number = Self.number(rest) {
      order(command, at: number)
      return true
    }
    if command == .open { return open(named: rest) }
    // `status 17 planned`: the item first, then the answer; never that of another item.
    if let space = rest.firstIndex(of: " "), let number = Self.number(String(rest[..<space])),
      application.screen.commands(application.desk).contains(command)
    {
      guard Self.asking.contains(command), focus(number) else {
        replies.append(words("linear.unknown", ["text": rest]))
        return true
      }
      return carryOut(wish, with: trimmed(String(rest[space...])))
    }
    // An answer to what the command asks: `status held`.
    guard Self.asking.contains(command) else { return false }
    carryOut(command)
    if application.question != nil { answerQuestion(rest) }
    return true
  }

  private static let asking: Set<Command> = [
    .changeStatus, .chooseRows, .chooseColumns, .chooseMeasure, .chooseSource, .readBack, .withdraw,
  ]

  mutating func carryOut(_ command: Command) {
    // Going back from Home would end the program, which nobody means who types a word.
    if command == .back && application.below.isEmpty {
      return replies.append(words("linear.atHome"))
    }
    switch command {
    case .filter: replies.append(words("linear.howToFilter"))
    case .find: replies.append(words("linear.howToFind"))
    case .help: replies += help
    case .palette: listCommands()
    default: act { $0.perform(command, $1) }
    }
  }

  /// Looks for records and commands by parts; their numbers open them.
  private mutating func find(_ text: String) -> Bool {
    act { $0.perform(.find, $1) }
    act { $0.handle(.paste(text), $1) }
    var number = 0
    let lines = (application.found ?? []).map { line in
      if line.place == nil { return line.text }
      number += 1
      return "\(number). \(line.text)"
    }
    replies.append(words("linear.found", count: number))
    replies += number == 0 ? [] : lines
    numbered = .found
    asking.isOffering = true
    return true
  }

  /// Sorts by the column that is called so or begins so; where none does, says which there are.
  private mutating func sort(_ text: String) -> Bool {
    let (stops, wanted) = (application.sortStops, fold(text))
    let found =
      stops.first { [fold($0.title), fold($0.name)].contains(wanted) }
      ?? stops.first { fold($0.title).hasPrefix(wanted) || wanted.hasSuffix(" " + fold($0.title)) }
    if let found {
      act { $0.sort(by: found.name, $1) }
    } else {
      replies.append(
        words("linear.noColumn", ["text": text, "columns": words.list(stops.map(\.title))]))
    }
    return true
  }

  /// Opens the view whose name begins so; several are listed.
  private mutating func openView(_ name: String) -> Bool {
    let views = application.desk.views.map(\.view)
    let wanted = fold(name)
    let exact = views.filter { fold($0.name) == wanted }
    let found = exact.isEmpty ? views.filter { fold($0.name).contains(wanted) } : exact
    if found.isEmpty { return false }
    if found.count == 1 {
      carryOut(.view(found[0]))
    } else {
      offer(found.map(Wish.view), words("linear.ambiguous", ["text": name]))
    }
    return true
  }

  private mutating func carryOut(_ verb: LineVerb) {
    switch verb {
    case .again: saysAll = true
    case .more: turnPage(1)
    case .less: turnPage(-1)
    case .help: replies += help
    case .commands: listCommands()
    case .whereAmI: act { $0.perform(.whereAmI, $1) }
    case .back, .skip, .save, .leave, .fields, .screen: break
    }
  }

  /// What this screen is for, and how to talk.
  var help: [String] {
    // What is told of forms there is about keys that have no meaning in an answer.
    let screen = application.form == nil ? [words("help.of.\(application.screen.name)")] : []
    return screen + Self.helpLines.map { words("linear.help.\($0)") }
  }

  /// One thing to type a line: who hears them can stop where it is told.
  private static let helpLines = [
    "talk", "key", "commands", "where", "again", "screen", "pages", "number", "name", "filter",
    "sort",
    "marks", "views", "door", "form", "literal", "undo", "end", "window",
  ]

  private mutating func listCommands() {
    let all = commands
    number(all.map(Wish.command))
    replies.append(words("linear.commands", count: all.count))
    replies += all.enumerated().map { index, command in
      let key = KeyTable.typedName(command, words) ?? ""
      let name = words("command.\(command.rawValue)")
      let called =
        key.isEmpty ? name : "\(name) (\(key))"
      return "\(index + 1). \(called): \(words("meaning.\(command.rawValue)"))"
    }
  }
}

extension KeyTable {
  /// The first key of a command that can be typed as a word; arrows have no such name.
  static func typedName(_ command: Command, _ words: Words) -> String? {
    binding(command)?.keys.map { name($0, words) }.first { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// The command whose key is typed as a word: `n`, `?`, `F2`, `ctrl-s`.
  static func command(
    named text: String, among offered: [Command], _ words: Words
  ) -> Command? {
    if text.count == 1, let character = text.first {
      return command(for: .character(character), among: offered)
    }
    let wanted = fold(text)
    func isNamed(_ key: String) -> Bool {
      [words, Words(nil)].contains { fold($0(key)) == wanted }
    }
    // Arrows are signs on keyboards; they are called as what they do.
    let arrows: [(command: Command, key: Key)] = [
      (.moveUp, .up), (.moveDown, .down), (.moveLeft, .left), (.moveRight, .right),
    ]
    if let arrow = arrows.first(where: { isNamed("command.\($0.command.rawValue)") }) {
      return offered.contains(arrow.command)
        ? arrow.command : command(for: arrow.key, among: offered)
    }
    return offered.first { command in
      let keys = binding(command)?.keys ?? []
      return keys.contains { key in
        if case .character = key { return false }
        return [words, Words(nil)].contains { fold(name(key, $0)) == wanted }
      }
    }
  }
}
