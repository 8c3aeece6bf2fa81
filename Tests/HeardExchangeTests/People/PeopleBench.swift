import HeardModel

@testable import HeardExchange

/// Sign-in sheets of invented people on their way onto the list of an event in June 2024.
enum PeopleBench {
  static func event(_ country: String = "GB", day: String = "2024-06-12") -> Event {
    var event = Event()
    event.id = Identifier(stored: "e-1") ?? Identifier()
    event.country = CountryCode(stored: country)
    event.start = KnownDate(stored: day)
    event.status = .held
    return event
  }

  static func work(
    _ text: String, keepsNames: Bool = false, event: Event = event(),
    mapping: ImportMapping? = nil
  ) throws -> SheetImport {
    var context = Bench.context()
    for code in ["speaker", "researcher"] {
      context.words.add(code, meaning: code, for: PersonImportField.role)
    }
    return SheetImport(
      try Bench.sheet(text, name: "sign-in.csv"),
      of: .people(SignIn(event, keepsNames: keepsNames)), mapping: mapping, context)
  }

  /// A sheet of a column of made pseudonyms and one other.
  static func column(_ heading: String, _ cells: [String]) throws -> SheetImport {
    let rows = cells.enumerated().map { "Fern \($0 + 1);\($1)" }
    return try work((["Pseudonym;\(heading)"] + rows).joined(separator: "\n"))
  }

  static func statuses(_ work: SheetImport) -> [AttendanceStatus?] {
    work.rows.map { $0.person?.participation.status }
  }

  /// All that would stand in the event, in one text.
  static func record(_ work: SheetImport) -> String {
    work.rows.map { "\(String(describing: $0.person?.participation))" }.joined()
  }
}
