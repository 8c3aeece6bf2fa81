import Foundation
import TestKit
import Testing

@Suite struct FactCommandTests {
  @Test func `a fact is added, listed in every form, shown, edited, removed and brought back`()
    throws
  {
    let desktop = try Desktop()
    let added = try desktop.heard(
      "add", "fact", "--kind", "commitment", "--title", "Investment", "--from", "2023",
      "--amount", "50000000", "--currency", "eur", "--set", "upTo=yes", "--set", "number=58.9",
      "--set", "unit=%", "--set", "derived=yes", "--set", "provenanceSource=First report")
    #expect(added.code == 0)
    #expect(added.id.hasPrefix("f-"))
    #expect(added.said.hasSuffix("New fact: Investment\n"))

    let listed = try #require(
      try desktop.heard("list", "facts", "--format", "json").objects.first)
    #expect(listed["id"] as? String == added.id)
    #expect(listed["kind"] as? String == "commitment")
    #expect(listed["amount"] as? Int == 50_000_000)
    #expect(listed["number"] as? Double == 58.9)
    #expect(listed["upTo"] as? Bool == true && listed["derived"] as? Bool == true)
    #expect(listed["country"] is NSNull)
    let csv = try desktop.heard("list", "facts", "kind:commitment", "--format", "csv").lines
    #expect(
      csv == [
        "id,kind,title,from,to,country,place,amount,currency,upTo,number,unit,organisation,text,"
          + "derived,provenance,provenanceSource,use",
        "\(added.id),commitment,Investment,2023,,,,50000000,EUR,yes,58.9,%,,,yes,recorded,"
          + "First report,internal",
      ])
    #expect(try desktop.heard("list", "facts").text.contains("Investment"))
    #expect(try desktop.heard("list", "facts", "kind:target", "--format", "csv").lines.count == 1)
    let plain = try desktop.heard("list", "facts", "--format", "plain").lines
    #expect(plain.contains("Kind: commitment") && plain.contains("Amount: 50000000"))

    let edited = try desktop.heard(
      "edit", added.id, "--set", "title=Investment in dialogues", "--set", "to=2030")
    #expect(edited.code == 0)
    let shown = try desktop.heard("show", added.id, "--format", "json").object
    #expect(shown["title"] as? String == "Investment in dialogues")
    #expect(shown["to"] as? String == "2030")
    let refused = try desktop.heard("edit", added.id, "--set", "to=2020")
    #expect(refused.code == 2)

    #expect(try desktop.heard("delete", added.id).code == 0)
    #expect(try desktop.heard("show", added.id).code == 2)
    #expect(try desktop.heard("undo").code == 0)
    #expect(try desktop.heard("show", added.id).code == 0)
  }

  @Test func `amount, currency and number are read as people write them`() throws {
    let desktop = try Desktop()
    let id = try desktop.heard("add", "fact", "--kind", "context", "--title", "Numbers").id
    let set = try desktop.heard(
      "edit", id, "--set", "amount=50,000,000", "--set", "currency=eur", "--set", "number=12,600")
    #expect(set.code == 0)
    for (field, text, said) in [
      ("amount", "many", "not a whole number"), ("currency", "euro", "no currency"),
      ("number", "a few", "not a number"), ("kind", "rumour", "rumour"),
    ] {
      let refused = try desktop.heard("edit", id, "--set", "\(field)=\(text)")
      #expect(refused.code == 2 && refused.said.contains(said), "\(field): \(refused.said)")
    }
    let fact = try desktop.heard("show", id, "--format", "json").object
    #expect(fact["amount"] as? Int == 50_000_000 && fact["currency"] as? String == "EUR")
    #expect(fact["number"] as? Int == 12600)
    try desktop.heard("edit", id, "--set", "number=")
    #expect(try desktop.heard("show", id, "--format", "json").object["number"] is NSNull)
  }

  @Test func `releases are listed and shown, never edited, and removed with undo`() throws {
    let desktop = try Desktop()
    try desktop.write(
      """
      {"approvals": ["FR-2024-Q2"], "at": "2024-07-01T09:00:00Z", "by": "Oumou", "cells":
        [{"id": "FR/2024", "number": 120}, {"id": "BR/2024", "withheld": true}], "id": "report",
        "measure": "attendances", "query": "country:fr,br year:2024", "rows": "country",
        "rule": "5"}
      """, to: "releases/report.json")
    try desktop.write(
      #"{"at": "2024-08-01T09:00:00Z", "id": "later", "measure": "people", "rule": "none"}"#,
      to: "releases/later.json")
    let listed = try desktop.heard("list", "releases", "--format", "json").objects
    #expect(listed.map { $0["id"] as? String } == ["later", "report"])
    let found = try desktop.heard("list", "releases", "year:2024", "--format", "csv").lines
    #expect(found.count == 2 && found[1].hasPrefix("report,2024-07-01T09:00:00Z,Oumou"))
    let shown = try desktop.heard("show", "report", "--format", "json").object
    let cells = try #require(shown["cells"] as? [[String: Any]])
    #expect(cells.map { $0["number"] as? Int } == [120, nil])
    #expect(cells.map { $0["withheld"] as? Bool } == [false, true])
    let edited = try desktop.heard("edit", "report", "--set", "by=Somebody")
    #expect(edited.code == 3 && edited.said.contains("never changes"))
    #expect(try desktop.heard("delete", "report").code == 0)
    #expect(try desktop.heard("list", "releases", "--format", "json").objects.count == 1)
    #expect(try desktop.heard("undo").code == 0)
    #expect(try desktop.heard("list", "releases", "--format", "json").objects.count == 2)
  }
}
