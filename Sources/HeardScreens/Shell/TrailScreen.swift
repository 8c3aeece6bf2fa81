import HeardKit
import TerminalCanvas

/// A place where somebody was, with what it says of itself.
struct KnownPlace: Sendable {
  let place: Place
  /// The name of its screen.
  let screen: String
  /// What stood there.
  let what: String

  /// The last places but one, the newest first; those that are closed or gone by now are left out.
  ///
  /// What stood there when it was left is said where that holds; else it has to be looked at, so no more are
  /// than are shown.
  static func trail(besides shown: Place?, most: Int = Trail.most, _ desk: Desk) -> [KnownPlace] {
    desk.trail.others(than: shown).prefix(most).compactMap { stop in
      var desk = desk
      let place = stop.place
      guard desk.obstacle(to: place) == nil, var screen = Places.screen(at: place, &desk) else {
        return nil
      }
      let name = desk.words("screen.\(screen.name)")
      if let what = stop.stillSays(desk) {
        return KnownPlace(place: place, screen: name, what: what)
      }
      screen.refresh(desk)
      return KnownPlace(
        place: place, screen: name, what: screen.focus(desk))
    }
  }
}

/// Where somebody came from: the last places, to go back to any of them.
struct TrailScreen: Screen {
  let name = "trail"
  let smallest = Size.telephone
  private let places: [KnownPlace]
  private var cursor = 0

  init(_ desk: Desk, from origin: Place?) { places = KnownPlace.trail(besides: origin, desk) }

  func commands(_ desk: Desk) -> [Command] {
    (places.isEmpty ? [] : [.open]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard command == .open else {
      cursor = ListMove.cursor(cursor, command, count: places.count, page: desk.pageRows)
      return
    }
    if places.indices.contains(cursor) { desk.goInstead(places[cursor].place) }
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
      TableRow([StyledText(places[index].screen, .faint), StyledText(places[index].what)])
    }
    return ScreenContent(blocks: [.table(table)])
  }

  func focus(_ desk: Desk) -> String {
    guard places.indices.contains(cursor) else { return desk.words("trail.none") }
    let place = places[cursor]
    return desk.words(
      "focus.row",
      [
        "title": desk.words.list([place.screen, place.what]),
        "n": String(cursor + 1), "all": String(places.count),
        "filter": desk.words("filter.none"),
      ])
  }
}
