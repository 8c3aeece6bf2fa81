import HeardExchange
import HeardModel
import Testing

/// Lines of a sign-in sheet held against the names that lie on this machine.
@Suite struct KnownPeopleTests {
  private static let ana = PersonID(stored: "p-ana0000001") ?? PersonID()
  private static let bo = PersonID(stored: "p-bo00000001") ?? PersonID()

  private func identity(_ id: PersonID, _ name: String, _ contact: String = "") -> Identity {
    var identity = Identity()
    (identity.id, identity.name, identity.contact) = (id, name, contact)
    return identity
  }

  /// A sheet for a second event; the people of the first one have these names.
  private func work(
    _ text: String, _ known: [Identity], keepsNames: Bool = true, alsoListed: [PersonID] = []
  ) throws -> SheetImport {
    var programme = Bench.programme()
    func listed(_ ids: [PersonID]) -> [Participation] {
      ids.map { id in
        var person = Participation()
        (person.id, person.pseudonym, person.status) = (id, "Fern of \(id.text)", .attended)
        return person
      }
    }
    var ids: [PersonID] = []
    for identity in known where !ids.contains(identity.id) { ids.append(identity.id) }
    for id in programme.events.keys { programme.events[id]?.participations = listed(ids) }
    var event = Event()
    event.id = EventID(stored: "2024-06-01-fr-nice-aaaa") ?? EventID()
    (event.status, event.country) = (.held, CountryCode(stored: "FR"))
    event.participations = listed(alsoListed)
    programme.events[event.id] = event
    var signIn = SignIn(event, keepsNames: keepsNames)
    signIn.known = KnownNames(known)
    return SheetImport(try Bench.sheet(text), of: .people(signIn), Bench.context(programme))
  }

  private func resemblances(_ row: ImportRow) -> [Resemblance] {
    row.doubts.compactMap { if case .knownPerson(let person) = $0 { person.by } else { nil } }
  }

