import HeardModel
import TerminalCanvas

/// The form of a member of the team: new or changed.
struct StaffForm: Screen {
  let name = "staffForm"
  private var form: RecordForm<StaffMember>
  /// The member as they stand on disk; nil for a new one.
  private let stored: StaffMember?

  private init(_ member: StaffMember, stored: StaffMember?, draftID: String, _ desk: Desk) {
    form = RecordForm(StaffFields.spec, member, draftID: draftID, desk)
    self.stored = stored
  }

  /// A form for somebody new.
  static func new(_ desk: Desk) -> StaffForm {
    var desk = desk
    return StaffForm(
      StaffMember(), stored: nil, draftID: "staff-\(desk.ids.characters(8))", desk)
  }

  /// The form of a member who is there; a new one where they are not.
  static func edit(_ id: StaffID, _ desk: Desk) -> StaffForm {
    guard let member = desk.programme.team[id] else { return new(desk) }
    return StaffForm(member, stored: member, draftID: "staff-\(id.text)", desk)
  }

  /// The form of a draft as it was left; nil when its member is no longer there.
  static func restored(_ draft: Draft, _ desk: Desk) -> StaffForm? {
    var stored: StaffMember?
    if let id = StaffID(stored: draft.record) {
      guard let member = desk.programme.team[id] else { return nil }
      stored = member
    }
    var screen = StaffForm(stored ?? StaffMember(), stored: stored, draftID: draft.id, desk)
    screen.form.form.restore(draft)
    return screen
  }

  var takesText: Bool { true }

  func commands(_ desk: Desk) -> [Command] {
    RecordForm<StaffMember>.commands.filter { $0 != .fold }
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
      context: StyledText(title.isEmpty ? desk.words("team.new") : title, .faint),
      blocks: [form.form.block(desk)])
  }

  func draft(_ desk: Desk) -> Draft? {
    form.form.draft(
      form.draftID, form: "staff", record: stored?.id.text ?? "", event: nil, at: desk.now)
  }

  func focus(_ desk: Desk) -> String { form.focus(desk) }

  private mutating func save(_ desk: inout Desk) {
    guard var member = form.subject(desk) else {
      return desk.refuse(desk.words("form.problems"))
    }
    if member.id.isEmpty { member.id = desk.ids.make("s") }
    let name: ChangeName =
      stored == nil
      ? .added(kind: .staff, title: member.name) : .edited(kind: .staff, title: member.name)
    guard let change = Change(name, before: stored.map(Record.staff), after: .staff(member)) else {
      desk.pop()
      return desk.say(desk.words("form.nothingChanged"))
    }
    guard desk.change(change, discardingDraft: form.draftID) else { return }
    desk.drafts.removeAll { [id = form.draftID] in $0.id == id }
    desk.pop()
  }
}
