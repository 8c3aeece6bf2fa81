import HeardKit
import HeardModel
import TerminalCanvas
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

/// That several letters choose the value that begins with all of them.
@Suite struct TypedChoiceTests {
  @Test func `letters typed on a choice mean the value that begins with all of them`() {
    var form = Form([
      Form.Entry(
        id: "triage",
        kind: .choice([
          FieldOption("none", "no hurry"), FieldOption("low", "soon"),
          FieldOption("safeguarding", "safeguarding"),
        ]), isRequired: false, section: nil, value: .choice("none"), opening: "none")
    ])
    for letter in "safe" { _ = form.handle(.character(letter), columns: 80) { _, _ in [] } }
    #expect(form.text("triage") == "safeguarding")
    // One letter again still goes to the next one that begins with it.
    _ = form.handle(.right, columns: 80) { _, _ in [] }
    _ = form.handle(.character("s"), columns: 80) { _, _ in [] }
    #expect(form.text("triage") == "low")
    _ = form.handle(.character("s"), columns: 80) { _, _ in [] }
    #expect(form.text("triage") == "safeguarding")
  }
}
