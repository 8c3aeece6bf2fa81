import HeardModel
import TestKit

/// A sheet of known events or people under headings and beside columns that are drawn by lot.
struct RandomColumns {
  /// The sheet, with semicolons.
  private(set) var text = ""
  private var columns: [(heading: String, cells: [String])] = []

  /// Ten invented events, as they are.
  static let events: [(title: String, day: String, country: String, came: Int)] = [
    ("Waiting rooms", "2024-02-13", "FR", 84), ("Hands first", "2024-02-20", "GB", 31),
    ("Roda de conversa", "2024-03-08", "BR", 45), ("Night shift", "2024-03-19", "GB", 25),
    ("Atelier FALC", "2024-04-04", "FR", 52), ("Stairs and lifts", "2024-04-11", "CA", 118),
    ("Encuentro de barrio", "2024-05-02", "MX", 66), ("Two languages", "2024-05-23", "CA", 12),
    ("Sleep and pain", "2024-06-06", "US", 39), ("The last bus", "2024-06-28", "AU", 73),
  ]

  /// Eight invented people: what they are called, and whether they came.
  static let people: [(pseudonym: String, came: Bool)] = [
    ("Fern", true), ("Moss", false), ("Ivy", true), ("Sage", true), ("Ash", false), ("Rowan", true),
    ("Hazel", false), ("Linden", true),
  ]

  /// A sheet of the events.
  static func ofEvents(_ source: inout RandomSource) -> RandomColumns {
    var sheet = RandomColumns()
    let events = Self.events
    sheet.add(titles, events.map(\.title), &source)
    sheet.add(days, events.map(\.day), &source)
    if source.chance(90) { sheet.add(numbers, events.map { String($0.came) }, &source) }
    if source.chance(70) {
      sheet.add(countries, events.map { names[$0.country] ?? $0.country }, &source)
    }
    for (share, decoy) in decoysOfEvents where source.chance(share) {
      sheet.add(decoy(&source), &source)
    }
    sheet.finish(&source)
    return sheet
  }

  /// A sheet of the people.
  static func ofPeople(_ source: inout RandomSource) -> RandomColumns {
    var sheet = RandomColumns()
    sheet.add(["Pseudonym", "Alias", "呼び名"], people.map(\.pseudonym), &source)
    if source.chance(75) {
      let (yes, no) = source.pick([
        ("yes", "no"), ("x", ""), ("TRUE", "FALSE"), ("1", "0"), ("oui", "non"), ("18:05", ""),
        ("○", "×"),
      ])
      sheet.add(came, people.map { $0.came ? yes : no }, &source)
    }
    for (share, decoy) in decoysOfPeople where source.chance(share) {
      sheet.add(decoy(&source), &source)
    }
    sheet.finish(&source)
    return sheet
  }

  private mutating func add(
    _ headings: [String], _ cells: [String], _ source: inout RandomSource
  ) {
    columns.append((source.pick(headings), cells))
  }

  private mutating func add(_ decoy: Decoy, _ source: inout RandomSource) {
    add(decoy.headings, decoy.cells, &source)
  }

