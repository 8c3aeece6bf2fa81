import HeardModel
import Testing

@testable import HeardExchange

/// Which column of a sheet is what: by all that speaks for it, never by being the first.
@Suite struct WhichColumnTests {
  /// What the columns stand for, and between which of them it is asked, as `attendance: A, B`.
  private func read(_ headings: String, _ rows: String...) throws -> (
    fields: [String], asked: [String]
  ) {
    let work = try Bench.work(([headings] + rows).joined(separator: "\n") + "\n")
    let asked = work.questions.map { question in
      let names = question.columns.map(\.name).joined(separator: ", ")
      return "\(question.cause.name): \(names)"
    }
    return (work.table.columns.map(work.field), asked)
  }

  private static let numbers = [
    ("Expected guests", "Guests who came"), ("Tickets sold", "Turnout"),
    ("Inscriptions", "Personnes accueillies"), ("Dont femmes", "Effectif total"),
    ("Convidados", "Compareceram"), ("Vagas", "Total de pessoas"), ("Previstos", "Asistencia"),
    ("Nuevas personas", "Personas que vinieron"), ("Zusagen", "Erschienene Gäste"),
    ("davon Frauen", "Besucherzahl"), ("申込者数", "実参加者数"), ("定員", "来場者数"),
    ("registeredCount", "total_attended"), ("grp/nb_women", "grp/nb_total"),
    ("Attendees no-show", "Attendees checked in"), ("Volunteers", "Visitors"),
  ]

  @Test(arguments: numbers)
  func `who came is not who was expected, and not some of them`(_ other: String, _ came: String)
    throws
  {
    for headings in ["Title;Date;\(other);\(came)", "Title;Date;\(came);\(other)"] {
      let (fields, asked) = try read(headings, "A;2024-06-12;80;37", "B;2024-06-13;60;25")
      let place = headings.hasSuffix(came) ? 3 : 2
      #expect(fields[place] == "attendance", "\(headings): \(fields)")
      #expect(asked == [], "\(headings)")
    }
  }

  @Test(arguments: ["k. A.", "n/a", "不明", "–", "TBC"])
  func `a word for not knowing speaks against no column of numbers`(_ word: String) throws {
    let (fields, asked) = try read(
      "Veranstaltung;Von;TN gesamt;davon w;davon m", "A;12.06.2024;35;20;14",
      "B;12.09.2024;\(word);;")
    #expect(fields == ["title", "start", "attendance", "notes", "notes"])
    #expect(asked == [])
  }

  @Test(arguments: ["participatory_space/id", "Participant ID", "Teilnehmer-ID", "visitor_code"])
  func `what tells which one it is does not tell how many came`(_ heading: String) throws {
    let (fields, asked) = try read(
      "title;date;\(heading);attendees", "A;2024-06-12;7;37", "B;2024-06-13;7;1204",
      "C;2024-06-14;7;12")
    #expect(fields[2] != "attendance" && fields[3] == "attendance", "\(fields)")
    #expect(asked == [])
  }

  private static let dates = [
    ("Timestamp", "Date of the gathering"), ("Date de saisie", "Jour de la rencontre"),
    ("Enviado em", "Data da roda"), ("Fecha de registro", "Fecha del taller"),
    ("Erfasst am", "Tag der Durchführung"), ("入力日", "開催日"), ("_submission_time", "event_date"),
    ("Date of report", "Held on"), ("Registration deadline", "Start date"),
    ("Publication date", "When"),
  ]

  @Test(arguments: dates)
  func `when a row was written is not when the event was`(_ stamp: String, _ day: String) throws {
    for headings in ["Title;\(stamp);\(day)", "Title;\(day);\(stamp)"] {
      let isLast = headings.hasSuffix(day)
      let rows = ["2024-07-02;2024-06-28", "2024-07-13;2024-06-13"].map { row in
        let parts = row.split(separator: ";")
        return "A;" + (isLast ? parts : parts.reversed()).joined(separator: ";")
      }
      let (fields, asked) = try read(headings, rows[0], rows[1])
      #expect(fields[isLast ? 2 : 1] == "start", "\(headings): \(fields)")
      #expect(asked == [], "\(headings)")
    }
  }

  @Test func `a time with seconds is a program's, whatever its column is called`() throws {
    let (fields, asked) = try read(
      "Title;Date;Day", "A;2024-07-02 19:44:20;2024-06-28", "B;2024-07-13 09:02:11;2024-06-13")
    #expect(fields == ["title", "notes", "start"])
    #expect(asked == [])
  }

