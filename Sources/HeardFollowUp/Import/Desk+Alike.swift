import HeardExchange
import HeardKit
import HeardModel

/// One of two that are perhaps one event, in the words by which they are compared.
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
      case .line(let line): side(work.row(line: line), line)
      case .event(let id):
        AlikeSide(place: words("import.alike.here"), cells: cells(programme.events[id] ?? Event()))
      }
    return [other, side(work.row(line: pair.line), pair.line)]
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

  private func side(_ row: ImportRow?, _ line: Int) -> AlikeSide {
    AlikeSide(
      place: words("import.alike.line", ["line": String(line)]),
      cells: row?.event.map(cells) ?? ["", "", row?.cells.joined(separator: " ") ?? "", ""])
  }

  private func cells(_ event: Event) -> [String] {
    let place = [event.country?.stored ?? "", event.place].filter { !$0.isEmpty }
    return [
      event.start?.dayText ?? "", place.joined(separator: " "), event.title,
      event.attendance.tally.map(words.number) ?? "",
    ]
  }
}
