import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Two people who are one: both side by side, and whether that holds at all events or at one.
struct MergePeopleScreen: Screen {
  let name = "mergePeople"
  private let kept: PersonID
  private let gone: PersonID
  private var cursor = ListCursor<Extent>()
  private var extents: [Extent] = []

  /// Where the two are one.
  enum Extent: Hashable, Sendable {
    case everywhere
    case only(EventID)

    var event: EventID? { if case .only(let id) = self { id } else { nil } }
  }

  init(_ kept: PersonID, with gone: PersonID) { (self.kept, self.gone) = (kept, gone) }

  func commands(_ desk: Desk) -> [Command] {
    (extents.isEmpty ? [] : [.apply]) + ListMove.commands
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    command == .apply ? desk.words("merge.yes") : nil
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard command == .apply else {
      return cursor.move(command, in: extents, page: desk.pageRows)
    }
    guard let extent = cursor.id else { return }
    let merge = PersonMerge(kept, with: gone, at: extent.event)
    if let why = desk.refusal(of: merge) { return desk.refuseLastingly(why) }
    if desk.merge(merge) { desk.pop() }
  }

  mutating func refresh(_ desk: Desk) {
    let listed = desk.programme.events.values.filter { event in
      event.participations.contains { $0.id == gone && $0.mergedInto == nil }
    }.map(\.id).sorted()
    let isThere = desk.insight.person(gone) != nil
    extents = (isThere ? [.everywhere] : []) + (listed.count > 1 ? listed.map(Extent.only) : [])
    cursor.find(in: extents)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    guard let one = desk.insight.person(kept), let other = desk.insight.person(gone),
      let extent = cursor.id
    else { return ScreenContent(blocks: [.notice(Notice(.warning, words("merge.over")))]) }
    let merge = PersonMerge(kept, with: gone, at: extent.event)
    var blocks: [Block] = [.table(both([one, other], desk)), .gap]
    if let why = desk.refusal(of: merge) {
      blocks.append(.notice(Notice(.warning, why)))
    } else {
      blocks += desk.sentences(on: merge).map { .prose(Prose($0, style: .faint)) }
    }
    return ScreenContent(
      context: StyledText(PersonColumns.name(one), .faint),
      blocks: blocks + [.gap, .table(choice(desk))])
  }

  func place(_ desk: Desk) -> Place? { .mergePeople(kept, with: gone) }

  func focus(_ desk: Desk) -> String {
    let names = [kept, gone].map { desk.insight.person($0).map(PersonColumns.name) ?? $0.text }
    return desk.words.list(names + [cursor.id.map { label($0, desk) } ?? ""])
  }
}

extension MergePeopleScreen {
  private func both(_ people: [PersonRow], _ desk: Desk) -> Table {
    let words = desk.words
    return Table(
      columns: [
        Column("", width: .fixed(12)),
        Column(words("people.pseudonym"), width: .fill(minimum: 14, weight: 2)),
        Column(words("screen.events"), width: .fixed(12), alignment: .trailing),
        Column(words("screen.testimonies"), width: .fixed(14), alignment: .trailing, priority: 1),
        Column("", width: .fill(minimum: 12, weight: 1), priority: 2),
      ],
      rowCount: people.count, isFocused: false
    ) { index in
      let person = people[index]
      return TableRow([
        StyledText(words(index == 0 ? "merge.stays" : "merge.ends"), .faint),
        StyledText(PersonColumns.name(person)), StyledText(words.number(person.events)),
        StyledText(words.number(person.testimonies)),
        StyledText(
          words.list(person.roles.map { desk.formats.label($0, in: .role, of: desk.programme) }),
          .faint),
      ])
    }
  }

  private func choice(_ desk: Desk) -> Table {
    let (shown, screen) = (extents, self)
    return Table(
      columns: [Column("", width: .fill(minimum: 24, weight: 1))], rowCount: shown.count,
      cursor: cursor.place(in: shown.count), showsHeader: false
    ) { TableRow([StyledText(screen.label(shown[$0], desk))]) }
  }

  private func label(_ extent: Extent, _ desk: Desk) -> String {
    switch extent {
    case .everywhere: desk.words("merge.everywhere")
    case .only(let id):
      desk.words(
        "merge.only",
        ["title": desk.programme.events[id].map { desk.title(of: .event($0)) } ?? id.text])
    }
  }
}
