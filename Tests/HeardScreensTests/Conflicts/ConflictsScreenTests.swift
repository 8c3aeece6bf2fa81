import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct ConflictsScreenTests {
  private func conflict(_ path: String, _ other: StoredValue, id: String = "x-1") -> FieldConflict {
    var conflict = FieldConflict()
    conflict.id = id
    conflict.path = path
    conflict.kept = .text("kept")
    conflict.other = other
    return conflict
  }

  private func programme(_ conflict: FieldConflict) -> Programme {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.conflicts = [conflict]
    return programme
  }

  @Test func `conflicts of every kind of record are listed, those of the team too`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.conflicts = [conflict("title", .text("Their title"))]
    programme.testimonies[Fixture.heardInLyon.id]?.conflicts = [
      conflict("pseudonym", .text("Ama"))
    ]
    programme.actions[Fixture.interpreters.id]?.conflicts = [conflict("owner", .text("City"))]
    programme.organisations[Fixture.organisation.id]?.conflicts = [
      conflict("website", .text("https://example.org"))
    ]
    programme.team[Fixture.member.id]?.conflicts = [conflict("contact", .text("desk 4"))]
    programme.settings.conflicts = [conflict("name", .text("Other name"))]
    var driver = Driver(programme, columns: 120)
    #expect(driver.screen.contains("6 fields have two versions."))
    driver.press("!")
    for text in ["Their title", "Ama", "City", "https://example.org", "desk 4", "Other name"] {
      #expect(driver.screen.contains(text), "\(text)")
    }
    driver.press("w")
    #expect(driver.news.contains("1 of 6"))
  }

  @Test func `taking the other version is a change with a name that can be undone`() {
    var driver = Driver(programme(conflict("title", .text("Their title"))))
    driver.press("!<Enter>")
    #expect(driver.screen.contains("Current"))
    #expect(driver.screen.contains("Their title"))
    driver.press("<Down><Enter>")
    #expect(driver.programme.events[Fixture.lyon.id]?.title == "Their title")
    #expect(driver.programme.events[Fixture.lyon.id]?.conflicts.isEmpty == true)
    #expect(driver.news.contains("Conflict settled: Title of Lyon"))
    #expect(driver.screen.contains("No field has two versions."))
    driver.press("u")
    #expect(driver.programme.events[Fixture.lyon.id]?.title == Fixture.lyon.title)
    #expect(driver.screen.contains("Their title"))
  }

  @Test func `keeping what stands clears the entry and nothing else`() {
    var driver = Driver(programme(conflict("attendance.total", .number(95))))
    driver.press("!")
    #expect(driver.screen.contains("Attendances"))
    driver.press("<Enter><Enter>")
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
  }

  @Test func `long texts are held against each other with signs, and can be written anew`() {
    var programme = programme(conflict("summary", .text("One here. Three. Four words more.")))
    programme.events[Fixture.lyon.id]?.summary = "One here. Two stands here now. Four words more."
    var driver = Driver(programme)
    driver.press("!<Enter>")
    #expect(driver.screen.contains("    One here."))
    #expect(driver.screen.contains("  - Two stands here now."))
    #expect(driver.screen.contains("  + Three."))
    driver.press("<Down><Down><Enter>")
    #expect(driver.screen.contains("Both in one"))
    driver.press("<End>")
    driver.type(" Three.")
    driver.press("<Ctrl-S>")
    let event = driver.programme.events[Fixture.lyon.id]
    #expect(event?.summary == "One here. Two stands here now. Four words more. Three.")
    #expect(event?.conflicts.isEmpty == true)
  }

  @Test(arguments: ["onlineAddress", "communityGovernance", "closeOut.note"])
  func `no line end gets into what is one line in its form`(path: String) {
    var driver = Driver(programme(conflict(path, .text("Theirs"))))
    driver.press("!<Enter><Down><Down><Enter>")
    #expect(driver.screen.contains("Both in one"))
    driver.press("<End>")
    driver.type(" and")
    driver.press("<Enter><Ctrl-S>")
    let event = driver.programme.events[Fixture.lyon.id]
    let texts = [event?.onlineAddress, event?.communityGovernance, event?.closeOut.note]
    #expect(event?.conflicts.isEmpty == true)
    #expect(texts.contains { $0?.hasSuffix(" and") ?? false }, "\(texts)")
  }

  @Test func `what is typed is kept as a draft and found again`() {
    var driver = Driver(programme(conflict("notes", .text("Theirs"))))
    driver.press("!<Enter><Down><Down><Enter>")
    driver.type("Half of it")
    driver.press("<Esc>")
    #expect(driver.application.desk.drafts.map(\.form) == ["conflict"])
    driver.press("1<Home><Enter>")
    #expect(driver.screen.contains("Half of it"))
    driver.type("!")
    driver.press("<Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id]?.notes == "Half of it!")
    #expect(driver.application.desk.drafts.isEmpty)
  }

  @Test func `what was closed is not opened again here, and the screen says why`() {
    var programme = programme(conflict("confidentiality", .text("open")))
    programme.events[Fixture.lyon.id]?.confidentiality = .closed
    var driver = Driver(programme)
    driver.press("!<Enter>")
    #expect(driver.screen.contains("only the more closed version can be chosen"))
    #expect(!driver.screen.contains("Take the other version"))
    driver.press("<Down><Down><Enter>")
    #expect(driver.programme.events[Fixture.lyon.id]?.confidentiality == .closed)
    #expect(driver.programme.events[Fixture.lyon.id]?.conflicts.isEmpty == true)
  }

  @Test func `words that this person may not read stay hidden, also as a conflict`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInRecife.id]?.conflicts = [
      conflict("text", .text("Secret words"))
    ]
    var driver = Driver(programme, columns: 120)
    driver.press("!")
    #expect(!driver.screen.contains("Secret words"))
    driver.press("<Enter>")
    #expect(!driver.screen.contains("Secret words"))
    #expect(!driver.screen.contains("Take the other version"))
  }

  @Test func `what somebody settles elsewhere is said while the screen is open`() {
    var driver = Driver(programme(conflict("title", .text("Their title"))))
    driver.press("!<Enter>")
    driver.outside([.event(Fixture.lyon)])
    #expect(driver.screen.contains("settled elsewhere"))
    driver.press("<Enter><Esc>")
    #expect(driver.screen.contains("No field has two versions."))
  }

  @Test func `the field is named as in the form, with the person it is about`() {
    var programme = Fixture.programme()
    programme.events[Fixture.osaka.id]?.conflicts = [
      conflict("participations[p-0000000001].note", .text("Theirs"))
    ]
    var driver = Driver(programme, columns: 120)
    driver.press("!")
    #expect(driver.screen.contains("ひなた · Note"))
  }

  @Test func `who changed the field is told where the history knows it`() {
    var driver = Driver(programme(conflict("title", .text("Their title"))))
    driver.press("!<Enter>")
    let id = Fixture.lyon.id.text
    #expect(driver.effects.last == .folder(.loadHistory(id)))
    let lines = [
      HistoryLine(at: driver.now, by: "Grace", record: id, what: "edited", fields: ["title"]),
      HistoryLine(at: driver.now, by: "Ada", record: id, what: "edited", fields: ["notes"]),
    ]
    _ = driver.application.take(.folder(.history(of: id, lines)), driver.occasion)
    #expect(driver.screen.contains("Changed by: Grace"))
    #expect(!driver.screen.contains("Ada"))
  }

  @Test func `a copy is merged after a question, one that an editor has open never`() {
    let copies = [
      FileCopy(
        file: "events/.x.json.swp", original: "events/x.json", origin: .open, canBeMerged: false),
      FileCopy(
        file: "events/x (1).json", original: "events/x.json", origin: .numbered,
        canBeMerged: true),
    ]
    var driver = Driver()
    driver.outside([], copies: copies)
    driver.press("!<Tab>")
    #expect(driver.screen.contains("events/x (1).json"))
    driver.press("<Home><Enter>")
    #expect(driver.news.contains("an editor has the record open"))
    driver.press("<Down><Enter><Enter>")
    #expect(!driver.effects.contains(.folder(.mergeCopy("events/x (1).json"))))
    driver.press("<Enter>2")
    #expect(driver.effects.last == .folder(.mergeCopy("events/x (1).json")))
    let merged = MergedCopy(
      file: copies[1].file, original: copies[1].original, newConflicts: 2, keptAt: "/somewhere")
    driver.take(.folder(.copyMerged(merged)))
    #expect(driver.news.contains("/somewhere"))
    #expect(driver.news.contains("2 fields"))
    #expect(!driver.screen.contains("events/x (1).json"))
  }
}
