import HeardModel
import TestKit
import Testing

@Suite struct QueryTests {
  struct Row: CustomTestStringConvertible {
    let text: String
    let terms: [QueryTerm]
    var testDescription: String { text }

    init(_ text: String, _ terms: QueryTerm...) {
      self.text = text
      self.terms = terms
    }
  }

  private static func words(_ words: String..., not: Bool = false) -> QueryTerm {
    QueryTerm(.words(words), isNegated: not)
  }

  private static func key(_ key: QueryKey, _ values: String..., not: Bool = false) -> QueryTerm {
    QueryTerm(.values(key, values), isNegated: not)
  }

  static let rows: [Row] = [
    Row(""), Row("   "), Row("-"), Row("\"\""), Row(","),
    Row("lyon", words("lyon")),
    Row("lyon care", words("lyon"), words("care")),
    Row("lyon,paris", words("lyon", "paris")),
    Row("-lyon", words("lyon", not: true)),
    Row("\"mental health\"", words("mental health")),
    Row("-\"mental health\"", words("mental health", not: true)),
    Row("\"a, b\",c", words("a, b", "c")),
    Row("\"status:held\"", words("status:held")),
    Row("14:30", words("14:30")),
    Row("Dialogue:", words("Dialogue:")),
    Row("country:fr,br", key(.country, "FR", "BR")),
    Row("COUNTRY:FR", key(.country, "FR")),
    Row("country:uk", key(.country, "GB")),
    Row("-status:cancelled", key(.status, "cancelled", not: true)),
    Row("status:no-show,noShow,NOSHOW", key(.status, "noShow")),
    Row("status:in_progress", key(.status, "inProgress")),
    Row("format:in-person", key(.format, "inPerson")),
    Row("format:\"in person\"", key(.format, "inPerson")),
    Row("year:2024", key(.year, "2024")), Row("year:2022-2024", key(.year, "2022-2024")),
    Row("month:2024-05", key(.month, "2024-05")), Row("month:5", key(.month, "05")),
    Row("after:2024", key(.after, "2024")), Row("before:2024-05-28", key(.before, "2024-05-28")),
    Row("theme:care,EDU,workforce", key(.theme, "CARE", "EDU", "WORK")),
    Row("consent:publish", key(.consent, "publish=given")),
    Row("consent:publish=refused", key(.consent, "publish=refused")),
    Row("consent:record=not-asked", key(.consent, "record=notAsked")),
    Row("language:pt-BR", key(.language, "pt-br")),
    Row("place:\"São Paulo\"", key(.place, "São Paulo")),
    Row("about:disabled", key(.about, "disabled")),
    Row("declared:lgbtq", key(.declared, "lgbtq")),
    Row("has:testimonies -has:actions", key(.has, "testimonies"), key(.has, "actions", not: true)),
    Row("ｃｏｕｎｔｒｙ：ＦＲ　２０２４", key(.country, "FR"), words("2024")),
    Row("東京、大阪", words("東京", "大阪")), Row("“mental health”", words("mental health")),
    Row(
      "country:fr,br year:2024 about:disabled -status:cancelled \"mental health\"",
      key(.country, "FR", "BR"), key(.year, "2024"), key(.about, "disabled"),
      key(.status, "cancelled", not: true), words("mental health")),
  ]

  @Test(arguments: rows)
  func `a filter is read as it is meant, and its text is read back the same`(row: Row) {
    let query = Query(row.text)
    #expect(query.terms == row.terms)
    #expect(query.problems.isEmpty)
    #expect(Query(query.text).terms == row.terms)
  }

  struct Fault: CustomTestStringConvertible {
    let text: String
    let problem: QueryProblem
    var testDescription: String { text }
  }

  @Test(arguments: [
    Fault(text: "contry:fr", problem: .unknownKey("contry", nearest: .country)),
    Fault(text: "sattus:held", problem: .unknownKey("sattus", nearest: .status)),
    Fault(text: "colour:red", problem: .unknownKey("colour", nearest: nil)),
    Fault(
      text: "status:canceled", problem: .unknownValue(.status, "canceled", nearest: "cancelled")),
    Fault(text: "country:xx", problem: .unknownValue(.country, "xx", nearest: "AX")),
    Fault(text: "format:metaverse", problem: .unknownValue(.format, "metaverse", nearest: nil)),
    Fault(text: "closed:maybe", problem: .unknownValue(.closed, "maybe", nearest: nil)),
    Fault(text: "consent:publsh", problem: .unknownValue(.consent, "publsh", nearest: "publish")),
    Fault(
      text: "consent:publish=gven",
      problem: .unknownValue(.consent, "gven", nearest: "given")),
    Fault(text: "after:2024-02-30", problem: .notADate(.after, "2024-02-30")),
    Fault(text: "after:May", problem: .notADate(.after, "May")),
    Fault(text: "month:13", problem: .notADate(.month, "13")),
    Fault(text: "year:24", problem: .notADate(.year, "24")),
    Fault(text: "year:2024-2022", problem: .notADate(.year, "2024-2022")),
    Fault(text: "country:", problem: .noValue(.country)),
    Fault(text: "community:women", problem: .splitKey(nil)),
    Fault(text: "community:", problem: .splitKey(nil)),
    Fault(text: "language:f", problem: .unknownValue(.language, "f", nearest: nil)),
  ])
  func `what is not understood finds nothing, negated or not`(fault: Fault) {
    for sign in ["", "-"] {
      let query = Query(sign + fault.text)
      #expect(query.problems == [fault.problem])
      #expect(query.terms.count == 1)
      #expect(query.terms.first?.condition == .faulty(fault.text))
    }
  }

