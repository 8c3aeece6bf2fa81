import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Finds records, topics and commands by parts of what they are called, as one types.
struct Finder: Sendable {
  /// Something to which Enter leads.
  enum Target: Sendable {
    case record(Finding)
    case topic(Code)
    case view(SavedView)
    case command(Command)
    case place(KnownPlace)
  }

  /// What a key did.
  enum Step {
    case stay
    case close
    case chosen(Target)
  }

  /// The results of one kind under their name.
  struct Group: Sendable {
    let heading: String
    var targets: [Target]
    /// How many were found in all.
    let count: Int
  }

  private var typed = TextField()
  private var cursor = 0
  private var groups: [Group] = []
  private let offered: [Command]

  // As many of each kind as leave room for the others; one kind alone has all the room.
  private static let mostOfKind = 6
  private static let mostOfOneKind = 100
  private static let mostPlaces = 9

  init(_ offered: [Command], _ desk: Desk) {
    self.offered = offered
    findAgain(desk)
  }

  /// Looks again: the records or what is typed have changed.
  mutating func findAgain(_ desk: Desk) {
    let words = typed.text.split(whereSeparator: \.isWhitespace).map { Folded(String($0)) }
      .filter { !$0.isEmpty }
    groups = words.isEmpty ? places(desk) : found(words, desk)
    cursor = min(cursor, max(0, targets.count - 1))
  }

  mutating func handle(_ key: Key, _ desk: Desk) -> Step {
    let all = targets
    switch key {
    case .escape, .control("p"): return .close
    case .enter: return all.indices.contains(cursor) ? .chosen(all[cursor]) : .stay
    case .up, .down, .pageUp, .pageDown: move(key, count: all.count)
    default:
      if typed.handle(key) {
        cursor = 0
        findAgain(desk)
      }
    }
    return .stay
  }

  /// Goes to a line at which somebody points; chooses the one that has the focus.
  mutating func click(_ line: Int, _ desk: Desk) -> Step {
    guard let place = targetLines(desk).firstIndex(of: line) else { return .stay }
    if place == cursor { return .chosen(targets[place]) }
    cursor = place
    return .stay
  }

  private mutating func move(_ key: Key, count: Int) {
    let step =
      switch key {
      case .up: -1
      case .down: 1
      case .pageUp: -8
      default: 8
      }
    cursor = max(0, min(cursor + step, count - 1))
  }

  private var targets: [Target] { groups.flatMap(\.targets) }
}

// What is found.
extension Finder {
  private func places(_ desk: Desk) -> [Group] {
    let places = KnownPlace.trail(besides: nil, most: Self.mostPlaces, desk)
    if places.isEmpty { return [] }
    return [
      Group(
        heading: desk.words("screen.trail"), targets: places.map(Target.place), count: places.count)
    ]
  }

  private func found(_ words: [Folded], _ desk: Desk) -> [Group] {
    var ranked: [(best: Closeness, group: Group)] = []
    func add(_ heading: String, _ found: [(Closeness, Target)], of count: Int? = nil) {
      guard let best = found.first?.0 else { return }
      ranked.append(
        (
          best,
          Group(heading: heading, targets: found.map(\.1), count: count ?? found.count)
        ))
    }
    let records = desk.insight.find(words, for: desk.reader, most: Self.mostOfOneKind)
    for kind in Finding.Kind.allCases {
      guard let found = records[kind] else { continue }
      add(
        desk.words("find.kind.\(kind)"), found.best.map { ($0.closeness, .record($0)) },
        of: found.count)
    }
    add(desk.words("field.topics"), topics(words, desk))
    add(desk.words("screen.views"), views(words, desk))
    add(desk.words("palette.title"), commands(words, desk))
    // The order of kinds holds among equals: sorting is stable here by the index.
    let order = ranked.enumerated().sorted {
      ($0.element.best, $0.offset) < ($1.element.best, $1.offset)
    }
    let most = ranked.count == 1 ? Self.mostOfOneKind : Self.mostOfKind
    return order.map { entry in
      var group = entry.element.group
      group.targets = Array(group.targets.prefix(most))
      return group
    }
  }

  private func topics(_ words: [Folded], _ desk: Desk) -> [(Closeness, Target)] {
    desk.options(.topic).compactMap { option -> (Closeness, Target)? in
      guard let code = Code(stored: option.value) else { return nil }
      return Closeness(of: words, id: option.value, name: Folded(option.label))
        .map { ($0, .topic(code)) }
    }.sorted { $0.0 < $1.0 }
  }

  private func views(_ words: [Folded], _ desk: Desk) -> [(Closeness, Target)] {
    desk.views.compactMap { named -> (Closeness, Target)? in
      Closeness(
        of: words, name: Folded(named.view.name),
        others: [Folded(desk.words("screen.\(named.view.list.rawValue)"))]
      ).map { ($0, .view(named.view)) }
    }.sorted { $0.0 < $1.0 }
  }

