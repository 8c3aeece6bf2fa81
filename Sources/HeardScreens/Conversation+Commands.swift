import HeardModel
import TerminalCanvas

// Lines that ask for something, outside of forms and questions.
extension Conversation {
  /// Does what a line asks for: nothing typed goes on, a number chooses, keys and names command.
  mutating func obey(_ line: String) {
    if line.isEmpty { return turnPage(1) }
    if choosesWish(line) || takesNumber(line) || repeats(line) || filters(line) { return }
    if let number = Self.number(line) { return open(number) }
    numbered = .items
    let keyed = commands + [.help, .palette, .whereAmI]
    if let command = KeyTable.command(named: line, among: keyed) { return carryOut(command) }
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
    let wishes =
      LineVerb.elsewhere.map(Wish.verb) + commands.map(Wish.command)
    let finder = WishFinder(wishes: wishes, words: words)
    let found = finder.find(line)
    if case .one(let wish) = found { return fulfil(wish) }
    if case .none = found, let space = line.lastIndex(of: " ") ?? line.firstIndex(of: " ") {
      for place in [line.firstIndex(of: " ") ?? space, space] {
        let rest = trimmed(String(line[place...]))
        guard case .one(let wish) = finder.find(String(line[..<place])) else { continue }
        if fulfil(wish, with: rest) { return }
      }
    }
    switch found {
    case .one: break
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
    numbered = .wishes(wishes)
    replies += wishes.enumerated().map { "\($0 + 1). \($1.description(words))" }
  }

  private mutating func choosesWish(_ line: String) -> Bool {
    guard case .wishes(let wishes) = numbered, let number = Self.number(line),
      wishes.indices.contains(number - 1)
    else { return false }
    numbered = .items
    fulfil(wishes[number - 1])
    return true
  }

  private mutating func fulfil(_ wish: Wish) {
    switch wish {
    case .command(let command): carryOut(command)
    case .verb(let verb): obey(verb)
    }
  }

  /// Does what is wished with what was typed behind it; false where that makes no sense.
  private mutating func fulfil(_ wish: Wish, with rest: String) -> Bool {
    guard case .command(let command) = wish else { return false }
    if command == .filter { return filters("/\(rest)") }
    if let number = Self.number(rest) {
      if focus(number) { carryOut(command) }
      return true
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
    case .help: replies += help
    case .palette: listCommands()
    default: act { $0.perform(command, $1) }
    }
  }

  private mutating func obey(_ verb: LineVerb) {
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
    return screen + [
      words("linear.help.talk"), words("linear.help.lists"), words("linear.help.forms"),
      words("linear.help.end"),
    ]
  }

  private mutating func listCommands() {
    let all = commands
    numbered = .wishes(all.map(Wish.command))
    replies.append(words("linear.commands", count: all.count))
    replies += all.enumerated().map { index, command in
      let key = KeyTable.typedName(command) ?? ""
      let name = words("command.\(command.rawValue)")
      let called =
        key.isEmpty ? name : "\(name) (\(key))"
      return "\(index + 1). \(called): \(words("meaning.\(command.rawValue)"))"
    }
  }
}

// Lines that are no names.
extension Conversation {
  /// A whole number, typed in any width; nil for any other text.
  static func number(_ text: String) -> Int? {
    let digits = text.compactMap(\.wholeNumberValue)
    guard !digits.isEmpty, digits.count == text.count, digits.count < 10 else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }

  /// Chooses an item by its number, and opens it where it opens.
  private mutating func open(_ number: Int) {
    numbered = .items
    let before = shown?.focused
    guard focus(number) else { return }
    if application.offered.contains(.open) {
      act { $0.perform(.open, $1) }
    } else if before == number {
      replies += [Reading(application, .unicode).item(number)?.spoken].compactMap { $0 }
    }
  }

