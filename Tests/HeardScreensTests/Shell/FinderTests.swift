import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

@Suite struct FinderTests {
  @Test(arguments: [
    ("dialogue dis", "Dialogue on disability and care"), ("CARE ｄｉａｌ", "Dialogue on disability"),
    ("saude roda", "Roda de escuta: saúde materna"), ("2024-06-jp-osaka-m3x9", "職場のアライ・第5回"),
    ("ｱﾗｲ", "職場のアライ・第5回"), ("collectif", "Collectif Exemple"), ("interpreter po", "Interpreter"),
    ("さくら", "さくら"), ("new event", "New event"),
  ])
  func `anything is found by parts of it in any order and stands first`(text: String, name: String)
  {
    let driver = found(text)
    #expect(titles(driver).first?.hasPrefix(name) ?? false, "\(titles(driver))")
  }

  @Test func `letters in their order find what no part finds`() {
    #expect(titles(found("lydisab")).first?.hasPrefix("Dialogue on disability") ?? false)
    #expect(titles(found("collctife")).first == "Collectif Exemple")
    var driver = Driver()
    driver.press("2:attnd")
    #expect(driver.screen.contains("› Attendance"))
    // Whom nobody may read is not found by letters either.
    #expect(titles(found("jurma")).isEmpty)
  }

  @Test func `Enter opens what is focused, and Esc comes back to where one was`() {
    var driver = found("lyon dialogue")
    driver.press("<Enter>")
    #expect(driver.lines[0].contains("Event"))
    #expect(driver.screen.contains("Dialogue on disability and care"))
    driver.press("<Esc>")
    #expect(driver.lines[0].contains("Home"))
    driver.press("<Ctrl-P>collectif<Enter>")
    #expect(driver.screen.contains("Collectif Exemple"))
    driver.press("<Esc><Ctrl-P>new event<Enter>")
    #expect(driver.lines[0].contains("Event form"))
  }

  @Test func `the words of a testimony find it only for who may read them`() {
    let readable = titles(found("interprete jamais"))
    #expect(readable.count == 1 && readable[0].contains("Amandine"), "\(readable)")
    for text in ["sete horas", "jurema", "esperei"] {
      #expect(titles(found(text)).isEmpty, "\(text)")
    }
    // Its id is no secret, and names nobody.
    #expect(titles(found("t-recife0001")) == ["t-recife0001"])
    var settings = PersonalSettings()
    settings.staff = Fixture.member.id
    var driver = Driver(settings: settings)
    driver.press("<Ctrl-P>sete horas")
    #expect(titles(driver).first?.contains("Jurema") ?? false)
  }

  @Test func `what was withdrawn is not found, and a withdrawal code only as a whole`() {
    var programme = Fixture.programme()
    var testimony = Fixture.heardInRecife
    testimony.consent.withdrawalCode = "4821-0937"
    programme.testimonies[testimony.id] = testimony
    #expect(titles(found("4821-0937", programme)) == ["t-recife0001"])
    #expect(titles(found("4821-093", programme)).isEmpty)
    testimony.consent.entries.append(
      ConsentEntry(
        id: "e-9", purpose: .record, state: .withdrawn,
        at: Moment(stored: "2024-06-01T13:00:00Z") ?? Moment(seconds: 0), by: "Noor Example"))
    programme.testimonies[testimony.id] = testimony
    #expect(titles(found("4821-0937", programme)).isEmpty)
    #expect(titles(found("t-recife0001", programme)).isEmpty)
  }

  @Test func `words that may hurt are not shown where they were found`() {
    var programme = Fixture.programme()
    var testimony = Fixture.heardInLyon
    testimony.contentWarning = "violence"
    programme.testimonies[testimony.id] = testimony
    #expect(titles(found("interprete jamais", programme)) == ["Amandine"])
  }

