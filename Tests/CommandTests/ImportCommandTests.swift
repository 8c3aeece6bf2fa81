import Foundation
import TestKit
import Testing

/// `heard import events`, from the file to the records and back.
@Suite struct ImportCommandTests {
  private static let sheet = """
    Date;Country;Title;Participants
    13/02/2024;France;Waiting rooms;84
    14/02/2024;Atlantis;Under water;12
    15/02/2024;Brasil;Roda;~40
    ;;;
    Total;;;136
    """

  private func desktop(_ text: String = sheet) throws -> (Desktop, file: String) {
    let desktop = try Desktop()
    let file = "\(desktop.home)/events.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return (desktop, file)
  }

  /// The rows of an answer in JSON, which has the sums beside them.
  private static func rows(_ answer: Desktop.Answer) -> [[String: Any]] {
    answer.object["rows"] as? [[String: Any]] ?? []
  }

  @Test func `ready rows are added, doubtful ones told and left out, and nothing twice`() throws {
    let (desktop, file) = try desktop()
    let first = try desktop.heard("import", "events", file)
    #expect(first.code == 1)
    #expect(first.lines.count == 2)
    #expect(first.lines.first?.hasPrefix("2024-02-13-fr-") ?? false)
    #expect(
      first.said.contains(
        "- 1 row, Country: \"Atlantis\" is not a country. Line 3. --word \"Atlantis=VALUE\""))
    #expect(first.said.contains("2 events imported, 124 attendances. Doubtful and left out: 1."))
    let second = try desktop.heard("import", "events", file, "--yes")
    #expect(second.code == 0)
    #expect(second.lines.count == 1)
    let third = try desktop.heard("import", "events", file, "--yes")
    #expect(third.code == 0)
    #expect(third.lines.isEmpty)
    #expect(try desktop.heard("list", "events", "--format", "json").objects.count == 3)
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `cells about somebody stay out of the notes until one is kept by its line`() throws {
    let (desktop, file) = try desktop(
      """
      Date;Country;Title;Participants;Speaker;Incident
      13/02/2024;France;Waiting rooms;84;Jane Roe;she left in tears
      15/02/2024;France;Roda;40;;
      """)
    let dry = try desktop.heard(
      "import", "events", file, "--yes", "--dry-run", "--format", "json")
    #expect(dry.code == 0, "\(dry.said)")
    #expect(Self.rows(dry).first?["held"] as? [String] == ["Speaker", "Incident"])
    #expect(dry.said.contains("Speaker (1) · Incident (1)"), "\(dry.said)")
    #expect(dry.said.contains("--keep-cell") && !dry.said.contains("Roe"))
    #expect(try desktop.heard("import", "events", file, "--keep-cell", "99:Speaker").code == 2)
    #expect(try desktop.heard("import", "events", file, "--keep-cell", "2:Nothing").code == 2)
    let answer = try desktop.heard("import", "events", file, "--yes", "--keep-cell", "2:Speaker")
    #expect(answer.lines.count == 2, "\(answer.said)")
    let shown = try desktop.heard("show", try #require(answer.lines.first))
    #expect(shown.text.contains("Speaker: Jane Roe"), "\(shown.text)")
    #expect(!shown.text.contains("tears"))
  }

  @Test func `an import that was cut between its files is whole before its sheet is read again`()
    throws
  {
    let (desktop, file) = try desktop()
    let ids = try desktop.heard("import", "events", file).lines
    let last = try #require(ids.last)
    // As a cut leaves it: one event in its place, the other beside it, and the note of both.
    try desktop.shell(
      """
      set -e
      cd "$HEARD_PROGRAMME/events"
      sum=$(sha256sum \(last).json | cut -d' ' -f1)
      mv \(last).json .heard-4194304-1-1.tmp
      cat >../.heard-commit-4194304-1-2.tmp <<END
      {"at": "2024-12-01T09:00:00Z", "files": [{"id": "events/\(last).json",
        "staged": ".heard-4194304-1-1.tmp", "before": "", "after": "$sum"}]}
      END
      """
    ).expectDone()
    #expect(try desktop.heard("list", "events", "--format", "json").objects.count == 1)
    let again = try desktop.heard("import", "events", file)
    #expect(again.lines.isEmpty)
    let listed = try desktop.heard("list", "events", "--format", "json").objects
    #expect(Set(listed.compactMap { $0["id"] as? String }) == Set(ids))
    #expect(listed.count == 2)
  }

  @Test func `a dry run writes nothing and tells row by row what would happen`() throws {
    let (desktop, file) = try desktop()
    let answer = try desktop.heard("import", "events", file, "--dry-run", "--format", "json")
    #expect(answer.code == 1)
    let rows = Self.rows(answer)
    #expect(
      rows.compactMap { $0["state"] as? String } == ["ready", "doubtful", "ready", "skipped"])
    #expect(rows.compactMap { $0["line"] as? Int } == [2, 3, 4, 6])
    #expect(rows[1]["doubts"] as? [String] == ["countryUnknown"])
    #expect(rows[1]["noted"] as? [String] == ["Country"])
    #expect(try desktop.heard("list", "events").lines.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/state"))
    for format in ["table", "csv", "plain"] {
      let other = try desktop.heard("import", "events", file, "--dry-run", "--format", format)
      #expect(other.text.contains("Waiting rooms"))
    }
  }

