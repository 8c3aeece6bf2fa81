import HeardKit
import HeardModel
import TerminalCanvas

/// A screen as it is read out: a heading, the lines above a list, the list, the lines below.
struct Reading: Equatable, Sendable {
  /// The screen's name with what it shows.
  var heading: String
  /// Which part of the screen it is; empty where it has no parts.
  var part = ""
  var before: [String] = []
  /// The lines of the list; those that can be chosen have a number.
  var lines: [Line] = []
  var after: [String] = []
  /// The number of the focused item.
  var focused: Int?
  /// How many items there are.
  var count = 0

  struct Line: Equatable, Sendable {
    let number: Int?
    let text: String
    let place: TableLine.Place?
    /// That it is marked, in words; empty where it is not.
    let mark: String

    var spoken: String {
      let marked = mark.isEmpty ? text : "\(mark), \(text)"
      return number.map { "\($0). \(marked)" } ?? marked
    }
  }

  /// Reads the screen of an application.
  init(_ application: Application, _ glyphs: Glyphs) {
    let desk = application.desk
    let content = application.screen.describe(desk)
    let place = desk.words("screen.\(application.screen.name)")
    let context = content.context.text.split(separator: "  ").map { trimmed(String($0)) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
    heading = context.isEmpty ? place : "\(place): \(context)"
    if application.form == nil, application.screen.longText != nil {
      before.append(desk.words("linear.longText"))
    }
    var isBelow = false
    for block in content.blocks {
      switch block {
      // They draw numbers that the list tells.
      case .chart where isBelow, .number where isBelow: break
      case .tabs(let tabs): part = Self.part(tabs, desk.words)
      case .table(let table) where table.cursor != nil && !table.isOnlySeen && !isBelow:
        isBelow = true
        take(table, desk.words)
      default:
        let lines = LinearRenderer.lines(block, glyphs: glyphs)
        if isBelow { after += lines } else { before += lines }
      }
    }
  }

  private static func part(_ tabs: Tabs, _ words: Words) -> String {
    guard tabs.titles.indices.contains(tabs.current) else { return "" }
    return words(
      "linear.part",
      [
        "n": String(tabs.current + 1), "all": String(tabs.titles.count),
        "part": tabs.titles[tabs.current],
      ])
  }

  private mutating func take(_ table: Table, _ words: Words) {
    let focus = table.focusedPlace
    for line in table.readAloud {
      if line.place != nil { count += 1 }
      if line.place != nil && line.place == focus { focused = count }
      lines.append(
        Line(
          number: line.place == nil ? nil : count,
          text: line.text, place: line.place, mark: line.isMarked ? words("list.isMarked") : ""))
    }
    after += table.remarksReadAloud
  }

  /// The places of all items.
  var places: [TableLine.Place] { lines.compactMap(\.place) }

  /// The line of an item.
  func item(_ number: Int) -> Line? { lines.first { $0.number == number } }

  /// The lines of so many items from one on, with the headings above them.
  func page(from first: Int, items: Int) -> [Line] {
    var page: [Line] = []
    var headings: [Line] = []
    for line in lines {
      guard let number = line.number else {
        headings.append(line)
        continue
      }
      if number >= first + items { return page }
      if number >= first { page += headings + [line] }
      headings = []
    }
    return page + headings
  }
}

// Reading out what is new.
extension Conversation {
  var glyphs: Glyphs { .chosen(isASCII: application.desk.settings.usesASCII) }

  /// What the screen says now, as far as it was not said already.
  mutating func changes(isNew: Bool) -> [String] {
    let reading = Reading(application, glyphs)
    defer { shown = reading }
    guard let shown, !isNew, !saysAll else { return whole(reading) }
    if reading == shown { return [] }
    if reading.part != shown.part { return whole(reading) }
    let heading = reading.heading == shown.heading ? [] : ["\(reading.heading)."]
    return heading + fresh(reading.before, shown.before) + list(reading, after: shown)
      + fresh(reading.after, shown.after)
  }

  /// The whole screen: its heading, and of its list the page with the focused item.
  private mutating func whole(_ reading: Reading) -> [String] {
    if !saysAll || reading.part != shown?.part { goToPage(of: reading.focused ?? 1) }
    let opening = [reading.part].filter { !$0.isEmpty } + reading.before
    let closing = reading.after + [here(reading)].compactMap { $0 }
    if reading.lines.isEmpty { return ["\(reading.heading)."] + opening + closing }
    // The count stands beside the name where nothing is between them.
    let page = page(reading)
    if opening.isEmpty { return ["\(reading.heading). \(page[0])"] + page.dropFirst() + closing }
    return ["\(reading.heading)."] + opening + page + closing
  }