  private mutating func finish(_ source: inout RandomSource) {
    columns.shuffle(using: &source)
    let count = columns[0].cells.count
    let rows = (0..<count).map { row in columns.map { $0.cells[row] }.joined(separator: ";") }
    text = ([columns.map(\.heading).joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
  }

  private struct Decoy {
    let headings: [String]
    let cells: [String]
  }
}

// Headings, also ones that no table of the program has.
extension RandomColumns {
  private static let titles = [
    "Title", "Name of the gathering", "What was it called?", "Intitulé de la rencontre",
    "Nome da roda", "会の名前", "Veranstaltungstitel", "Bezeichnung", "Nombre del taller",
    "event_title",
    "sessionName", "grp_event/title", "Rubrik", "Otsikko", "Activity", "Event", "Atelier",
    "Titel des Treffens", "Denominación",
  ]
  private static let days = [
    "Date", "Date of event", "Held on", "When did you meet?", "開催日", "Tag der Durchführung",
    "Fecha de realización", "Data do encontro", "event_date", "dateHeld", "Paiva", "Jour", "Termin",
    "When", "Day of the visit", "grp_event/date", "Fecha",
  ]
  private static let numbers = [
    "Participants", "Total attended", "How many people came?", "Personnes présentes", "Presentes",
    "来場者数", "Teilnehmende gesamt", "actual_attendance", "Asistentes reales", "Souls", "Kavijat",
    "Headcount", "Turnout", "nb_present", "Público presente", "Gäste", "Total", "実参加者数", "Visitors",
    "Erschienen", "Fréquentation",
  ]
  private static let countries = [
    "Country", "Pays", "国", "Land", "País", "Maa", "event_country", "Country of the event",
  ]
  private static let came = [
    "Attended", "Checked in", "Present", "Présent", "出席", "Anwesend", "Showed up",
    "Turned up on the day", "Närvaro", "Compareceu", "Was there", "Came",
  ]
  private static let names = [
    "FR": "France", "GB": "United Kingdom", "BR": "Brazil", "CA": "Canada", "MX": "Mexico",
    "US": "USA", "AU": "Australia",
  ]
}

// Columns that are something else.
extension RandomColumns {
  private typealias Drawn = @Sendable (inout RandomSource) -> Decoy

  private static func numbers(
    _ source: inout RandomSource, _ headings: [String], _ range: ClosedRange<Int>
  ) -> Decoy {
    Decoy(
      headings: headings,
      cells: events.map { _ in String(Int.random(in: range, using: &source)) })
  }

  private static let decoysOfEvents: [(Int, Drawn)] = [
    (
      50,
      {
        numbers(
          &$0,
          [
            "Registered", "RSVPs", "Expected participants", "Participants inscrits", "Invited",
            "Angemeldete", "申込者数", "Convidados", "Personas inscritas", "Tickets sold", "Prévus",
            "target_attendance", "Sign-ups", "No-shows", "Previous registrations",
          ], 1...300)
      }
    ),
    (
      40,
      {
        numbers(
          &$0,
          [
            "Women", "Dont femmes", "Mulheres presentes", "davon Frauen", "女性", "First-timers",
            "Volunteers", "nb_women", "New participants", "Jeunes", "Mujeres",
          ], 0...11)
      }
    ),
    (
      30,
      {
        numbers(
          &$0, ["Capacity", "Max participants", "Places", "定員", "Aforo", "Plätze", "Budget (EUR)"],
          20...900)
      }
    ),
    (
      50,
      { source in
        Decoy(
          headings: [
            "Timestamp", "Horodateur", "Submitted at", "_submission_time", "Date de saisie",
            "Erstellt am", "入力日", "Fecha de registro", "Carimbo de data/hora", "Created",
            "Last modified", "Date of report",
          ],
          cells: events.map { _ in
            "2024-0\(1 + source.below(9))-1\(source.below(9)) 1\(source.below(9)):0\(source.below(9)):1\(source.below(9))"
          })
      }
    ),
    (
      30,
      { source in
        Decoy(
          headings: ["Registration deadline", "Date limite", "Invoice date", "Report due", "締切日"],
          cells: events.map { _ in "2024-0\(1 + source.below(9))-2\(source.below(9))" })
      }
    ),
    (
      40,
      { source in
        Decoy(
          headings: ["uid", "Event ID", "external_id", "Code"],
          cells: events.indices.map { "k\($0)Xw\(source.below(10))Rb\(source.below(10))q" })
      }
    ),
    (
      40,
      { source in
        Decoy(
          headings: ["Event type", "Kind", "Format", "Theme", "Zone", "Activity type"],
          cells: events.map { _ in source.pick(["Dialogue", "Training"]) })
      }
    ),
    (
      40,
      { source in
        Decoy(
          headings: [
            "Interpreter booked", "Photos allowed", "Status ok", "Step-free", "Published",
          ],
          cells: events.map { _ in source.pick(["yes", "no"]) })
      }
    ),
    (
      40,
      { source in
        Decoy(
          headings: ["Organiser", "Venue name", "Facilitator name", "Contact person", "Comments"],
          cells: events.indices.map { _ in
            source.pick(["Blue House", "Jo Example", "Town hall", "Second floor", "Kim Example"])
          })
      }
    ),
    (
      20,
      { source in
        Decoy(
          headings: ["Organiser country", "Country of the host"],
          cells: events.map { _ in source.pick(["Japan", "Germany"]) })
      }
    ),
  ]

  private static func marks(_ source: inout RandomSource, _ headings: [String]) -> Decoy {
    Decoy(
      headings: headings, cells: people.map { _ in source.pick(["yes", "no"]) })
  }

  private static let decoysOfPeople: [(Int, Drawn)] = [
    (50, { marks(&$0, ["Registered", "RSVP", "Inscrit", "Angemeldet", "申込", "Invited"]) }),
    (
      40,
      {
        marks(&$0, ["Photos allowed", "First time", "Wants the newsletter", "Vegetarian", "Woman"])
      }
    ),
    (
      40,
      { source in
        Decoy(
          headings: ["Ticket type", "Came as", "Organisation"],
          cells: people.map { _ in source.pick(["General", "Free"]) })
      }
    ),
    (
      40,
      { source in
        Decoy(
          headings: ["Registration date", "Timestamp", "Order date", "Inscrit le"],
          cells: people.map { _ in
            "2024-05-1\(source.below(9)) 10:2\(source.below(9)):3\(source.below(9))"
          })
      }
    ),
    (
      30,
      { source in
        Decoy(
          headings: ["Guardian name", "Emergency contact", "Buyer name"],
          cells: people.map { _ in source.pick(["Jo Example", "Kim Example"]) })
      }
    ),
  ]
}
