import Foundation
import TestKit
import Testing

@Suite struct RecordCommandTests {
  @Test func `what is added is listed, shown, edited and counted`() throws {
    let desktop = try Desktop()
    let added = try desktop.heard(
      "add", "event", "--title", "Salle d’attente", "--country", "fr", "--date", "2024-06-12",
      "--place", "Lyon", "--meeting", "hybrid", "--attendance", "84", "--source", "counted")
    #expect(added.code == 0)
    #expect(added.lines.count == 1)
    #expect(added.id.hasPrefix("2024-06-12-fr-lyon-"))
    #expect(added.said == "Country: France (FR)\nNew event: Salle d’attente\n")

    let event = try #require(
      try desktop.heard("list", "events", "--format", "json").objects.first)
    #expect(event["id"] as? String == added.id)
    #expect(event["attendances"] as? Int == 84)
    #expect(event["format"] as? String == "hybrid")
    #expect(event["status"] as? String == "held")

    let edited = try desktop.heard(
      "edit", added.id, "--set", "attendance=90", "--set", "summary=What we heard: waiting.")
    #expect(edited.code == 0)
    #expect(edited.bytes.isEmpty)
    let shown = try desktop.heard("show", added.id)
    #expect(shown.lines.contains("Attendances: 90"))
    #expect(shown.lines.contains("Summary: What we heard: waiting."))

