import Foundation
import HeardExchange
import HeardModel
import Testing

@Suite struct PrintedPageTests {
  private func page(
    _ page: PrintedPage, voices: [String] = ["fr"], in programme: Programme? = nil,
    _ change: (inout Event) -> Void = { _ in }
  ) throws -> String {
    let programme = programme ?? Sample.programme(change)
    let event = try #require(programme.events.values.first)
    let bytes = page.bytes(of: event, in: programme, voices: voices.map { Sample.voice($0) })
    return try #require(String(bytes: bytes, encoding: .utf8))
  }

  private static let pages: [PrintedPage] = [
    .signIn(namesPeople: true), .consent(), .tables(seats: 6, people: 8),
  ]

  @Test(arguments: pages.indices)
  func `a page is whole, tells its language and holds no markup of a record`(index: Int) throws {
    let html = try page(Self.pages[index])
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
    #expect(html.hasSuffix("</html>\n"))
    #expect(html.contains("<meta charset=\"utf-8\">"))
    #expect(html.contains("Soins &amp; &lt;confiance&gt;"))
    for foreign in ["<confiance>", "<cela>", "<Example>", "http", "src=", "href=", "<script"] {
      #expect(!html.contains(foreign), "\(foreign)")
    }
  }

  @Test(arguments: pages.indices)
  func `what is opened is closed again`(index: Int) throws {
    let html = try page(Self.pages[index], voices: ["fr", "ja"])
    let body = try #require(html.components(separatedBy: "<body>").last)
    var open: [String] = []
    for match in body.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      if match.1.isEmpty {
        open.append(String(match.2))
      } else {
        let last = open.popLast()
        if match.2 != "body" && match.2 != "html" { #expect(last == String(match.2)) }
      }
    }
  }

  // Sign-in.

  @Test func `a sign-in sheet has numbered lines and no name that was not asked for`() throws {
    let html = try page(.signIn(namesPeople: false)) { $0.capacity = 30 }
    #expect(html.components(separatedBy: "<tr class=\"empty\">").count == 31)
    #expect(html.contains("<th scope=\"row\">30</th>"))
    #expect(!html.contains("Camélia"))
    #expect(html.contains("[privacy]"))
    #expect(try page(.signIn(namesPeople: true)).contains("<td>Camélia</td>"))
  }

  @Test(arguments: [
    ("FR", true, false), ("ES", true, false), ("DE", true, false), ("BR", true, true),
    ("GB", true, true), ("CH", true, false),
  ])
  func `a column stands only where the country lets it stand on a person`(
    country: String, age: Bool, communities: Bool
  ) throws {
    let html = try page(.signIn(namesPeople: false)) { $0.country = CountryCode(stored: country) }
    #expect(html.contains("<th scope=\"col\">[ageBand]") == age)
    #expect(html.contains("<th scope=\"col\">[communities]") == communities)
    #expect(html.contains("ethnicMinorities") == communities)
  }

  @Test func `a programme's own profile closes a column`() throws {
    var programme = Sample.programme { $0.country = CountryCode(stored: "BR") }
    let brazil = try #require(CountryCode(stored: "BR"))
    var profile = CountryProfile.builtIn(brazil)
    profile.ageBands = .tallyOnly
    profile.traits = ["lgbtq": .off]
    programme.profiles[brazil] = profile
    let html = try page(.signIn(namesPeople: false), in: programme)
    #expect(!html.contains("[ageBand]"))
    #expect(!html.contains("lgbtq"))
    #expect(html.contains("women"))
  }

  @Test func `the list of a closed event, or of one about a community, is not printed`() throws {
    let closed = try page(.signIn(namesPeople: true)) { $0.confidentiality = .closed }
    let about = try page(.signIn(namesPeople: true)) { $0.aboutCommunities = ["lgbtq"] }
    for html in [closed, about] {
      #expect(!html.contains("Camélia"))
      #expect(html.contains("[listNotPrinted]"))
    }
  }

  @Test(arguments: pages.indices)
  func `a page of a closed event tells neither title nor place`(index: Int) throws {
    for confidentiality in [Confidentiality.closed, nil] {
      let html = try page(Self.pages[index]) { $0.confidentiality = confidentiality }
      #expect(html.contains("[closed]"))
      #expect(!html.contains("Soins"))
      #expect(!html.contains("Maison; salle"))
    }
  }

