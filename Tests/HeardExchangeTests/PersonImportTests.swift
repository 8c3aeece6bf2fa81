import HeardExchange
import HeardModel
import Testing

/// Sign-in sheets on their way onto the list of an event.
@Suite struct PersonImportTests {
  private static let sheet = """
    Name;First name;E-mail;Role;Community;Consent to be counted;Shoe size
    Silva;Ana;ana@example.org;communityMember;women;yes;38
    Silva;Ana;other@example.org;speaker;;;
    ;;;;;;41
    Meyer;Jo;jo@example.org;gardener;indigenous;no;
    """

  private func words() -> CellWords {
    var words = CellWords()
    for code in ["communityMember", "speaker"] {
      words.add(code, meaning: code, for: PersonImportField.role)
    }
    for code in ["women", "indigenous"] {
      words.add(code, meaning: code, for: PersonImportField.community)
    }
    words.add("25-34", meaning: "25-34", for: PersonImportField.ageBand)
    return words
  }

  private func event(_ country: String) -> Event {
    var event = Event()
    event.id = Identifier(stored: "e-1") ?? Identifier()
    event.country = CountryCode(stored: country)
    event.status = .held
    return event
  }

  private var notice: Notice {
    var notice = Notice()
    notice.id = Identifier(stored: "n-1") ?? Identifier()
    return notice
  }

  private func work(
    _ text: String = sheet, country: String = "BR", keepsNames: Bool = false, notice: Notice? = nil,
    _ event: Event? = nil, everybody: AttendanceStatus? = .attended
  ) throws -> SheetImport {
    var context = Bench.context()
    context.words = words()
    let signIn = SignIn(event ?? self.event(country), keepsNames: keepsNames, notice: notice)
    var work = SheetImport(
      try Bench.sheet(text, name: "sign-in.csv"), of: .people(signIn), context)
    work.everybody(everybody)
    return work
  }

  @Test func `no name and no contact stands in what goes into the event`() throws {
    for keepsNames in [false, true] {
      let work = try work(keepsNames: keepsNames, notice: notice)
      for row in work.rows {
        let text = "\(String(describing: row.person?.participation))"
        for word in ["Ana", "Silva", "Meyer", "@", "38", "41"] { #expect(!text.contains(word)) }
      }
    }
  }

  @Test func `names are kept apart, and only where somebody says so`() throws {
    #expect(try work().rows.allSatisfy { $0.person?.identity == nil })
    let kept = try work(keepsNames: true)
    #expect(kept.rows[0].person?.identity?.name == "Silva Ana")
    #expect(kept.rows[0].person?.identity?.contact == "ana@example.org")
    #expect(kept.rows[2].person?.identity == nil)
  }

  @Test func `the same person twice in a sheet is doubted, an empty line skipped`() throws {
    let rows = try work().rows
    #expect(rows[1].doubts == [.sameAsLine(2)])
    #expect(rows[2].state == .skipped(.nobody))
    #expect(rows[3].state == .ready)
    #expect(rows[3].person?.participation.note == "")
    #expect(rows[3].person?.dropped == ["Role"])
  }

  @Test func `a community is taken only with a yes, a known notice and an open profile`() throws {
    let open = try work(notice: notice)
    #expect(open.rows[0].person?.participation.communities == ["women"])
    #expect(open.rows[0].person?.consent?.state == .given)
    #expect(open.rows[3].person?.participation.communities == [])
    #expect(open.rows[3].person?.refusals == [.consentMissing])
    #expect(open.rows[3].person?.consent?.state == .refused)
    let untold = try work()
    #expect(untold.rows[0].person?.participation.communities == [])
    #expect(untold.rows[0].person?.consent == nil)
    #expect(untold.rows[0].person?.refusals == [.noticeMissing, .consentMissing])
    let france = try work(country: "FR", notice: notice)
    #expect(france.rows[0].person?.participation.communities == [])
    #expect(france.rows[0].person?.refusals == [.communityClosed("women")])
    #expect(france.rows[3].person?.refusals == [.communityClosed("indigenous")])
  }

  @Test func `anything but a clear yes or no is no answer`() throws {
    let rows = try work(
      "Pseudonym;Consent to be counted;Community\nMarigold;perhaps;women\nFern;;women\n",
      notice: notice
    ).rows
    #expect(
      rows.allSatisfy { $0.person?.consent == nil && $0.person?.participation.communities == [] })
    #expect(rows[0].doubts == [.wordUnknown(field: "consentCount", "perhaps")])
  }

