import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct TestimoniesTests {
  private let insight = Sample.insight()
  private let noa = Reader(staff: id("noa"), roles: [.facilitator])

  private func found(_ text: String, _ reader: Reader = Reader()) -> [String] {
    insight.testimonies(Query(text), for: reader).map(\.id.text)
  }

  @Test func `newest comes first, and what was withdrawn is not listed`() {
    #expect(found("") == ["t-draft", "t-lyon", "t-good"])
    #expect(found("id:t-gone").isEmpty)
  }

  @Test(arguments: [
    ("ecoute", ["t-lyon"]), ("NOBODY", ["t-lyon"]), ("sao", ["t-good"]), ("camille", ["t-lyon"]),
    ("\"personne ne\"", ["t-lyon"]), ("retiradas", []), ("geheime", []),
    ("recife", ["t-good"]), ("country:fr", ["t-draft", "t-lyon"]), ("language:en", ["t-lyon"]),
    ("consent:learn", ["t-lyon", "t-good"]), ("consent:record=not-asked", []),
    ("open:consent", ["t-draft"]), ("stage:recorded -has:actions", []),
    ("event:lyon", ["t-draft", "t-lyon"]), ("event:handicap", ["t-draft", "t-lyon"]),
    ("person:p-ana", ["t-lyon"]), ("year:2024 month:2", ["t-good"]),
    ("topic:maternalHealth", ["t-good"]),
    // What the event was about is no secret of the speaker; what the speaker declared is.
    ("about:disabled", ["t-draft", "t-lyon"]), ("declared:disabled", []),
    ("event:e-lyon", ["t-draft", "t-lyon"]), ("status:held", []),
  ])
  func `a filter finds what it asks for`(text: String, ids: [String]) {
    #expect(found(text) == ids)
  }

  @Test(arguments: [
    ("amber river stone cloud", ["t-lyon"]), ("\"Amber River stone cloud\"", ["t-lyon"]),
    ("ÁMBER river stone cloud country:fr", ["t-lyon"]), ("amber river stone", []),
    ("amber", []), ("river amber stone cloud", []), ("amber river stone cloud late", []),
    ("amber river stone cloud country:br", []),
  ])
  func `a withdrawal code finds its testimony as a whole alone`(text: String, ids: [String]) {
    let coded = Sample.insight {
      $0.testimonies[id("t-lyon")]?.consent.withdrawalCode = "amber river stone cloud"
    }
    #expect(coded.testimonies(Query(text)).map(\.id.text) == ids)
    let found = coded.excerpt(of: id("t-lyon"), Query(text))
    #expect(found?.text.contains("amber") != true && found?.matches.isEmpty != false)
  }

  @Test func `words are searched and shown only for who may read them`() throws {
    #expect(found("geheime", noa) == ["t-draft"])
    let hidden = try #require(insight.testimonies(Query("id:t-draft")).first)
    #expect(!hidden.visibility.isReadable)
    #expect(insight.excerpt(of: id("t-draft")) == nil)
    #expect(insight.excerpt(of: id("t-draft"), for: noa)?.text == "Geheime Worte")
    #expect(insight.excerpt(of: id("t-gone"), for: noa) == nil)
  }

  @Test func `words that were withdrawn are found by nobody, not by who took them either`() {
    for reader in [Reader(), noa, Reader(staff: id("ida"), roles: [.safeguardingLead])] {
      #expect(found("retiradas", reader).isEmpty)
      #expect(found("palavras", reader).isEmpty)
    }
  }

  @Test func `a disclosure is found by the safeguarding lead alone`() {
    let told = Sample.insight { $0.testimonies[id("t-lyon")]?.triage = .safeguarding }
    let lead = Reader(staff: id("ida"), roles: [.safeguardingLead])
    #expect(told.testimonies(Query("ecoute")).isEmpty)
    #expect(told.testimonies(Query("ecoute"), for: noa).isEmpty)
    #expect(told.testimonies(Query("ecoute"), for: lead).map(\.id.text) == ["t-lyon"])
  }

  @Test func `what was found is marked in a piece of the text in which it stands`() throws {
    let excerpt = try #require(insight.excerpt(of: id("t-lyon"), Query("ete ecoute")))
    let characters = Array(excerpt.text)
    #expect(excerpt.language == language("fr"))
    #expect(excerpt.matches.map { String(characters[$0]) } == ["été", "écouté"])
    let english = try #require(insight.excerpt(of: id("t-lyon"), Query("nobody")))
    #expect(english.language == language("en"))
  }

  @Test(arguments: [8, 12, 20, 33, 80, 4000])
  func `a piece is never longer than asked for and its marks lie on what was found`(columns: Int)
    throws
  {
    let long = Sample.insight {
      let before = String(repeating: "avant\n", count: 60)
      $0.testimonies[id("t-lyon")]?.text = before + "é\u{301}té e\u{301}TÉ " + before
    }
    let excerpt = try #require(long.excerpt(of: id("t-lyon"), Query("ete"), length: columns))
    let characters = Array(excerpt.text)
    #expect(characters.count <= columns)
    #expect(!characters.contains("\n"))
    #expect(!excerpt.matches.isEmpty)
    for match in excerpt.matches {
      #expect(Folded(String(characters[match])) == Folded("ete"))
    }
  }

  @Test func `a row says how many passages may be quoted, and the filter agrees`() throws {
    let quoted = Sample.insight { programme in
      var quote = Quote()
      quote.id = id("q-1")
      quote.text = "personne ne m’a écouté."
      quote.language = language("fr")
      quote.approval = QuoteApproval()
      quote.approval?.text = quote.text
      quote.approval?.language = quote.language
      quote.approval?.by = "noa"
      quote.approval?.at = moment("2024-05-22")
      var waiting = quote
      waiting.id = id("q-2")
      quote.reviewedBy = "max"
      quote.reviewedOn = day("2024-05-23")
      programme.testimonies[id("t-lyon")]?.quotes = [quote, waiting]
      programme.events[id("e-lyon")]?.attendance.source = .counted
      programme.testimonies[id("t-lyon")]?.consent.notice = id("n-1")
      programme.testimonies[id("t-lyon")]?.consent.method = .written
      programme.testimonies[id("t-lyon")]?.consent.obtainedBy = "noa"
      programme.testimonies[id("t-lyon")]?.consent.entries.append(
        entry(.publish, .given, "2024-05-01"))
    }
    let row = try #require(quoted.testimonies(Query("id:t-lyon")).first)
    #expect((row.quotes, row.publishable) == (2, 1))
    #expect(quoted.testimonies(Query("quote:publishable")).map(\.id.text) == ["t-lyon"])
    #expect(quoted.testimonies(Query("quote:waiting")).map(\.id.text) == ["t-lyon"])
    #expect(quoted.testimonies(Query("-quote:any")).map(\.id.text) == ["t-draft", "t-good"])
    let waits = quoted.waiting(for: .manager).filter { $0.matter == .secondReview(1) }
    #expect(waits.count == 1)
    #expect(
      !quoted.waiting(for: .manager, staff: id("noa")).contains { $0.matter == .secondReview(1) })
  }

  @Test func `a trace follows what was told to what came of it`() throws {
    let trace = try #require(insight.trace(id("e-lyon")))
    #expect(trace.threads.map(\.testimony.id.text) == ["t-draft", "t-lyon"])
    #expect(trace.threads.map(\.isUnanswered) == [true, false])
    #expect(trace.threads[1].actions.map(\.id.text) == ["a-pool", "a-guide"])
    #expect(trace.otherActions.isEmpty)
    #expect(trace.actions.map(\.id.text) == ["a-pool", "a-guide"])
    #expect(trace.told == .late(days: 2) && trace.tellBy == day("2024-05-30"))
    #expect(insight.trace(id("e-nowhere")) == nil)
  }
}
