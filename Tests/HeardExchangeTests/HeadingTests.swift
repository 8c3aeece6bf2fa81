import Testing

@testable import HeardExchange

/// Headings understood by their words, in any language and in any way of writing them.
@Suite struct HeadingTests {
  private static let read: [(String, Set<HeadingSense>)] = [
    ("Participants attendus", [.people, .expected]), ("Personnes accueillies", [.people, .came]),
    ("Teilnehmerzahl", [.people, .count]), ("Anmeldedatum", [.date, .stamp, .expected]),
    ("Veranstaltungsort", [.event, .place]), ("女性参加者数", [.some, .people, .count]),
    ("開催年月日", [.event, .date]), ("入力日", [.stamp, .date]), ("startDate", [.start, .date]),
    ("nb_women", [.count, .some]), ("grp_event/event_date", [.event, .date]),
    ("grp_att/total", [.all]), ("scope/name/ca", [.category, .name]), ("title/ca", [.title]),
    ("Women and men", [.all]), ("Total Women", [.all, .some]), ("No-shows", [.absent]),
    ("Checked-in count", [.came, .count]), ("Horodateur", [.stamp]),
    ("Carimbo de data/hora", [.stamp, .date, .time]), ("When did you meet?", [.date, .event]),
  ]

  @Test(arguments: read.indices)
  func `the words of a heading say what its column holds`(_ index: Int) {
    let (name, senses) = Self.read[index]
    #expect(Heading(name).senses == senses, "\(name)")
  }

  @Test func `the language at the end of a heading is told from its words`() {
    #expect(Heading("title/ca").language == "ca")
    #expect(Heading("title_en").stem == Heading("title-fr").stem)
    #expect(Heading("Titre (FR)").language == "fr")
    #expect(Heading("Data de envio").language == nil)
    #expect(Heading("nb_de").language == "de")
    #expect(Heading("City/Town").language == nil)
  }

  @Test func `a tag under a heading says what its words do not`() {
    #expect(Heading("Kolumn", tag: "#date+start").says(.start))
    #expect(Heading("Kolumn", tag: "#reached+f").says(.some))
    #expect(Heading("Kolumn").isUnknown)
  }
}
