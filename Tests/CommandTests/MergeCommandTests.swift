import Foundation
import TestKit
import Testing

/// Two that were entered twice, made one by a command.
@Suite struct MergeCommandTests {
  private func ids(_ desktop: Desktop, _ list: String) throws -> [String] {
    try desktop.heard("list", list, "--format", "json").objects.compactMap { $0["id"] as? String }
  }

  @Test func `an event entered twice becomes one, is shown before, and undo parts them`() throws {
    let desktop = try Desktop()
    let kept = try desktop.addEvent("Waiting rooms", "--place", "Lyon")
    let gone = try desktop.addEvent("Waiting", "--set", "notes=Bring chairs")
    let dry = try desktop.heard("merge", kept, gone, "--dry-run")
    #expect(dry.code == 0 && dry.said.contains("Nothing"), "\(dry.said)")
    #expect(dry.text.contains("(title): Waiting rooms | Waiting → the first"), "\(dry.text)")
    #expect(dry.text.contains("Bring chairs") && dry.text.contains("Stays: \(kept)"))
    #expect(try Set(ids(desktop, "events")) == [kept, gone])
    let merged = try desktop.heard("merge", kept, gone, "--take", "title")
    #expect(merged.code == 0, "\(merged.said)")
    #expect(try ids(desktop, "events") == [kept])
    // The old id leads to the event that stays.
    let shown = try desktop.heard("show", gone, "--format", "json").object
    #expect(shown["id"] as? String == kept && shown["title"] as? String == "Waiting")
    #expect(shown["place"] as? String == "Lyon" && shown["notes"] as? String == "Bring chairs")
    #expect(try desktop.heard("check").code == 0)
    #expect(try desktop.heard("undo", "--yes").code == 0)
    #expect(try Set(ids(desktop, "events")) == [kept, gone])
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `numbers that differ have to be chosen, and are never added up`() throws {
    let desktop = try Desktop()
    let kept = try desktop.addEvent(
      "One", "--status", "held", "--source", "counted", "--attendance", "30")
    let gone = try desktop.addEvent(
      "One", "--status", "held", "--source", "counted", "--attendance", "12")
    let refused = try desktop.heard("merge", kept, gone)
    #expect(refused.code == 2 && refused.said.contains("--keep attendance"), "\(refused.said)")
    #expect(try ids(desktop, "events").count == 2)
    #expect(try desktop.heard("merge", kept, gone, "--take", "attendance").code == 0)
    let shown = try desktop.heard("show", kept, "--format", "json").object
    #expect(shown["attendances"] as? Int == 12)
  }

  @Test func `people and words go along, which nothing takes back, so that yes is asked for`()
    throws
  {
    let desktop = try Desktop()
    let kept = try desktop.addEvent("One", "--status", "held")
    let gone = try desktop.addEvent("One", "--status", "held")
    let told = try desktop.heard(
      "add", "testimony", "--event", gone, "--file", "-", "--consent", "record,learn",
      input: "Words"
    ).id
    let action = try desktop.heard("add", "action", "--title", "Chairs", "--event", gone).id
    let person = try desktop.heard("add", "person", "--event", gone, "--pseudonym", "Marigold").id
    let refused = try desktop.heard("merge", kept, gone)
    #expect(refused.code == 2 && refused.said.contains("--yes"), "\(refused.said)")
    let merged = try desktop.heard("merge", kept, gone, "--yes")
    #expect(merged.code == 0 && merged.said.contains("cannot be undone"), "\(merged.said)")
    for (id, list) in [(told, "testimonies"), (action, "actions"), (person, "people")] {
      let found = try desktop.heard("list", list, "event:\(kept)", "--format", "json").text
      #expect(found.contains(id), "\(list): \(found)")
    }
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `two people become one, at all events or at one`() throws {
    let desktop = try Desktop()
    let first = try desktop.addEvent("One", "--status", "held")
    let second = try desktop.addEvent("Two", "--status", "held")
    func add(_ name: String, _ event: String) throws -> String {
      try desktop.heard("add", "person", "--event", event, "--pseudonym", name).id
    }
    let rose = try add("Rose", first)
    let marigold = try add("Marigold", first)
    let daisy = try add("Daisy", second)
    #expect(try desktop.heard("merge", rose, marigold).code == 2)
    #expect(try desktop.heard("merge", rose, marigold, "--yes").code == 0)
    #expect(try Set(ids(desktop, "people")) == [rose, daisy])
    let only = try desktop.heard("merge", rose, daisy, "--event", first, "--yes")
    #expect(only.code == 3, "\(only.said)")
    #expect(try desktop.heard("merge", rose, daisy, "--event", second, "--yes").code == 0)
    let people = try desktop.heard("list", "people", "--format", "json").objects
    #expect(people.count == 1 && people.first?["events"] as? Int == 2, "\(people)")
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `what cannot be one is refused, and why is said`() throws {
    let desktop = try Desktop()
    let one = try desktop.addEvent("One")
    let other = try desktop.addEvent("Two", "--set", "country=br")
    let person = try desktop.heard("add", "person", "--event", one, "--pseudonym", "Rose").id
    let countries = try desktop.heard("merge", one, other)
    #expect(countries.code == 3 && countries.said.contains("countries"), "\(countries.said)")
    #expect(try desktop.heard("merge", one, one).code == 3)
    #expect(try desktop.heard("merge", one, person).code == 2)
    #expect(try desktop.heard("merge", one, "nowhere").code == 2)
    let part = try desktop.heard("merge", one, other, "--take", "colour")
    #expect(part.code != 0)
    #expect(try Set(ids(desktop, "events")) == [one, other])
  }

  @Test func `a row of a sheet that became a part of another event is not imported again`() throws {
    let desktop = try Desktop()
    try desktop.write(
      "Title,Country,Date,Town\nWaiting rooms,FR,2024-06-12,Lyon\nListening,FR,2024-07-02,Lyon\n",
      to: "../sheet.csv")
    let sheet = "\(desktop.home)/sheet.csv"
    #expect(try desktop.heard("import", "events", sheet, "--yes").code == 0)
    let events = try ids(desktop, "events").sorted()
    #expect(events.count == 2)
    let merged = try desktop.heard("merge", events[0], events[1])
    #expect(merged.code == 0, "\(merged.said)")
    _ = try desktop.heard("import", "events", sheet, "--yes")
    #expect(try ids(desktop, "events") == [events[0]])
  }
}
