import HeardInsight
import HeardModel
import TerminalCanvas

/// What the list of testimonies can show, column by column; words only where they may be read.
public enum TestimonyColumns {
  /// All columns, the usual ones in their order, then those that can be chosen.
  public static let all: [ListColumn<TestimonyRow>] = usual + more

  private static let usual: [ListColumn<TestimonyRow>] = [
    ListColumn("date", "testimonies.date", .fixed(10), isIdentifying: true) {
      StyledText($0.date?.dayText ?? $1.desk.words("date.none"), .faint)
    },
    ListColumn(
      "country", "actions.country", .fixed(2),
      spoken: { row, setting in row.country.map(setting.desk.formats.country) ?? "" }
    ) { row, _ in StyledText(row.country?.stored ?? "--") },
    ListColumn("place", "testimonies.place", .text(least: 12, most: 18), priority: 3) {
      StyledText($1.desk.programme.events[$0.event]?.place ?? "")
    },
    ListColumn(
      "pseudonym", "testimonies.speaker", .text(least: 13, most: 16), priority: 1,
      isIdentifying: true
    ) {
      $1.desk.mark(.testimony($0.id, event: $0.event)) + StyledText($0.name($1.desk.words))
    },
    ListColumn(
      "language", "testimonies.language", .fixed(5), priority: 4,
      spoken: { row, setting in
        row.language == .undetermined ? "" : setting.desk.formats.language(row.language)
      }
    ) { row, _ in
      StyledText(row.language == .undetermined ? "" : row.language.stored, .faint)
    },
    ListColumn("words", "testimonies.words", .rest(least: 29, weight: 8), cell: told),
    ListColumn("publishing", "testimonies.consent", .words(reaches), cell: reach),
    ListColumn(
      "stage", "testimonies.stage", .words(stages), priority: 5, spoken: spokenStage, cell: stage),
    ListColumn("actions", "testimonies.actions", .fixed(4), alignment: .trailing, priority: 2) {
      StyledText($0.actions == 0 ? "" : $1.desk.words.number($0.actions))
    },
  ]

  private static let more: [ListColumn<TestimonyRow>] = [
    .more("eventTitle", "screen.event", .text(least: 16, weight: 2, most: 48)) { row, _ in
      StyledText(row.eventTitle)
    },
    detail("type", "field.testimonyType", .content(most: 16)) { row, desk in
      row.type.map { desk.formats.label($0, "testimonyType") } ?? ""
    },
    detail("polarity", "field.polarity", .content(most: 26)) { row, desk in
      row.polarity.map { desk.formats.label($0, "polarity") } ?? ""
    },
    detail("triage", "field.triage", .content(most: 18)) { row, desk in
      row.triage.map { desk.formats.label($0, "triage") } ?? ""
    },
    detail("takenBy", "field.takenBy", .text(least: 10, most: 24)) { row, desk in
      let staff = desk.programme.testimonies[row.id]?.takenBy
      return staff.map { desk.programme.team[$0]?.name ?? $0.text } ?? ""
    },
    detail("trustLoss", "field.trustLoss", codes) { row, desk in
      desk.labels(desk.programme.testimonies[row.id]?.trustLoss ?? [], .trustLoss)
    },
    detail("consequences", "field.consequences", codes) { row, desk in
      desk.labels(desk.programme.testimonies[row.id]?.consequences ?? [], .consequence)
    },
    detail("restores", "field.restores", codes) { row, desk in
      desk.labels(desk.programme.testimonies[row.id]?.restores ?? [], .restores)
    },
    .more("quotes", "cli.quotes", .fixed(4), alignment: .trailing) { row, _ in
      StyledText(row.quotes.map { $0 == 0 ? "" : "\($0)" } ?? "")
    },
    .more("id", "cli.id", .text(least: 12)) { row, _ in StyledText(row.id.text, .faint) },
  ]

  private static let codes = ListColumn<TestimonyRow>.Width.text(least: 12, weight: 2, most: 40)

