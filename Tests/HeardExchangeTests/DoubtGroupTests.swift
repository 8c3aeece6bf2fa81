import HeardModel
import Testing

@testable import HeardExchange

/// Doubts by their cause, answered once for all rows.
@Suite struct DoubtGroupTests {
  private static let sheet = """
    Date;Pays;Titre;Présents;Statut
    2024-03-08;France;Matin;80;fait
    2024-03-09;;Midi;20;Fait
    2024-03-10;Atlantis;Soir;7;tenu
    2024-03-11;;Nuit;5;fait
    2024-03-12;;Aube;3;tenu
    """

  private func work(_ text: String = sheet) throws -> SheetImport { try Bench.work(text) }

  private func group(_ kind: String, in work: SheetImport) throws -> DoubtGroup {
    try #require(work.allDoubtGroups.first { $0.cause.kind == kind })
  }

  @Test func `rows are grouped by what they wait for, the most rows first`() throws {
    let groups = try work().doubtGroups
    #expect(groups.map(\.cause.kind) == ["wordUnknown", "perhapsMerged", "countryUnknown"])
    #expect(groups.map(\.lines) == [[2, 3, 5], [3, 5, 6], [4]])
    #expect(groups.map(\.cause.column) == ["Statut", "Pays", "Pays"])
    #expect(groups.map(\.cause.word) == ["fait", "", "atlantis"])
    #expect(groups.map(\.isSame) == [true, false, true])
    let settling = try work().settling
    #expect(groups.map { settling[$0.cause] ?? 0 } == [1, 1, 1])
  }

  @Test func `cells like the one above are answered once, and the answer is taken back`() throws {
    var work = try work()
    work.answer(try group("perhapsMerged", in: work), .asAbove)
    #expect(work.rows.map { $0.event?.country?.stored } == ["FR", "FR", nil, nil, nil])
    let answered = try group("perhapsMerged", in: work)
    #expect(answered.answer == .asAbove && answered.lines == [3, 5, 6])
    #expect(!work.doubtGroups.contains { $0.cause == answered.cause })
    work.takeBack(answered.cause)
    #expect(try group("perhapsMerged", in: work).answer == nil)
  }

  @Test func `a word means a value in this sheet and, kept with its columns, in the next`() throws {
    var work = try work()
    work.answer(try group("wordUnknown", in: work), .means("held"))
    #expect(work.rows.allSatisfy { $0.event?.status == .held })
    #expect(work.rows[0].event?.notes == "")
    #expect(try group("wordUnknown", in: work).answer == .means("held"))
    let next = SheetImport(
      try Bench.sheet("Date;Pays;Titre;Statut\n2024-04-01;France;Midi;FAIT\n"),
      mapping: work.mapping, Bench.context())
    #expect(next.rows[0].state == .ready && next.rows[0].event?.status == .held)
    work.takeBack(try group("wordUnknown", in: work).cause)
    #expect(work.mapping.words.isEmpty)
    #expect(work.doubtGroups.first?.lines == [2, 3, 5])
  }

  @Test func `a word for a country or a language means it, and one word may stand in two fields`()
    throws
  {
    let text = "Date;Title;Country;Language;Type\n2024-03-08;A;Midi;Midi, French;Midi\n"
    var work = try work(text)
    #expect(work.fields(with: "midi") == ["country", "type", "languages"])
    #expect(work.value("France", of: "country") == "FR")
    #expect(work.value("deutsch", of: "languages") == "de")
    #expect(work.value("nothing such", of: "languages") == nil)
    work.say("Midi", means: "FR", in: "country")
    work.say("Midi", means: "oc", in: "languages")
    #expect(work.rows[0].event?.country?.stored == "FR")
    #expect(work.rows[0].event?.languages.map(\.stored) == ["fr", "oc"])
    #expect(work.doubtGroups.map(\.cause.field) == ["type"])
    #expect(Set(work.mapping.words.map(\.id)) == ["Midi", "Midi (languages)"])
    #expect(work.mapping.words.map(\.text) == ["Midi", "Midi"])
  }

