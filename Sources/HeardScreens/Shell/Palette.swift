import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The command palette: finds any command, and any view of a list, by typing part of its name.
struct Palette: Sendable {
  /// What can be chosen.
  enum Choice: Hashable, Sendable {
    case command(Command)
    case view(SavedView)

    /// What it is called.
    func label(_ words: Words) -> String {
      switch self {
      case .command(let command): words("command.\(command.rawValue)")
      case .view(let view): words("view.named", ["name": view.name])
      }
    }

    /// By which words it is found.
    fileprivate func names(_ words: Words) -> Folded {
      guard case .command(let command) = self else { return Folded(label(words)) }
      return Folded(fields: [label(words), command.rawValue])
    }
  }

  /// What a key did to the palette.
  enum Step {
    case stay
    case close
    case chosen(Choice)
  }

  private var typed = TextField()
  private var cursor = 0
  private let offered: [Choice]

  init(_ offered: [Command], views: [SavedView]) {
    var seen = Set<Command>()
    let commands = offered.filter { $0 != .palette && seen.insert($0).inserted }
    self.offered = commands.map(Choice.command) + views.map(Choice.view)
  }

  mutating func handle(_ key: Key, _ desk: Desk) -> Step {
    let found = matches(desk)
    switch key {
    case .escape: return .close
    case .enter: return found.indices.contains(cursor) ? .chosen(found[cursor]) : .stay
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, found.count - 1), cursor + 1)
    default:
      if typed.handle(key) { cursor = 0 }
    }
    return .stay
  }

  /// Goes to a row at which somebody points; chooses the one that has the focus.
  mutating func click(_ row: Int, _ desk: Desk) -> Step {
    let found = matches(desk)
    guard found.indices.contains(row) else { return .stay }
    if row == cursor { return .chosen(found[row]) }
    cursor = row
    return .stay
  }

  /// The commands whose name holds every typed word somewhere, in any order and without regard to
  /// case, accents and width.
  ///
  /// Those that begin with the first word come first. Where there is none, those that have the
  /// letters of the word in their order.
  func matches(_ desk: Desk) -> [Choice] {
    let wanted = typed.text.split(whereSeparator: \.isWhitespace).map { Folded(String($0)) }
    var hits = offered.filter { wanted.allSatisfy($0.names(desk.words).contains) }
    if hits.isEmpty, wanted.count == 1 {
      hits = offered.filter { $0.names(desk.words).holdsLetters(of: wanted[0]) }
    }
    guard let first = wanted.first else { return hits }
    func begins(_ choice: Choice) -> Bool { Folded(choice.label(desk.words)).hasPrefix(first) }
    return hits.filter(begins) + hits.filter { !begins($0) }
  }

  func describe(_ desk: Desk) -> Overlay {
    let found = matches(desk)
    let field = Field(
      desk.words("palette.type"), .text(typed, placeholder: desk.words("palette.placeholder")))
    let table = Table(
      columns: [
        Column("", width: .fill(minimum: 20, weight: 1)),
        Column("", width: .fixed(10), alignment: .trailing),
      ],
      rowCount: found.count, cursor: found.isEmpty ? nil : cursor, isFocused: false,
      emptyText: StyledText(desk.words("palette.none"), .faint), showsHeader: false
    ) { row in
      var key = ""
      if case .command(let command) = found[row] {
        key = KeyTable.binding(command)?.shownKey(desk.words) ?? ""
      }
      return TableRow([StyledText(found[row].label(desk.words)), StyledText(key, .faint)])
    }
    return Overlay(
      title: desk.words("palette.title"),
      blocks: [.fields(Fields([field], cursor: 0)), .table(table)],
      preferredColumns: 60, preferredRows: 16)
  }
}

extension Question {
  func describe(_ desk: Desk) -> Overlay {
    Overlay(
      title: desk.words("question.title"),
      blocks: [.prose(Prose(text))]
        + (desk.isCompact ? wrappedAnswers(desk) : [.gap, .table(answerTable)])
        + (answers.count > 9
          ? [.gap, .line(StyledText(desk.words("question.digits"), .faint))] : []),
      preferredColumns: 64)
  }

  /// The answers in whole sentences, where a row would cut them.
  private func wrappedAnswers(_ desk: Desk) -> [Block] {
    let glyphs: Glyphs = .chosen(isASCII: desk.settings.usesASCII)
    return answers.enumerated().map { place, answer in
      let isCurrent = place == cursor
      let sign = isCurrent ? glyphs.pointer : " "
      var prose = Prose(
        "\(sign) \(place + 1) \(answer.label)", style: isCurrent ? .selected : .plain,
        isFocused: isCurrent)
      prose.target = .row(place, column: nil)
      return .prose(prose)
    }
  }

  private var answerTable: Table {
    Table(
      columns: [Column("", width: .fill(minimum: 10, weight: 1))], rowCount: answers.count,
      cursor: cursor, showsHeader: false
    ) { row in TableRow([StyledText("\(row + 1)  \(answers[row].label)")]) }
  }
}