  /// A column of what was noted of the words: empty for who may not read them.
  private static func detail(
    _ id: Code, _ title: String, _ width: ListColumn<TestimonyRow>.Width,
    _ text: @escaping @Sendable (TestimonyRow, Desk) -> String
  ) -> ListColumn<TestimonyRow> {
    .more(id, title, width) { row, setting in
      StyledText(row.visibility.isReadable ? text(row, setting.desk) : "")
    }
  }

  /// A piece of the words with what was found in it, or why they are hidden.
  ///
  /// Only rows that can be seen ask for their words, and only for what has room.
  @Sendable private static func told(_ row: TestimonyRow, _ setting: CellSetting) -> StyledText {
    let words = setting.desk.words
    if let why = row.visibility.hiddenBy { return StyledText(words("hidden.\(why)"), .faint) }
    if row.hasWarning == true && !setting.asked.contains(row.id) {
      return StyledText(words("hidden.warning"), .warning)
    }
    let excerpt = setting.desk.insight.excerpt(
      of: row.id, setting.found, for: setting.desk.reader,
      length: max(29, setting.widths["words"] ?? 0))
    guard let excerpt else {
      let isMoved = row.triage == .safeguarding
      return StyledText(words(isMoved ? "hidden.moved" : "testimony.empty"), .faint)
    }
    return marked(excerpt)
  }

  private static func marked(_ excerpt: Excerpt) -> StyledText {
    let characters = Array(excerpt.text)
    var text = StyledText([])
    var place = 0
    for match in excerpt.matches where match.lowerBound >= place {
      let end = min(match.upperBound, characters.count)
      text += StyledText(String(characters[place..<min(match.lowerBound, end)]))
      text += StyledText(String(characters[min(match.lowerBound, end)..<end]), .accent)
      place = end
    }
    return text + StyledText(String(characters[place...]))
  }

  @Sendable private static func reaches(_ words: Words) -> [String] {
    ["notAsked", "refused", "withdrawn", "expired", "record", "learn", "partners", "publish"]
      .map { words("reach.\($0)") } + [words("reach.quoted", count: 99)]
  }

  /// How far the consent reaches: the furthest purpose that is open, or what is missing.
  @Sendable private static func reach(_ row: TestimonyRow, _ setting: CellSetting) -> StyledText {
    let desk = setting.desk
    guard let consent = desk.programme.testimonies[row.id]?.consent else { return "" }
    let record = consent.state(of: .record, on: desk.today)
    guard record == .given else {
      return StyledText(desk.words("reach.\(record.stored)"), .warning)
    }
    if let quotes = row.publishable, quotes > 0 {
      return StyledText(desk.words("reach.quoted", count: quotes), .good)
    }
    for purpose in [ConsentPurpose.publish, .partners, .learn]
    where consent.allows(purpose, on: desk.today) {
      return StyledText(desk.words("reach.\(purpose.stored)"), purpose == .publish ? .good : .plain)
    }
    return StyledText(desk.words("reach.record"))
  }

  @Sendable private static func stages(_ words: Words) -> [String] {
    TestimonyStage.allCases.map { urgent + words("stage.\($0.stored)") }
  }

  /// The sign before the stage of what cannot wait; how urgent it is has a column of its own.
  private static let urgent = "! "

  @Sendable private static func stage(_ row: TestimonyRow, _ setting: CellSetting) -> StyledText {
    guard let stage = row.stage else { return "" }
    let label = setting.desk.formats.label(stage, "stage")
    return row.triage == .high
      ? StyledText(urgent + label, .bad) : StyledText(label, .faint)
  }

  @Sendable private static func spokenStage(
    _ row: TestimonyRow, _ setting: CellSetting
  ) -> String {
    let (words, formats) = (setting.desk.words, setting.desk.formats)
    let stage = row.stage.map { formats.label($0, "stage") } ?? ""
    guard row.triage == .high else { return stage }
    let urgency = words.labelled(words("field.triage"), formats.label(Triage.high, "triage"))
    return words.list([stage, urgency])
  }
}

extension TestimonyRow {
  /// What the speaker is called in lists: the pseudonym, that they have none, or that this reader
  /// does not get to know it.
  public func name(_ words: Words) -> String {
    if !visibility.isReadable { return words("testimony.nameWithheld") }
    return pseudonym.isEmpty ? words("testimony.noName") : pseudonym
  }
}
