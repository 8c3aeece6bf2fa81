import HeardKit
import TerminalCanvas

/// Asks for the path of a programme folder; Tab completes what is typed.
struct OpenFolderScreen: Screen {
  let name = "openFolder"
  let takesText = true
  private var path = TextField()
  /// Which of the offered folders is meant; nil while the typed path itself is.
  private var chosen: Int?

  func commands(_ desk: Desk) -> [Command] { [.open, .back] }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let offers = offers(desk)
    switch key {
    case .down where !offers.isEmpty:
      chosen = chosen.map { min($0 + 1, offers.count - 1) } ?? 0
    case .up where !offers.isEmpty: chosen = chosen.flatMap { $0 > 0 ? $0 - 1 : nil }
    case .tab: complete(offers, &desk)
    default:
      guard path.handle(key) else { return false }
      chosen = nil
      desk.run(.listFolders(path.text))
    }
    return true
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard command == .open else { return desk.pop() }
    let offers = offers(desk)
    if let chosen, offers.indices.contains(chosen), !offers[chosen].isProgramme {
      return complete(offers, &desk)
    }
    let meant = chosen.flatMap { offers.indices.contains($0) ? offers[$0].path : nil }
    desk.run(.checkFolder(meant ?? path.text))
  }

  /// Takes over the chosen folder, or as much as all that is offered begins with.
  private mutating func complete(_ offers: [FolderOffer], _ desk: inout Desk) {
    if let chosen, offers.indices.contains(chosen) {
      path = TextField(offers[chosen].path + "/")
    } else if offers.count == 1 {
      path = TextField(offers[0].path + "/")
    } else if let first = offers.first {
      let common = offers.dropFirst().reduce(first.path) { $0.commonPrefix(with: $1.path) }
      if common.count > path.text.count { path = TextField(common) }
    }
    chosen = nil
    desk.run(.listFolders(path.text))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let field = Field(
      words("openFolder.path"), .text(path, placeholder: words("openFolder.placeholder")),
      hint: words("openFolder.hint"))
    let offers = offers(desk)
    let table = Table(
      columns: [
        Column("", width: .fill(minimum: 40, weight: 1)), Column("", width: .fixed(14)),
      ],
      rowCount: offers.count, cursor: chosen, isFocused: chosen != nil,
      emptyText: StyledText(words("openFolder.none"), .faint), showsHeader: false
    ) { index in
      TableRow([
        StyledText(offers[index].path),
        StyledText(offers[index].isProgramme ? words("openFolder.programme") : "", .faint),
      ])
    }
    return ScreenContent(blocks: [.fields(Fields([field], cursor: 0)), .gap, .table(table)])
  }

  func focus(_ desk: Desk) -> String {
    desk.words.labelled(desk.words("openFolder.path"), path.text)
  }

  private func offers(_ desk: Desk) -> [FolderOffer] {
    desk.folders?.path == path.text ? desk.folders?.offers ?? [] : []
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