  @Test func `kinds are told in words, and the rest of many is counted`() {
    var programme = Fixture.programme()
    for number in 10...29 {
      let event = Fixture.event("2023-01-\(number)-fr-lyon-x000", "Lyon \(number)", "FR", "Lyon")
      programme.events[event.id] = event
    }
    let driver = found("lyon", programme)
    let lines = driver.lines.joined(separator: "\n")
    #expect(lines.contains("Events: 6 of 21"))
    #expect(lines.contains("Actions") && lines.contains("Testimonies"))
    #expect(titles(driver).filter { $0.hasPrefix("Lyon ") }.count == 6)
  }

  @Test func `it works while a form is being filled in, and nothing typed is lost`() {
    var driver = Driver()
    driver.press("NSoirée<Ctrl-P>lyon dialogue<Enter>")
    #expect(driver.lines[0].contains("Event"))
    driver.press("<Esc>")
    #expect(driver.screen.contains("Soirée"))
    // Going elsewhere from on top of a form keeps a draft of it.
    driver.press("<Ctrl-P>lyon dialogue<Enter>2")
    #expect(driver.application.desk.drafts.count == 1)
  }

  @Test func `a view of a list is found by its name and opens as it was kept`() {
    var programme = Fixture.programme()
    var view = SavedView()
    (view.id, view.name, view.filter) = (Fixture.id("v-invented01"), "Zeitplan Süd", "lyon")
    programme.views[view.id] = view
    var driver = found("sud zeit", programme)
    #expect(titles(driver) == ["Zeitplan Süd"])
    driver.press("<Enter>")
    #expect(driver.lines[0].contains("Zeitplan Süd"))
    #expect(driver.lines[0].contains("1 of 4"))
  }

  @Test func `it works with letters switched off`() {
    var settings = PersonalSettings()
    settings.hasNoLetterCommands = true
    var driver = Driver(settings: settings)
    driver.press("<Ctrl-P>roda<Enter>")
    #expect(driver.screen.contains("Roda de escuta"))
  }

  private func found(_ text: String, _ programme: Programme = Fixture.programme()) -> Driver {
    var driver = Driver(programme)
    driver.press("<Ctrl-P>")
    driver.type(text)
    return driver
  }

  /// The first cells of what can be opened.
  private func titles(_ driver: Driver) -> [String] {
    (driver.application.describe().overlay?.blocks ?? []).flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return (0..<table.rowCount).map { table.row($0) }.filter { $0.kind == .item }
        .map { $0.cells[0].text }
    }
  }
}

@Suite struct TrailTests {
  @Test func `what becomes of several records is no place to return to`() {
    var driver = Driver()
    driver.press("2*B<Down><Down><Enter>North<Enter><Esc><Esc><Esc>YZ")
    #expect(driver.lines[0].contains("Columns"))
    driver.press("<Esc>z")
    #expect(!driver.screen.contains("Change several"))
    #expect(!driver.screen.contains("Columns"))
  }