  /// The page of a list, how much of it this is first.
  func page(_ reading: Reading) -> [String] {
    let lines = reading.page(from: pageStart, items: pageItems)
    let numbers = lines.compactMap(\.number)
    let range =
      numbers.isEmpty
      ? [] : [range(numbers.first ?? 1, numbers.last ?? 1, of: reading.count)]
    return range + lines.map(aloud)
  }

  /// A line of a list as it is said: a value that is a date, in words.
  ///
  /// Only for what is said: a long list is read again after every line that is typed.
  func aloud(_ line: Reading.Line) -> String {
    let text = line.text.split(separator: "; ", omittingEmptySubsequences: false).map { part in
      let start = part.ranges(of: ": ").last?.upperBound ?? part.startIndex
      let value = part[start...]
      guard value.count == 10 || value.count == 7, let date = KnownDate(stored: String(value))
      else { return String(part) }
      return part[..<start] + application.desk.formats.date(date)
    }
    return Reading.Line(
      number: line.number, text: text.joined(separator: "; "), place: line.place, mark: line.mark
    ).spoken
  }

  func range(_ first: Int, _ last: Int, of all: Int) -> String {
    words(
      "linear.range",
      ["first": words.number(first), "last": words.number(last), "all": words.number(all)])
  }

  mutating func goToPage(of number: Int) {
    pageStart = max(0, number - 1) / pageItems * pageItems + 1
  }

  /// Lines that were not there before.
  private func fresh(_ lines: [String], _ before: [String]) -> [String] {
    lines.filter { !before.contains($0) }
  }

  /// What changed in a list: single items, or so much that it is said again.
  private mutating func list(_ reading: Reading, after shown: Reading) -> [String] {
    // Marks come and go on the same lines; how many there are the heading tells.
    let isSame = reading.lines.map(\.text) == shown.lines.map(\.text)
    if !isSame && (reading.heading != shown.heading || reading.lines.count != shown.lines.count) {
      goToPage(of: reading.focused ?? 1)
      return reading.lines.isEmpty ? [] : page(reading)
    }
    let changed = zip(reading.lines, shown.lines).filter { $0 != $1 }.map(\.0)
    if changed.count > 3 && isSame { return [] }
    if changed.count > 3 {
      goToPage(of: reading.focused ?? 1)
      return page(reading)
    }
    var lines = changed.map(aloud)
    if reading.focused != shown.focused, let focused = reading.focused.flatMap(reading.item) {
      goToPage(of: focused.number ?? 1)
      if !changed.contains(focused) { lines.append(aloud(focused)) }
    }
    return lines
  }

  /// On which item commands act, where that is not the first one of the page.
  private func here(_ reading: Reading) -> String? {
    guard let focused = reading.focused, focused != 1 else { return nil }
    return words("linear.here", ["n": words.number(focused)])
  }

  /// The next page, or the one before.
  mutating func turnPage(_ step: Int) {
    let reading = Reading(application, glyphs)
    let next = pageStart + step * pageItems
    guard next >= 1, next <= reading.count else {
      let isLast = step > 0
      let goesOn = isLast && !reading.part.isEmpty && application.offered.contains(.nextPart)
      if goesOn { return act { $0.perform(.nextPart, $1) } }
      return replies.append(words(isLast ? "linear.noMore" : "linear.noLess"))
    }
    pageStart = next
    replies += page(reading)
    // Commands act on what was said last, as after Page down in the full screen.
    guard let place = reading.item(next)?.place else { return }
    act { $0.focus(place, among: reading.places, $1) }
    shown?.focused = next
    replies.append(words("linear.here", ["n": words.number(next)]))
  }

  /// Whether a list stands as it was read out: somebody else may have changed it since.
  mutating func isAsRead(_ reading: Reading) -> Bool {
    guard let shown, shown.lines != reading.lines else { return true }
    replies.append(words("linear.listChanged"))
    saysAll = true
    return false
  }

  /// Chooses an item of the list by its number.
  ///
  /// - Returns: whether there is one, and it is still the one that was read out.
  mutating func focus(_ number: Int) -> Bool {
    let reading = Reading(application, glyphs)
    guard let line = reading.item(number), let place = line.place else {
      replies.append(
        reading.count == 0
          ? words("linear.noList")
          : words("linear.noNumber", ["n": String(number), "all": words.number(reading.count)]))
      return false
    }
    if shown?.item(number) != line && !isAsRead(reading) { return false }
    act { $0.focus(place, among: reading.places, $1) }
    return true
  }
}
