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
    #expect(try desktop.heard("show", id).code == 3)
    #expect(try desktop.heard("show", id).text.contains("First"))
    let both = try desktop.heard("show", "2024-06")
    #expect(both.code == 2 && both.said.contains("\(id)x"), "\(both.said)")
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
