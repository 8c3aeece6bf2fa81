import HeardKit
import HeardModel
import TerminalCanvas

// Lines that are no names.
extension Conversation {
  /// A whole number, typed in any width; nil for any other text.
  static func number(_ text: String) -> Int? {
    let digits = text.compactMap(\.wholeNumberValue)
    guard !digits.isEmpty, digits.count == text.count, digits.count < 10 else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }

  /// The letter of a key with Ctrl that was typed as a line of its own; a terminal whose keys stop
  /// nothing sends them so.
  static func controlKey(_ line: String) -> Character? {
    let scalars = trimmed(line).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first, (1...26).contains(scalar.value),
      let letter = Unicode.Scalar(scalar.value + 0x60)
    else { return nil }
    return Character(letter)
  }

  /// A line without the signs that keys leave in it, which nobody sees and no text is meant to hold.
  static func withoutControls(_ line: String) -> String {
    guard controlKey(line) == nil else { return line }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: line.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" })
    return String(kept)
  }

  /// Does what a key with Ctrl does on a screen: Ctrl-S saves a form.
  mutating func press(_ letter: Character) {
    if application.question != nil { return }
    endDictation()
    let key = Key.control(letter)
    guard let command = KeyTable.command(for: key, among: commands) else {
      return replies.append(words("key.unknown", ["key": KeyTable.name(key, words)]))
    }
    if let form = application.form, command == form.closing { return carryOutInForm(.save) }
    carryOut(command)
  }

  /// Numbers and ranges of numbers, as `3, 5-9`; nil for any other text.
  static func numbers(_ text: String) -> [Int]? {
    let parts = text.split { $0.isWhitespace || ",、;".contains($0) }
    let ranges = parts.map { part -> [Int] in
      let ends = part.split(omittingEmptySubsequences: false) { "-–－~〜".contains($0) }
        .map { number(String($0)) ?? 0 }
      let isRange = ends.count == 2 && ends[0] > 0 && ends[0] <= ends[1] && ends[1] <= 1_000_000
      if isRange { return Array(ends[0]...ends[1]) }
      return ends.count == 1 && ends[0] > 0 ? ends : []
    }
    return ranges.isEmpty || ranges.contains([]) ? nil : ranges.flatMap(\.self)
  }

  /// Marks items of a list by their numbers.
  mutating func mark(_ numbers: [Int]) {
    let reading = Reading(application, glyphs)
    if let missing = numbers.first(where: { reading.item($0) == nil }) {
      return replies.append(
        words("linear.noNumber", ["n": String(missing), "all": words.number(reading.count)]))
    }
    guard isAsRead(reading) else { return }
    act { $0.mark(numbers.map { $0 - 1 }, $1) }
  }

  /// Chooses an item by its number, and opens it where it opens.
  mutating func open(_ number: Int) {
    let before = shown?.focused
    guard focus(number) else { return }
    if application.offered.contains(.open) {
      act { $0.perform(.open, $1) }
    } else if before == number {
      replies += [Reading(application, .unicode).item(number).map(aloud)].compactMap { $0 }
    }
  }

  /// `+ 5`: a command of one sign, so many times at once.
  mutating func repeats(_ line: String) -> Bool {
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
  mutating func filters(_ line: String) -> Bool {
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

  /// At the door letters stand for rows, signs before one say what it does, and Enter alone stores.
  mutating func takesKey(_ line: String) -> Bool {
    guard application.screen.takesDigits else { return false }
    if line.isEmpty {
      let command = KeyTable.command(for: .enter, among: application.offered)
      guard let command, command != .open else { return false }
      act { $0.perform(command, $1) }
      return true
    }
    let typed = line.filter { $0 != " " }
    let isLetter = typed.count == 1 && !"?:：？".contains(typed) && Self.number(typed) == nil
    // `-b` takes one away, `&b` is one more role of the same person.
    let signs = typed.dropLast()
    let hasSigns = ["-", "&", "-&", "&-"].contains(String(signs)) && typed.last?.isLetter == true
    guard isLetter || hasSigns else { return false }
    for character in typed { act { $0.handle(.character(character), $1) } }
    return true
  }

  /// Where numbers are counted: `84` sets the focused one, `online 12` the one of that name, and
  /// `online -` makes it unknown again.
  mutating func takesNumber(_ line: String) -> Bool {
    guard application.screen.takesDigits else { return false }
    if application.offered.contains(.storeSlip) { return ticks(line) }
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

  /// A line for a field of a screen that is no form: typed in place of what stands there.
  mutating func type(line: String) {
    if choosesWish(line) { return }
    if line.hasPrefix(":") { return carryOut(trimmed(String(line.dropFirst()))) }
    switch LineVerb.inForms.first(where: { $0.names(words).contains(fold(line)) }) {
    case .back, .leave: act { $0.handle(.escape, $1) }
    case .save: act { $0.perform(.save, $1) }
    case .screen: act { $0.perform(.fullScreen, $1) }
    case .again: saysAll = true
    case .help: replies += help
    case .whereAmI: act { $0.perform(.whereAmI, $1) }
    case .commands: carryOut(line)
    case .more, .less, .skip, .fields, nil:
      if let text = application.screen.longText { return add(line, to: text) }
      if !line.isEmpty {
        let text = literal(line)
        act { $0.handle(.end, $1) }
        act { $0.handle(.control("u"), $1) }
        act { $0.handle(.paste(text), $1) }
      }
      // What was typed may have led to a question, which is to be heard first.
      if application.question == nil { act { $0.handle(.enter, $1) } }
    }
  }

  /// Adds a line to a long text, or empties it.
  private mutating func add(_ line: String, to text: String) {
    if line.isEmpty || line == "." { return replies.append(words("linear.longText")) }
    let added = text.isEmpty ? literal(line) : "\(text)\n\(literal(line))"
    act { $0.write(line == "-" ? "" : added, $1) }
  }

  private static func digits(_ text: String) -> String? {
    let digits = text.compactMap(\.wholeNumberValue)
    guard !digits.isEmpty, digits.count == text.count else { return nil }
    return digits.map(String.init).joined()
  }

  /// On a slip an item is ticked by the number under which it was read out, or by its name.
  private mutating func ticks(_ line: String) -> Bool {
    let rows = (application.list?.readAloud ?? []).filter { $0.place != nil && !$0.label.isEmpty }
    let number = Self.number(line) ?? 0
    if line == "0" {
      act { $0.handle(.character("0"), $1) }
      return true
    }
    let chosen = rows.indices.contains(number - 1) ? rows[number - 1].place : nil
    guard let place = chosen ?? Self.place(of: line, among: rows) else { return false }
    act { $0.focus(place, among: rows.compactMap(\.place), $1) }
    act { $0.perform(.mark, $1) }
    return true
  }

  private mutating func type(_ digits: String) {
    // What is longer would be cut by the entry, and another number be set.
    guard digits.count <= 8 else {
      return replies.append(words("problem.notANumber", ["text": digits]))
    }
    for digit in digits { act { $0.handle(.character(digit), $1) } }
    // A digit may have led to a question, which is to be heard first.
    if application.question == nil { act { $0.handle(.enter, $1) } }
  }

  /// The only row whose label begins so.
  private static func place(of name: String, among rows: [TableLine]) -> TableLine.Place? {
    let wanted = fold(name)
    if let exact = rows.first(where: { fold($0.label) == wanted }) { return exact.place }
    let begun = rows.filter { fold($0.label).hasPrefix(wanted) }
    return begun.count == 1 ? begun[0].place : nil
  }
}