  private func commands(_ words: [Folded], _ desk: Desk) -> [(Closeness, Target)] {
    let found = commandsByWords(words, desk)
    guard found.isEmpty, words.count == 1 else { return found }
    return offered.compactMap { command in
      Folded(desk.words("command.\(command.rawValue)")).holdsLetters(of: words[0])
        ? (.letters, .command(command)) : nil
    }
  }

  private func commandsByWords(_ words: [Folded], _ desk: Desk) -> [(Closeness, Target)] {
    offered.compactMap { command -> (Closeness, Target)? in
      Closeness(
        of: words, name: Folded(desk.words("command.\(command.rawValue)")),
        others: [Folded(command.rawValue)]
      ).map { ($0, .command(command)) }
    }.sorted { $0.0 < $1.0 }
  }
}

// What it shows.
extension Finder {
  private enum Line: Sendable {
    case heading(String)
    case target(Target)
  }

  private func lines(_ desk: Desk) -> [Line] {
    groups.flatMap { group -> [Line] in
      let shown = group.targets.count
      let heading =
        shown < group.count
        ? desk.words(
          "find.more",
          [
            "kind": group.heading, "shown": desk.words.number(shown),
            "all": desk.words.number(group.count),
          ])
        : group.heading
      return [.heading(heading)] + group.targets.map(Line.target)
    }
  }

  /// The lines that can be chosen.
  private func targetLines(_ desk: Desk) -> [Int] {
    let lines = lines(desk)
    return lines.indices.filter { if case .target = lines[$0] { true } else { false } }
  }

  func describe(_ desk: Desk) -> Overlay {
    let words = desk.words
    let lines = lines(desk)
    let focused = targetLines(desk)
    let text = typed.text
    let field = Field(
      words("find.type"), .text(typed, placeholder: words("find.placeholder")))
    let table = Table(
      columns: [
        Column("", width: .fill(minimum: 30, weight: 3)),
        Column("", width: .fill(minimum: 18, weight: 1)),
      ],
      rowCount: lines.count, cursor: focused.indices.contains(cursor) ? focused[cursor] : nil,
      emptyText: StyledText(words(typed.isEmpty ? "find.how" : "find.none"), .faint),
      showsHeader: false
    ) { index in
      switch lines[index] {
      case .heading(let text): .heading(StyledText(text, .title))
      case .target(let target): Self.row(target, text, desk)
      }
    }
    return Overlay(
      title: words("find.title"), blocks: [.fields(Fields([field], cursor: 0)), .table(table)],
      preferredColumns: 74, preferredRows: 17)
  }

  private static func row(_ target: Target, _ text: String, _ desk: Desk) -> TableRow {
    switch target {
    case .record(let finding):
      return TableRow([
        StyledText(name(finding, text, desk)), StyledText(detail(finding, desk), .faint),
      ])
    case .topic(let code):
      return TableRow([
        StyledText(desk.formats.label(code, in: .topic, of: desk.programme)),
        StyledText(desk.words("screen.events"), .faint),
      ])
    case .view(let view):
      return TableRow([
        StyledText(view.name),
        StyledText(desk.words("screen.\(view.list.rawValue)"), .faint),
      ])
    case .command(let command):
      return TableRow([
        StyledText(desk.words("command.\(command.rawValue)")),
        StyledText(KeyTable.binding(command)?.shownKey(desk.words) ?? "", .faint),
      ])
    case .place(let place):
      return TableRow([
        StyledText(place.what), StyledText(place.screen, .faint),
      ])
    }
  }

  /// What something found is called; of a testimony with the piece in which it was found.
  private static func name(_ finding: Finding, _ text: String, _ desk: Desk) -> String {
    guard case .testimony(let id) = finding.subject,
      desk.programme.testimonies[id]?.contentWarning.isEmpty == true
    else { return finding.title }
    let words = text.split(whereSeparator: \.isWhitespace).map { "\"\($0.filter { $0 != "\"" })\"" }
    let piece = desk.insight.excerpt(
      of: id, Query(words.joined(separator: " ")), for: desk.reader, length: 48)
    return [finding.title, piece?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func detail(_ finding: Finding, _ desk: Desk) -> String {
    let place: String =
      switch finding.subject {
      case .event(let id): desk.programme.events[id]?.place ?? ""
      case .testimony(let id):
        desk.programme.testimonies[id].flatMap { desk.programme.events[$0.event]?.place } ?? ""
      case .organisation(let id):
        desk.programme.organisations[id]?.country.map(desk.formats.country) ?? ""
      case .action(let id):
        desk.programme.actions[id].map { desk.words("actionStatus.\($0.status.stored)") } ?? ""
      case .person: ""
      }
    return [finding.date?.dayText ?? "", place].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
