import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

@Suite struct EventFormTests {
  @Test func `Down goes through what may be meant and then to the next field`() {
    var driver = Driver()
    driver.press("NEvening<Tab>fra")
    #expect(driver.application.form?.filled.focused?.id == "country")
    let offers = driver.application.form?.filled.focused?.suggestions ?? []
    #expect(offers.contains("France"))
    for place in offers.indices {
      driver.press("<Down>")
      #expect(driver.application.form?.filled.focused?.id == "country")
      #expect(driver.application.form?.filled.focused?.suggestionCursor == place)
    }
    driver.press("<Down>")
    #expect(driver.application.form?.filled.focused?.id != "country")
    // No suggestion was taken: what was typed means one country and no other.
    #expect(driver.application.form?.filled.text("country") == "France")
    driver.press("<Up><Ctrl-U><Down>")
    #expect(driver.application.form?.filled.focused?.id != "country")
  }

  @Test func `an event is typed, saved and stands in the records`() throws {
    var driver = Driver()
    driver.press("Nsoirée d'écoute<Tab>Fran<Down><Enter><Tab>12 jun<Tab>Lyon<Ctrl-S>")
    let event = try #require(driver.programme.events.values.first { $0.title == "soirée d'écoute" })
    #expect(event.country?.stored == "FR")
    #expect(event.start?.stored == "2025-06-12")
    #expect(event.place == "Lyon")
    #expect(event.zone?.stored == "Europe/Paris")
    #expect(event.id.text.hasPrefix("2025-06-12-fr-lyon-"))
    #expect(driver.news.contains("u undoes it"))
  }

  @Test func `a new event begins with what nobody said, and a value goes back to it`() throws {
    var driver = Driver()
    driver.press("NEvening<Tab>Fran<Down><Enter><Tab><Tab><Tab>")
    #expect(driver.screen.contains("not known"))
    driver.press("p<Tab><Ctrl-S>")
    let event = try #require(driver.programme.events.values.first { $0.title == "Evening" })
    #expect(event.type == "panel")
    #expect(event.format == nil && event.involvement == nil && event.confidentiality == nil)
    driver.press("2/evening<Enter><Enter>e<Tab><Tab><Tab><Tab>not<Enter><Ctrl-S>")
    #expect(driver.programme.events[event.id]?.type == nil)
  }

  @Test func `undo takes a new event back and redo makes it again`() {
    var driver = Driver()
    let count = driver.programme.events.count
    driver.press("NNew one<Ctrl-S>")
    #expect(driver.programme.events.count == count + 1)
    driver.press("u")
    #expect(driver.programme.events.count == count)
    driver.press("<Ctrl-R>")
    #expect(driver.programme.events.count == count + 1)
  }

  @Test func `a form of an event where people spoke says so when it was not held`() throws {
    var programme = Fixture.programme()
    let remark = "One testimony was given at this event"
    var driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter>e")
    #expect(driver.screen.contains("Event form"))
    #expect(!driver.screen.contains(remark))
    programme.events[Fixture.lyon.id]?.status = .postponed
    driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter>e")
    #expect(driver.screen.contains(remark))
  }

  @Test func `a form without a title says so beside the field and keeps what was typed`() {
    var driver = Driver()
    driver.press("N<Tab>Japan<Tab>soon<Ctrl-S>")
    #expect(driver.screen.contains("This must be filled in."))
    #expect(driver.screen.contains("\"soon\" is not a date."))
    #expect(driver.screen.contains("Japan"))
  }

  @Test func `escape keeps a draft, says so, and Home offers it with the cursor where it was`() {
    var driver = Driver()
    driver.press("NHalf a tit<Esc>")
    #expect(driver.news.contains("Kept as a draft"))
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      Issue.record("no draft was kept")
      return
    }
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter>le<Ctrl-S>")
    #expect(later.programme.events.values.contains { $0.title == "Half a title" })
  }

  @Test func `a failed save says why, keeps the change, and can be tried again`() {
    var driver = Driver()
    driver.failing = .diskFull
    driver.press("NOne evening<Ctrl-S>")
    #expect(driver.news.contains("The disk is full"))
    #expect(driver.screen.contains("1 change not on disk"))
    driver.failing = nil
    driver.press("<Ctrl-S>")
    #expect(driver.screen.contains("saved"))
  }

  @Test func `a text that could not be kept is not lost by ending without a question`() throws {
    var driver = Driver()
    driver.press("NHalf a tit")
    let kept = driver.keepDrafts()
    let id = try #require(kept)
    driver.take(.state(.draftFailed(id, .diskFull)))
    driver.press("<Ctrl-C>")
    #expect(driver.screen.contains("could not be kept as a draft. What now?"))
    #expect(!driver.hasQuit)
    driver.press("<Esc><Ctrl-C>2")
    driver.take(.state(.draftKept(id)))
    driver.press("<Ctrl-C>")
    #expect(driver.hasQuit)
  }

  @Test func `a held event whose day is still to come is remarked`() throws {
    var driver = Driver()
    driver.press("2/berlin<Enter><Enter>e")
    #expect(driver.screen.contains("Event form"))
    #expect(!driver.screen.contains("still to come"))
    var programme = Fixture.programme()
    programme.events[Fixture.berlin.id]?.status = .held
    driver = Driver(programme)
    driver.press("2/berlin<Enter><Enter>e")
    #expect(driver.screen.contains("The date is still to come"))
  }
}