    let figures = try desktop.heard("figures", "--by", "country,year", "--format", "json").object
    let row = try #require((figures["rows"] as? [[String: Any]])?.first)
    #expect(row["country"] as? String == "FR")
    #expect(row["year"] as? Int == 2024)
    #expect(row["attendances"] as? Int == 90)
    #expect((figures["total"] as? [String: Any])?["counted"] as? Int == 90)
  }

  @Test func `an id can be handed from one command to the next`() throws {
    let answer = try Desktop().shell(
      """
      id=$(heard add event --title 'Town hall' --country br 2>/dev/null)
      action=$(heard add action --title 'Chairs' --due 2025-01-01 --theme communication,CARE \
        --event "$id" 2>/dev/null)
      heard show "$action" --format json
      """)
    #expect(answer.object["title"] as? String == "Chairs")
    #expect(answer.object["due"] as? String == "2025-01-01")
    #expect(answer.object["themes"] as? [String] == ["COMM", "CARE"])
    #expect((answer.object["eventIDs"] as? [String])?.count == 1)
  }

  @Test func `a member of the team is added with what they do and where`() throws {
    let desktop = try Desktop()
    let added = try desktop.heard(
      "add", "member", "--name", "Odile Ferrand", "--role", "facilitator,supportContact",
      "--country", "fr", "--language", "fr,en", "--contact", "desk 4")
    #expect(added.code == 0)
    #expect(added.said == "For countries: France (FR)\nNew team member: Odile Ferrand\n")
    let id = try #require(added.lines.first)
    let shown = try desktop.heard("show", id, "--format", "json").object
    #expect(shown["name"] as? String == "Odile Ferrand")
    #expect(shown["teamRoles"] as? [String] == ["facilitator", "supportContact"])
    #expect(shown["teamCountries"] as? [String] == ["FR"])
    #expect(try desktop.heard("list", "team").lines.contains { $0.contains("Odile Ferrand") })
    let wrong = try desktop.heard("add", "member", "--name", "B", "--role", "boss")
    #expect(wrong.code == 2 && wrong.said.hasPrefix("--role: "))
    #expect(try desktop.heard("add", "member", "--name", " ").code == 2)
  }

  @Test func `a number of attendances needs its source and an event that was held`() throws {
    let desktop = try Desktop()
    let bare = try desktop.heard("add", "event", "--title", "A", "--attendance", "30")
    #expect(bare.code == 2)
    #expect(bare.said.contains("--source"))
    let planned = try desktop.heard(
      "add", "event", "--title", "A", "--attendance", "30", "--source", "counted", "--status",
      "planned")
    #expect(planned.code == 2)
    #expect(try desktop.heard("list", "events", "--format", "json").objects.isEmpty)
    let unknown = try desktop.heard(
      "add", "event", "--title", "A", "--attendance", "30", "--source", "notKnown")
    #expect(unknown.code == 0, "\(unknown.said)")
    let event = try #require(try desktop.heard("list", "events", "--format", "json").objects.first)
    #expect(event["attendances"] as? Int == 30)
    #expect(event["attendanceSource"] as? String == "unsourced")
    let total = try desktop.heard("figures", "--format", "json").object["total"] as? [String: Any]
    #expect(total?["attendances"] as? Int == 30 && total?["unsourced"] as? Int == 30)
    #expect(total?["notKnown"] as? Int == 0)
    for filter in [["source:unsourced", "-source:notKnown"], ["source:notKnown"]] {
      let found = try desktop.run(
        Project.program, ["list", "events", "--format", "json"] + filter
      ).objects
      #expect(found.count == filter.count - 1, "\(filter)")
    }
  }

  @Test func `of an event that is added nothing is known that nobody said`() throws {
    let desktop = try Desktop()
    let id = try desktop.heard("add", "event", "--title", "Evening", "--country", "fr").id
    let file = try String(
      contentsOfFile: "\(desktop.programme)/events/\(id).json", encoding: .utf8)
    for (member, value) in [
      ("type", "panel"), ("involvement", "participated"), ("format", "online"),
      ("confidentiality", "chathamHouse"),
    ] {
      #expect(!file.contains("\"\(member)\""), "\(member)")
      let set = try desktop.heard("edit", id, "--set", "\(member)=\(value)")
      #expect(set.code == 0, "\(set.said)")
      var shown = try desktop.heard("show", id, "--format", "json").object
      #expect(shown[member] as? String == value)
      #expect(try desktop.heard("edit", id, "--set", "\(member)=").code == 0)
      shown = try desktop.heard("show", id, "--format", "json").object
      #expect(shown[member] is NSNull, "\(member)")
    }
  }

  @Test func `an edit sets all fields or none`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    let wrong = try desktop.heard("edit", id, "--set", "place=Lyon", "--set", "start=banana")
    #expect(wrong.code == 2)
    #expect(wrong.said.hasPrefix("start: \"banana\" is not a date."))
    #expect(
      try desktop.heard("show", id, "--format", "json").object["place"] as? NSNull != nil)
    let unknown = try desktop.heard("edit", id, "--set", "plase=Lyon")
    #expect(unknown.code == 2)
    #expect(unknown.said == "There is no field plase. Did you mean place?\n")
    let backwards = try desktop.heard("edit", id, "--set", "end=2024-06-01")
    #expect(backwards.code == 2)
    #expect(backwards.said == "end: The end is before the start.\n")
    let same = try desktop.heard("edit", id, "--set", "title=Waiting rooms")
    #expect(same.code == 0)
    #expect(same.said == "Nothing was changed.\n")
  }

  @Test func `a value may be given by its name in one's language, or by the beginning of it`()
    throws
  {
    let desktop = try Desktop()
    let id = try desktop.heard("add", "event", "--title", "Evening").id
    #expect(try desktop.heard("edit", id, "--set", "format=In person").code == 0)
    #expect(try desktop.heard("edit", id, "--set", "involvement=took").code == 0)
    let event = try #require(try desktop.heard("list", "events", "--format", "json").objects.first)
    #expect(event["format"] as? String == "inPerson")
    #expect(event["involvement"] as? String == "participated")
  }

  @Test func `nothing after the sign empties a field, and a title must stay`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms", "--place", "Lyon")
    #expect(try desktop.heard("edit", id, "--set", "place=").code == 0)
    #expect(
      try desktop.heard("show", id, "--format", "json").object["place"] as? NSNull != nil)
    let untitled = try desktop.heard("edit", id, "--set", "title=")
    #expect(untitled.code == 2)
    #expect(untitled.said == "title: This must be filled in.\n")
  }

  @Test func `the beginning of an id is enough where no other begins so`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("First")
    #expect(try desktop.heard("show", "2024-06", "--format", "json").object["id"] as? String == id)
    let other = try desktop.addEvent("Second")
    let both = try desktop.heard("show", "2024-06")
    #expect(both.code == 2)
    #expect(both.said.contains(id) && both.said.contains(other))
    let none = try desktop.heard("show", "2019")
    #expect(none.code == 2)
    #expect(none.said == "No record has the id 2019, and no id begins with it.\n")
  }

  @Test func `a record whose file cannot be read is never said not to be there`() throws {
    let desktop = try Desktop()
    let broken = "2024-05-28-fr-lyon-4k7q"
    try desktop.write("<<<<<<< ours\n{", to: "events/\(broken).json")
    for arguments in [
      ["show", broken], ["show", "2024-05"], ["edit", broken, "--set", "place=Lyon"],
      ["print", "signin", broken, "--output", "-"],
      ["add", "action", "--title", "Chairs", "--event", broken],
    ] {
      let answer = try desktop.run(Project.program, arguments)
      #expect(answer.code == 3 && answer.bytes.isEmpty, "\(arguments)")
      #expect(answer.said.contains("events/\(broken).json:1:1: H103"), "\(answer.said)")
      #expect(answer.said.contains("\(broken) is there"), "\(answer.said)")
    }
    let person = try desktop.heard("show", "p-7kq2m9x4ab")
    #expect(person.code == 3 && person.said.contains("may hold it"), "\(person.said)")
    let open = try desktop.heard("open", "--at", "event/\(broken)", "--plain")
    #expect(open.code == 3 && open.text.contains("\(broken).json"), "\(open.text)")
    // One that can be read is not taken for one that cannot because it begins alike.
    let id = try desktop.addEvent("First")
    try desktop.write("{", to: "events/\(id)x.json")
    let named = try desktop.heard("show", id)
    #expect(named.code == 0 && named.text.contains("First"), "\(named.said)")
    // The whole folder is read for the beginning of an id, and what cannot be read is told then.
    let begun = try desktop.heard("show", String(id.dropLast(2)))
    #expect(begun.code == 2 && begun.said.contains("\(id)x"), "\(begun.said)")
    let both = try desktop.heard("show", "2024-06")
    #expect(both.code == 2 && both.said.contains("\(id)x"), "\(both.said)")
  }

  @Test func `a record named in full is shown as where everything is read for it`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    func ids(_ list: String) throws -> [String] {
      try desktop.heard("list", list, "--format", "json", "--programme", sample).objects
        .compactMap { $0["id"] as? String }.sorted()
    }
    var compared = 0
    for list in ["events", "testimonies", "actions"] {
      let all = try ids(list)
      for id in stride(from: 0, to: all.count, by: max(1, all.count / 5)).map({ all[$0] }) {
        // The beginning of an id is looked for in the whole folder.
        let begun = String(id.dropLast())
        guard all.count(where: { $0.hasPrefix(begun) }) == 1 else { continue }
        for format in ["json", "plain"] {
          let tail = ["--format", format, "--yes", "--programme", sample]
          let named = try desktop.run(Project.program, ["show", id] + tail)
          let whole = try desktop.run(Project.program, ["show", begun] + tail)
          #expect(named.bytes == whole.bytes && named.code == whole.code, "\(id)")
          #expect(named.said == whole.said && named.code == 0, "\(id): \(named.said)")
        }
        compared += 1
      }
    }
    #expect(compared >= 12)
  }

  @Test func `a list with a file that cannot be read is not said to be empty`() throws {
    let desktop = try Desktop()
    try desktop.write("{", to: "events/x-1.json")
    for format in ["table", "plain"] {
      let answer = try desktop.heard("list", "events", "--format", format)
      #expect(answer.code == 3 && answer.said.hasPrefix("events/x-1.json"), "\(answer.said)")
    }
  }

  @Test func `an action names only what is there`() throws {
    let desktop = try Desktop()
    let action = try desktop.heard("add", "action", "--title", "Chairs", "--event", "2019-xx")
    #expect(action.code == 2)
    #expect(action.bytes.isEmpty)
    #expect(try desktop.heard("list", "actions", "--format", "json").text == "[]\n")
  }

  @Test func `actions are edited under the rules of their form`() throws {
    let desktop = try Desktop()
    let action = try desktop.heard("add", "action", "--title", "Chairs", "--set", "horizon=short")
    #expect(action.code == 0)
    let declined = try desktop.heard("edit", action.id, "--set", "status=declined")
    #expect(declined.code == 2)
    #expect(declined.said == "reason: A reason is needed here.\n")
    #expect(try desktop.heard("edit", action.id, "--set", "status=done").code == 0)
    let shown = try desktop.heard("show", action.id, "--format", "json").object
    #expect(shown["doneOn"] as? String == "2024-12-01")
  }

  @Test func `a history line says who changed which fields`() throws {
    let desktop = try Desktop()
    try desktop.settle("{\"name\": \"Noor\", \"role\": \"coordinator\", \"theme\": \"standard\"}")
    let id = try desktop.addEvent()
    try desktop.heard("edit", id, "--set", "place=Lyon")
    let history = try desktop.shell("cat \"$HEARD_PROGRAMME\"/history/*.jsonl").lines
    #expect(history.count == 2)
    #expect(history.last?.contains("\"place\"") ?? false)
    #expect(history.last?.contains("Noor") ?? false)
  }
}

