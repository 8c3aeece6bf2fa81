import HeardKit
import HeardModel
import TerminalCanvas

/// Everyone who works for the programme: what they do, where, and how to reach them.
struct TeamScreen: Screen {
  let name = "team"
  private var cursor = ListCursor<StaffID>()
  private var members: [StaffMember] = []

  init() {}

  func commands(_ desk: Desk) -> [Command] {
    let member: [Command] = members.isEmpty ? [] : [.open]
    let change: [Command] = members.isEmpty ? [] : [.edit, .changeStatus, .delete]
    return member + [.newRecord] + change + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .newRecord: desk.go(.newStaff)
    case .open, .edit: if let id = cursor.id { desk.go(.editStaff(id)) }
    case .changeStatus: if let id = cursor.id { desk.toggleLeft(id) }
    case .delete: if let id = cursor.id { desk.remove(.staff(id)) }
    default: cursor.move(command, in: members.map(\.id), page: desk.pageRows)
    }
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    let collation = desk.insight.collation
    members = desk.programme.team.values.sorted { a, b in
      if a.hasLeft != b.hasLeft { return b.hasLeft }
      if collation.isBefore(a.name, b.name) { return true }
      return !collation.isBefore(b.name, a.name) && a.id < b.id
    }
    cursor.find(in: members.map(\.id))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let shown = members
    let table = Table(
      columns: [
        Column(words("team.name"), width: .fill(minimum: 18, weight: 2)),
        Column(words("team.roles"), width: .fill(minimum: 20, weight: 2)),
        Column(words("team.countries"), width: .fixed(12), priority: 1),
        Column(words("team.languages"), width: .fixed(10), priority: 3),
        Column(words("team.contact"), width: .fill(minimum: 14, weight: 1), priority: 2),
        Column("", width: .fixed(8)),
      ],
      rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(words("team.none"), .faint)
    ) { index in Self.row(shown[index], desk) }
    var blocks: [Block] = []
    for role in [TeamRole.safeguardingLead, .supportContact]
    where !shown.contains(where: { $0.roles.contains(role) && !$0.hasLeft }) {
      blocks.append(.notice(Notice(.warning, words("team.lacks.\(role.stored)"))))
    }
    return ScreenContent(
      context: StyledText(
        words("team.active", count: shown.count { !$0.hasLeft }), .faint),
      blocks: blocks + [.table(table)])
  }

  func place(_ desk: Desk) -> Place? { .team }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: members.count) else { return desk.words("team.none") }
    return desk.words(
      "focus.row",
      [
        "title": desk.words.list(Self.row(members[place], desk).cells.map(\.text)),
        "n": String(place + 1), "all": String(members.count),
        "filter": desk.words("filter.none"),
      ])
  }

  private static func row(_ member: StaffMember, _ desk: Desk) -> TableRow {
    let style: Style = member.hasLeft ? .faint : .plain
    let isYou = desk.settings.staff == member.id
    let state = member.hasLeft ? "team.left" : isYou ? "team.you" : nil
    return TableRow([
      StyledText(member.name.isEmpty ? member.id.text : member.name, style),
      StyledText(
        desk.words.list(member.roles.map { desk.formats.label($0, "role") }), style),
      StyledText(
        member.countries.isEmpty
          ? desk.words("team.everywhere") : member.countries.map(\.stored).joined(separator: " "),
        .faint),
      StyledText(member.languages.map(\.stored).joined(separator: " "), .faint),
      StyledText(member.contact, .faint),
      StyledText(state.map { desk.words($0) } ?? "", .faint),
    ])
  }
}

extension Desk {
  /// Notes that somebody left the team, or is back.
  mutating func toggleLeft(_ id: StaffID) {
    guard let member = programme.team[id] else { return }
    var changed = member
    changed.hasLeft.toggle()
    if let change = Change(
      .status(kind: .staff, title: member.name), before: .staff(member), after: .staff(changed))
    {
      self.change(change)
    }
  }
}