  @Test(
    arguments: [
      ("Ana Silva;ana@example.org", Resemblance.both),
      ("ANA SILVÁ; Ana@Example.org ", .both), ("Silva Ana;", .name),
      ("A. Lima;ana@example.org", .contact), ("Ana;0612345678", .contact),
      ("Ana R. Silva;", .name), ("Mrs Ana Silva;", .name), ("Ana Silva-Costa;", .name),
    ])
  func `who has the name or the contact of somebody is asked about`(
    line: String, by: Resemblance
  ) throws {
    let known = identity(Self.ana, "Ana Silva", "ana@example.org, +33 6 12 34 56 78")
    let row = try #require(
      try work("Name;E-mail;Present\n\(line);x\n", [known]).rows.first)
    #expect(resemblances(row) == [by], "\(row.doubts)")
    #expect(!row.isTaken && row.needsOwnAnswer)
  }

  @Test(
    arguments: [
      "Ana;", "Ana Lima;", "Kim Silva;kim@example.org", "Ana;0612345679", "Silva;",
    ])
  func `a given name alone, half a name and another number are nobody`(line: String) throws {
    let known = identity(Self.ana, "Ana Silva", "ana@example.org, +33 6 12 34 56 78")
    let ana = identity(Self.bo, "Ana")
    let row = try #require(
      try work("Name;Phone;Present\n\(line);x\n", [known, ana]).rows.first)
    #expect(resemblances(row).isEmpty, "\(row.doubts)")
    #expect(row.isTaken)
  }

  @Test func `a name without spaces is a whole one`() throws {
    let row = try #require(
      try work("氏名;出席\n山田花子;○\n", [identity(Self.ana, "山田花子")]).rows.first)
    #expect(resemblances(row) == [.name], "\(row.doubts)")
  }

  @Test func `where names are not kept nobody is held against those that lie here`() throws {
    let known = identity(Self.ana, "Ana Silva", "ana@example.org")
    let rows = try work(
      "Name;E-mail;Present\nAna Silva;ana@example.org;x\n", [known], keepsNames: false
    ).rows
    #expect(rows.map(\.doubts) == [[]])
  }

  @Test func `one person stands on the list under their id, two are two`() throws {
    let known = [
      identity(Self.ana, "Ana Silva", "ana@example.org"), identity(Self.bo, "Ana Silva"),
    ]
    var work = try work("Name;Present\nAna Silva;x\n", known)
    #expect(work.alikePairs.map(\.other) == [.person(Self.ana), .person(Self.bo)])
    work.answer(work.alikePairs[0], .two)
    #expect(work.rows[0].waits)
    work.answer(work.alikePairs[1], .one)
    #expect(work.rows[0].isTaken)
    #expect(work.rows[0].isPerson == Self.bo)
    work.answer(work.alikePairs[1], .two)
    #expect(work.rows[0].isTaken)
    #expect(work.rows[0].isPerson == nil)
  }

  @Test func `one answer holds for all with the same contact, and is taken back`() throws {
    let known = [
      identity(Self.ana, "Ana", "ana@example.org"), identity(Self.bo, "Bo", "bo@example.org"),
    ]
    var work = try work(
      "Name;E-mail;Present\nAna Silva;ana@example.org;x\nBo L;bo@example.org;x\nCy;;x\n", known)
    let group = try #require(work.doubtGroups.first)
    #expect(group.lines == [2, 3])
    #expect(work.answers(for: group) == [.onePerson, .asRead, .leftOut])
    work.answer(group, .onePerson)
    #expect(work.rows.map(\.isPerson) == [Self.ana, Self.bo, nil])
    #expect(work.rows.map(\.isTaken) == [true, true, true])
    #expect(work.allDoubtGroups.map(\.answer) == [.onePerson])
    work.takeBack(group.cause)
    #expect(work.rows.map(\.waits) == [true, true, false])
    work.answer(try #require(work.doubtGroups.first), .asRead)
    #expect(work.rows.map(\.isTaken) == [true, true, true])
    #expect(work.rows.allSatisfy { $0.isPerson == nil })
  }

  @Test func `who stands on this list already is listed, and by the name alone asked about`() throws
  {
    let known = [
      identity(Self.ana, "Ana Silva", "ana@example.org"), identity(Self.bo, "Bo Lima"),
    ]
    var work = try work(
      "Name;E-mail;Present\nAna Silva;ana@example.org;x\nBo Lima;;x\n", known,
      alsoListed: [Self.ana, Self.bo])
    #expect(work.rows.map(\.knownPerson) == [Self.ana, nil])
    #expect(resemblances(work.rows[1]) == [.name])
    work.answer(work.alikePairs[0], .one)
    #expect(work.rows[1].knownPerson == Self.bo)
    #expect(!work.rows[1].isTaken)
  }

  @Test func `somebody on two lines is not brought in twice, however they are written`() throws {
    let known = identity(Self.ana, "Ana Silva", "+33 6 12 34 56 78")
    var work = try work(
      "Name;Phone;Present\nA S;+33612345678;x\nAna;06 12 34 56 78;x\n", [known])
    work.answer(AlikePair(line: 2, .person(Self.ana)), .one)
    work.answer(AlikePair(line: 3, .person(Self.ana)), .one)
    #expect(work.rows[1].doubts.contains(.sameAsLine(2)), "\(work.rows[1].doubts)")
    #expect(!work.rows[1].isTaken)
  }

  @Test func `of who is under age nothing is held against a name`() throws {
    let known = identity(Self.ana, "Ana Silva", "ana@example.org")
    let rows = try work(
      "Name;E-mail;Age;Present\nAna Silva;ana@example.org;12;x\n", [known]
    ).rows
    #expect(rows.allSatisfy { resemblances($0).isEmpty && ($0.person?.isMinor ?? false) })
  }
}
