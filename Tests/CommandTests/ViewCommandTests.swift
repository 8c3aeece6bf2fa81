import Foundation
import Testing

/// Lists as a view shows them.
@Suite struct ViewCommandTests {
  @Test func `a view brings its filter, its order, and its columns in tables`() throws {
    let desktop = try Desktop()
    for (title, place) in [("Alpha", "Lyon"), ("Beta", "Lille"), ("Gamma", "Lyon")] {
      _ = try desktop.addEvent(title, "--place", place)
    }
    try desktop.write(
      #"{"views":[{"id":"v-1","list":"events","name":"À Lyon","filter":"place:lyon","sort":"title","#
        + #""descending":true,"columns":[{"id":"title"},{"id":"place"},{"id":"laterVersion"}]}]}"#,
      to: "views.json")
    let table = try desktop.heard("list", "events", "--view", "a lyon").lines
    #expect(table.count == 3)
    #expect(table[0].split(separator: " ") == ["Id", "Title", "Place"])
    #expect(table[1].contains("Gamma") && table[2].contains("Alpha"))
    let json = try desktop.heard(
      "list", "events", "--view", "À Lyon", "alpha", "--format", "json")
    #expect(json.objects.map { $0["title"] as? String } == ["Alpha"])
    #expect(json.objects.first?["attendanceSource"] != nil)
  }

  @Test func `a view that is sorted by a column keeps its order and its direction`() throws {
    let desktop = try Desktop()
    for (title, language) in [("Alpha", "fr"), ("Beta", "pt-BR"), ("Gamma", "en"), ("Delta", "")] {
      let id = try desktop.addEvent(title)
      let edited = try desktop.heard("edit", id, "--set", "languages=\(language)")
      #expect(edited.code == 0, "\(edited.said)")
    }
    func titles(_ sort: String) throws -> [String?] {
      try desktop.write(
        #"{"views":[{"id":"v-1","list":"events","name":"Big",\#(sort)}]}"#, to: "views.json")
      return try desktop.heard("list", "events", "--view", "Big", "--format", "json")
        .objects.map { $0["title"] as? String }
    }
    let up = try titles(#""sort":"languages""#)
    #expect(up == ["Gamma", "Alpha", "Beta", "Delta"])
    let down = try titles(#""sort":"languages","descending":true"#)
    #expect(down == ["Beta", "Alpha", "Gamma", "Delta"])
  }

  @Test func `a view of one's own comes before a shared one, and an unknown one is named`() throws {
    let desktop = try Desktop()
    _ = try desktop.addEvent("Alpha")
    try desktop.write(
      #"{"views":[{"id":"v-1","list":"events","name":"Mine","filter":"beta"}]}"#, to: "views.json")
    #expect(try desktop.heard("list", "events", "--view", "Mine").said.contains("Nothing fits"))
    try desktop.settle(
      #"{"role":"coordinator","theme":"standard","views":[{"id":"v-2","list":"events","name":"Mine"}]}"#
    )
    #expect(try desktop.heard("list", "events", "--view", "Mine").text.contains("Alpha"))
    let unknown = try desktop.heard("list", "events", "--view", "Yours")
    #expect(unknown.code == 2)
    #expect(unknown.said.contains("Yours") && unknown.said.contains("Mine"))
    #expect(try desktop.heard("list", "actions", "--view", "Mine").code == 2)
  }

  @Test func `a view that was kept with community goes on, and it is said as what it is read`()
    throws
  {
    let desktop = try Desktop()
    let about = try desktop.addEvent("About women")
    try desktop.heard("edit", about, "--set", "aboutCommunities=women")
    _ = try desktop.addEvent("Other")
    try desktop.write(
      #"{"views":[{"id":"v-1","list":"events","name":"Women","filter":"community:women"},"#
        + #"{"id":"v-2","list":"people","name":"Women","filter":"community:women"}]}"#,
      to: "views.json")
    let events = try desktop.heard("list", "events", "--view", "Women", "--format", "json")
    #expect(events.objects.map { $0["id"] as? String } == [about])
    #expect(events.said.contains("read as about"))
    let people = try desktop.heard("list", "people", "--view", "Women")
    #expect(people.code == 0 && people.said.contains("read as declared"))
  }
}