  @Test func `several languages stand beside each other`() throws {
    let programme = Sample.programme()
    let event = try #require(programme.events.values.first)
    let voices = ["fr", "ja"].map { tag in
      PageVoice(
        language: Sample.language(tag), textLanguage: Sample.language(tag),
        text: { key, _ in "\(key.rawValue)-\(tag)" }, label: { code, _ in code.stored },
        access: { $0.stored }, date: { $0?.stored ?? "" }, languageName: { $0.stored },
        countryName: { $0?.stored ?? "" })
    }
    let bytes = PrintedPage.signIn(namesPeople: false).bytes(
      of: event, in: programme, voices: voices)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(html.contains("<h1>signIn-fr / signIn-ja</h1>"))
    #expect(html.contains("<p class=\"note\" lang=\"ja\">privacy-ja</p>"))
    #expect(html.contains("2024-12-11T14:00 ·"), "what is alike stands once")
  }

  // Consent.

  @Test func `each purpose stands in the words of the notice with boxes for yes and no`() throws {
    let html = try page(.consent())
    #expect(
      html.contains("<th scope=\"row\" lang=\"fr\">1. Pouvons-nous garder &lt;cela&gt; ?</th>"))
    #expect(html.contains("2. Et le publier ?"))
    #expect(html.components(separatedBy: "<td class=\"box\">☐</td>").count == 5)
    #expect(html.contains("[wording title=Telling version=2024-01] · fr"))
  }

  @Test func `no wording of another language stands in for one that is not there`() throws {
    let html = try page(.consent(), voices: ["pt-BR", "fr-CA"])
    #expect(html.contains("[noWording language=pt-BR]"))
    // Canadian French is French.
    #expect(html.contains("Et le publier ?"))
    #expect(html.components(separatedBy: "<section").count == 3)
    #expect(try !page(.consent(), voices: ["ja"]).contains("☐"))
  }

  @Test func `a notice that is retired or of another country is not asked`() throws {
    var retired = Sample.programme()
    retired.notices[Sample.notice.id]?.isRetired = true
    #expect(try page(.consent(), in: retired).contains("[noNotice "))
    var foreign = Sample.programme()
    foreign.notices[Sample.notice.id]?.countries = [CountryCode(stored: "JP")].compactMap { $0 }
    #expect(try page(.consent(), in: foreign).contains("[noNotice "))
  }

  @Test func `of several notices those that are chosen stand on the sheet, and no other`() throws {
    var programme = Sample.programme()
    var other = Sample.notice
    other.id = try #require(NoticeID(stored: "n-other000001"))
    other.title = "Another"
    programme.notices[other.id] = other
    #expect(try page(.consent(), in: programme).contains("title=Another"))
    let chosen = try page(.consent(notices: [Sample.notice.id]), in: programme)
    #expect(!chosen.contains("title=Another") && chosen.contains("title=Telling"))
  }

  // Tables.

  @Test(arguments: [
    (14, 6, [5, 5, 4]), (12, 6, [6, 6]), (1, 6, [1]), (7, 3, [3, 2, 2]), (0, 4, [4]),
  ])
  func `people sit as evenly as can be`(people: Int, seats: Int, expected: [Int]) throws {
    let html = try page(.tables(seats: seats, people: people))
    let tables = html.components(separatedBy: "<ol>").dropFirst()
    #expect(tables.map { $0.components(separatedBy: "<li>").count - 1 } == expected)
  }

  @Test func `as many sit as are registered, else as attended, else as the room holds`() throws {
    #expect(try page(.tables(seats: 6, people: nil)).contains("people=1 "))
    #expect(
      try page(.tables(seats: 6, people: nil)) {
        $0.participations = []
        $0.capacity = 60
      }.contains("people=60 seats=6 tables=10"))
    #expect(
      try page(.tables(seats: 6, people: nil)) {
        $0.participations = []
        $0.attendance.total = 9
        $0.capacity = 60
      }.contains("people=9 "))
    #expect(
      try page(.tables(seats: 6, people: nil)) { $0.participations = [] }
        .contains("[howManyUnknown]"))
  }

  @Test func `each facilitator leads one table, and each language has its interpreter`() throws {
    let html = try page(.tables(seats: 6, people: 18)) {
      $0.interpreters = [Sample.language("ar"), Sample.language("fsl")]
    }
    let tables = html.components(separatedBy: "<section>").dropFirst()
    #expect(tables.count == 3)
    #expect(tables.map { $0.contains("Noor &lt;Example&gt;") } == [true, false, false])
    #expect(tables.map { $0.contains("[interpreter language=ar]") } == [true, false, false])
    #expect(tables.map { $0.contains("[interpreter language=fsl]") } == [false, true, false])
  }
}
