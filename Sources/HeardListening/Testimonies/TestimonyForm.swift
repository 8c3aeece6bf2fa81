import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The form in which a testimony is taken down while somebody speaks, and edited later.
///
/// The cursor stands in the words as soon as it is known at which event they are told. Nothing
/// about what happened must be filled in.
struct TestimonyForm: FormScreen {
  let name = "testimonyForm"
  var form: RecordForm<TestimonySheet>
  /// The testimony as it stands on disk; nil for a new one.
  let stored: Testimony?
  /// The record as far as the form could be read when a field was left last.
  private(set) var sketch: TestimonySheet
  /// What was proposed for fields that follow from the event, while nobody typed in them.
  private var proposed: [Code: String] = [:]
  /// Questions that were asked before saving and answered with yes.
  var confirmed: Set<String> = []
  /// How a yes was taken after a no, where the person said so when asked.
  var reopeningMethod: ConsentMethod?
  /// Whether the words are among the fields: not for somebody who may not read them.
  let showsWords: Bool

  private init(
    _ sheet: TestimonySheet, _ spec: FormSpec<TestimonySheet>, stored: Testimony?,
    draftID: String, _ desk: Desk
  ) {
    form = RecordForm(spec, sheet, draftID: draftID, desk)
    self.stored = stored
    showsWords = spec.fields.contains { $0.id == "words" }
    sketch = sheet
    for id in Self.following { proposed[id] = form.form.text(id) }
  }

  /// A form for a new testimony, at an event or at the one that is most likely.
  static func new(_ desk: Desk, event: EventID? = nil) -> TestimonyForm {
    var desk = desk
    return new(
      desk, event: event ?? desk.likelyEvent, draftID: "testimony-\(desk.ids.characters(8))")
  }

  private static func new(_ desk: Desk, event: EventID?, draftID: String) -> TestimonyForm {
    let sheet = TestimonySheet(blank(desk, event: event), on: desk.today)
    var screen = TestimonyForm(
      sheet, TestimonyFields.newSpec, stored: nil, draftID: draftID, desk)
    if event == nil { screen.offerEvents(desk) } else { screen.form.form.focus("words") }
    return screen
  }

  /// The form of a testimony that is there, as far as this person may read it; nil when nobody
  /// may, or it goes to the safeguarding lead.
  static func edit(
    _ id: TestimonyID, _ desk: Desk, translatedInto language: LanguageTag? = nil
  ) -> TestimonyForm? {
    guard let stored = desk.programme.testimonies[id],
      let spec = TestimonyFields.spec(for: stored, desk)
    else {
      return nil
    }
    var testimony = stored
    if testimony.consent.entries.isEmpty && testimony.consent.notice == nil {
      testimony.consent.notice = desk.proposedNotice(for: testimony.asking)
    }
    let sheet = TestimonySheet(testimony, on: desk.today, translatedInto: language)
    var screen = TestimonyForm(
      sheet, spec, stored: stored, draftID: "testimony-\(id.text)", desk)
    screen.form.form.focus(screen.showsWords ? "words" : "mayRecord")
    return screen
  }

  /// The form of a testimony; nil where a rule keeps it closed, which is said.
  static func opened(_ id: TestimonyID, _ desk: inout Desk) -> TestimonyForm? {
    if let form = edit(id, desk) { return form }
    desk.refuse(desk.obstacle(to: id) ?? desk.words("testimony.gone"))
    return nil
  }

  /// The form of a draft as it was left; nil when its testimony is gone or may not be read.
  static func restored(_ draft: Draft, _ desk: Desk) -> (any Screen)? {
    if draft.id.hasPrefix("quote-") { return QuoteForm.restored(draft, desk) }
    var screen: TestimonyForm
    if let id = TestimonyID(stored: draft.record) {
      guard let form = edit(id, desk) else { return nil }
      screen = form
    } else {
      screen = new(desk, event: draft.event, draftID: draft.id)
    }
    screen.form.form.restore(draft)
    screen.readAgain(desk)
    return screen
  }

  /// A new testimony with what is most likely at an event.
  private static func blank(_ desk: Desk, event: EventID?) -> Testimony {
    var testimony = Testimony()
    testimony.event = event ?? EventID()
    testimony.takenBy = desk.settings.staff
    testimony.language = desk.likelyLanguage(at: testimony.event)
    testimony.consent.notice = event == nil ? nil : desk.proposedNotice(for: testimony.asking)
    return testimony
  }

