import HeardKit
import HeardModel
import TerminalCanvas

/// The form of a participant; a new one is followed by the next, as on a sign-in sheet.
struct PersonForm: FormScreen {
  let name = "personForm"

  private let event: EventID
  var form: RecordForm<PersonEntry>
  /// The person as they stand on the list; nil for somebody new.
  private let stored: Participation?
  /// Names that were pasted and wait for an answer.
  private var pasted: [String] = []

  private init(
    _ event: EventID, stored: Participation?, like before: Participation? = nil, draftID: String,
    _ desk: Desk
  ) {
    self.event = event
    self.stored = stored
    let record = desk.programme.events[event]
    var entry =
      stored.map { PersonEntry($0, at: event, desk) } ?? PersonFields.blank(record, desk)
    if let before {
      entry.participation.status = before.status
      entry.participation.presence = before.presence
    }
    if entry.notice == nil && entry.participation.consent?.entries.isEmpty ?? true {
      entry.notice = desk.proposedNotice(for: entry.asking(desk))
    }
    form = RecordForm(
      PersonFields.spec(record, in: desk.programme, isNew: stored == nil), entry,
      draftID: draftID, desk)
  }

  /// A form for somebody who does not stand on the event's list.
  static func new(_ desk: Desk, event: EventID) -> PersonForm {
    PersonForm(event, stored: nil, draftID: newDraftID(desk), desk)
  }

  /// The form of somebody on the event's list; of somebody new where they are there no more.
  static func edit(_ person: PersonID, of event: EventID, _ desk: Desk) -> PersonForm {
    let stored = desk.programme.events[event]?.participations.first { $0.id == person }
    guard let stored else { return new(desk, event: event) }
    return PersonForm(
      event, stored: stored, draftID: "person-\(event.text)-\(person.text)", desk)
  }

  /// The form of a draft as it was left; nil when its event or person is no longer there.
  static func restored(_ draft: Draft, _ desk: Desk) -> PersonForm? {
    guard let event = draft.event, let record = desk.programme.events[event] else { return nil }
    var stored: Participation?
    if !draft.record.isEmpty {
      stored = record.participations.first { $0.id.text == draft.record }
      if stored == nil { return nil }
    }
    var screen = PersonForm(event, stored: stored, draftID: draft.id, desk)
    screen.form.form.restore(draft)
    return screen
  }

  func commands(_ desk: Desk) -> [Command] {
    form.commands + (stored == nil ? [] : [.removePerson])
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    if case .paste(let text) = key, stored == nil, form.form.focused?.id == "personPseudonym" {
      let names = PastedNames.names(text)
      if names.count > 1 {
        pasted = names
        desk.ask(PastedNames.question(names, desk))
        return true
      }
    }
    return form.type(key, desk) || refusesLetter(key, &desk)
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    if command == .removePerson { askRemoval(&desk) } else { performInForm(command, &desk) }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "pasted" { return take(pastedAs: PastedNames(rawValue: answer), &desk) }
    guard question == "remove", answer == "remove", let stored else { return }
    guard let record = desk.programme.events[event] else { return }
    var changed = record
    changed.participations.removeAll { $0.id == stored.id }
    if let change = Change(
      .people(title: record.title), before: .event(record), after: .event(changed)),
      desk.change(change, discardingDraft: form.draftID)
    {
      desk.pop()
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let record = desk.programme.events[event] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let now = stored.flatMap { person in record.participations.first { $0.id == person.id } }
    let isElsewhere = stored != nil && now != stored
    let changed: [Block] =
      isElsewhere ? [.notice(Notice(.warning, desk.words("form.changedElsewhere"))), .gap] : []
    let context = desk.words(
      "person.on", count: record.participations.count, ["title": record.title])
    let form = block(desk)
    // On a telephone the field that is typed in comes first.
    let blocks =
      desk.isCompact
      ? changed + [form] + notices(record, desk) + remarks(record, desk)
      : changed + notices(record, desk) + [form, .gap] + remarks(record, desk)
    return ScreenContent(context: StyledText(context, .faint), blocks: blocks)
  }

  func draft(_ desk: Desk) -> Draft? {
    var draft = form.draft("person", of: stored?.id.text ?? "", event: event, desk)
    // What only consent allows is kept nowhere without it, in a draft neither.
    if form.form.text("countConsent") != ConsentState.given.stored {
      draft?.fields["personCommunities"] = nil
      draft?.fields["personAgeBand"] = nil
    }
    return draft
  }

  func focus(_ desk: Desk) -> String {
    let title = desk.programme.events[event]?.title ?? ""
    return desk.words.list([title, form.focus(desk)])
  }
}

// Saving.
extension PersonForm {
  private static func newDraftID(_ desk: Desk) -> String {
    var ids = desk.ids
    return "person-\(ids.characters(8))"
  }

