import HeardModel
import TerminalCanvas

/// The form of an organisation: new or changed.
struct OrganisationForm: Screen {
  let name = "organisationForm"
  private var form: RecordForm<Organisation>
  /// The organisation as it stands on disk; nil for a new one.
  private let stored: Organisation?

  private init(_ organisation: Organisation, stored: Organisation?, draftID: String, _ desk: Desk) {
    form = RecordForm(OrganisationFields.spec, organisation, draftID: draftID, desk)
    self.stored = stored
  }

  /// A form for a new organisation.
  static func new(_ desk: Desk) -> OrganisationForm {
    var desk = desk
    return OrganisationForm(
      Organisation(), stored: nil, draftID: "organisation-\(desk.ids.characters(8))", desk)
  }

  /// The form of an organisation that is there; a new one where it is not.
  static func edit(_ id: OrganisationID, _ desk: Desk) -> OrganisationForm {
    guard let organisation = desk.programme.organisations[id] else { return new(desk) }
    return OrganisationForm(
      organisation, stored: organisation, draftID: "organisation-\(id.text)", desk)
  }

  /// The form of a draft as it was left; nil when its organisation is no longer there.
  static func restored(_ draft: Draft, _ desk: Desk) -> OrganisationForm? {
    var stored: Organisation?
    if let id = OrganisationID(stored: draft.record) {
      guard let organisation = desk.programme.organisations[id] else { return nil }
      stored = organisation
    }
    var screen = OrganisationForm(
      stored ?? Organisation(), stored: stored, draftID: draft.id, desk)
    screen.form.form.restore(draft)
    return screen
  }

  var takesText: Bool { true }

  func commands(_ desk: Desk) -> [Command] {
    RecordForm<Organisation>.commands.filter { $0 != .fold }
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool { form.type(key, desk) }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .save: save(&desk)
    case .back: desk.leave(keeping: draft(desk))
    default: form.perform(command)
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let title = form.form.text("name")
    return ScreenContent(
      context: StyledText(title.isEmpty ? desk.words("form.newOrganisation") : title, .faint),
      blocks: desk.remarks(onForm: stored.map(Record.organisation)) + [form.form.block(desk)])
  }

  func draft(_ desk: Desk) -> Draft? {
    form.form.draft(
      form.draftID, form: "organisation", record: stored?.id.text ?? "", event: nil, at: desk.now)
  }

  func focus(_ desk: Desk) -> String { form.focus(desk) }

  private mutating func save(_ desk: inout Desk) {
    guard var organisation = form.subject(desk) else {
      return desk.refuse(desk.words("form.problems"))
    }
    if organisation.id.isEmpty { organisation.id = desk.ids.make("o") }
    let title = organisation.name
    let name: ChangeName =
      stored == nil
      ? .added(kind: .organisation, title: title) : .edited(kind: .organisation, title: title)
    guard
      let change = Change(
        name, before: stored.map(Record.organisation), after: .organisation(organisation))
    else {
      desk.pop()
      return desk.say(desk.words("form.nothingChanged"))
    }
    guard desk.change(change, discardingDraft: form.draftID) else { return }
    desk.drafts.removeAll { [id = form.draftID] in $0.id == id }
    desk.pop()
  }
}
