import HeardKit
import HeardModel
import TerminalCanvas

/// What one change of an event wrote over: each value before it and after it, and the way back.
struct HistoryLineScreen: Screen {
  let name = "historyLine"
  let smallest = Size.telephone

  private let id: EventID
  private let run: HistoryRun
  private var cursor = ListCursor<Code>()
  /// The first line of the two texts that is shown.
  private var firstLine = 0

  init(_ run: HistoryRun, of id: EventID) {
    self.id = id
    self.run = run
    cursor.find(in: members)
  }

  func commands(_ desk: Desk) -> [Command] {
    desk.programme.events[id] == nil ? [] : [.open] + ListMove.commands
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    command == .open ? desk.words("history.bringBack") : nil
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: askToBringBack(&desk)
    case .pageUp: firstLine = max(0, firstLine - 8)
    case .pageDown: firstLine += 8
    default:
      firstLine = 0
      cursor.move(command, in: members, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "bringBack", answer == "bringBack", let event = desk.programme.events[id],
      let back = record(desk),
      let change = Change(
        .edited(kind: .event, title: event.title), before: .event(event), after: back),
      desk.change(change)
    else { return }
    desk.run(.loadHistory(id.text))
    desk.pop()
  }

  mutating func refresh(_ desk: Desk) { cursor.find(in: members) }

  func outlived(_ desk: Desk) -> String? {
    desk.history?.id == id.text ? nil : desk.words("history.outlived")
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let who = [run.time(desk.formats), run.by, run.what(desk.words)]
    return ScreenContent(
      context: StyledText(event.title, .faint),
      blocks: [
        .line(StyledText(desk.words.list(who), .strong)), .gap, .table(table(event, desk)), .gap,
        .prose(Prose(texts(desk), firstLine: firstLine)),
      ])
  }

  func focus(_ desk: Desk) -> String {
    guard let event = desk.programme.events[id], let value else {
      return desk.words("event.gone")
    }
    return desk.difference(value, in: .event(event))
  }
}

extension HistoryLineScreen {
  private var members: [Code] { run.values.map(\.id) }

  private var value: HistoryValue? { run.values.first { $0.id == cursor.id } }

  /// The event with the focused value back in its place; nil where it stands there, or cannot.
  private func record(_ desk: Desk) -> Record? {
    guard let value, let before = value.before, let event = desk.programme.events[id] else {
      return nil
    }
    return Record.event(event).putting(before, at: value.path)
  }

  private func askToBringBack(_ desk: inout Desk) {
    guard let value, let event = desk.programme.events[id] else { return }
    let words = desk.words
    if value.before == nil { return desk.refuse(words("history.wasEmpty")) }
    guard record(desk) != nil else { return desk.refuse(words("history.cannotComeBack")) }
    let field = desk.label(of: value.path, in: .event(event))
    desk.ask(
      Question(
        "bringBack", words("history.askBringBack", ["field": field]),
        [
          .init("keep", words("answer.keep")),
          .init("bringBack", words("history.bringBack")),
        ]))
  }

  private func table(_ event: Event, _ desk: Desk) -> Table {
    let (words, values) = (desk.words, run.values)
    return Table(
      columns: [
        Column(words("conflict.field"), width: .fixed(20)),
        Column(words("history.before"), width: .fill(minimum: 12, weight: 1)),
        Column(words("history.after"), width: .fill(minimum: 12, weight: 1), priority: 1),
      ],
      rowCount: values.count, cursor: cursor.place(in: values.count)
    ) { index in
      let value = values[index]
      return TableRow([
        StyledText(desk.label(of: value.path, in: .event(event))),
        StyledText(Self.oneLine(desk.text(of: value.before, at: value.path)), .strong),
        StyledText(Self.oneLine(desk.text(of: value.after, at: value.path))),
      ])
    }
  }

  /// Both texts of the focused value in full, one below the other.
  private func texts(_ desk: Desk) -> [StyledText] {
    guard let value else { return [] }
    func part(_ title: String, _ value: StoredValue?, _ path: FieldPath) -> [StyledText] {
      let text = desk.text(of: value, at: path)
      return [StyledText(title, .faint)]
        + text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { StyledText(String($0)) }
    }
    return part(desk.words("history.before"), value.before, value.path) + [""]
      + part(desk.words("history.after"), value.after, value.path)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
