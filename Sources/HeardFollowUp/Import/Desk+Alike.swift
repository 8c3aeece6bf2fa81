import HeardExchange
import HeardKit
import HeardModel

/// One of two that are perhaps one event or person, in the words by which they are compared.
public struct AlikeSide: Hashable, Sendable {
  /// Where it stands: a line of the sheet, or here.
  public let place: String
  /// The day, the town, the title and how many came; empty where nothing is said.
  public let cells: [String]

  /// The title.
  public var title: String { cells[2] }
}

// Two that are perhaps one event, side by side.
extension Desk {
  /// What a row looks like, and below it the row itself.
  public func sides(of pair: AlikePair, in work: SheetImport) -> [AlikeSide] {
    let other: AlikeSide =
      switch pair.other {
      case .line(let line): side(work.row(line: line), line, work.subject)
      case .person(let id): side(id)
      case .event(let id):
        AlikeSide(place: words("import.alike.here"), cells: cells(programme.events[id] ?? Event()))
      }
    return [other, side(work.row(line: pair.line), pair.line, work.subject)]
  }

  /// What a row of a pair is called: the event's title, of people pseudonym and status.
  ///
  /// Names of a sheet are compared and never shown.
  func title(of pair: AlikePair, in work: SheetImport) -> String {
    let row = work.row(line: pair.line)
    return row?.event?.title ?? row.map(told) ?? ""
  }

  private func told(_ row: ImportRow) -> String {
    guard let part = row.person?.participation else {
      return row.cells.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let pseudonym = part.pseudonym.isEmpty ? words("import.noPseudonym") : part.pseudonym
    return [pseudonym, words("attendance.\(part.status.stored)")].joined(separator: " · ")
  }

  /// Why a row cannot become part of an event that is here; nil where it can.
  public func refusal(of pair: AlikePair, in work: SheetImport) -> String? {
    guard case .event(let id) = pair.other, let there = programme.events[id],
      let row = work.row(line: pair.line)?.event
    else { return nil }
    let merge = EventMerge(there, with: row, in: programme)
    if let why = merge.refusal(in: programme) { return words("merge.refused.\(why.rawValue)") }
    return programme.lock(of: there).map { words.sentence($0, formats) }
  }

  private func side(_ row: ImportRow?, _ line: Int, _ subject: ImportSubject) -> AlikeSide {
    let told = row.map(told) ?? ""
    var cells = row?.event.map(cells) ?? ["", "", told, ""]
    if case .people(let signIn) = subject { cells = self.cells(told, signIn.event) }
    return AlikeSide(place: words("import.alike.line", ["line": String(line)]), cells: cells)
  }

  /// Somebody by pseudonym, at the last event on whose list they stand.
  private func side(_ id: PersonID) -> AlikeSide {
    let person = insight.person(id)
    let last = programme.events.values
      .filter { $0.participations.contains { $0.id == id } }.max { $0.id < $1.id }
    return AlikeSide(
      place: words("import.alike.here"), cells: cells(person?.pseudonym ?? "", last ?? Event()))
  }

  private func cells(_ person: String, _ event: Event) -> [String] {
    var cells = cells(event)
    cells[2] = [person, event.title].filter { !$0.isEmpty }.joined(separator: " · ")
    cells[3] = ""
    return cells
  }

  private func cells(_ event: Event) -> [String] {
    let place = [event.country?.stored ?? "", event.place].filter { !$0.isEmpty }
    return [
      event.start?.dayText ?? "", place.joined(separator: " "), event.title,
      event.attendance.tally.map(words.number) ?? "",
    ]
  }
}
