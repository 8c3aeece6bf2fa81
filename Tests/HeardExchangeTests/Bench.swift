import HeardExchange
import HeardModel

/// Sheets and programmes for tests of bringing in.
enum Bench {
  /// A programme with one held event in Lyon.
  static func programme() -> Programme {
    var programme = Programme()
    var event = Event()
    event.id = Identifier(stored: "2024-05-28-fr-lyon-4k7q") ?? Identifier()
    event.title = "Dialogue on disability and care"
    event.start = KnownDate(stored: "2024-05-28T14:00")
    event.country = CountryCode(stored: "FR")
    event.place = "Lyon"
    event.status = .held
    programme.events[event.id] = event
    return programme
  }

  static func context(_ programme: Programme = programme()) -> ImportContext {
    ImportContext(
      programme: programme, words: CellWords(),
      today: CalendarDay(year: 2024, month: 12, day: 1) ?? CalendarDay(dayNumber: 0))
  }

  /// A sheet of a text in UTF-8.
  static func sheet(_ text: String, name: String = "events.csv") throws -> Sheet {
    try Sheet(Array(text.utf8), name: name)
  }

  /// A sheet of events on its way into the programme.
  static func work(_ text: String, _ programme: Programme = programme()) throws -> SheetImport {
    SheetImport(try sheet(text), context(programme))
  }

  /// The only row of a sheet with these headings and cells.
  static func row(_ cells: [String: String], also: [String] = []) throws -> ImportRow {
    let headings =
      ["Title", "Country"] + cells.keys.sorted().filter { $0 != "Title" && $0 != "Country" }
    let values = headings.map { heading -> String in
      cells[heading] ?? ["Title": "Evening", "Country": "FR"][heading] ?? ""
    }
    let quoted = values.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    let text = ([headings.joined(separator: ";"), quoted.joined(separator: ";")] + also)
      .joined(separator: "\n")
    guard let row = try work(text).rows.first else { throw SheetFault.empty }
    return row
  }

  /// The programme after what is taken was brought in.
  static func applied(_ work: SheetImport, to programme: Programme) -> Programme {
    var programme = programme
    for (index, row) in work.taken.enumerated() {
      if let known = row.knownID, let there = programme.events[known] {
        programme.events[known] = row.updated(there)
        continue
      }
      guard var event = row.event else { continue }
      event.id = Identifier(stored: "e-\(programme.events.count)-\(index)") ?? Identifier()
      programme.events[event.id] = event
    }
    return programme
  }
}