/// Days that cannot be right, on the command line.
@Suite struct OddDayCommandTests {
  @Test func `a day that cannot be right is kept only with yes, and the check lists it`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Evening", "--status", "held")
    let action = try desktop.heard("add", "action", "--title", "Chairs", "--event", event).id
    func edit(_ id: String, _ more: String...) throws -> Desktop.Answer {
      try desktop.run(Project.program, ["edit", id] + more)
    }
    let ahead = try edit(action, "--set", "status=done", "--set", "doneOn=2030-01-01")
    #expect(ahead.code == 2)
    #expect(ahead.said.contains("Done on, January 1, 2030, is still to come."))
    #expect(ahead.said.contains("--yes") && ahead.said.contains("Nothing was changed."))
    let early = try edit(
      event, "--set", "feedbackStatus=delivered", "--set", "feedbackDelivered=2020-05-05")
    #expect(early.code == 2 && early.said.contains("lies before what it answers"))
    #expect(try desktop.heard("check").code == 0)

    let kept = try edit(action, "--set", "status=done", "--set", "doneOn=2030-01-01", "--yes")
    #expect(kept.code == 0)
    #expect(
      try edit(
        event, "--set", "feedbackStatus=delivered", "--set", "feedbackDelivered=2020-05-05",
        "--yes"
      ).code == 0)
    // What stands there is not asked again.
    #expect(try edit(action, "--set", "title=Four chairs").code == 0)
    let check = try desktop.heard("check")
    #expect(check.code == 1)
    #expect(check.text.contains("H517") && check.text.contains("H518"))
    let row = try #require(try desktop.heard("list", "events", "--format", "json").objects.first)
    #expect(row["told"] as? String == "lacking")
    #expect(row["toldLacks"] as? [String] == ["audiences", "channel", "day"])
    #expect(row["actionsDone"] as? Int == 0)
  }

  @Test func `an action that is added with such a day is refused too`() throws {
    let desktop = try Desktop()
    let refused = try desktop.heard(
      "add", "action", "--title", "Chairs", "--set", "doneOn=2030-01-01")
    #expect(refused.code == 2 && refused.bytes.isEmpty)
    let kept = try desktop.heard(
      "add", "action", "--title", "Chairs", "--set", "doneOn=2030-01-01", "--yes")
    #expect(kept.code == 0)
  }

  @Test func `what was asked for and not arranged is missing, then counted`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Evening", "--status", "held", "--set", "access=captions")
    func row() throws -> [String: Any] {
      try #require(try desktop.heard("list", "events", "--format", "json").objects.first)
    }
    #expect((try row()["missing"] as? [String])?.contains("access") == true)
    #expect(
      try desktop.heard("edit", event, "--set", "access=captions=notArranged").code == 0)
    #expect((try row()["missing"] as? [String])?.contains("access") == false)
    #expect(try row()["accessAsked"] as? Int == 1)
    #expect(try row()["accessNotArranged"] as? Int == 1)
  }
}
