import TerminalCanvas

/// Where somebody came from: the last places, to go back to any of them.
struct TrailScreen: Screen {
  let name = "trail"
  let isPlace = false
  let smallest = Size.telephone
  private let places: [any Screen]
  private var cursor = 0

  init(_ desk: Desk, from origin: any Screen) { places = desk.trail.others(than: origin, desk) }

  func commands(_ desk: Desk) -> [Command] {
    (places.isEmpty ? [] : [.open]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard command == .open else {
      cursor = ListMove.cursor(cursor, command, count: places.count, page: desk.pageRows)
      return
    }
    if places.indices.contains(cursor) { desk.replace(with: places[cursor]) }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let places = places
    let table = Table(
      columns: [
        Column(desk.words("trail.screen"), width: .fixed(16)),
        Column(desk.words("trail.place"), width: .fill(minimum: 30, weight: 1)),
      ],
      rowCount: places.count, cursor: places.isEmpty ? nil : cursor,
      emptyText: StyledText(desk.words("trail.none"), .faint)
    ) { index in
      TableRow([
        StyledText(desk.words("screen.\(places[index].name)"), .faint),
        StyledText(places[index].focus(desk)),
      ])
    }
    return ScreenContent(blocks: [.table(table)])
  }

  func focus(_ desk: Desk) -> String {
    guard places.indices.contains(cursor) else { return desk.words("trail.none") }
    let place = places[cursor]
    return desk.words(
      "focus.row",
      [
        "title": desk.words.list([desk.words("screen.\(place.name)"), place.focus(desk)]),
        "n": String(cursor + 1), "all": String(places.count),
        "filter": desk.words("filter.none"),
      ])
  }
}