  @Test func `back and forward again go through the same screens`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter><Esc>")
    #expect(driver.lines[0].contains("Events"))
    driver.press("Z")
    #expect(driver.lines[0].contains("Event,") && driver.screen.contains("Dialogue"))
    driver.press("Z")
    #expect(driver.news.contains("nothing ahead"))
    driver.press("<Esc><Esc>ZZ")
    #expect(driver.screen.contains("Dialogue"))
  }

  @Test func `going to another main screen keeps the way one came by`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>14z")
    let rows = driver.screen.split(separator: "\n").dropFirst().map(String.init)
    #expect(rows.contains { $0.contains("Dialogue on disability") && $0.contains("Event") })
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("Dialogue on disability"))
    driver.press("<Esc>")
    #expect(driver.lines[0].contains("Actions"))
  }

  @Test func `a place stands once, the newest first, and a form is none`() {
    var driver = Driver()
    driver.press("2123n<Esc>1z")
    let table = driver.lines.filter { $0.contains("Screen:") }
    #expect(table.count == Set(table).count)
    #expect(!table.contains { $0.contains("form") })
  }

  @Test func `what belongs to a record is listed and opens`() {
    var programme = Fixture.programme()
    var event = Fixture.lyon
    var partner = EventPartner()
    partner.id = Fixture.organisation.id
    event.partners = [partner]
    event.series.name = "Rencontres"
    event.facilitators = [Fixture.member.id]
    var sibling = Fixture.berlin
    sibling.series.name = "Rencontres"
    (programme.events[event.id], programme.events[sibling.id]) = (event, sibling)
    var driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter>M")
    for text in ["Collectif Exemple", "Vertrauensrunde", "Amandine", "Interpreter pool", "Noor"] {
      #expect(driver.screen.contains(text), "\(text)")
    }
    driver.press("<Enter>")
    #expect(driver.lines[0].contains("Organisation"))
    driver.press("<Esc><Down><Enter>")
    #expect(driver.screen.contains("Vertrauensrunde"))
  }

  @Test func `a testimony that may not be read names nobody among what belongs to it`() {
    var driver = Driver()
    driver.press("2/recife<Enter><Enter>M")
    #expect(!driver.screen.contains("Jurema"))
    #expect(driver.screen.contains("t-recife0001"))
  }
}

@Suite struct NewsListTests {
  @Test func `all news of the sitting stand in a list with their time, the newest first`() {
    var driver = Driver()
    driver.press("2s")
    let first = driver.news
    driver.press("s")
    let second = driver.news
    driver.press("<Down><Ctrl-N>")
    #expect(driver.lines[0].contains("Messages"))
    let rows = driver.lines.filter { $0.contains("09:00") }
    #expect(rows.count == 2)
    #expect(rows[0].contains(second) && rows[1].contains(first))
  }

  @Test func `a long message is readable in full`() {
    var driver = Driver()
    driver.failing = .cannotWrite(
      path: String(repeating: "why it failed ", count: 40) + "END", errno: 28)
    driver.press("2/lyon<Enter>c+<Esc><Ctrl-N>")
    #expect(driver.screen.contains("END"))
  }
}

@Suite struct OutsideEditorTests {
  @Test func `the first time it is said what an editor outside may keep, then never again`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>t")
    driver.type("She said")
    driver.press(.alt("e"))
    #expect(driver.lines.joined().contains("copies of confidential words"))
    driver.press("<Enter>")
    #expect(Self.writtenOutside(driver) == nil)
    driver.press(.alt("e"))
    driver.press("2")
    #expect(Self.writtenOutside(driver)?.text == "She said")
    #expect(driver.application.desk.settings.knowsOutsideEditor)
    _ = driver.application.take(
      .terminal(.writtenOutside("She said\nmore", problem: nil)), driver.occasion)
    #expect(driver.screen.contains("more"))
    driver.press(.alt("e"))
    #expect(Self.writtenOutside(driver)?.text == "She said\nmore")
    driver.take(.terminal(.writtenOutside(nil, problem: .editorLost(name: "ed"))))
    #expect(driver.screen.contains("more") && driver.news.hasPrefix("The editor “ed” left no text"))
  }

  @Test func `a text goes with the name of its draft and its field, and with nothing else of it`() {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>t")
    driver.press(.alt("e"))
    driver.press("2")
    // Nothing is typed yet, and the editor may be where it begins.
    let empty = Self.writtenOutside(driver)
    #expect(empty?.text == "" && empty?.draft?.form == "testimony")
    driver.type("She said")
    driver.press(.alt("e"))
    let draft = Self.writtenOutside(driver)?.draft
    #expect(draft?.id == empty?.draft?.id)
    #expect(draft?.record == "" && draft?.focus == "words")
    #expect(draft?.event == Fixture.lyon.id && draft?.fields == [:])
    let kept = driver.application.keepDrafts(driver.occasion).compactMap { effect -> String? in
      if case .state(.keepDraft(let draft)) = effect { draft.id } else { nil }
    }
    #expect(kept.first == draft?.id)
  }

  /// What was given to the editor last; nil where nothing was.
  private static func writtenOutside(_ driver: Driver) -> (text: String, draft: Draft?)? {
    guard case .terminal(.writeOutside(let text, let draft))? = driver.effects.last else {
      return nil
    }
    return (text, draft)
  }

  @Test func `a line is written here`() {
    var driver = Driver()
    driver.press("N")
    driver.press(.alt("e"))
    #expect(!driver.lines.joined().contains("copies of confidential words"))
  }
}

