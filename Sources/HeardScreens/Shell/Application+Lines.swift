import HeardKit
import HeardModel
import TerminalCanvas

// What plain lines ask of the application beyond keys and commands.
extension Application {
  /// The question that waits for an answer.
  var question: Question? {
    if case .question(let question)? = overlay { question } else { nil }
  }

  /// The form that is open.
  var form: (any FormScreen)? {
    guard let form = screen as? any FormScreen, form.isAsking else { return nil }
    return form
  }

  /// Gives an answer to the question, by its place; none takes the question back.
  mutating func answer(_ place: Int?, _ occasion: Occasion) -> [Effect] {
    act(occasion) { application in
      guard let question = application.question else { return }
      application.overlay = nil
      if let place { application.take(question.answers[place].id, to: question) }
    }
  }

  /// What was found last, as lines; nil where nothing is looked for.
  var found: [TableLine]? {
    guard case .finder(let finder)? = overlay else { return nil }
    return finder.describe(desk).blocks.lazy.compactMap { block -> [TableLine]? in
      if case .table(let table) = block { table.readAloud } else { nil }
    }.first ?? []
  }

  /// Closes the palette or the search, which plain lines do without.
  mutating func closePalette() {
    if question == nil { overlay = nil }
  }

  /// Does what a command asks for so many times.
  mutating func perform(
    _ command: Command, times: Int, _ occasion: Occasion
  ) -> [Effect] {
    act(occasion) { $0.screen.perform(command, times: times, &$0.desk) }
  }

  /// Puts a long text in the place of the one that is being typed.
  mutating func write(_ text: String, _ occasion: Occasion) -> [Effect] {
    act(occasion) { $0.screen.take(longText: text, &$0.desk) }
  }

  /// Works in the form that is open; does nothing elsewhere.
  mutating func inForm(
    _ occasion: Occasion, _ work: (inout any FormScreen, inout Desk) -> Void
  ) -> [Effect] {
    act(occasion) { application in
      guard var form = application.form else { return }
      work(&form, &application.desk)
      application.screen = form
    }
  }

  /// Marks lines of a list by their places, or takes their marks away where all of them have one.
  mutating func mark(_ places: [Int], _ occasion: Occasion) -> [Effect] {
    act(occasion) { application in
      guard var list = application.screen as? any ListScreen else { return }
      list.mark(places)
      application.screen = list
    }
  }

  /// What the list of the screen can be sorted by; nothing where there is none.
  var sortStops: [(name: String, title: String)] {
    (screen as? any ListScreen)?.sortStops(desk) ?? []
  }

  /// Sorts the list of the screen; by what it is sorted already, the other way round.
  mutating func sort(by name: String, _ occasion: Occasion) -> [Effect] {
    act(occasion) { application in
      guard var list = application.screen as? any ListScreen else { return }
      list.sort(by: name, &application.desk)
      application.screen = list
    }
  }

  /// Opens a view of a list.
  mutating func open(_ view: SavedView, _ occasion: Occasion) -> [Effect] {
    act(occasion) { $0.open(view) }
  }

  /// Moves the focus to a line of the screen's table, of which these are all in their order.
  mutating func focus(
    _ place: TableLine.Place, among places: [TableLine.Place], _ occasion: Occasion
  ) -> [Effect] {
    act(occasion) { application in
      guard let wanted = places.firstIndex(of: place) else { return }
      let now = application.list?.focusedPlace.flatMap { places.firstIndex(of: $0) } ?? 0
      application.screen.perform(
        wanted > now ? .moveDown : .moveUp, times: abs(wanted - now), &application.desk)
      // Rows that are only seen may have moved with the focus, and every row below them.
      let items = application.list?.readAloud.compactMap(\.place) ?? []
      application.walk(to: items.count == places.count ? items[wanted] : place)
    }
  }

  /// The table of the screen in which the focus moves.
  var list: Table? {
    let tables = screen.describe(desk).blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return tables.first { $0.cursor != nil && !$0.isOnlySeen }
  }

  /// Goes on step by step where the focus also stops between the lines.
  private mutating func walk(to place: TableLine.Place) {
    for _ in 0..<(list?.rowCount ?? 0) {
      guard let now = list?.focusedPlace, now != place else { return }
      screen.perform(now.row < place.row ? .moveDown : .moveUp, &desk)
      if list?.focusedPlace == now { return }
    }
  }

  private mutating func act(
    _ occasion: Occasion, _ work: (inout Application) -> Void
  ) -> [Effect] {
    desk.begin(occasion)
    clearNews()
    work(&self)
    return carryOutRequests()
  }
}
