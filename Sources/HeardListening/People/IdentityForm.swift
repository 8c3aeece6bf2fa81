import HeardKit
import HeardModel
import TerminalCanvas

/// The name and contact behind a pseudonym, with whether the person wants to be written to.
struct IdentityEntry: Hashable, Sendable {
  var identity: Identity
  /// What the person answers about being written to.
  var contact: ConsentState
}

/// Notes the name and contact of somebody new, apart from everything else.
///
/// They go into `identities/` alone: no list, no draft, no history and no undo holds them.
struct IdentityForm: FormScreen {
  let name = "identityForm"

  private let event: EventID
  private let person: PersonID
  var form: RecordForm<IdentityEntry>

  /// A form for somebody who was just put on an event's list.
  static func new(_ person: PersonID, of event: EventID, _ desk: Desk) -> IdentityForm {
    var identity = Identity()
    identity.id = person
    return IdentityForm(
      event: event, person: person,
      form: RecordForm(
        spec, IdentityEntry(identity: identity, contact: .notAsked), draftID: "", desk))
  }

  private static let spec = FormSpec<IdentityEntry>([
    .text("identityName", \.identity.name, isRequired: true),
    .text("identityReading", \.identity.nameReading),
    .text("identityContact", \.identity.contact),
    contact,
  ])

  private static let contact = FieldSpec<IdentityEntry>(
    "contactConsent",
    { _, desk in
      .choice(
        PersonFields.answers(after: .notAsked).map {
          FieldOption($0.stored, desk.formats.label($0, "consent"))
        })
    }, read: { entry, _ in entry.contact.stored },
    write: { text, entry, _ in
      guard let state = ConsentState(stored: text) else {
        return .notAnOption(text, nearest: nil)
      }
      entry.contact = state
      return nil
    })

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let isLeaving =
      switch key {
      case .function(let number): number > 1
      case .control("p"): true
      default: false
      }
    guard isLeaving, form.form.isChanged else {
      return form.type(key, desk) || refusesLetter(key, &desk)
    }
    desk.refuse(desk.words("identity.half"))
    return true
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    // There is no draft of a name, so leaving one that is typed is asked.
    guard command == .back, form.form.isChanged else { return performInForm(command, &desk) }
    desk.ask(
      Question(
        "leave", desk.words("identity.askLeave"),
        [
          .init("stay", desk.words("answer.keep")), .init("leave", desk.words("answer.discard")),
        ]))
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "leave", answer == "leave" { desk.pop() }
  }

  mutating func save(_ desk: inout Desk) {
    guard let entry = subject(&desk) else { return }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    note(entry.contact, &desk)
    desk.keep([entry.identity])
    desk.pop()
    desk.say(desk.words("identity.kept", ["pseudonym": pseudonym(desk)]))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    ScreenContent(
      context: StyledText(pseudonym(desk), .faint),
      blocks: [
        form.block(desk), .prose(Prose(desk.words("identity.apart"), style: .faint)),
      ])
  }
}

extension IdentityForm {
  private func pseudonym(_ desk: Desk) -> String {
    desk.programme.events[event]?.participations.first { $0.id == person }?.pseudonym ?? ""
  }

  /// Notes the answer about being written to on the person's consent.
  private func note(_ answer: ConsentState, _ desk: inout Desk) {
    guard answer != .notAsked, let record = desk.programme.events[event],
      let place = record.participations.firstIndex(where: { $0.id == person })
    else { return }
    var changed = record
    var consent = changed.participations[place].consent ?? Consent()
    consent = consent.answering(.contact, answer, &desk)
    if consent.id.isEmpty {
      consent.id = desk.ids.make("c")
      consent.jurisdiction = record.country
      consent.obtainedBy = desk.settings.name
      consent.obtainedAt = desk.now
    }
    changed.participations[place].consent = consent
    let name = ChangeName.consent(purpose: .contact, state: answer)
    if let change = Change(name, before: .event(record), after: .event(changed)) {
      desk.change(change)
    }
  }
}