  @Test func `rows stand as they are read, and wait no longer for that alone`() throws {
    var work = try work()
    work.answer(try group("perhapsMerged", in: work), .asRead)
    #expect(work.taken.map(\.line) == [6])
    #expect(work.rows[4].event?.country == nil)
    #expect(work.rows[1].doubts.map(\.name) == ["wordUnknown"])
    #expect(try group("perhapsMerged", in: work).answer == .asRead)
    work.refresh(Bench.programme())
    #expect(work.taken.map(\.line) == [6])
    work.takeBack(try group("perhapsMerged", in: work).cause)
    #expect(work.taken.isEmpty)
  }

  @Test func `a row that comes to a cause later is asked about`() throws {
    var work = try work()
    work.answer(try group("countryUnknown", in: work), .asRead)
    #expect(work.rows[2].state == .ready)
    work.correct(line: 2, place: 1, to: "Atlantis")
    #expect(work.rows[0].doubts.map(\.name).contains("countryUnknown"))
  }

  @Test func `one event that stands there twice is left out, and nothing waits for it`() throws {
    let text = """
      Date;Country;Title;Participants
      2024-03-08;France;Table ronde : accès aux soins;118
      2024-03-08;France;Table ronde: accès aux soins;118
      """
    var work = try work(text)
    let twice = try group("likeLine", in: work)
    #expect(work.answers(for: twice) == [.leftOut, .asRead])
    work.answer(twice, .leftOut)
    #expect(work.taken.map(\.line) == [2])
    #expect(work.tally.waiting == 0 && work.tally.skipped == 1)
    work.answer(twice, .asRead)
    #expect(work.taken.map(\.line) == [2, 3])
    work.choose(.leftOut, line: 3)
    #expect(work.taken.map(\.line) == [2])
  }

  @Test func `no word is given a meaning where people answer about consent`() throws {
    var signIn = SignIn(try #require(Bench.programme().events.values.first))
    var notice = Notice()
    notice.id = NoticeID(stored: "n-general001") ?? notice.id
    signIn.notice = notice
    var kept = ImportMapping()
    kept.kind = "people"
    for field: Code in ["consentCount", "presence"] {
      var word = MappedWord()
      (word.id, word.field, word.means) = ("vielleicht \(field.stored)", field, "given")
      kept.words.append(word)
    }
    #expect(kept.consentWords.count == 2)
    let text = """
      Pseudonym;Present;May we count you
      A;x;vielleicht consentCount
      B;x;yes
      """
    let work = SheetImport(
      try Bench.sheet(text), of: .people(signIn), mapping: kept, Bench.context())
    #expect(work.rows.map { $0.person?.consent?.state } == [nil, .given])
    let group = try group("wordUnknown", in: work)
    #expect(group.cause.field == "consentCount" && !work.asksMeaning(group))
    #expect(work.value("given", of: "consentCount") == nil)
    #expect(work.fields(with: "vielleicht consentCount").isEmpty)
    #expect(work.isOfConsent("Vielleicht consentCount") && !work.isOfConsent("x"))
  }

  @Test func `a word of people means whether they came, unless it may not be repeated`() throws {
    let signIn = SignIn(try #require(Bench.programme().events.values.first))
    let text = "Pseudonym;Attendance status\nA;hopped in\nB;hopped in\nC;call 07700 900002\n"
    var work = SheetImport(try Bench.sheet(text), of: .people(signIn), Bench.context())
    let groups = work.doubtGroups
    #expect(groups.map(\.lines) == [[2, 3], [4]], "\(groups)")
    #expect(groups.map(work.asksMeaning) == [true, false])
    work.answer(groups[0], .means("attended"))
    let statuses = work.rows.map { $0.person?.participation.status }
    #expect(statuses == [.attended, .attended, .registered])
  }
}
