import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Views that were kept before `community` became two keys.
@Suite struct KeptFilterTests {
  private func programme(_ list: QueryTarget) -> Programme {
    var programme = Fixture.programme()
    programme.events[Fixture.recife.id]?.aboutCommunities = ["women"]
    var view = SavedView()
    (view.id, view.name) = (Fixture.id("v-invented01"), "Kept long ago")
    (view.list, view.filter) = (list, "community:women")
    programme.views[view.id] = view
    return programme
  }

  @Test func `of events it is read as what they are about, and the screen says so`() {
    var driver = Driver(programme(.events))
    driver.press(":kept long<Enter>")
    #expect(driver.screen.contains("Kept long ago  1 of 4  about:women"))
    #expect(!driver.screen.contains("changed"))
    #expect(driver.lines.contains { $0.contains("here it is read as about") })
    // Gone and come back to, it still says so; with another filter there is nothing to say.
    driver.press("<Enter><Esc>")
    #expect(driver.lines.contains { $0.contains("here it is read as about") })
    driver.press("x")
    #expect(!driver.lines.contains { $0.contains("read as") })
  }

  @Test(arguments: [QueryTarget.testimonies, .people])
  func `of testimonies and people it is read as what they declared`(list: QueryTarget) {
    var driver = Driver(programme(list))
    driver.press(":kept long<Enter>")
    #expect(driver.screen.contains("declared:women"))
    #expect(driver.lines.contains { $0.contains("here it is read as declared") })
  }

  @Test func `kept again it holds the key of today`() {
    var driver = Driver(programme(.events))
    driver.press(":kept long<Enter>K<Ctrl-S>")
    let view = driver.programme.views.values.first
    #expect(view?.filter == "about:women" && view?.name == "Kept long ago")
    #expect(!driver.lines.contains { $0.contains("read as") })
  }

  @Test func `typed anew it is refused, with what each key means on that list`() {
    var driver = Driver()
    driver.press("2/community:women<Enter>")
    #expect(driver.lines.contains { $0.contains("events at which somebody said") })
    driver.press("3/community:women<Enter>")
    #expect(driver.lines.contains { $0.contains("those of speakers who said") })
  }
}
