import HeardModel

/// Tells how far the people of one sign-in sheet came: by the column that says who was there, by
/// others only where they say less, and by what somebody said of words that mean either.
struct PersonComing: Sendable {
  private let main: ComingColumn?
  private let others: [ComingColumn]
  private let mapping: ImportMapping
  private let event: Event
  private let context: ImportContext

  init(
    _ table: SheetTable, _ mapping: ImportMapping, _ event: Event, _ context: ImportContext
  ) {
    func columns(_ field: PersonImportField) -> [ComingColumn] {
      table.columns.filter { mapping.field(of: $0.name) == field }
        .map { ComingColumn($0, table) }
    }
    main = columns(.status).first
    others = columns(.registration)
    (self.mapping, self.event, self.context) = (mapping, event, context)
  }

  /// What the columns of one line come to.
  struct Answer {
    var status = AttendanceStatus.registered
    var presence: Presence?
    var doubts: [ImportDoubt] = []
  }

  /// Reads a line.
  func read(_ row: SheetRow) -> Answer {
    var answer = Answer()
    let others = self.others.map { ($0.column.name, row.cell($0.column.place) ?? "", $0) }
      .map { (name: $0, text: $1, reading: meaning($1, in: $2)) }
    if let main {
      let text = row.cell(main.column.place) ?? ""
      answer.presence = main.presence(text, context.words)
      let reading = meaning(text, in: main)
      answer.status = status(reading)
      if reading == .unknown || reading == .either {
        answer.doubts.append(
          .wordUnknown(field: PersonImportField.status.rawValue, PersonalWords.masked(text)))
      }
      narrow(&answer, reading, others)
    } else if event.hasBegun(by: context.today), let everybody = mapping.everybody {
      answer.status = everybody
      narrow(&answer, .status(everybody), others)
    }
    if answer.status == .attended, let start = event.start, !event.hasBegun(by: context.today) {
      answer.doubts.append(.heldBeforeItsDay(start))
      answer.status = .registered
    }
    return answer
  }

  /// The words of the column that tells who came that mean one thing or another, each once.
  func openWords(_ table: SheetTable) -> [(column: SheetColumn, word: String)] {
    guard let main else { return [] }
    var seen: Set<String> = []
    return table.rows.compactMap { row in
      guard let text = row.cell(main.column.place), meaning(text, in: main) == .either,
        seen.insert(SheetCell.folded(text)).inserted
      else { return nil }
      return (main.column, text)
    }
  }

  private func meaning(_ text: String, in column: ComingColumn) -> ComingColumn.Reading {
    let folded = SheetCell.folded(text)
    let said =
      mapping.meaning(of: text, for: PersonImportField.status)
      ?? context.words.value(text, for: PersonImportField.status)
    if !folded.isEmpty, let status = said.flatMap(AttendanceStatus.init(stored:)) {
      return .status(status)
    }
    return column.read(text)
  }

  private func status(_ reading: ComingColumn.Reading) -> AttendanceStatus {
    switch reading {
    case .status(let status): status
    // Before an event nobody can have stayed away.
    case .unticked: event.hasBegun(by: context.today) ? .noShow : .registered
    case .nothing, .waiting, .either, .unknown: .registered
    }
  }

  /// Lets other columns say less than the one that tells who came; where they say more or the
  /// opposite, the line has to be looked at.
  private func narrow(
    _ answer: inout Answer, _ reading: ComingColumn.Reading,
    _ others: [(name: String, text: String, reading: ComingColumn.Reading)]
  ) {
    for (name, text, other) in others {
      let came = answer.status == .attended
      switch other {
      case .status(.cancelled) where came, .status(.noShow) where came,
        .status(.attended) where !came:
        answer.doubts.append(.comingContradicts(column: name, PersonalWords.masked(text)))
      case .status(.cancelled): answer.status = .cancelled
      case .status(.noShow) where answer.status == .registered: answer.status = .noShow
      // Who was not settled to come has not stayed away.
      case .waiting where reading == .unticked && answer.status == .noShow:
        answer.status = .registered
      case .unticked where came && tells(name):
        answer.doubts.append(.comingContradicts(column: name, PersonalWords.masked(text)))
      case .unticked where answer.status == .registered && tells(name):
        answer.status = status(.unticked)
      default: break
      }
    }
  }

  private func tells(_ name: String) -> Bool {
    others.contains { $0.column.name == name && $0.tellsWhoCame }
  }
}