  @Test func `a time whose zone nobody knows waits, and --zone answers for a country`() throws {
    let (desktop, file) = try desktop(
      "Title;Country;City;Date;Time\nA;US;Elsewhere;2025-06-12;14:00\nB;US;;2025-06-13;9 am\n")
    let open = try desktop.heard("import", "events", file, "--dry-run")
    #expect(open.code == 1)
    #expect(open.said.contains("2 rows") && open.said.contains("--zone US="))
    let wrong = try desktop.heard("import", "events", file, "--zone", "US=America/Nowhere")
    #expect(wrong.code == 2)
    #expect(try desktop.heard("list", "events").lines.isEmpty)
    let zone = "United States=America/Chicago"
    let added = try desktop.heard(
      "import", "events", file, "--zone", zone, "--keep-mapping", "states")
    #expect(added.code == 0)
    #expect(added.lines.count == 2)
    let event = try desktop.heard("show", added.lines[0], "--format", "json").object
    #expect(event["zone"] as? String == "America/Chicago")
    let again = try desktop.heard("import", "events", file, "--mapping", "states", "--dry-run")
    #expect(again.code == 0)
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `what the columns stand for is kept under a name and used again`() throws {
    let (desktop, file) = try desktop("Foo;Bar;Baz\n03/04/2024;Evening;12\n")
    let kept = try desktop.heard(
      "import", "events", file, "--map", "foo=start", "--map", "Bar=title", "--map",
      "C=attendance", "--date-order", "month", "--keep-mapping", "From Paris")
    #expect(kept.code == 0)
    #expect(kept.said.contains("kept as \"from-paris\""))
    #expect(kept.id.hasPrefix("2024-03-04-"))
    #expect(try desktop.heard("check").code == 0)
    try Data("Foo;Bar;Baz\n03/05/2024;Morning;13\n".utf8).write(to: URL(fileURLWithPath: file))
    let next = try desktop.heard("import", "events", file, "--mapping", "from-paris")
    #expect(next.code == 0)
    #expect(next.id.hasPrefix("2024-03-05-"))
    let none = try desktop.heard("import", "events", file, "--mapping", "lyon")
    #expect(none.code == 2)
    #expect(none.said.contains("There are: from-paris."))
  }

  @Test func `a row that differs changes its event only with --update, by line or all`() throws {
    let (desktop, file) = try desktop(
      "Id;Date;Title;Town\nE-1;2024-06-12;A;Lyon\nE-2;2024-06-13;B;Lyon\n")
    #expect(try desktop.heard("import", "events", file).lines.count == 2)
    try Data("Id;Date;Title;Town\nE-1;2024-06-12;A;Nice\nE-2;2024-06-13;B;Metz\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    func towns() throws -> [String] {
      try desktop.heard("list", "events", "--format", "json").objects
        .compactMap { $0["place"] as? String }.sorted()
    }
    let told = try desktop.heard("import", "events", file)
    #expect(told.code == 0 && told.lines.isEmpty)
    #expect(told.said.contains("Town: Lyon → Nice") || told.said.contains("Lyon → Nice"))
    #expect(told.said.contains("2 rows differ from their events. Taken over: 0."))
    #expect(try towns() == ["Lyon", "Lyon"])
    let one = try desktop.heard("import", "events", file, "--update", "3", "--format", "json")
    #expect(Self.rows(one).compactMap { $0["state"] as? String } == ["here", "updated"])
    #expect(try towns() == ["Lyon", "Metz"])
    let dry = try desktop.heard("import", "events", file, "--update", "all", "--dry-run")
    #expect(dry.said.contains("1 row differs from its event. Taken over: 1."))
    #expect(try towns() == ["Lyon", "Metz"])
    #expect(try desktop.heard("import", "events", file, "--update", "all").lines.count == 1)
    #expect(try towns() == ["Metz", "Nice"])
    #expect(try desktop.heard("import", "events", file, "--update", "all").lines.isEmpty)
    #expect(try desktop.heard("check").code == 0)
    let wrong = try desktop.heard("import", "events", file, "--update", "some")
    #expect(wrong.code == 2 && wrong.said.contains("--update"))
  }

  @Test func `an event of a locked quarter is not changed by --update`() throws {
    let (desktop, file) = try desktop(
      "Id;Date;Country;Title;Town;Participants\nE-1;2024-06-12;FR;A;Lyon;5\n")
    let id = try desktop.heard("import", "events", file).id
    try desktop.settle(#"{"name": "Manon", "role": "manager", "theme": "standard"}"#)
    let approved = try desktop.heard("approve", "FR", "2024-Q2", "--yes")
    try #require(approved.code == 0, "\(approved.said)")
    try Data("Id;Date;Country;Title;Town;Participants\nE-1;2024-06-12;FR;A;Nice;5\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    let answer = try desktop.heard("import", "events", file, "--update", "all")
    #expect(answer.lines.isEmpty)
    #expect(answer.said.contains("locked"), "\(answer.said)")
    #expect(try desktop.heard("show", id, "--format", "json").text.contains("Lyon"))
  }

  private static let refused: [(String, Int32, String)] = [
    ("/nowhere.csv", 3, "was not read"), ("/", 3, "was not read"), ("EMPTY", 3, "no row"),
    ("PACKED", 3, "is packed"), ("FILE --map Colour=start", 2, "no column \"Colour\""),
    ("FILE --map Date=colour", 2, "no field colour"), ("FILE --source guessed", 2, "--source"),
  ]

  @Test(arguments: refused.indices)
  func `what cannot be brought in is told, and nothing is written`(_ index: Int) throws {
    let (arguments, code, said) = Self.refused[index]
    let (desktop, file) = try desktop()
    try Data().write(to: URL(fileURLWithPath: "\(desktop.home)/EMPTY"))
    try Data([80, 75, 3, 4, 0, 0, 1]).write(to: URL(fileURLWithPath: "\(desktop.home)/PACKED"))
    let parts = arguments.split(separator: " ").map { part -> String in
      switch part {
      case "FILE": file
      case "EMPTY", "PACKED": "\(desktop.home)/\(part)"
      default: String(part)
      }
    }
    let answer = try desktop.run(Project.program, ["import", "events"] + parts)
    #expect(answer.code == code, "\(answer.said)")
    #expect(answer.said.contains(said), "\(answer.said)")
    #expect(answer.bytes.isEmpty)
    #expect(try desktop.heard("list", "events").lines.isEmpty)
  }

  @Test func `an event with a time and no zone is told when it is added and in a calendar`() throws
  {
    let desktop = try Desktop()
    let added = try desktop.heard(
      "add", "event", "--title", "Kitchen table", "--country", "US", "--date", "2099-03-09 12:30",
      "--place", "Elsewhere")
    #expect(added.said.contains("12:30 has no time zone"), "\(added.said)")
    let calendar = try desktop.heard("calendar", "--output", "-")
    #expect(calendar.said.contains("1 event is in it with its day only"), "\(calendar.said)")
    #expect(calendar.text.contains("12:30\\, time zone not known"), "\(calendar.text)")
    let edited = try desktop.heard("edit", added.id, "--set", "zone=America/Chicago")
    #expect(!edited.said.contains("no time zone"), "\(edited.said)")
    let whole = try desktop.heard("calendar", "--output", "-")
    #expect(!whole.said.contains("day only"))
    #expect(whole.text.contains("DTSTART;TZID=America/Chicago:20990309T123000"))
  }

  @Test func `a sheet comes from the standard input, and a web page does not`() throws {
    let desktop = try Desktop()
    let added = try desktop.heard("import", "events", "-", "--yes", input: Self.sheet)
    #expect(added.lines.count == 3)
    #expect(added.said.contains("standard input: UTF-8"), "\(added.said)")
    let again = try desktop.heard("import", "events", "-", "--yes", input: Self.sheet)
    #expect(again.code == 0 && again.lines.isEmpty)
    let page = "<html><table><tr><td>Title</td></tr></table></html>"
    let refused = try desktop.heard("import", "events", "-", input: page)
    #expect(refused.code == 3)
    #expect(refused.said.contains("is a web page"), "\(refused.said)")
    let people = try desktop.heard(
      "import", "people", "-", "--event", added.lines[0], "--dry-run", input: "Name\nAna\nBea\n")
    #expect(people.text.contains("Participant 1") || people.lines.count >= 2, "\(people.said)")
    #expect(people.said.contains("standard input"), "\(people.said)")
  }

  @Test func `an order that nobody can find out is asked for, and the rows wait`() throws {
    let (desktop, file) = try desktop("Date,Title\n03/04/2024,A\n05/06/2024,B\n")
    let answer = try desktop.heard("import", "events", file)
    #expect(answer.code == 1)
    #expect(answer.bytes.isEmpty)
    #expect(answer.said.contains("2 dates can be read day first or month first"))
    let day = try desktop.heard("import", "events", file, "--date-order", "day")
    #expect(day.lines.map { $0.prefix(10) } == ["2024-04-03", "2024-06-05"])
  }

  @Test func `hostile cells control no terminal`() throws {
    let (desktop, file) = try desktop(
      "Date,Title,Country\n2024-06-12,\u{1B}]0;owned\u{7}\u{202E}x,\u{1B}[31mred\n")
    let answer = try desktop.heard("import", "events", file, "--dry-run")
    for byte: UInt8 in [0x1B, 0x07] { #expect(!answer.bytes.contains(byte)) }
    #expect(!answer.said.utf8.contains(0x1B))
  }

  private static let merged = """
    Date;Pays;Titre;Présents
    2024-03-08;France;Matin;80
    2024-03-09;;Midi;20
    2024-03-10;Brésil;Soir;7
    2024-03-11;;Nuit;~5
    ;;Total;112
    Mis à jour le 03/11/2024;;;
    """

  @Test func `a sum never becomes an event, and the step that settles most rows is named`() throws {
    let (desktop, file) = try desktop(Self.merged)
    let dry = try desktop.heard(
      "import", "events", file, "--source", "reported", "--dry-run")
    #expect(dry.code == 1)
    #expect(dry.said.contains("Together: 2 events, 87 attendances (reported: 87)"), "\(dry.said)")
    #expect(dry.said.contains("Waits for an answer: 2 events, 25 attendances"))
    #expect(dry.said.contains("Not imported: line 6 (sum, 112), line 7 (remark)"))
    #expect(dry.said.contains("The sheet’s total on line 6 is 112: the same."))
    #expect(
      dry.said.contains(
        "- 2 rows, Pays: \"Pays\" is empty where cells were perhaps merged. Lines 3, 5. "
          + "--fill-down \"Pays\" answers."), "\(dry.said)")
    #expect(
      dry.said.contains("--fill-down \"Pays\" settles the most rows: 2 of the 2 that wait."))
    #expect(!dry.said.contains("--accept"))
    // What waits is said once, and not in the table.
    #expect(dry.said.ranges(of: "cells were perhaps merged").count == 1)
    #expect(!dry.text.contains("merged"))
    let all = try desktop.heard("import", "events", file, "--yes", "--dry-run")
    #expect(all.said.contains("2 events would be imported."))
    let filled = try desktop.heard("import", "events", file, "--fill-down", "Pays", "--yes")
    #expect(filled.code == 0, "\(filled.said)")
    #expect(filled.said.contains("4 events imported, 112 attendances."), "\(filled.said)")
    let figures = try desktop.heard("figures", "--format", "json").object
    #expect((figures["total"] as? [String: Any])?["attendances"] as? Int == 112)
    let again = try desktop.heard("import", "events", file, "--fill-down", "Pays")
    #expect(again.said.contains("There already: 4."))
    #expect(again.said.contains("There already: 4 events, 112 attendances"))
  }

  @Test func `sums are data in JSON, and another total than the sheet's is told`() throws {
    let (desktop, file) = try desktop(Self.merged.replacing("112", with: "230"))
    let answer = try desktop.heard(
      "import", "events", file, "--fill-down", "Pays", "--source", "reported", "--dry-run",
      "--format", "json")
    #expect(answer.code == 1)
    #expect(answer.said.contains("is 230, but its rows come to 112: 118 less."))
    let sums = try #require(answer.object["sums"] as? [String: Any])
    let saved = try #require(sums["saved"] as? [String: Any])
    #expect(saved["events"] as? Int == 4)
    #expect(saved["bySource"] as? [String: Int] == ["reported": 107, "estimated": 5])
    let countries = try #require(sums["byCountry"] as? [[String: Any]])
    #expect(countries.compactMap { $0["country"] as? String } == ["BR", "FR"])
    #expect(countries.compactMap { $0["attendances"] as? Int } == [12, 100])
    let years = try #require(sums["byCountryAndYear"] as? [[String: Any]])
    #expect(years.compactMap { $0["year"] as? Int } == [2024, 2024])
    #expect(years.compactMap { $0["attendances"] as? Int } == [12, 100])
    let total = try #require((sums["totals"] as? [[String: Any]])?.first)
    #expect(total["number"] as? Int == 230)
    #expect(total["difference"] as? Int == -118)
    let why = Self.rows(answer).compactMap { $0["skipped"] as? String }
    #expect(why == ["totals", "footnote"])
    // A wrong total stops nobody, but is not passed over either.
    let done = try desktop.heard("import", "events", file, "--fill-down", "Pays")
    #expect(done.code == 1)
    #expect(done.lines.count == 4)
  }

  @Test func `a sum is not even taken by its line`() throws {
    let (desktop, file) = try desktop(Self.merged)
    for line in ["6", "7"] {
      let answer = try desktop.heard(
        "import", "events", file, "--fill-down", "Pays", "--accept", line)
      #expect(answer.code == 2)
      #expect(answer.said.contains("Line \(line) is not imported"), "\(answer.said)")
    }
    #expect(try desktop.heard("list", "events").lines.isEmpty)
  }

  @Test func `what is the same of several rows is said once`() throws {
    let (desktop, file) = try desktop(Self.merged)
    let answer = try desktop.heard("import", "events", file)
    #expect(answer.said.contains("\"Pays\" is empty where cells were perhaps merged. Lines 3, 5."))
    let text = "Date;Title;Country\nsoon;A;FR\nlater;B;FR\nsoon;C;BR\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let said = try desktop.heard("import", "events", file).said
    let soon = "- 2 rows, Date: \"soon\" cannot be read as a date. Lines 2, 4."
    #expect(said.contains(soon), "\(said)")
  }

  @Test func `two columns that may be the number are asked about, and --map alone answers`() throws
  {
    let (desktop, file) = try desktop(
      "Date;Title;Participants;Total;Colour\n2024-06-12;A;37;80;blue\n2024-06-13;B;25;25;\n")
    let open = try desktop.heard("import", "events", file, "--yes")
    #expect(open.code == 1)
    #expect(open.lines.count == 1)
    #expect(
      open.said.contains("Which column is this: Came, total? Participants · Total"),
      "\(open.said)")
    #expect(open.said.contains("Line 2: Participants: 37 · Total: 80"), "\(open.said)")
    #expect(open.said.contains("--map \"Total=attendance\""))
    #expect(open.said.contains("Into the notes:"))
    #expect(open.said.contains("1 question about the whole sheet is open"))
    let dry = try desktop.heard("import", "events", file, "--dry-run", "--format", "json")
    let questions = try #require(dry.object["questions"] as? [[String: Any]])
    #expect(questions.first?["question"] as? String == "attendance")
    #expect(questions.first?["columns"] as? [String] == ["Participants", "Total"])
    #expect(questions.first?["rows"] as? Int == 1)
    let columns = try #require(dry.object["columns"] as? [[String: Any]])
    #expect(columns.last?["fate"] as? String == "notes")
    #expect(Self.rows(dry)[0]["doubts"] as? [String] == ["asked"])
    let done = try desktop.heard(
      "import", "events", file, "--map", "Participants=attendance", "--keep-mapping", "door")
    #expect(done.code == 0, "\(done.said)")
    #expect(done.lines.count == 1)
    let next = try desktop.heard("import", "events", file, "--mapping", "door", "--dry-run")
    #expect(!next.said.contains("Which column"), "\(next.said)")
  }

  @Test func `a sheet without a day says so once`() throws {
    let (desktop, file) = try desktop("Title;Country\nA;France\nB;Brasil\n")
    let answer = try desktop.heard("import", "events", file, "--dry-run")
    #expect(answer.said.contains("No column is the date: the events come without one."))
  }
}
