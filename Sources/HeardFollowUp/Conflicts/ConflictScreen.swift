import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One field in two versions: both, who changed it, and what may be chosen.
struct ConflictScreen: Screen {
  let name = "conflict"
  private let key: RecordKey
  private let conflict: FieldConflict
  private var cursor = ListCursor<Choice>()
  private var choices: [Choice] = []
  private var firstLine = 0
  /// What is typed that holds both; nil while nothing is.
  private var form: Form?

  /// What can be done with a field in two versions.
  enum Choice: String, Sendable {
    case standing
    case other
    case typed
  }

  init(_ row: ConflictRow) {
    key = row.key
    conflict = row.conflict
  }

  /// The screen of a draft as it was left; nil when the conflict is settled already.
  static func restored(_ draft: Draft, _ desk: Desk) -> ConflictScreen? {
    let rows = desk.insight.conflicts()
    guard let row = rows.first(where: { draftID($0.conflict) == draft.id }),
      desk.hidden(row.key) == nil
    else { return nil }
    var screen = ConflictScreen(row)
    screen.refresh(desk)
    screen.startTyping(desk)
    screen.form?.restore(draft)
    return screen
  }

  private static func draftID(_ conflict: FieldConflict) -> String { "conflict-\(conflict.id)" }

  var takesText: Bool { form != nil }

  func commands(_ desk: Desk) -> [Command] {
    if form != nil { return [.save, .back] }
    return choices.isEmpty ? [] : [.open, .moveUp, .moveDown, .pageUp, .pageDown]
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let columns = CanvasRenderer.areaColumns(size: desk.size, hasAside: false)
    return form?.handle(key, columns: columns, suggest: { _, _ in [] }) ?? false
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .save: if let form { settle(with: .text(form.text("merged")), &desk) }
    case .back: stopTyping(&desk)
    case .open: if let choice = cursor.id { choose(choice, &desk) }
    case .pageUp: firstLine = max(0, firstLine - 8)
    case .pageDown: firstLine += 8
    default: cursor.move(command, in: choices, page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    choices = allowed(desk).map(choices) ?? []
    cursor.find(in: choices)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let record = desk.programme.record(key), let allowed = allowed(desk) else {
      return ScreenContent(
        blocks: [.prose(Prose([StyledText(desk.words("conflict.settled"))], isFocused: true))])
    }
    if let why = desk.hidden(key) {
      return ScreenContent(blocks: [.notice(Notice(.warning, why))])
    }
    let path = FieldPath(conflict.path)
    let title = StyledText(desk.title(of: record), .faint)
    if let form {
      return ScreenContent(context: title, blocks: [form.block(desk), .gap] + both(allowed, desk))
    }
    var blocks: [Block] = [.line(StyledText(desk.label(of: path, in: record), .strong))]
    let who = who(desk)
    if !who.isEmpty { blocks.append(.prose(Prose(who, style: .faint))) }
    if let limit = allowed.limit {
      blocks.append(.notice(Notice(.warning, desk.words("conflict.limit.\(limit.rawValue)"))))
    }
    blocks += [.gap, .table(table(desk)), .gap] + both(allowed, desk)
    return ScreenContent(context: title, blocks: blocks)
  }

  var longText: String? {
    guard case .area? = form?.entries.first?.kind else { return nil }
    return form?.text("merged")
  }

  mutating func take(longText: String, _ desk: inout Desk) {
    guard let form, case .area(var area)? = form.entries.first?.value else { return }
    area.replaceAll(with: longText)
    self.form?.entries[0].value = .area(area)
  }

  func draft(_ desk: Desk) -> Draft? {
    form?.draft(
      Self.draftID(conflict), form: "conflict", record: key.recordID, event: nil, at: desk.now)
  }

  func focus(_ desk: Desk) -> String {
    guard let record = desk.programme.record(key), let allowed = allowed(desk) else {
      return desk.words("conflict.settled")
    }
    let path = FieldPath(conflict.path)
    let words = desk.words
    return words(
      "conflict.focus",
      [
        "field": desk.label(of: path, in: record),
        "standing": Words.unstopped(desk.text(of: allowed.standing, at: path)),
        "other": Words.unstopped(desk.text(of: allowed.other, at: path)),
        "choice": cursor.id.map { words("conflict.choose.\($0.rawValue)") } ?? "",
      ])
  }
}

extension ConflictScreen {
  /// What may be chosen now; nil when somebody has chosen already.
  private func allowed(_ desk: Desk) -> ConflictChoices? {
    // What is counted meanwhile changes both values, and the conflict stays the same one.
    guard let record = desk.programme.record(key),
      let now = record.conflicts.first(where: { $0.id == conflict.id })
    else { return nil }
    return ConflictChoices(now, in: record)
  }

