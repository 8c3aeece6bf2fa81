import HeardExchange
import HeardKit
import HeardModel

// How single cells of a row are read.
extension Desk {
  /// What a cell is read as, in words.
  func reading(of column: SheetColumn, in row: ImportRow, _ work: SheetImport) -> String {
    let cell = row.cells.indices.contains(column.place) ? row.cells[column.place] : ""
    if case .skipped = row.state { return "" }
    let field = work.field(of: column)
    let isUnknown = row.doubts.contains { doubt in
      kind(of: doubt, work.subject) == "unknown"
        && work.column(of: doubt, in: row)?.place == column.place
    }
    if isUnknown {
      let notes = row.noted.contains(column.name) ? words("import.read.notes") : ""
      return words.list([words("import.read.unknown"), notes])
    }
    if let event = row.event { return reading(field, column, cell, row, event) }
    guard let person = row.person else { return "" }
    if person.dropped.contains(column.name) { return words("import.field.leaveOut") }
    return reading(field, column, cell, person, work)
  }

  private func reading(
    _ field: String, _ column: SheetColumn, _ cell: String, _ row: ImportRow, _ event: Event
  ) -> String {
    if row.held.contains(column.name) { return words("import.read.held") }
    // An empty cell of words for the notes is nothing that is not known.
    if cell.isEmpty, ["notes", "leaveOut", "reference"].contains(field) { return "" }
    let known =
      switch EventImportField(rawValue: field) {
      case .time: event.start.flatMap { $0.minuteOfDay == nil ? nil : formats.inFull($0) } ?? ""
      case .endTime: event.end.flatMap { $0.minuteOfDay == nil ? nil : formats.inFull($0) } ?? ""
      case .partners:
        words.list(event.partners.map { programme.organisations[$0.id]?.name ?? $0.id.text })
      case .facilitators:
        words.list(event.facilitators.map { programme.team[$0]?.name ?? $0.text })
      case .reference: cell
      case .leaveOut: cell.isEmpty ? "" : words("import.field.leaveOut")
      default: self.known(field, of: event)
      }
    if row.noted.contains(column.name) {
      return words.list([known, words("import.read.notes")])
    }
    return known.isEmpty ? words("import.read.unknown") : known
  }

  /// Of people never a name: what is kept apart is only said to be.
  private func reading(
    _ field: String, _ column: SheetColumn, _ cell: String, _ person: ImportedPerson,
    _ work: SheetImport
  ) -> String {
    let part = person.participation
    let known: String =
      switch PersonImportField(rawValue: field) {
      case .pseudonym: part.pseudonym
      case .status: words("attendance.\(part.status.stored)")
      case .presence: part.presence.map { words("presence.\($0.stored)") } ?? ""
      case .role: labels(part.roles, .role)
      case .community: labels(part.communities, .community)
      case .ageBand: labels([part.ageBand].compactMap { $0 }, .ageBand)
      case .accessNeeds: labels(part.accessNeeds, .access)
      case .organisation:
        part.organisation.flatMap { programme.organisations[$0]?.name } ?? ""
      case .consentCount: person.consent.map { words("consent.\($0.state.stored)") } ?? ""
      case .notice: person.consent.map { $0.notice.title } ?? ""
      case .name, .preferredName, .contact, .language, .note, .registration, .quantity, .leaveOut,
        nil:
        ""
      }
    if !known.isEmpty { return known }
    if cell.isEmpty { return words("import.read.unknown") }
    switch work.fate(of: column) {
    case .apart: return words("import.read.apart")
    case .dropped: return words("import.field.leaveOut")
    case .notes: return words("import.field.notes")
    case nil: return words("import.read.unknown")
    }
  }

  private func labels(_ codes: [Code], _ list: TaxonomyName) -> String {
    words.list(codes.map { formats.label($0, in: list, of: programme) })
  }
}