  @Test func `one wrong value among several is told and the others hold, but not after a minus`() {
    let query = Query("status:held,helt")
    #expect(query.terms == [Self.key(.status, "held")])
    #expect(query.problems == [.unknownValue(.status, "helt", nearest: "held")])
    #expect(Query("-status:held,helt").terms.first?.condition == .faulty("status:held,helt"))
  }

  @Test(arguments: [
    Row("country:"), Row("community:"), Row("country:fr,", key(.country, "FR")), Row("after:20"),
    Row("after:2024-0"), Row("status:canc", key(.status, "cancelled")),
    Row("status:p", key(.status, "planned", "postponed", "proposed")),
    Row("\"mental hea", words("mental hea")), Row("-\"men", words("men", not: true)),
    Row("cou", words("cou")), Row("place:\"São P", key(.place, "São P")),
    Row("consent:publish=g", key(.consent, "publish=given")), Row("language:p"),
  ])
  func `a filter that is still being typed is taken as far as it goes`(row: Row) {
    let query = Query(row.text, isBeingTyped: true)
    #expect(query.terms == row.terms)
    #expect(query.problems.isEmpty)
  }

  @Test func `only the last term can be unfinished`() {
    #expect(Query("status:canc x", isBeingTyped: true).problems.count == 1)
    #expect(Query("status:canc", isBeingTyped: false).problems.count == 1)
    #expect(Query("status:canc ", isBeingTyped: true).problems.count == 1)
  }

  @Test func `every beginning of a filter can be read, and what a filter means can be typed`() {
    let text = "country:fr,br year:2024 -status:\"no show\" has:quotes \"mental, health\" ：、－「x"
    for end in text.indices {
      for isBeingTyped in [true, false] {
        let query = Query(String(text[..<end]), isBeingTyped: isBeingTyped)
        #expect(Query(query.text).terms == query.terms, "\(text[..<end])")
      }
    }
  }

  @Test func `a text of any characters is read and comes back the same`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = RandomSource(seed: seed)
    let parts = [
      "country", "status", "held", "fr", ":", ",", "-", "\"", " ", "=", "2024", "05", "é", "。",
      "が", "🙂", "after", "has", "x", "：", "　", "consent", "publish", "\n", "“", "'", "\u{301}",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...12, using: &chance))
        .map { _ in parts.randomElement(using: &chance) ?? "" }.joined()
      let query = Query(text)
      try #require(Query(query.text).terms == query.terms, "seed \(seed), \(text.debugDescription)")
    }
  }

  @Test func `a key that means nothing on a list is told`() {
    #expect(Query("theme:CARE").problems(for: .people) == [.keyElsewhere(.theme, .people)])
    #expect(Query("theme:CARE").problems(for: .actions).isEmpty)
    for key in QueryKey.allCases { #expect(!key.targets.isEmpty) }
  }

  @Test func `community is refused by the list on which it is typed, and names its two keys there`()
  {
    for list in QueryTarget.allCases {
      #expect(Query("community:women").problems(for: list) == [.splitKey(list)])
    }
    #expect(QueryKey.about.targets == QueryKey.topic.targets)
    #expect(QueryKey.declared.targets == QueryKey.role.targets)
  }

  @Test(arguments: [
    (QueryTarget.events, "about:women", QueryKey.about),
    (.testimonies, "declared:women", .declared), (.people, "declared:women", .declared),
  ])
  func `a kept filter goes on to find what community found on its list`(
    list: QueryTarget, text: String, key: QueryKey
  ) {
    let kept = Query.kept("country:fr COMMUNITY:women -status:held \"mental health\"", on: list)
    #expect(kept.text == "country:FR \(text) -status:held \"mental health\"")
    #expect(kept.splitKey == key)
    #expect(Query.kept("-community:women,lgbtq", on: list).text == "-\(text),lgbtq")
    // What says nothing of it stays as it was typed.
    for text in ["country:fr  x", "colour:red", "about:women", ""] {
      #expect(Query.kept(text, on: list).text == text)
      #expect(Query.kept(text, on: list).splitKey == nil)
    }
  }

  @Test func `setting a key replaces what was said about it`() {
    let query = Query("country:fr lyon").setting(.country, to: "BR")
    #expect(query.terms == [Self.words("lyon"), Self.key(.country, "BR")])
  }
}
