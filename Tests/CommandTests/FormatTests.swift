import Foundation
import TestKit
import Testing

@Suite struct FormatTests {
  @Test func `every event of the list has the documented members`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    let answer = try desktop.heard("list", "events", "--format", "json", "--programme", sample)
    #expect(answer.code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(sample)/events")
    #expect(answer.objects.count == files.count)
    let names: Set = [
      "id", "title", "country", "start", "end", "place", "status", "type", "format",
      "involvement", "languages", "attendances", "attendanceSource", "testimonies", "actions",
      "actionsDone", "told", "daysLate", "closedOut", "missing", "toldLacks", "accessAsked",
      "accessNotArranged", "beforeHeard", "use",
    ]
    for event in answer.objects { #expect(Set(event.keys) == names) }
    #expect(answer.objects.contains { $0["attendances"] is NSNull })
    #expect(answer.objects.allSatisfy { $0["attendanceSource"] is String })
  }

  @Test func `every form in which a list is printed stands in its document`() throws {
    let help = try Desktop().run(Project.program, ["help", "list"]).text
      .split { $0.isWhitespace }.joined(separator: " ")
    let values = try #require(help.firstMatch(of: /values: ([a-z, -]+); default: table/)?.1)
    let forms = values.split { ", ".contains($0) }
    let document = try String(
      contentsOfFile: "\(Project.folder.path)/docs/command-line.md", encoding: .utf8)
    #expect(forms.count > 3)
    for form in forms { #expect(document.contains("\n`--format \(form)` "), "\(form)") }
  }

  @Test func `figures are an object of keys, rows and total`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    let figures = try desktop.heard(
      "figures", "--by", "country", "--format", "json", "--programme", sample
    ).object
    #expect(
      Set(figures.keys)
        == [
          "by", "rows", "total", "overlapping", "use", "uncountedRoles", "contested", "published",
        ])
    #expect(
      figures["uncountedRoles"] as? [String] == ["facilitator", "interpreter", "organiser"])
    #expect((figures["contested"] as? [String])?.isEmpty == true)
    #expect(figures["by"] as? [String] == ["country"])
    let rows = try #require(figures["rows"] as? [[String: Any]])
    let total = try #require(figures["total"] as? [String: Any])
    for name in ["events", "attendances", "counted", "testimonies"] {
      #expect(rows.reduce(0) { $0 + ($1[name] as? Int ?? 0) } == total[name] as? Int)
    }
    #expect(Set(rows[0].keys).subtracting(total.keys) == ["country"])
  }

  @Test func `a row of what nobody noted says so, and the total stands last`() throws {
    let desktop = try Desktop()
    _ = try desktop.addEvent("One", "--status", "held")
    _ = try desktop.heard("add", "event", "--title", "Two", "--status", "held")
    let table = try desktop.heard("figures", "--by", "country").lines
    #expect(table.dropFirst().map { $0.prefix(9) } == ["France   ", "not known", "Total    "])
    let csv = try desktop.heard("figures", "--by", "country", "--format", "csv").lines
    #expect(csv.dropFirst().map { $0.prefix(12) } == ["FR,internal,", ",internal,1,"])
    // Of neither event anybody knows how many came: that is not none.
    #expect(csv.dropFirst().allSatisfy { $0.hasSuffix(",1,,,,,,,1,,0,0") })
    let json = try desktop.heard("figures", "--by", "country", "--format", "json").object
    #expect((json["rows"] as? [[String: Any]])?.last?["country"] is NSNull)
  }

  @Test func `what nobody knows is null, and every form says that it is for the team alone`() throws
  {
    let desktop = try Desktop()
    _ = try desktop.addEvent("One", "--status", "held")
    let json = try desktop.heard("figures", "--format", "json").object
    #expect(json["use"] as? String == "internal")
    let total = try #require(json["total"] as? [String: Any])
    for name in [
      "attendances", "counted", "listed", "reported", "estimated", "unsourced", "people",
    ] {
      #expect(total[name] is NSNull, "\(name)")
    }
    #expect(total["notKnown"] as? Int == 1 && total["testimonies"] as? Int == 0)
    #expect(try desktop.heard("figures", "--format", "csv").text.contains("internal"))
    for format in ["table", "plain"] {
      #expect(try desktop.heard("figures", "--format", format).text.contains("INTERNAL"))
    }
  }

  @Test func `declared communities have a base, and small numbers are marked`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    let answer = try desktop.heard(
      "figures", "--declared", "--by", "country", "--format", "json", "--programme", sample)
    #expect(answer.object["use"] as? String == "internal")
    let rows = try #require(answer.object["rows"] as? [[String: Any]])
    #expect(!rows.isEmpty)
    for row in rows {
      let count = row["declared"] as? Int
      let answers = row["answers"] as? Int
      let known = try #require(row["known"] as? String)
      // Without an event that is known to have asked there is no number, and the word says why.
      #expect((count == nil) == ["neverAsked", "forbidden", "notKnown"].contains(known))
      #expect((answers == nil) == (count == nil) && (count ?? 0) <= (answers ?? 0))
      #expect((count == 0) == (known == "nobody"))
      #expect(row["small"] as? Bool == (1...7).contains(count ?? 0))
    }
    #expect(Set(rows.compactMap { $0["known"] as? String }).count > 3)
    let table = try desktop.heard("figures", "--declared", "--programme", sample)
    #expect(table.said.contains("Each community has its own base"))
    #expect(table.said.contains("answers, never people"))
  }

  @Test func `declared is a key as well, and what cannot be told has its sign`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    let flag = try desktop.heard(
      "figures", "--declared", "--by", "country", "--format", "csv", "--programme", sample)
    let key = try desktop.heard(
      "figures", "--by", "declared,country", "--format", "csv", "--programme", sample)
    #expect(flag.text == key.text && key.lines.count > 10)
    let table = try desktop.heard(
      "figures", "--by", "declared", "country:fr", "--programme", sample)
    let row = try #require(table.lines.first { $0.contains("ethnic minorities") })
    #expect(row.split(separator: " ").contains("off"))
  }

  @Test func `community is refused and names what it became, on a line and as a key`() throws {
    let desktop = try Desktop()
    for arguments in [["figures", "--by", "year,community"], ["figures", "community:women"]] {
      let answer = try desktop.run(Project.program, arguments)
      #expect(answer.code == 2)
      #expect(answer.said.contains("about") && answer.said.contains("declared"))
    }
    for (list, here) in [("events", "at which somebody said"), ("people", "listed at events")] {
      let answer = try desktop.heard("list", list, "community:women")
      #expect(answer.code == 2 && answer.said.contains(here), "\(answer.said)")
    }
    // What a filter by the two keys means is said beside figures, which count everybody who came.
    #expect(try desktop.heard("figures", "about:women").said.contains("not people of that"))
    #expect(try desktop.heard("figures", "declared:women").said.contains("everyone who came"))
  }

  @Test func `tables are in words, and what programs read is in codes`() throws {
    let desktop = try Desktop()
    _ = try desktop.addEvent("One", "--status", "held")
    let french = ["LC_ALL": "fr_FR.UTF-8"]
    let table = try desktop.heard("list", "events", environment: french)
    #expect(table.text.contains("tenu") || table.text.contains("eu lieu"))
    #expect(!table.text.contains("held") && !table.text.contains("notKnown"))
    #expect(try desktop.heard("list", "events", "--format", "csv").text.contains("held"))
  }

  @Test func `the team is listed, and changed by its fields`() throws {
    let desktop = try Desktop()
    try desktop.write(
      "{\"members\": [{\"id\": \"s-1\", \"name\": \"Ilse Beispiel\"}]}", to: "team.json")
    let edited = try desktop.heard(
      "edit", "s-1", "--set", "teamRoles=safeguardingLead", "--set", "languages=DGS", "--set",
      "left=yes")
    #expect(edited.code == 0, "\(edited.said)")
    let member = try #require(try desktop.heard("list", "team", "--format", "json").objects.first)
    #expect(member["teamRoles"] as? [String] == ["safeguardingLead"])
    #expect(member["languages"] as? [String] == ["gsg"] && member["left"] as? Bool == true)
    #expect(try desktop.heard("show", "s-1").text.contains("Ilse Beispiel"))
  }

  @Test func `rows that overlap are said to`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    let topics = try desktop.heard("figures", "--by", "topic", "--programme", sample)
    #expect(topics.code == 0)
    #expect(topics.said.contains("do not add the rows up"))
    #expect(
      try desktop.heard("figures", "--by", "country", "--programme", sample).said
        == "Not counted: facilitator, interpreter, organiser.\n")
  }

  @Test func `events at which two numbers were typed at once are named with the figures`() throws {
    let desktop = try Desktop()
    let typed =
      #""typed": [{"id": "n-1", "what": "total", "number": 84}"#
      + #", {"id": "n-2", "what": "total", "number": 90}]"#
    try desktop.write(
      #"{"id": "e-1", "status": "held", "attendance": {"source": "counted", "total": 84, "#
        + typed + "}}", to: "events/e-1.json")
    let figures = try desktop.heard("figures", "--format", "json").object
    #expect(figures["contested"] as? [String] == ["e-1"])
    let said = try desktop.heard("figures").said
    #expect(said.contains("At 1 event different numbers were typed at once"), "\(said)")
    // The one that is written can be chosen as well as the other.
    let chosen = try desktop.heard("edit", "e-1", "--set", "attendance=84")
    #expect(chosen.code == 0, "\(chosen.said)")
    let after = try desktop.heard("figures", "--format", "json").object
    #expect((after["contested"] as? [String])?.isEmpty == true)
    #expect((after["total"] as? [String: Any])?["attendances"] as? Int == 84)
  }

  @Test func `what was published stands beside what is logged, and under no filter`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    let all = try desktop.heard("figures", "--programme", sample)
    #expect(all.said.contains("65 events, more than 12,000 people."), "\(all.said)")
    #expect(all.said.contains("attendances, not people: 6,739 counted"), "\(all.said)")
    #expect(all.said.contains("left out: 23 events, 925 attendances."), "\(all.said)")
    let some = try desktop.heard("figures", "country:fr", "--programme", sample)
    #expect(!some.said.contains("65 events"))
    let json = try desktop.heard("figures", "--format", "json", "--programme", sample).object
    let published = try #require(json["published"] as? [String: Any])
    #expect(published["unit"] as? String == "people" && published["to"] as? String == "2024")
    let logged = try #require(published["logged"] as? [String: Any])
    #expect(logged["events"] as? Int == 55 && logged["attendances"] as? Int == 9536)
    #expect(published["organised"] as? Int == 52 && published["tookPart"] as? Int == 3)
    let french = try desktop.heard(
      "figures", "country:fr", "--format", "json", "--programme", sample
    ).object
    #expect(french["published"] is NSNull)
  }

  @Test func `cells that spreadsheets take for formulas are read back as they were`() throws {
    let desktop = try Desktop()
    let titles = [
      "=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "\u{3000}＝1+1", "＋1", "－1", "＠x", "'quoted",
      "'=1", "a,b", "say \"so\"", "日本語, =1", "\u{200B}=1", "a;=1", "plain", "=cmd|' /C calc'!A0",
    ]
    for (index, title) in titles.enumerated() {
      let text = String(decoding: try JSONEncoder().encode(title), as: UTF8.self)
      let id = "2024-01-\(index + 10)"
      try desktop.write(Self.event(id, text), to: "events/\(id).json")
    }
    let csv = try desktop.heard("list", "events", "--format", "csv").text
    let read = try desktop.run(
      "/usr/bin/env",
      [
        "python3", "-c",
        """
        import csv, json, sys
        print(json.dumps([[r["id"], r["title"]] for r in csv.DictReader(sys.stdin)]))
        """,
      ], input: csv)
    let rows = try #require(read.json as? [[String]])
    #expect(rows.count == titles.count)
    for row in rows {
      let index = (Int(row[0].suffix(2)) ?? 0) - 10
      let felt = row[1].unicodeScalars.first {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
      }
      #expect(!"=+-@＝＋－＠".unicodeScalars.contains(felt ?? "a"), "\(row[1])")
      let undone = row[1].hasPrefix("'") ? String(row[1].dropFirst()) : row[1]
      #expect(undone == titles[index])
    }
  }

  @Test func `tables are aligned by the columns that signs take`() throws {
    let desktop = try Desktop()
    let first = try desktop.addEvent("日本語の題", "--attendance", "5", "--source", "counted")
    _ = try desktop.addEvent("Plain title", "--attendance", "1200", "--source", "estimated")
    let lines = try desktop.heard("list", "events").lines
    #expect(lines.count == 3)
    let row = try #require(lines.first { $0.hasPrefix(first) })
    // Five wide signs take ten columns, one less than the other title.
    #expect(row.contains("日本語の題   held"))
    #expect(lines[0].contains("Attendances"))
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test func `a table is cut to the terminal and whole in a pipe`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent(String(repeating: "Waiting rooms ", count: 20))
    #expect(try desktop.heard("list", "events").lines.contains { $0.count > 250 })
    let command = "stty cols 60 rows 20; '\(Project.program)' list events"
    let answer = try desktop.run("/usr/bin/env", ["script", "-qec", command, "/dev/null"])
    let lines = answer.text.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.contains { $0.hasPrefix(id) && $0.contains("…") })
    #expect(lines.contains { $0.hasPrefix("For lack of room without: ") })
    #expect(
      lines.allSatisfy { $0.count <= 60 || $0.hasPrefix("For lack") || $0.hasPrefix("INTERNAL") })
  }

  @Test func `the plain form gives one value a line and leaves out what is not known`() throws {
    let desktop = try Desktop()
    _ = try desktop.addEvent("One")
    _ = try desktop.addEvent("Two")
    let text = try desktop.heard("list", "events", "--format", "plain").text
    #expect(text.components(separatedBy: "\n\n").count == 2)
    #expect(text.contains("Title: One\n"))
    #expect(text.contains("Country: France\n"))
    #expect(!text.contains("Place:"))
  }

  @Test func `for Excel with a decimal comma cells are parted by semicolons, with a mark before`()
    throws
  {
    let desktop = try Desktop()
    _ = try desktop.addEvent("Été; automne")
    let plain = try desktop.heard("list", "events", "--format", "csv").text
    let excel = try desktop.heard("list", "events", "--format", "csv-excel").text
    #expect(excel.hasPrefix("\u{FEFF}id;title;status;"))
    #expect(excel.contains("\"Été; automne\";"))
    #expect(!plain.hasPrefix("\u{FEFF}"))
    #expect(
      try desktop.heard("figures", "--by", "country", "--format", "csv-excel").text
        .contains(";use;"))
  }

  @Test func `titles are in the person's language, names for programs are not`() throws {
    let desktop = try Desktop()
    _ = try desktop.addEvent("One")
    let french = ["LC_ALL": "fr_FR.UTF-8"]
    let plain = try desktop.heard("list", "events", "--format", "plain", environment: french)
    #expect(plain.text.contains("12 juin 2024"))
    let csv = try desktop.heard("list", "events", "--format", "csv", environment: french)
    #expect(csv.text.hasPrefix("id,title,status,"))
  }

  static func event(_ id: String, _ title: String) -> String {
    """
    {"id": "\(id)", "title": \(title), "type": "dialogue", "involvement": "organised",
     "format": "inPerson", "status": "held", "confidentiality": "open"}
    """
  }
}