  /// `+ 5`: a command of one sign, so many times at once.
  private mutating func repeats(_ line: String) -> Bool {
    guard let sign = line.first, let times = Self.number(trimmed(String(line.dropFirst()))),
      let command = KeyTable.command(for: .character(sign), among: application.offered),
      Self.repeated.contains(command), times > 0
    else { return false }
    act { $0.perform(command, times: min(times, 9_999), $1) }
    return true
  }

  private static let repeated: Set<Command> = [
    .countUp, .countDown, .countUpOnline, .countDownOnline,
  ]

  /// `/ country:fr`: shows only what fits; a slash alone shows everything again.
  private mutating func filters(_ line: String) -> Bool {
    guard line.first.map({ $0 == "/" || $0 == "／" }) ?? false else { return false }
    guard application.offered.contains(.filter) else {
      replies.append(words("command.notHere"))
      return true
    }
    let filter = trimmed(String(line.dropFirst()))
    if application.offered.contains(.clearFilter) { act { $0.perform(.clearFilter, $1) } }
    if filter.isEmpty { return true }
    act { $0.perform(.filter, $1) }
    act { $0.handle(.paste(filter), $1) }
    act { $0.handle(.enter, $1) }
    return true
  }

  /// Where numbers are counted: `84` sets the focused one, `online 12` the one of that name, and
  /// `online -` makes it unknown again.
  private mutating func takesNumber(_ line: String) -> Bool {
    guard application.screen.takesDigits else { return false }
    if let digits = Self.digits(line) {
      type(digits)
      return true
    }
    guard let space = line.lastIndex(of: " ") else { return false }
    let rest = String(line[line.index(after: space)...])
    let rows = (application.list?.readAloud ?? []).filter { $0.place != nil && !$0.label.isEmpty }
    let name = trimmed(String(line[..<space]))
    guard let place = Self.place(of: name, among: rows) else { return false }
    let places = rows.compactMap(\.place)
    if rest == "-", application.offered.contains(.clearNumber) {
      act { $0.focus(place, among: places, $1) }
      act { $0.perform(.clearNumber, $1) }
      return true
    }
    guard let digits = Self.digits(rest) else { return false }
    act { $0.focus(place, among: places, $1) }
    type(digits)
    // Enter went on to the next row, which was not asked about.
    if application.question == nil { act { $0.focus(place, among: places, $1) } }
    return true
  }

  private static func digits(_ text: String) -> String? {
    let digits = text.compactMap(\.wholeNumberValue)
    guard !digits.isEmpty, digits.count == text.count else { return nil }
    return digits.map(String.init).joined()
  }

  private mutating func type(_ digits: String) {
    // What is longer would be cut by the entry, and another number be set.
    guard digits.count <= 8 else {
      return replies.append(words("problem.notANumber", ["text": digits]))
    }
    for digit in digits { act { $0.handle(.character(digit), $1) } }
    act { $0.handle(.enter, $1) }
  }

  /// The only row whose label begins so.
  private static func place(of name: String, among rows: [TableLine]) -> TableLine.Place? {
    let wanted = fold(name)
    if let exact = rows.first(where: { fold($0.label) == wanted }) { return exact.place }
    let begun = rows.filter { fold($0.label).hasPrefix(wanted) }
    return begun.count == 1 ? begun[0].place : nil
  }
}

extension KeyTable {
  /// The first key of a command that can be typed as a word; arrows have no such name.
  static func typedName(_ command: Command) -> String? {
    binding(command)?.keys.map(name).first { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// The command whose key is typed as a word: `n`, `?`, `F2`, `ctrl-s`.
  static func command(named text: String, among offered: [Command]) -> Command? {
    if text.count == 1, let character = text.first {
      return command(for: .character(character), among: offered)
    }
    let wanted = fold(text)
    return offered.first { command in
      let keys = binding(command)?.keys ?? []
      return keys.contains { key in
        if case .character = key { return false }
        return fold(name(key)) == wanted
      }
    }
  }
}
