import HeardModel
import Testing

@testable import HeardExchange

/// Organisations and members of the team that are made of names in a sheet, on request.
@Suite struct SheetNameTests {
  private static let sheet = """
    Date;Country;Title;Partners;Facilitators
    2024-03-08;FR;A;Centre LGBT;Ana Example, Jo Example
    2024-03-09;FR;B;Centre L.G.B.T.;Ana Example
    2024-03-10;FR;C;Collectif Nord, Mairie;
    2024-03-11;FR;D;contact@example.org;TBC
    """

  private func programme(_ names: String...) -> Programme {
    var programme = Bench.programme()
    for name in names {
      var organisation = Organisation()
      organisation.id = Identifier(stored: "o-\(programme.organisations.count)") ?? Identifier()
      organisation.name = name
      programme.organisations[organisation.id] = organisation
    }
    return programme
  }

  private func made(_ work: SheetImport) -> [String] {
    work.made(of: work.taken).map { record in
      switch record {
      case .organisation(let organisation): organisation.name
      case .staff(let member): "\(member.name) \(member.roles.map(\.rawValue))"
      default: "?"
      }
    }
  }

  @Test func `without a request nothing is made, and the words stay in the notes`() throws {
    let work = try Bench.work(Self.sheet)
    #expect(made(work).isEmpty)
    #expect(work.questions.isEmpty)
    #expect(work.rows.allSatisfy { $0.event?.partners.isEmpty ?? false })
    #expect(work.rows[2].event?.notes == "Partners: Collectif Nord, Mairie")
    #expect(
      work.names(for: .organisations).map(\.text)
        == ["Centre LGBT", "Centre L.G.B.T.", "Collectif Nord", "Mairie"])
    #expect(work.names(for: .team).map(\.rows) == [2, 1])
  }

  @Test func `each name becomes one record, and near ones are asked about`() throws {
    var work = try Bench.work(Self.sheet)
    work.make(.organisations, true)
    let question = try #require(work.questions.first)
    #expect(work.questions.count == 1)
    #expect(question.options.count == 2)
    // The row waits, and what it would bring is not made.
    #expect(work.rows[1].doubts == [.asked(question.cause)])
    #expect(made(work) == ["Centre LGBT", "Collectif Nord", "Mairie"])
    work.choose(.accepted, line: 3)
    #expect(!work.rows[1].isTaken)
    work.answer(question, question.options[0].answer)
    #expect(work.questions.isEmpty)
    #expect(work.rows[0].event?.partners == work.rows[1].event?.partners)
    #expect(made(work) == ["Centre LGBT", "Collectif Nord", "Mairie"])
    work.join(question.named.id, to: question.named.id)
    #expect(
      made(work) == ["Centre LGBT", "Centre L.G.B.T.", "Collectif Nord", "Mairie"])
    #expect(work.rows[2].event?.notes == "")
    work.make(.organisations, false)
    #expect(made(work).isEmpty)
  }

  @Test func `who leads becomes a member of the team without a role, and no organisation`() throws {
    var work = try Bench.work(Self.sheet)
    work.make(.team, true)
    #expect(made(work) == ["Ana Example []", "Jo Example []"])
    #expect(work.rows[0].event?.facilitators.count == 2)
    #expect(work.rows[0].event?.partners.isEmpty ?? false)
  }

  @Test func `what a left out row alone brings is not made`() throws {
    var work = try Bench.work(Self.sheet)
    work.make(.organisations, true)
    work.choose(.leftOut, line: 4)
    #expect(made(work) == ["Centre LGBT"])
  }

  @Test func `a name that is near one of the programme can be that one`() throws {
    var work = try Bench.work(Self.sheet, programme("Mairies"))
    work.make(.organisations, true)
    #expect(work.questions.count == 1)
    work = try Bench.work(
      Self.sheet.replacing("Mairie", with: "Mairie de Lyon"), programme("Mairie de Lyons"))
    work.make(.organisations, true)
    let question = try #require(work.questions.last)
    #expect(
      question.options.map(\.answer).contains(
        .sameAs(KnownName(id: "o-0", text: "Mairie de Lyons"))))
    work.answer(question, question.options[0].answer)
    #expect(work.rows[2].event?.partners.map(\.id.text).contains("o-0") ?? false)
    #expect(!made(work).contains("Mairie de Lyon"))
  }

  @Test func `two machines make the same record of the same name, and nobody makes it twice`()
    throws
  {
    var one = try Bench.work(Self.sheet)
    var other = try Bench.work("Date,Title,Partners\n2023-01-01,Z,mairie\n")
    one.make(.organisations, true)
    other.make(.organisations, true)
    let record = try #require(other.made(of: other.taken).first)
    #expect(one.names(for: .organisations).map(\.id).contains(record.key.recordID))
    guard case .organisation(let organisation) = record else { return }
    var programme = Bench.programme()
    programme.organisations[organisation.id] = organisation
    one.refresh(programme)
    #expect(!made(one).contains("Mairie"))
    // An organisation that was erased does not come back under its id.
    var erased = Bench.programme()
    erased.erased.insert(organisation.id.text)
    var third = try Bench.work("Date,Title,Partners\n2023-01-01,Z,mairie\n", erased)
    third.make(.organisations, true)
    #expect(third.names.first?.id != organisation.id.text)
  }

  @Test(arguments: [
    ("Centre LGBT", "Centre L.G.B.T.", true), ("Croix Rouge", "Croix-Rouge française", true),
    ("Collectif Nord", "Colectif Nord", true), ("大阪市立病院", "大阪市立病院", true),
    ("Mairie", "Mairies", false), ("Centre Nord", "Centre Sud", false), ("MSF", "MSD", false),
  ])
  func `names are near in signs, in a letter, or in words that only one has`(
    _ one: String, _ other: String, _ areNear: Bool
  ) {
    #expect(SheetNames.areNear(one, other) == areNear)
    #expect(SheetNames.areNear(other, one) == areNear)
  }
}

extension ImportQuestion {
  /// The name about which it asks.
  fileprivate var named: SheetName {
    guard case .sameName(let name) = cause else {
      return SheetName(making: .team, text: "", id: "", rows: 0)
    }
    return name
  }
}