  mutating func save(_ desk: inout Desk) {
    guard let record = desk.programme.events[event] else {
      return desk.refuse(desk.words("event.gone"))
    }
    guard var entry = subject(&desk) else { return }
    let answer = entry.finish(from: form.original, of: record, &desk)
    let name: ChangeName =
      stored != nil && answer
      ? .consent(purpose: .count, state: entry.countAnswer) : .people(title: record.title)
    let change = Change(
      name, before: .event(opened(record)), after: .event(record.listing(entry.participation)))
    guard make(change, &desk) else { return }
    if stored == nil { startNext(after: entry.participation, &desk) } else { desk.pop() }
  }

  /// Puts everyone on the list whose name was pasted, in the roles that are chosen in the form.
  private mutating func take(pastedAs way: PastedNames?, _ desk: inout Desk) {
    let names = pasted
    pasted = []
    guard let way else { return }
    let sketch = form.spec.sketch(form.form, of: form.original, desk)
    desk.add(names, way, to: event, as: sketch.participation.roles)
  }

  /// The event with this person as they stood on the list when the form was opened, so that what
  /// somebody else has changed in them since is merged and not taken back.
  private func opened(_ record: Event) -> Event { stored.map(record.listing) ?? record }

  /// The next line of the sheet: the same way of taking part, and nothing else of the one before.
  private mutating func startNext(after person: Participation, _ desk: inout Desk) {
    self = PersonForm(
      event, stored: nil, like: person, draftID: Self.newDraftID(desk), desk)
    desk.say(
      desk.words(
        "person.savedNext",
        ["pseudonym": person.pseudonym, "end": KeyTable.binding(.back)?.shownKey(desk.words) ?? ""])
    )
  }

  private func askRemoval(_ desk: inout Desk) {
    guard let stored else { return }
    desk.ask(
      Question(
        "remove", desk.words("person.askRemoval", ["pseudonym": stored.pseudonym]),
        [
          .init("keep", desk.words("answer.keep")), .init("remove", desk.words("person.remove")),
        ]))
  }
}

// What stands around the form.
extension PersonForm {
  private func notices(_ record: Event, _ desk: Desk) -> [Block] {
    if record.aboutCommunities.isEmpty { return [] }
    return [.notice(Notice(.warning, desk.words("person.sensitiveList")))]
  }

  /// The fields, with what is read aloud before the person answers.
  private func block(_ desk: Desk) -> Block {
    guard case .fields(var fields) = form.block(desk), let id = form.form.focused?.id,
      fields.items.indices.contains(form.form.cursor)
    else { return form.block(desk) }
    var entry = form.original
    entry.notice = NoticeID(stored: form.form.text("notice"))
    let aloud: String? =
      switch id {
      case "notice": desk.aloud(entry.asking(desk)) { $0.introduction }
      case "countConsent": desk.aloud(entry.asking(desk)) { $0.questions[.count] ?? "" }
      default: nil
      }
    let hint = [aloud, fields.items[form.form.cursor].hint].compactMap { $0 }
    fields.items[form.form.cursor].hint = hint.isEmpty ? nil : hint.joined(separator: " ")
    return .fields(fields)
  }

  private func remarks(_ record: Event, _ desk: Desk) -> [Block] {
    var blocks: [Block] = []
    let words = desk.words
    func add(_ text: String) { blocks.append(.prose(Prose(text, style: .faint))) }
    if stored == nil, let namesake = namesake(desk) { add(namesake) }
    // On a telephone what the other fields leave out is told where they begin.
    if desk.isCompact && !form.form.isUnfolded && !form.form.isOnFold { return blocks }
    let profile = desk.programme.profile(record.country)
    let allowed = PersonFields.allowedCommunities(profile, desk.programme)
    let closed = desk.programme.taxonomy(.community).offered.filter { !allowed.contains($0) }
      .map { desk.formats.label($0, in: .community, of: desk.programme) }
    let ages = profile.ageBands.allowsOnPerson ? [] : [words("person.ageBands")]
    if !(closed + ages).isEmpty {
      add(
        words(
          allowed.isEmpty && ages.isEmpty ? "person.closedAll" : "person.closed",
          [
            "what": words.list(closed + ages),
            "country": desk.formats.country(record.country), "note": profile.note,
          ]))
    }
    return blocks
  }

  /// What choosing a known person means, or that somebody has this pseudonym already.
  private func namesake(_ desk: Desk) -> String? {
    let text = trimmed(form.form.text("personPseudonym"))
    if text.isEmpty { return nil }
    if let chosen = KnownPerson.chosen(text, desk) {
      return desk.words("person.same", ["pseudonym": chosen.row.pseudonym])
    }
    let count = KnownPerson.called(text, desk).count
    return count == 0 ? nil : desk.words("person.namesake", count: count)
  }
}