  private func choices(_ allowed: ConflictChoices) -> [Choice] {
    (allowed.allowsStanding ? [.standing] : []) + (allowed.allowsOther ? [.other] : [])
      + (allowed.allowsTyping ? [.typed] : [])
  }

  private mutating func choose(_ choice: Choice, _ desk: inout Desk) {
    switch choice {
    case .standing: settle(with: nil, &desk)
    case .other: if let other = allowed(desk)?.other { settle(with: other, &desk) }
    case .typed: startTyping(desk)
    }
  }

  /// Members that a form takes on several lines; all others are one line, which no line end enters.
  private static let severalLines: Set<Substring> = [
    "text", "summary", "notes", "note", "description", "reason", "evidence", "privateNote",
  ]
  /// Members of such names that are one line where they stand.
  private static let shortHere: Set<String> = [
    "attendance.note", "closeOut.note", "feedback.reason", "consent.evidence",
  ]

  /// A line end that already stands in a version is never lost.
  private func isOneLine(_ text: String) -> Bool {
    let member = conflict.path.split(separator: ".").last ?? ""
    let isShort = !Self.severalLines.contains(member) || Self.shortHere.contains(conflict.path)
    return isShort && !text.contains { $0.isNewline }
  }

  private mutating func startTyping(_ desk: Desk) {
    guard let allowed = allowed(desk), allowed.allowsTyping else { return }
    let text = allowed.standing?.text ?? ""
    let kind: FieldKind = isOneLine(text) ? .line : .area(rows: 5)
    form = Form([
      Form.Entry(
        id: "merged", kind: kind, isRequired: false, section: nil,
        value: Form.value(text, kind), opening: text)
    ])
  }

  /// Goes back to the choices; what was typed is kept as a draft.
  private mutating func stopTyping(_ desk: inout Desk) {
    guard let draft = draft(desk) else {
      form = nil
      return
    }
    desk.leave(keeping: draft)
  }

  /// Settles the field, which can be undone where nothing about exposure is touched.
  private mutating func settle(with value: StoredValue?, _ desk: inout Desk) {
    guard let record = desk.programme.record(key) else { return }
    let label = desk.label(of: FieldPath(conflict.path), in: record)
    guard let settled = record.settling(conflict, with: value),
      let change = Change(
        .conflict(field: label, title: desk.title(of: record)), before: record, after: settled)
    else { return desk.refuse(desk.words("conflict.settled")) }
    guard desk.change(change, discardingDraft: Self.draftID(conflict)) else { return }
    form = nil
    desk.pop()
  }

  private func table(_ desk: Desk) -> Table {
    let shown = choices
    return Table(
      columns: [Column("", width: .fill(minimum: 20, weight: 1))], rowCount: shown.count,
      cursor: cursor.place(in: shown.count), showsHeader: false
    ) { TableRow([StyledText(desk.words("conflict.choose.\(shown[$0].rawValue)"))]) }
  }

  /// Both values: short ones beside each other, long ones sentence by sentence.
  private func both(_ allowed: ConflictChoices, _ desk: Desk) -> [Block] {
    let words = desk.words
    let path = FieldPath(conflict.path)
    let standing = desk.text(of: allowed.standing, at: path)
    let other = desk.text(of: allowed.other, at: path)
    let room = desk.size.columns / 2 - 4
    let isShort = [standing, other].allSatisfy {
      !$0.contains(where: \.isNewline) && TextWidth.columns(of: $0, upTo: room + 1) <= room
    }
    guard isShort else {
      return [
        .prose(Prose(words("conflict.legend"), style: .faint)),
        .prose(Prose(TextDifference.lines(standing, other), firstLine: firstLine)),
      ]
    }
    return [
      .table(
        Table(
          columns: [
            Column(words("conflict.standing"), width: .fill(minimum: 20, weight: 1)),
            Column(words("conflict.other"), width: .fill(minimum: 20, weight: 1)),
          ], rowCount: 1, isFocused: false
        ) { _ in TableRow([StyledText(standing), StyledText(other, .strong)]) })
    ]
  }

  /// Who changed the field last, where the history tells it.
  private func who(_ desk: Desk) -> String {
    guard let history = desk.history, history.id == key.recordID,
      let first = FieldPath(conflict.path).steps.first?.name
    else { return "" }
    let lines = history.lines.filter { line in line.fields.contains { $0.stored == first } }
    let named = lines.filter { !$0.by.isEmpty }.prefix(3).map { line in
      "\(line.by), \(desk.formats.moment(line.at))"
    }
    return named.isEmpty
      ? "" : desk.words("conflict.who", ["names": named.joined(separator: "; ")])
  }
}
