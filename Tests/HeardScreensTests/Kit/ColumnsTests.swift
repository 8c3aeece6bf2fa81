import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Every table in every language: what the program itself writes is never cut.
@Suite struct ColumnsTests {
  /// The way to every screen with a table, and how often `s` sorts it anew.
  private static let ways: [(keys: String, orders: Int)] = [
    ("2", 9), ("3", 6), ("4", 9), ("5", 0), ("6", 7), ("7", 7), ("8", 0), ("?", 0),
    ("2<Enter><Tab>", 0), ("2<Enter><Tab><Tab>", 0), ("2<Enter><Tab><Tab><Tab>", 0),
    ("2<Enter><Tab><Tab><Tab><Tab>", 0), ("2<Enter><Tab><Tab><Tab><Tab><Tab>", 0),
    ("3<Enter>", 0), ("3<Enter><Tab>", 0), ("3<Enter><Tab><Tab>", 0),
    ("3<Enter><Tab><Tab><Tab>", 0), ("3<Enter><Tab><Tab><Tab><Tab>", 0), ("4<Enter>", 0),
    ("F", 0), ("2/lyon<Enter><Enter>o", 0), (":goApprovals<Enter>", 0),
    (":goApprovals<Enter><Enter>", 0),
    ("3<Enter><Tab><Tab><Tab>", 0), ("3<Enter><Tab><Tab><Tab><Tab>", 0), ("4<Enter>", 0), ("0", 0),
    ("0<Tab>", 0), ("7<Enter>", 0),
    ("2<Enter>R", 0),
  ]

  @Test(arguments: Languages.all)
  func `no heading is cut, with the sign of order neither`(language: String) {
    var seen = 0
    for way in Self.ways {
      var driver = Driver(language: language)
      driver.press(way.keys)
      for _ in 0...way.orders {
        for column in Self.tables(driver).filter(\.showsHeader).flatMap(\.columns) {
          let wanted = TextWidth.columns(of: column.title) + (column.sorted == nil ? 0 : 1)
          #expect(wanted <= column.least, "\(way.keys): \(column.title)")
          seen += 1
        }
        if way.orders > 0 { driver.press("s") }
      }
    }
    #expect(seen > 150)
  }

