import HeardKit
import HeardModel
import TerminalCanvas
import TestKit
import Testing

@testable import HeardScreens

/// What is typed on a field of options finds them, and changes nothing before somebody says so.
@Suite struct OptionSearchTests {
  private static let options = [
    FieldOption("none", "not urgent"), FieldOption("low", "soon"),
    FieldOption("safeguarding", "safeguarding"), FieldOption("women", "women and health"),
    FieldOption("place", "働く場所"),
  ]

  private static func form(_ kind: FieldKind, _ value: Form.Value) -> Form {
    Form(
      ["triage", "other"].map {
        Form.Entry(
          id: $0, kind: kind, isRequired: false, section: nil, value: value, opening: value.text)
      })
  }

  private static func choice() -> Form { form(.choice(options), .choice("none")) }
  private static func ticks() -> Form { form(.many(options), .many(["low"], cursor: 0)) }

  private static func press(_ keys: [Key], _ form: inout Form) {
    for key in keys { #expect(form.handle(key, columns: 80) { _, _ in [] }) }
  }

  private static func type(_ text: String, _ form: inout Form) {
    press(text.map { .character($0) }, &form)
  }

  @Test func `letters on a choice change nothing, Enter takes what they find`() {
    var form = Self.choice()
    Self.type("saf", &form)
    #expect(form.text("triage") == "none")
    Self.press([.enter], &form)
    #expect(form.text("triage") == "safeguarding" && form.cursor == 0)
  }

  @Test func `among several the arrows choose which one Enter takes`() {
    var form = Self.choice()
    Self.type("s", &form)
    Self.press([.down, .down, .up, .right, .enter], &form)
    #expect(form.text("triage") == "safeguarding")
    Self.type("s", &form)
    Self.press([.right, .left, .enter], &form)
    #expect(form.text("triage") == "low")
  }

  @Test func `a field is left with the one option that is named, by Tab as by the arrow`() {
    for key in [Key.tab, .down] {
      var form = Self.choice()
      Self.type("heal", &form)
      Self.press([key], &form)
      #expect(form.text("triage") == "women" && form.cursor == 1)
    }
    var form = Self.choice()
    Self.type("safeguarding", &form)
    Self.press([.tab], &form)
    #expect(form.text("triage") == "safeguarding")
  }

  @Test(arguments: ["Nous avons parlé.", "s", "room", "eguarding"])
  func `a field that is left with anything else keeps its value and says so`(text: String) {
    var form = Self.choice()
    Self.type(text, &form)
    Self.press([.tab], &form)
    #expect(form.text("triage") == "none" && form.cursor == 1)
    #expect(form.entries[0].problem != nil && form.entries[0].begun == text)
    Self.press([.backTab, .escape], &form)
    #expect(form.entries[0].problem == nil && form.entries[0].begun.isEmpty)
  }

  @Test func `typing never ticks a box, and Enter ticks the one that is found`() {
    var form = Self.ticks()
    Self.type("women", &form)
    #expect(form.text("triage") == "low")
    Self.press([.tab], &form)
    #expect(form.text("triage") == "low")
    #expect(form.entries[0].problem == .notTicked("women"))
    Self.press([.backTab, .enter], &form)
    #expect(form.text("triage") == "low, women" && form.entries[0].problem == nil)
    Self.type("soon", &form)
    Self.press([.enter], &form)
    #expect(form.text("triage") == "women")
  }

  @Test func `a space belongs to what is typed, and ticks where nothing is`() {
    var form = Self.ticks()
    Self.type("not ur", &form)
    #expect(form.text("triage") == "low" && form.entries[0].begun == "not ur")
    Self.press(Array(repeating: .backspace, count: 6) + [.character(" ")], &form)
    #expect(form.text("triage") == "low, none")
    Self.press([.backspace, .enter], &form)
    #expect(form.text("triage") == "low, none" && form.cursor == 1)
  }

  @Test func `a pasted sentence is one text, and that nothing is called so is said at once`() {
    var form = Self.choice()
    Self.press([.paste("We talked.\nAll of us."), .enter], &form)
    #expect(form.text("triage") == "none" && form.cursor == 0)
    guard case .notAnOption("We talked. All of us.", nearest: _)? = form.entries[0].problem else {
      Issue.record("\(String(describing: form.entries[0].problem))")
      return
    }
  }

  @Test func `other scripts are found in the middle, and by the value where no label fits`() {
    var form = Self.choice()
    Self.type("場所", &form)
    Self.press([.enter], &form)
    #expect(form.text("triage") == "place")
    Self.type("no", &form)
    Self.press([.enter], &form)
    Self.type("plac", &form)
    Self.press([.tab], &form)
    #expect(form.text("triage") == "place")
  }
}

/// The same on the screen.
@Suite struct OptionSearchScreenTests {
  @Test func `what is typed stands in the field with what it finds, and is saved only when taken`()
    throws
  {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>e<Ctrl-F>")
    for _ in 0..<40 where !driver.screen.contains("› Topics") { driver.press("<Tab>") }
    driver.type("mat")
    #expect(driver.lines.contains("› Topics: mat (maternal health)"), "\(driver.lines)")
    #expect(driver.lines.contains("› [ ] maternal health"), "\(driver.lines)")
    let cursor = try #require(driver.canvas.cursor)
    #expect(driver.rows[cursor.row].hasPrefix("› Topics "))
    driver.press("<Ctrl-S>")
    #expect(driver.screen.contains("! \"mat\" changes nothing yet"), "\(driver.screen)")
    #expect(driver.programme.events[Fixture.lyon.id]?.topics == [])
    driver.press("<Enter><Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.topics == ["maternalHealth"])
  }

  @Test func `a sentence typed on the confidentiality of an event changes and saves nothing`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>e<Ctrl-F>")
    for _ in 0..<40 where !driver.screen.contains("› Confidentiality") { driver.press("<Tab>") }
    driver.type("Nous avons parlé.")
    driver.press("<Tab>")
    #expect(driver.screen.contains("\"Nous avons parlé.\" is not on the list."))
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
    #expect(driver.screen.contains("› Confidentiality"))
  }

