import HeardKit
import HeardModel
import Testing

/// That what was begun and not saved is not written over by the next look at the form.
@Suite struct BegunFormTests {
  @Test func `a form that was begun goes on when it is opened from its record`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>e")
    driver.type("Zweiter ")
    driver.press("<Esc>")
    #expect(driver.application.desk.drafts.count == 1)
    driver.press("e")
    #expect(driver.screen.contains("Zweiter"))
    #expect(driver.news.contains("goes on"))
    driver.press("<Esc>")
    let titles = driver.application.desk.drafts.map { $0.fields["title"] ?? "" }
    #expect(titles.count == 1 && titles[0].contains("Zweiter"))
  }
}
