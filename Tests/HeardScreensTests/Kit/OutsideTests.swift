import HeardKit
import HeardModel
import HeardScreens
import Testing

/// What other windows and machines do to the records while somebody works.
@Suite struct OutsideTests {
  @Test func `a change by somebody else shows by itself and says whose it is`() {
    var driver = Driver()
    driver.press("2<Down>")
    let focused = driver.focused
    var event = Fixture.osaka
    event.title = "Another title"
    driver.outside([.event(event)], authors: [event.id.text: "Grace"])
    #expect(driver.screen.contains("Another title"))
    #expect(driver.news == "Changed elsewhere by Grace: 大阪 · Another title")
    #expect(driver.focused == focused)
  }

  @Test func `many changes are told by their number`() {
    var driver = Driver()
    var (one, two) = (Fixture.osaka, Fixture.recife)
    one.notes = "x"
    two.notes = "y"
    driver.outside([.event(one), .event(two)])
    #expect(driver.news == "2 records were changed elsewhere.")
  }

  @Test func `a testimony is told by its event, never by its words or its speaker`() {
    var driver = Driver()
    var testimony = Fixture.heardInLyon
    testimony.text = "New words"
    driver.outside([.testimony(testimony)], authors: [testimony.id.text: "Grace"])
    #expect(
      driver.news == "Changed elsewhere by Grace: testimony · Dialogue on disability and care")
  }

  @Test func `what we have saved ourselves is no news`() {
    var driver = Driver()
    driver.outside([.event(Fixture.lyon)])
    #expect(driver.news == "")
  }

  @Test func `what is typed and the cursor stay, and the form says what happened`() {
    var driver = Driver()
    driver.press("2<Home>")
    while !driver.focused.contains("Dialogue") { driver.press("<Down>w") }
    driver.press("e<End>")
    driver.type(" X")
    var event = Fixture.lyon
    event.notes = "Theirs"
    driver.outside([.event(event)])
    #expect(driver.screen.contains("Dialogue on disability and care X"))
    #expect(driver.screen.contains("changed elsewhere after you opened the form"))
    driver.type("Y")
    #expect(driver.screen.contains("Dialogue on disability and care XY"))
    driver.press("<Ctrl-S>")
    // The change is told against what the form began with, so that saving merges both.
    guard case .folder(.save(let change, _))? = driver.effects.last(where: \.isSave) else {
      Issue.record("nothing was saved")
      return
    }
    #expect(change.edits.first?.before == .event(Fixture.lyon))
  }

  @Test func `a form whose record is gone says that saving puts it back`() {
    var driver = Driver()
    driver.press("4<Enter>e")
    driver.type("X")
    driver.outside([], gone: ["actions/\(Fixture.interpreters.id.text).json"])
    #expect(driver.screen.contains("was removed elsewhere after you opened the form"))
    // Nothing comes back without a word: what is typed stays, or the record is wanted back.
    driver.press("<Ctrl-S>")
    #expect(driver.screen.contains("Saving brings it back"))
    driver.press("1")
    #expect(driver.application.desk.programme.actions[Fixture.interpreters.id] == nil)
    driver.press("<Ctrl-S>2")
    #expect(driver.application.desk.programme.actions[Fixture.interpreters.id] != nil)
  }

  @Test func `where the focused record is removed the focus goes to its neighbour`() {
    var driver = Driver()
    driver.press("2<Home><Down>")
    let before = driver.listed
    driver.outside([], gone: ["events/\(Fixture.lyon.id.text).json"])
    #expect(driver.news.hasPrefix("Removed elsewhere: Lyon"))
    #expect(driver.listed.count == before.count - 1)
    #expect(driver.screen.contains("›"))
    driver.press("w")
    #expect(driver.news.contains("2 of 3"))
  }

  @Test func `the focus of Home stays on the same matter when others change it`() {
    var driver = Driver()
    driver.press("<End><Up><Up>w")
    var event = Fixture.recife
    event.title = "Otherwise called"
    let place = driver.news
    driver.outside([.event(event)])
    driver.press("w")
    #expect(driver.news.replacing("Otherwise called", with: Fixture.recife.title) == place)
  }

  @Test func `a file that can no longer be read keeps its last version, marked and closed`() {
    var driver = Driver()
    let file = "events/\(Fixture.lyon.id.text).json"
    driver.press("2<Home>")
    driver.outside(
      [], gone: [file], unreadable: [FileFault(file: file, kind: .json(.unterminated))])
    #expect(driver.news.contains("can no longer be read"))
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
    #expect(driver.screen.contains("! Dialogue on disa"))
    while !driver.focused.contains("Dialogue") { driver.press("<Down>w") }
    driver.press("<Enter>")
    #expect(driver.screen.contains("can no longer be read: this is its last"))
    driver.press("e<End>X<Ctrl-S>")
    #expect(driver.news.contains("is never written over"))
    #expect(driver.effects.filter(\.isSave).isEmpty)
    driver.outside([.event(Fixture.lyon)])
    #expect(!driver.screen.contains("can no longer be read"))
    driver.press("<Ctrl-S>")
    #expect(driver.effects.filter(\.isSave).count == 1)
  }

  @Test func `our changes that are not on disk stay, merged with what others saved`() {
    var driver = Driver()
    driver.failing = .diskFull
    var (before, ours, theirs, merged) = (
      Fixture.lyon, Fixture.lyon, Fixture.lyon, Fixture.lyon
    )
    before.status = .held
    ours.status = .cancelled
    theirs.title = "Theirs"
    merged.status = .cancelled
    merged.title = "Theirs"
    driver.press("2<Home>")
    while !driver.focused.contains("Dialogue") { driver.press("<Down>w") }
    driver.press("<Enter>m<Down><Down><Down><Enter>")
    #expect(driver.programme.events[before.id]?.status != .held)
    let shown = driver.programme.events[before.id]
    driver.outside([.event(theirs)])
    // Without the merged record at hand ours stays as it is.
    #expect(driver.programme.events[before.id] == shown)
    driver.outside([.event(theirs)], rebased: [merged])
    #expect(driver.programme.events[before.id] == merged)
  }

  @Test func `undo works only while the record stands as the change left it`() {
    var driver = Driver()
    driver.press("2<Home>")
    while !driver.focused.contains("Dialogue") { driver.press("<Down>w") }
    driver.press("e<End>X<Ctrl-S>")
    var event = driver.programme.events[Fixture.lyon.id] ?? Fixture.lyon
    event.notes = "Theirs"
    driver.outside([.event(event)])
    driver.press("u")
    #expect(driver.news.contains("since"))
    #expect(driver.programme.events[event.id] == event)
  }

  @Test func `what was erased elsewhere leaves the screen, the drafts and undo`() {
    var draft = Draft()
    draft.id = "testimony-\(Fixture.heardInLyon.id.text)"
    draft.form = "testimony"
    draft.record = Fixture.heardInLyon.id.text
    draft.fields = ["words": "Erased words"]
    var driver = Driver(drafts: [draft])
    driver.outside([], erased: [Fixture.heardInLyon.id.text])
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id] == nil)
    #expect(driver.application.desk.drafts.isEmpty)
    #expect(driver.effects.contains(.state(.discardDraft(draft.id))))
  }

  @Test func `a participant changed elsewhere keeps what was changed there`() {
    var driver = Driver()
    driver.press("2<Home>")
    while !driver.focused.contains("第5回") { driver.press("<Down>w") }
    driver.press("<Enter><Tab><Tab><Enter>")
    #expect(driver.screen.contains("さくら"))
    driver.type("X")
    var event = Fixture.osaka
    event.participations[0].note = "Theirs"
    driver.outside([.event(event)])
    #expect(driver.screen.contains("changed elsewhere after you opened the form"))
    driver.press("<Ctrl-S>")
    guard case .folder(.save(let change, _))? = driver.effects.last(where: \.isSave),
      case .event(let before)? = change.edits.first?.before
    else {
      Issue.record("nothing was saved")
      return
    }
    #expect(before.participations[0] == Fixture.osaka.participations[0])
  }

  @Test func `a copy that appears is told and shown on Home`() {
    var driver = Driver()
    driver.outside(
      [],
      copies: [
        FileCopy(
          file: "events/x (1).json", original: "events/x.json", origin: .numbered,
          canBeMerged: true)
      ])
    #expect(driver.news.contains("left a copy beside events/x.json"))
    #expect(driver.screen.contains("1 copy of a record"))
  }
}

