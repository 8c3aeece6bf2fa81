import HeardModel
import Testing

@testable import HeardExchange

/// What of a sheet of invented people comes into a record, and what nowhere.
@Suite struct KeptOfPeopleTests {
  @Test func `words of needs, health, food and contact are counted and not kept`() throws {
    let work = try PeopleBench.work(
      """
      Pseudonym;Attended;Accessibility requirements;Dietary requirements;Notes
      Fern;yes;BSL interpreter please;Halal;
      Moss;yes;I have MS and use a wheelchair;;call 07700 900002 before
      Ivy;yes;none;nuts;fern@example.org asked
      """)
    let needs = work.rows.map { $0.person?.participation.accessNeeds ?? [] }
    #expect(needs == [["signLanguage"], ["stepFree"], []])
    let record = PeopleBench.record(work)
    for word in ["BSL", "MS", "Halal", "07700", "example", "nuts", "asked"] {
      #expect(!record.contains(word), "\(word)")
    }
    #expect(work.rows.allSatisfy { $0.state == .ready })
    let dropped = work.droppedCells.map { "\($0.column) \($0.count)" }
    #expect(
      dropped == ["Accessibility requirements 2", "Dietary requirements 2", "Notes 2"])
  }

  @Test(arguments: [
    ("Besoins", "Interprète en langue des signes, maladie rare", "signLanguage"),
    ("配慮事項", "車椅子を使います", "stepFree"), ("必要な配慮", "要約筆記", "captions"),
    ("Necesidades", "subtítulos por favor", "captions"),
    ("Bedarf", "Kinderbetreuung für zwei", "childcare"),
    ("Acessibilidade", "intérprete de Libras", "signLanguage"),
  ])
  func `kinds of need are understood in six languages`(
    _ heading: String, _ text: String, _ code: String
  ) throws {
    let work = try PeopleBench.work(
      "Pseudonym;Attended;\(heading)\nFern;yes;\"\(text)\"\n")
    #expect(work.rows[0].person?.participation.accessNeeds.map(\.stored) == [code])
    #expect(!PeopleBench.record(work).contains(text))
  }

  @Test func `notes come in where somebody says so, but not what is about health or contact`()
    throws
  {
    var work = try PeopleBench.work(
      "Pseudonym;Attended;Notes\nFern;yes;came by bus\nMoss;yes;has epilepsy\nIvy;yes;07700 900002\n"
    )
    #expect(work.rows.allSatisfy { $0.person?.participation.note == "" })
    work.map(work.table.columns[2], to: "note")
    #expect(work.rows.map { $0.person?.participation.note } == ["came by bus", "", ""])
    #expect(work.droppedCells.map(\.count) == [2])
  }

  private static let minors: [(String, String)] = [
    ("Age", "14"), ("Age", "under 18"), ("Age group", "13-17"), ("Âge", "moins de 16 ans"),
    ("Âge", "mineure"), ("年代", "10代"), ("年齢", "15歳"), ("学年", "中2"), ("Edad", "9 años"),
    ("Alter", "16"), ("Idade", "menor de idade"), ("Date of birth", "2009-03-01"),
    ("Date de naissance", "01/03/2010"), ("生年月日", "2008/10/01"), ("Geburtsjahr", "2007"),
    ("Parent/guardian name", "Pat Example"), ("Responsable légal", "Claude Exemple"),
    ("保護者", "例 花子"), ("Grade", "8b"), ("Klasse", "7a"), ("Under 18", "yes"), ("Over 18", "no"),
  ]

  @Test(arguments: minors.indices)
  func `of who is under age the status comes in and nothing else`(_ index: Int) throws {
    let (heading, cell) = Self.minors[index]
    let work = try PeopleBench.work(
      """
      Name;E-mail;Attended;Role;Access needs;\(heading)
      Kit Example;kit@example.org;yes;speaker;wheelchair;\(cell)
      Ada Example;ada@example.org;yes;speaker;wheelchair;
      """, keepsNames: true)
    let minor = try #require(work.rows[0].person)
    var bare = Participation()
    bare.status = .attended
    bare.importKey = minor.participation.importKey
    #expect(minor.isMinor && minor.identity == nil && minor.consent == nil, "\(heading)")
    #expect(minor.participation == bare, "\(heading)")
    #expect(work.minors == 1)
    #expect(work.rows[1].person?.participation.roles == ["speaker"])
    #expect(work.rows[1].person?.identity?.name == "Ada Example")
  }

  private static let adults: [(String, String)] = [
    ("Age", "18"), ("Age", "35"), ("Age group", "18-24"), ("年代", "30代"), ("Age", "over 65"),
    ("Date of birth", "2006-06-12"), ("Geburtsjahr", "1990"), ("Under 18", "no"),
    ("Parent/guardian name", "n/a"), ("_parent_index", "1"),
  ]

  @Test(arguments: adults.indices)
  func `who is of age is not taken for a minor`(_ index: Int) throws {
    let (heading, cell) = Self.adults[index]
    let work = try PeopleBench.work("Pseudonym;Attended;\(heading)\nFern;yes;\(cell)\n")
    #expect(work.minors == 0, "\(heading) \(cell)")
  }

  @Test(arguments: [
    ("Age;Guardian name", "34;Pat Example", 0),
    ("Date of birth;Guardian name", "1990-02-01;Pat", 0),
    ("Over 18;Parent/guardian name", "yes;Pat", 0), ("Age;Guardian name", "14;Pat", 1),
    ("Age;Guardian name", "16-24;Pat", 1), ("Age;Guardian name", "under 30;Pat", 1),
    ("Age;Grade", "34;8b", 1), ("Age;Date of birth", "34;2010-01-01", 1),
    ("Age;Guardian name", ";Pat", 1),
  ])
  func `a guardian makes nobody a minor who gave an age above it`(
    _ headings: String, _ cells: String, _ minors: Int
  ) throws {
    let work = try PeopleBench.work("Pseudonym;Attended;\(headings)\nFern;yes;\(cells)\n")
    #expect(work.minors == minors, "\(headings) \(cells)")
  }

  @Test func `buyer, guardian and emergency contact are not the person`() throws {
    let work = try PeopleBench.work(
      """
      Buyer name;Buyer e-mail;Attendee name;Attendee e-mail;Emergency contact;Emergency phone;Attended
      Pat Payer;pay@example.org;Uma Attend;uma@example.org;Tom Else;07700 900009;yes
      """, keepsNames: true)
    let identity = try #require(work.rows[0].person?.identity)
    #expect(identity.name == "Uma Attend")
    #expect(identity.contact == "uma@example.org")
    let plain = try PeopleBench.work(
      "Name;E-mail;Attendee first name;Attendee last name;Attended\nPat Payer;p@example.org;Uma;Attend;yes\n",
      keepsNames: true)
    #expect(plain.rows[0].person?.identity?.name == "Uma Attend")
  }

  private static let left = [
    "Legal name", "Dead name", "Deadname (do not use)", "Former name", "Name at birth",
    "Nom de naissance", "Nom légal", "戸籍名", "旧姓", "Nome civil", "Nombre legal", "Geburtsname",
  ]

  @Test(arguments: left)
  func `a name that was left behind goes nowhere`(_ heading: String) throws {
    for preferred in ["Preferred name", "Nom d'usage", "通称", "Nome social", "Rufname"] {
      let work = try PeopleBench.work(
        "\(heading);\(preferred);E-mail;Attended\nRobert Oldname;Robin;r@example.org;yes\n",
        keepsNames: true)
      let person = try #require(work.rows[0].person)
      #expect(person.identity?.name == "Robin", "\(heading) \(preferred)")
      #expect(!PeopleBench.record(work).contains("Oldname"))
      #expect(person.participation.pseudonym == "")
    }
  }

  @Test func `the preferred name is used in place of the other, with its surname`() throws {
    let work = try PeopleBench.work(
      "First name;Last name;Preferred name;Attended\nRobert;Smith;Robin;yes\nAna;Silva;;yes\n",
      keepsNames: true)
    #expect(work.rows.map { $0.person?.identity?.name } == ["Robin Smith", "Ana Silva"])
  }

  @Test func `a nickname is asked about, and a real name is no pseudonym`() throws {
    for heading in ["Nickname", "Surnom", "ニックネーム", "Apodo"] {
      let work = try PeopleBench.work("Name;\(heading);Attended\nAna Silva;Nina;yes\n")
      #expect(work.questions.map(\.cause) == [.column(field: "pseudonym")], "\(heading)")
      #expect(work.taken.isEmpty)
    }
    let work = try PeopleBench.work(
      """
      Name;Pseudonym;Attended
      Ana Silva;Ana;yes
      Jo Meyer;Jo M.;yes
      Kim Park;kim@example.org;yes
      Bo Berg;Fern;yes
      """)
    #expect(work.rows.prefix(3).allSatisfy { $0.doubts == [.pseudonymIsName] })
    #expect(
      work.rows.map { $0.person?.participation.pseudonym } == ["", "", "", "Fern"])
  }

  @Test func `a shared address is asked about, whatever stands beside it`() throws {
    let work = try PeopleBench.work(
      """
      Name;E-mail;Phone;Attended
      Ana;ANA@example.org;07700 900001;yes
      A. Silva;ana@example.org;;yes
      """)
    #expect(work.rows[1].doubts == [.sameAsLine(2)])
  }

  @Test func `a sheet without headings names no column after somebody`() throws {
    let work = try PeopleBench.work("a@example.org\nb@example.org\n")
    #expect(work.table.columns.map(\.name) == ["A"])
    #expect(work.rows.count == 2)
    #expect(work.field(of: work.table.columns[0]) == "contact")
    let japanese = try PeopleBench.work("Name,参加\n例 花子,○\n例 太郎,×\n")
    #expect(japanese.table.columns.map(\.name) == ["Name", "参加"])
    #expect(PeopleBench.statuses(japanese) == [.attended, .noShow])
  }
}