  func commands(_ desk: Desk) -> [Command] {
    let forLead: [Command] = mayGoToLead ? [.forLead] : []
    return [.save, .back, .consent] + form.commands.dropFirst(2) + forLead
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    confirmed = []
    let left = form.form.focused
    let isChosen = key == .enter && left?.suggestionCursor != nil
    let columns = CanvasRenderer.areaColumns(size: desk.size, hasAside: false)
    let handled = form.form.handle(key, columns: columns) { [form, desk] id, text in
      form.spec.suggestions(id, text, form.spec.sketch(form.form, of: form.original, desk), desk)
    }
    guard handled else { return refusesLetter(key, &desk) }
    guard let left else { return true }
    if isChosen && left.id == "event" { form.form.focus("words") }
    if left.id != form.form.focused?.id {
      readAgain(desk)
      check(left.id, desk)
      form.stay(at: left, after: key)
    } else if !left.isTyped {
      readAgain(desk)
    }
    return true
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .save, .back: performInForm(command, &desk)
    case .consent: form.form.focus("mayRecord")
    case .forLead: markForLead(desk)
    default:
      form.perform(command)
      readAgain(desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "reopened" { return reopen(answer, &desk) }
    guard answer == "yes" else { return }
    if question == "refused" { return countOnly(&desk) }
    confirmed.insert(question)
    save(&desk)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    var context = StyledText(stored?.title(desk) ?? desk.words("form.newTestimony"), .faint)
    if lacksLead(desk) && desk.isCompact {
      context = StyledText(desk.words("safeguarding.nobodyNamed"), .warning)
    }
    if let stored, !showsWords {
      let visibility = stored.visibility(to: desk.reader, on: desk.today)
      context =
        visibility.isReadable
        ? StyledText(desk.words("testimony.signedOff"), .faint)
        : StyledText(desk.words.sentence(visibility, stored, desk), .warning)
    }
    return ScreenContent(
      context: context,
      blocks: desk.remarks(onForm: stored.map(Record.testimony)) + safeguarding(desk)
        + [block(desk)])
  }

  func outlived(_ desk: Desk) -> String? {
    stored.flatMap { desk.hasOutlived($0) ? desk.words("testimony.closedMeanwhile") : nil }
  }

  func draft(_ desk: Desk) -> Draft? {
    form.draft(
      "testimony", of: stored?.id.text ?? "",
      event: sketch.testimony.event.isEmpty ? nil : sketch.testimony.event, desk)
  }
}

extension TestimonyForm {
  /// Fields whose proposed value follows from the event.
  private static let following: [Code] = ["language", "notice"]
  /// Fields whose values depend on the event's country.
  private static let byCountry: Set<Code> = [
    "notice", "communities", "communitiesBeside", "ageBand", "takenBy",
  ]

  /// Reads the form anew after a field was left: what follows from the event follows it.
  mutating func readAgain(_ desk: Desk) {
    let event = sketch.testimony.event
    sketch = form.spec.sketch(form.form, of: form.original, desk)
    guard sketch.testimony.event != event else { return }
    for (place, spec) in form.spec.fields.enumerated() where Self.byCountry.contains(spec.id) {
      form.form.entries[place].kind = spec.kind(sketch, desk)
    }
    let language = desk.likelyLanguage(at: sketch.testimony.event)
    propose("language", language == .undetermined ? "" : language.stored)
    sketch = form.spec.sketch(form.form, of: form.original, desk)
    propose("notice", desk.proposedNotice(for: sketch.testimony.asking)?.text ?? "")
    sketch = form.spec.sketch(form.form, of: form.original, desk)
  }

  mutating func checkField(_ field: Code, _ desk: inout Desk) {
    confirmed = []
    readAgain(desk)
    check(field, desk)
  }

  private mutating func check(_ id: Code, _ desk: Desk) {
    form.spec.check(id, in: &form.form, of: form.original, desk)
  }

  /// Puts a proposal into a field in which nobody typed.
  private mutating func propose(_ id: Code, _ text: String) {
    guard form.form.text(id) == proposed[id] else { return }
    form.form.set(id, text)
    proposed[id] = form.form.text(id)
  }

  /// Shows the newest events before anything is typed.
  private mutating func offerEvents(_ desk: Desk) {
    form.form.focus("event")
    guard let entry = form.form.focused, entry.id == "event" else { return }
    let all = desk.eventOptions
    let own = all.filter { option in
      let country = EventID(stored: option.value).flatMap { desk.programme.events[$0]?.country }
      return country.map(desk.settings.countries.contains) ?? false
    }
    form.form.entries[form.form.cursor].suggestions =
      (own.isEmpty ? all : own).prefix(6).map(\.label)
  }
}

extension Form.Entry {
  /// Whether text is typed into it, rather than a value chosen.
  var isTyped: Bool {
    switch value {
    case .line, .area: true
    case .choice, .many, .toggle: false
    }
  }
}

extension Testimony {
  /// Whether the words are signed off: from the second person's look on they never change.
  var isSignedOff: Bool { stage == .reviewed || stage == .released || stage == .embargoed }
}