  @Test func `nothing that a person declared stands in a note`() throws {
    let rows = try work(
      "Pseudonym;Community;Age\nMarigold;Roma;eighty\n", country: "GB", notice: notice
    ).rows
    #expect(rows[0].person?.participation.note == "")
    #expect(
      rows[0].person?.refusals == [
        .traitUnknown(field: "community"), .traitUnknown(field: "ageBand"),
      ])
  }

  @Test func `a pseudonym that is the name is not used`() throws {
    let rows = try work("Name;Pseudonym\nAna Silva;ana silva\nJo Meyer;Fern\n").rows
    #expect(rows[0].doubts == [.pseudonymIsName])
    #expect(rows[0].person?.participation.pseudonym == "")
    #expect(rows[1].person?.participation.pseudonym == "Fern")
  }

  @Test func `a ticked column says who came, an empty cell does not`() throws {
    let rows = try work("Pseudonym;Present\nFern;x\nMoss;\nIvy;no\n").rows
    #expect(rows.map(\.person?.participation.status) == [.attended, .registered, .noShow])
  }

  @Test func `a sheet that comes twice adds nobody, an edited one is doubted`() throws {
    var event = event("BR")
    var work = try work("Name;Role\nAna Silva;speaker\nJo Meyer;\n", event)
    for (index, row) in work.rows.enumerated() {
      var person = try #require(row.person).participation
      person.id = Identifier(stored: "p-\(index)") ?? Identifier()
      person.pseudonym = "Participant \(index)"
      event.participations.append(person)
    }
    work = try self.work("Name;Role\nAna Silva;speaker\nJo Meyer;\n", event)
    #expect(work.rows.allSatisfy { $0.knownPerson != nil })
    work = try self.work("Name;Role\nAna Silva;speaker\nJo Meyer;\nKim;\n", event)
    #expect(work.rows.allSatisfy { $0.doubts == [.sheetBefore(2)] })
    work = try self.work("Pseudonym\nParticipant 1\nFern\n", event)
    #expect(work.rows.map { $0.knownPerson?.text } == ["p-1", nil])
  }

  @Test func `the rest of a sheet is not doubted because its first lines are on the list`() throws {
    var event = event("BR")
    let text = "Name;Role\nAna Silva;speaker\nAna Silva;\n"
    var work = try work(text, event)
    #expect(work.rows[1].doubts == [.sameAsLine(2)])
    var person = try #require(work.rows[0].person).participation
    person.id = Identifier(stored: "p-1") ?? Identifier()
    person.pseudonym = "Participant 1"
    event.participations.append(person)
    work = try self.work(text, event)
    #expect(work.rows[0].person?.participation.pseudonym == "Participant 1")
    #expect(work.rows[1].doubts == [.sameAsLine(2)])
  }

  @Test func `a line is corrected, and the others are held against what it says now`() throws {
    var work = try work("Name;Role\nAna Silva;gardener\nAna Silva;\n")
    #expect(work.rows.map(\.doubts) == [[], [.sameAsLine(2)]])
    work.correct(line: 3, place: 0, to: "Jo Meyer")
    work.correct(line: 2, place: 1, to: "speaker")
    #expect(work.rows.allSatisfy { $0.state == .ready })
    #expect(work.rows[0].person?.participation.roles == ["speaker"])
  }
}