extension Driver {
  /// Lets files be read that somebody else has changed, as the executable does.
  mutating func outside(
    _ records: [Record], gone: [String] = [], unreadable: [FileFault] = [],
    copies: [FileCopy] = [], rebased: [Event] = [], authors: [String: String] = [:],
    erased: Set<String> = []
  ) {
    var read = Programme()
    for record in records { read.put(record, at: record.key) }
    read.erased = erased
    effects += application.take(
      .folder(
        .filesRead(
          FilesRead(
            files: records.map(\.key.file) + gone + copies.map(\.file)
              + erased.map { "erased/\($0).json" },
            programme: read, unreadable: unreadable, copies: copies,
            rebased: rebased.map {
              SavedRecord(key: .event($0.id), record: .event($0), newConflicts: 0)
            }, authors: authors))), occasion)
  }

  /// The row with the pointer.
  var focused: String {
    screen.split(separator: "\n").first { $0.hasPrefix("›") }.map(String.init) ?? ""
  }

  /// The rows of the list that name a place.
  var listed: [String] {
    screen.split(separator: "\n").map(String.init).filter { row in
      ["FR Lyon", "JP 大阪", "BR Recife", "DE Berlin"].contains { row.contains($0) }
    }
  }
}

extension Effect {
  var isSave: Bool {
    if case .folder(.save) = self { true } else { false }
  }
}
