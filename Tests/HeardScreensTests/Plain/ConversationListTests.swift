import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Plain lines: marks, several records at once, and views.
@Suite struct ConversationListTests {
  @Test func `items are marked by numbers and ranges, and only the marks are said`() {
    var talk = Talk()
    talk.type("events", "mark 1, 3-4")
    #expect(talk.said[0] == "Events: 3 marked, 4 of 4, by date.")
    #expect(talk.said.count == 4)
    #expect(talk.said.contains { $0.hasPrefix("3. marked, Date: May 28, 2024") })
    talk.type("mark 1 3 4")
    #expect(talk.said[0] == "Events: 4 of 4, by date.")
    talk.type("mark 1-4")
    #expect(talk.said == ["Events: 4 marked, 4 of 4, by date."])
    talk.type("where")
    #expect(talk.text.contains("4 marked"))
    talk.type("mark 5")
    #expect(talk.said == ["There is no number 5: the list has 4."])
    talk.type("unmark all")
    #expect(talk.said == ["Events: 4 of 4, by date."])
  }

  @Test func `a range begins at one item and ends at another`() {
    var talk = Talk()
    talk.type("events", "mark a range 2", "mark a range 4")
    #expect(talk.text.contains("3 marked"))
    talk.type("mark a", "mark all")
    #expect(talk.text.contains("4 marked"))
  }

  @Test func `one field of several is changed after hearing what becomes of each, and undone`() {
    var talk = Talk()
    talk.type("events", "mark 1-3", "change several")
    #expect(talk.said[0].hasPrefix("Change several: 3 events."))
    #expect(talk.said.contains { $0.hasPrefix("3. Field: Region") })
    talk.type("3")
    #expect(talk.text.contains("Region. Question"))
    talk.type("North", "preview")
    #expect(talk.text.contains("3 will change"), "\(talk.said)")
    #expect(talk.text.contains("Now: empty; Then: North"))
    #expect(talk.programme.events.values.allSatisfy { $0.region.isEmpty })
    talk.type("change them")
    #expect(talk.said[0] == "3 events changed · u undoes it")
    #expect(talk.programme.events.values.count { $0.region == "North" } == 3)
    talk.type("u")
    #expect(talk.programme.events.values.allSatisfy { $0.region.isEmpty })
  }

  @Test func `save leads to the preview, back to what was typed, and leave changes nothing`() {
    var talk = Talk()
    talk.type("events", "mark 1-2", "change several", "3", "North", "save")
    #expect(talk.text.contains("2 will change"))
    talk.type("back")
    #expect(talk.text.contains("North"))
    talk.type("leave")
    #expect(talk.text.contains("Which field"))
    #expect(talk.programme.events.values.allSatisfy { $0.region.isEmpty })
  }

  @Test func `the status of all that are marked is chosen by name`() {
    var talk = Talk()
    talk.type("actions", "mark 1-2", "status in progress")
    #expect(talk.text.contains("1 will change, 1 stays as it is"), "\(talk.said)")
  }

  @Test func `a view opens by its name, and several that fit are listed`() {
    var programme = Fixture.programme()
    for (id, name) in [("v-invented01", "Spring in Lyon"), ("v-invented02", "Spring in Recife")] {
      var view = SavedView()
      (view.id, view.name) = (Fixture.id(id), name)
      view.filter = name.hasSuffix("Lyon") ? "lyon" : "recife"
      programme.views[view.id] = view
    }
    var talk = Talk(programme)
    talk.type("events", "views spring in lyon")
    #expect(talk.said[0].hasPrefix("Events: Spring in Lyon, 1 of 4"))
    talk.type("back", "views spring")
    #expect(talk.said.contains("2. View: Spring in Recife, Events"))
    talk.type("2")
    #expect(talk.said[0].hasPrefix("Events: Spring in Recife, 1 of 4"))
    talk.type("home", "view: spring in l")
    #expect(talk.said[0].hasPrefix("Events: Spring in Lyon"), "\(talk.said)")
    talk.type("home", "find recife spring", "1")
    #expect(talk.said[0].hasPrefix("Events: Spring in Recife"), "\(talk.said)")
  }

  @Test func `an item of a slip is ticked by its number, its name or its letter, and Enter stores`()
    throws
  {
    var talk = Talk()
    talk.type("events", "/ lyon", "1", "attendance", "tab", "tab")
    let women = try #require(talk.said.first { $0.contains("women: not ticked") })
    #expect(women.contains("28 so far"))
    #expect(!talk.text.contains("[ ]"))
    let before = talk.programme.events[Fixture.lyon.id]?.attendance.declared
    let number = try #require(women.split(separator: ".").first)
    talk.type(String(number))
    #expect(talk.programme.events[Fixture.lyon.id]?.attendance.declared == before)
    talk.type("disabled")
    talk.type("")
    // It is in memory until there are five.
    let desk = talk.conversation.application.desk
    #expect(desk.slipsInMemory == 1)
    let after = try #require(
      desk.programme.events[Fixture.lyon.id].map(desk.withSlips)?.attendance.declared)
    #expect(after.communities["women"] == 29)
    #expect(after.communities["disabled"] == 32)
  }
}