  @Test func `two that fit are asked about`() throws {
    #expect(
      try read("Title;Date;Participants;Total", "A;2024-06-12;37;80").asked == [
        "attendance: Participants, Total"
      ])
    #expect(
      try read("Title;Start date;Event date", "A;2024-06-12;2024-06-13").asked == [
        "start: Start date, Event date"
      ])
    #expect(
      try read("Title;Event name;Date", "A;Soir;2024-06-12").asked == ["title: Title, Event name"])
    #expect(
      try read("Title;Date;Country;Country", "A;2024-06-12;France;Japan").asked == [
        "country: Country, Country (2)"
      ])
  }

  @Test func `two that say the same are no question`() throws {
    let (fields, asked) = try read(
      "Title;Date;Participants;Total", "A;2024-06-12;37;37", "B;2024-06-13;25;25")
    #expect(fields.contains("attendance"))
    #expect(asked == [])
  }

  @Test func `the only one that hardly fits is asked about`() throws {
    #expect(
      try read("Title;Created at", "A;2024-07-02 19:44:20").asked == ["start: Created at"])
    #expect(
      try read("Title;Date;Souls", "A;2024-06-12;37", "B;2024-06-13;25").asked == [
        "attendance: Souls"
      ])
    #expect(
      try read("Title;Date;Registered", "A;2024-06-12;37", "B;2024-06-13;25").asked == [])
    #expect(try read("Rubrik;Date", "Evening talk;2024-06-12").asked == ["title: Rubrik"])
    #expect(
      try read("Title;Date;Number of tables", "A;2024-06-12;37", "B;2024-06-13;25").asked == [
        "attendance: Number of tables"
      ])
    for heading in ["Number of comments", "Average attendance", "Survey responses", "Total cost"] {
      #expect(
        try read("Title;Date;\(heading)", "A;2024-06-12;37", "B;2024-06-13;25").asked == [],
        "\(heading)")
    }
  }

  @Test func `a code and a category are no title`() throws {
    let codes = try read(
      "Event;Name;Date", "ImspTQPwCqd;Evening;2024-06-12", "Zq5nYw2LkVb;Night;2024-06-13")
    #expect(codes.fields.firstIndex(of: "title") == 1)
    #expect(codes.asked == [])
    let types = try read(
      "Activity;Designation;Date", "Talk;A;2024-06-12", "Talk;B;2024-06-13", "Talk;C;2024-06-14",
      "Walk;D;2024-06-15")
    #expect(types.fields.prefix(2) == ["notes", "title"])
    #expect(types.asked == [])
    let others = try read(
      "scope/name;organiser_name;venue_name;event_name;date", "Sants;X;Y;Evening;2024-06-12")
    #expect(others.fields.firstIndex(of: "title") == 3)
  }

  @Test func `yes and no are neither a status nor a number`() throws {
    let work = try Bench.work(
      """
      Title;Date;Participants;Interpreter booked;Status;Online
      A;2024-06-12;30;yes;yes;True
      B;2024-06-13;42;no;no;False
      """)
    #expect(work.table.columns.suffix(3).map(work.field) == ["notes", "notes", "notes"])
    #expect(work.rows.allSatisfy { $0.state == .ready })
    #expect(work.rows[0].event?.notes == "Interpreter booked: yes\nStatus: yes\nOnline: True")
  }

  @Test func `the status of a person is no status of an event`() throws {
    for word in ["registered", "excused", "absent"] {
      let row = try Bench.row(["Date": "2024-06-12", "Status": word])
      #expect(row.doubts == [.wordUnknown(field: "status", word)])
    }
  }

  @Test func `a title in several languages is the one of its row`() throws {
    let work = try Bench.work(
      """
      title/ca;title/es;title/en;date
      Salut;;;2024-06-12
      ;Taller;;2024-06-13
      ;;Circle;2024-06-14
      Vespre;Tarde;;2024-06-15
      """)
    #expect(work.rows.map { $0.event?.title } == ["Salut", "Taller", "Circle", "Vespre"])
    #expect(work.rows.allSatisfy { $0.state == .ready })
    #expect(work.rows[3].event?.notes == "title/es: Tarde")
  }

  @Test func `a row of tags is no row, and says what the columns are`() throws {
    let work = try Bench.work(
      """
      Rubrik;Paiva;Antal
      #event+name;#date+start;#reached+total
      Evening;2024-06-12;30
      """)
    #expect(work.table.columns.map(work.field) == ["title", "start", "attendance"])
    #expect(work.rows.map(\.line) == [3])
    #expect(work.questions.isEmpty)
  }

  @Test func `more women than people makes a row doubtful`() throws {
    let rows = try Bench.work(
      "Title;Date;Participants;Women\nA;2024-06-12;30;12\nB;2024-06-13;30;42\n"
    ).rows
    #expect(rows[0].state == .ready)
    #expect(rows[1].doubts == [.moreThanAll(column: "Women", count: 42, total: 30)])
  }
}