  @Test(arguments: Languages.all)
  func `no word that the program writes into a column is cut`(language: String) throws {
    let words = Words(LanguageTag(stored: language))
    for column in Self.written(words) {
      var driver = Driver(Self.programme, language: language, columns: 200)
      driver.press(column.keys)
      let found = try #require(
        Self.tables(driver).flatMap(\.columns).first { $0.title == words(column.title) },
        "\(column.title)")
      for text in column.texts {
        #expect(TextWidth.columns(of: text) <= found.least, "\(column.title): \(text)")
      }
    }
  }

  @Test(arguments: Languages.all)
  func `what is said before and behind what waits is never cut`(language: String) throws {
    let words = Words(LanguageTag(stored: language))
    let table = try #require(Self.tables(Driver(language: language, at: .waiting())).first)
    let sentences = ["of", "today", "held", "late", "in", "count", "focus"]
    let matters = Words.catalog(words.language).filter { key, _ in
      let parts = key.split(separator: ".").map(String.init)
      return parts.first == "waiting" && parts.count == 2 && !sentences.contains(parts[1])
    }.values
    for text in matters + [words("home.draft")] {
      #expect(TextWidth.columns(of: text) <= table.columns[0].least, "\(text)")
    }
    let last =
      EventFormat.allCases.map { words("format.\($0.stored)") }
      + EventStatus.allCases.map { words("status.\($0.stored)") } + [words("waiting.today")]
      + ["held", "late", "in"].map { words("waiting.\($0)", count: 999) }
    for text in last {
      #expect(TextWidth.columns(of: text) <= table.columns[2].least, "\(text)")
    }
    for binding in KeyTable.bindings {
      // The palette shows the first key of every command.
      #expect(TextWidth.columns(of: binding.shownKey(words)) <= 10, "\(binding.command)")
    }
  }

  /// What stands in a column beside numbers, codes and what people typed.
  private static func written(
    _ words: Words
  ) -> [(keys: String, title: String, texts: [String])] {
    func all<Value: CaseIterable & StoredText>(_ type: Value.Type, _ list: String) -> [String] {
      type.allCases.map { words("\(list).\($0.stored)") }
    }
    func row(_ list: String, _ names: [String]) -> [String] { names.map { words("\(list).\($0)") } }
    let told =
      row("told", ["due", "late", "yes", "no"])
      + row("told.lacks", ["audiences", "channel", "day"])
    let statuses = all(EventStatus.self, "status")
    let answers = row("toggle", ["yes", "no"])
    let reach = row(
      "reach",
      ["notAsked", "refused", "withdrawn", "expired", "record", "learn", "partners", "publish"])
    let done = row(
      "history",
      [
        "added", "edited", "removed", "attendance", "status", "consent", "people", "several",
      ])
    let counted = words("history.times", ["what": done[3], "n": words.number(999)])
    let (event, history) = ("2/lyon<Enter><Enter>", "<Tab><Tab><Tab><Tab><Tab>")
    return [
      ("2", "events.told", told),
      ("2", "events.attended", statuses.filter { $0 != words("status.held") }),
      ("4", "actions.due", [words("waiting.late", count: 999), "2024-12-01"]),
      ("4", "actions.status", all(ActionStatus.self, "actionStatus") + [words("action.doneAhead")]),
      ("4", "actions.told", told), ("4", "actions.theme", ["COMM+"]),
      ("3", "testimonies.consent", reach + [words("reach.quoted", count: 99)]),
      ("3", "testimonies.stage", all(TestimonyStage.self, "stage").map { "! " + $0 }),
      ("3", "testimonies.language", ["pt-BR"]),
      (event + "<Tab><Tab>", "people.status", all(AttendanceStatus.self, "attendance")),
      (event + "<Tab><Tab>", "people.presence", all(Presence.self, "presence")),
      (event + history, "history.at", ["2024-05-28 14:03–14:41"]),
      (event + history, "history.what", done + [counted]),
      ("3<Enter><Tab><Tab><Tab>", "quote.public", answers),
      ("3<Enter><Tab><Tab><Tab>", "quote.partners", answers),
      ("4<Enter>", "action.source", row("kind", ["testimony", "event"])),
      ("2", "events.closedOut", [words("events.isClosedOut"), words("events.gaps", count: 6)]),
      ("F", "telling.what", row("kind", ["event", "action"])),
      (
        "F", "telling.state",
        row(
          "tell.state",
          [
            "notDue", "due", "drafted", "late", "lateDraft", "delivered", "acknowledged",
            "notPossible", "lacking",
          ])
      ),
      ("F", "telling.by", [words("waiting.late", count: 999)]),
      (
        "F", "telling.lacks",
        (row("chain.short", ["ask", "listen", "act"]) + told.suffix(3)).map { $0 + " +" }
      ),
      (
        event + "o", "closeOut.matter",
        row("closeOut", ["held", "attendance", "partners", "summary", "confidentiality"])
          + row("closeOut", ["heard", "languages", "access", "feedback"])
      ),
      (
        event + "o", "closeOut.state",
        row("closeOut.state", ["done", "fellShort", "missing", "notNeeded"])
      ),
      (":goApprovals<Enter>", "approvals.country", [words("country.unknown")]),
      (
        ":goApprovals<Enter><Enter>", "approval.figure",
        row("approval.figure", ["events", "attendances", "notKnown", "people", "testimonies"])
          + row("approval.figure", ["counted", "listed", "reported", "estimated", "unsourced"]).map
        { "  " + $0 }
      ),
      ("0<Tab>", "events.status", statuses), ("0<Tab>", "field.zone", [words("calendar.noZone")]),
      (
        "0<Tab>", "calendar.time",
        ["14:00–17:30", words("calendar.dayOf", ["n": "366", "all": "366"])]
      ),
    ]
  }

  /// With a quote, so that its table has columns to look at, and with an event of no country.
  private static var programme: Programme {
    var programme = Fixture.programme()
    var nowhere = Fixture.event("2024-05-00-xx-nice-aaaa", "Evening", "", "Nice")
    nowhere.start = KnownDate(stored: "2024-05")
    programme.events[nowhere.id] = nowhere
    let quote = Quote()
    programme.testimonies[Fixture.heardInLyon.id]?.quotes = [quote]
    return programme
  }

  private static func tables(_ driver: Driver) -> [Table] {
    driver.application.describe().blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}

extension Column {
  /// The columns that it has on the narrowest screen.
  fileprivate var least: Int {
    switch width {
    case .fixed(let columns): columns
    case .fill(let minimum, _): minimum
    }
  }
}