  @Test func `letters on the row of the folded fields are no commands`() {
    var driver = Driver()
    driver.press("NOne evening")
    for _ in 0..<20 where !driver.screen.contains("› More ") { driver.press("<Tab>") }
    driver.press("2q<Left>u")
    #expect(driver.screen.contains("› More ") && driver.screen.contains("One evening"))
    #expect(driver.news.contains("Nothing is typed here"))
  }

  @Test func `yes and no are found by their words`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>e<Ctrl-F>")
    for _ in 0..<60 where !driver.screen.contains("› From before") { driver.press("<Tab>") }
    driver.type("yes please")
    driver.press("<Tab><Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.isBeforeHeard == false)
    driver.press("<Esc>yes<Tab><Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.isBeforeHeard == true)
  }

  @Test func `an event is found by its id and by a place that is spelt in other letters`() {
    var programme = Fixture.programme()
    programme.events[Fixture.osaka.id]?.place = "大阪"
    for text in ["osaka", "m3x9"] {
      var driver = Driver(programme, settings: TestimonyFormTests.settings())
      driver.press("t")
      driver.type(text)
      #expect(driver.lines.contains { $0.contains("職場のアライ・第5回") }, "\(driver.lines)")
      driver.press("<Down><Enter>")
      let chosen = driver.application.form?.filled.text("event") ?? ""
      #expect(chosen.contains("職場のアライ・第5回"))
    }
  }

  /// All forms that are opened by themselves.
  private static let forms: [Place] = [
    .newEvent(), .editEvent(Fixture.lyon.id), .newAction(), .editAction(Fixture.interpreters.id),
    .newTestimony(at: Fixture.recife.id), .editTestimony(Fixture.heardInLyon.id),
    .newPerson(at: Fixture.recife.id), .newOrganisation, .newStaff, .settings,
    .series(after: Fixture.lyon.id),
  ]

  private static let words = [
    "women", "diabetic", "Nous avons parlé.", "room", "yes please", "hel", "e", "2",
  ]

  private static func random(_ chance: inout RandomSource) -> String {
    let letters = Array("abcdefghijklmnoprstuvwé 語。")
    return String(
      (0..<Int.random(in: 2...9, using: &chance)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &chance)]
      })
  }