/// Alt and an arrow, as in every browser.
@Suite struct TrailKeyTests {
  @Test func `Alt and the arrows go back and forward again, and never end the program`() {
    var driver = Driver()
    driver.press("2<Enter>")
    #expect(driver.rows[0].hasPrefix("Heard  Event  "))
    driver.press(.altLeft)
    #expect(driver.rows[0].hasPrefix("Heard  Events"))
    driver.press(.altLeft)
    #expect(driver.rows[0].hasPrefix("Heard  Home"))
    driver.press(.altLeft)
    #expect(driver.news == "There is nothing before this screen.")
    #expect(!driver.effects.contains(.terminal(.quit)))
    driver.press(.altRight)
    driver.press(.altRight)
    #expect(driver.rows[0].hasPrefix("Heard  Event  "))
    driver.press(.altRight)
    #expect(driver.news.contains("nothing ahead"))
  }

  @Test func `in a form they are words of a text, and lead nowhere between choices`() {
    var driver = Driver()
    driver.press("N")
    driver.type("one two")
    driver.press(.altLeft)
    driver.type("and ")
    #expect(driver.screen.contains("one and two"))
    driver.press("<Tab><Tab><Tab><Tab>")
    for _ in 0..<4 {
      driver.press(.altLeft)
      driver.press("<Tab>")
    }
    #expect(driver.rows[0].hasPrefix("Heard  Event form"))
  }
}

/// Reading in the pager of one's own.
@Suite struct OutsidePagerTests {
  private func text(_ driver: Driver) -> String {
    if case .terminal(.readOutside(let text))? = driver.effects.last { text } else { "" }
  }

  @Test func `a testimony is read whole, its paragraphs apart, and no byte is obeyed`() {
    var programme = Fixture.programme()
    let words = (1...60).map { "Sentence \($0) of what was told." }.joined(separator: "\n\n")
    programme.testimonies[Fixture.heardInLyon.id]?.text = words + "\n\u{1B}[2JEnd"
    var driver = Driver(programme)
    driver.press("3/Amandine<Enter><Enter>")
    driver.press(.alt("p"))
    #expect(text(driver).hasPrefix("Testimony\n"))
    #expect(text(driver).contains("Sentence 1 of what was told.\n\nSentence 2"))
    #expect(!text(driver).contains("more below"))
    #expect(text(driver).contains("Sentence 60") && text(driver).contains("End"))
    #expect(!text(driver).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text(driver).split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `words that the screen hides are not in it`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.contentWarning = "violence"
    var driver = Driver(programme)
    driver.press("3/Amandine<Enter><Enter>")
    driver.press(.alt("p"))
    #expect(!text(driver).isEmpty && !text(driver).contains("interprète"))
  }

  @Test(arguments: ["?", "<Ctrl-N>", "2", "2<Enter>", "2<Enter><Tab><Tab><Tab><Tab><Tab>"])
  func `every screen can be read there`(keys: String) {
    var driver = Driver()
    driver.press(keys)
    driver.press(.alt("p"))
    #expect(text(driver).split(separator: "\n").count >= 2, "\(text(driver))")
  }

  @Test func `what went wrong with the pager is said`() {
    var driver = Driver()
    driver.take(.terminal(.readOutside(problem: .pagerFailed(name: "less"))))
    #expect(driver.news.hasPrefix("The pager “less” ended with an error"))
  }
}