  /// The open form; a failure where a place has none.
  private static func opened(_ place: Place) -> (Driver, Form)? {
    let driver = Driver(settings: TestimonyFormTests.settings(), at: place)
    guard let form = driver.application.form?.filled else {
      Issue.record("no form at \(place)")
      return nil
    }
    return (driver, form)
  }

  @Test func `words typed on any field that is no text change nothing that is not told before`() {
    var chance = RandomSource.printed("words on fields of options")
    let words = Self.words + (0..<10).map { _ in Self.random(&chance) }
    for place in Self.forms {
      guard let (_, form) = Self.opened(place) else { continue }
      for entry in form.entries where Self.isChosen(entry) {
        for word in words { Self.expectNothingSilent(word, in: entry.id, of: form) }
      }
    }
  }

  private static func isChosen(_ entry: Form.Entry) -> Bool {
    switch entry.kind {
    case .choice, .many, .toggle: true
    case .line, .area, .date, .number, .lookup, .lookupMany: false
    }
  }

  private static func expectNothingSilent(_ word: String, in field: Code, of opened: Form) {
    var form = opened
    form.focus(field)
    let before = form.texts
    // With nothing typed a space acts, as it always does.
    for letter in word.drop(while: { $0 == " " }) {
      _ = form.handle(.character(letter), columns: 80) { _, _ in [] }
    }
    #expect(form.texts == before, "\(field): \(word)")
    let told = form.focused?.foundOption
    _ = form.handle(.tab, columns: 80) { _, _ in [] }
    for (id, text) in form.texts where text != before[id] {
      #expect(id == field && text == told?.value, "\(field): \(word)")
    }
    guard let left = form.entries.first(where: { $0.id == field }) else { return }
    #expect(left.begun.isEmpty || left.problem != nil, "\(field): \(word)")
  }

  @Test func `what a field says of typed words stands beside them, and what is wrong stays there`()
  {
    var turn = 0
    for place in Self.forms {
      guard let (driver, form) = Self.opened(place) else { continue }
      for entry in form.entries where Self.isChosen(entry) && !entry.options.isEmpty {
        turn += 1
        let word = Self.words[turn % Self.words.count]
        Self.expectTold(word, in: entry.id, driver)
      }
    }
  }

  private static func expectTold(_ word: String, in field: Code, _ opened: Driver) {
    var driver = opened
    driver.application.focusField(field)
    driver.press(.paste(word))
    let entry = driver.application.form?.filled.focused
    let found = entry?.foundOption.map { " (\($0.label))" } ?? ""
    let line = driver.lines.first { $0.hasPrefix("› ") } ?? ""
    #expect(line.hasSuffix(": \(word)\(found)"), "\(field): \(line)")
    driver.press("<Tab>")
    let left = driver.application.form?.filled.entries.first { $0.id == field }
    guard let left, let problem = left.problem, !left.begun.isEmpty else { return }
    let sentence = problem.sentence(driver.application.desk.words)
    #expect(driver.lines.contains("! \(sentence)"), "\(field): \(word)")
  }
}

extension Form {
  fileprivate var texts: [Code: String] {
    Dictionary(entries.map { ($0.id, $0.value.text) }) { first, _ in first }
  }
}

extension Application {
  /// Goes to a field as somebody does who points at it.
  fileprivate mutating func focusField(_ id: Code) {
    guard var form else { return }
    form.filled.focus(id)
    screen = form
  }
}
