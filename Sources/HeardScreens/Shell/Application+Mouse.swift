import HeardKit
import TerminalCanvas

// What a mouse does: a click goes to something, one on what has the focus opens it.
//
// It acts by the keys of the keyboard, so that nothing can be done with it that keys cannot do, and
// whatever a screen refuses, asks or sets when its focus moves happens here too.
extension Application {
  private static let stepsOfWheel = 3

  /// Does what a click at a place asks for.
  mutating func click(_ position: Position) {
    let glyphs: Glyphs = .chosen(isASCII: desk.settings.usesASCII)
    let canvas = CanvasRenderer.render(
      describe(), size: terminalSize, glyphs: glyphs, tooSmall: "")
    guard let target = canvas.target(at: position) else { return }
    switch (overlay, target) {
    case (.question(let question)?, .row(let row, _)):
      if question.cursor == row { return press(.enter) }
      var question = question
      question.cursor = row
      overlay = .question(question)
    case (.palette?, .row(let row, _)), (.finder?, .row(let row, _)): clickFound(row)
    case (nil, .row(let row, let column)): click(row, column)
    case (nil, .field(let place)): clickField(place)
    case (nil, .part(let part)): turn(to: part)
    default: break
    }
  }

  /// Does what a turn of the wheel asks for.
  mutating func turnWheel(_ steps: Int) {
    // Arrows set a number that is being typed, which nobody means who turns a wheel.
    if overlay == nil && screen.takesDigits { return }
    let isInForm = overlay == nil && form != nil
    let count = abs(steps) * (overlay != nil || isInForm ? 1 : Self.stepsOfWheel)
    for _ in 0..<count { press(steps < 0 ? .up : .down) }
  }
}

extension Application {
  /// Goes to a row of the screen's table by its keys; opens the one that has the focus.
  private mutating func click(_ row: Int, _ column: Int?) {
    guard let list, let focused = list.cursor else { return }
    let wanted = column.flatMap { self.column($0, of: list) }
    if focused == row, wanted == nil || wanted == list.cursorColumn {
      return openFocused()
    }
    if screen.point(at: row, column: column, desk) { return }
    if let wanted, screen.commands(desk).contains(.moveRight), let start = list.cursorColumn {
      walk(.right, .left, from: start, to: wanted) { $0.list?.cursorColumn }
    }
    walk(.down, .up, from: self.list?.cursor ?? focused, to: row) { $0.list?.cursor }
  }

  /// The column of a cell that can have the focus: of a number and its label the number.
  private func column(_ column: Int, of list: Table) -> Int? {
    guard list.cursorColumn != nil else { return nil }
    return list.valuesStandFirst ? column - column % 2 : column
  }

  /// Presses an arrow until the focus stands where it is wanted, or goes no further.
  private mutating func walk(
    _ on: Key, _ back: Key, from start: Int, to wanted: Int,
    _ place: (Application) -> Int?
  ) {
    let isOn = start < wanted
    var now = start
    while now != wanted, (now < wanted) == isOn, overlay == nil {
      press(isOn ? on : back)
      guard let next = place(self), next != now else { return }
      now = next
    }
  }

  /// Enter where the focused row opens; where rows are ticked, the tick.
  private mutating func openFocused() {
    let offered = screen.commands(desk)
    if offered.contains(.open) {
      press(.enter)
    } else if offered.contains(.mark) {
      carryOut(.mark)
    }
  }

  private mutating func clickField(_ place: Int) {
    guard var form else { return }
    let cursor = form.filled.cursor
    if cursor == place { return clickFocusedField() }
    if let left = form.filled.focused?.id { form.checkField(left, &desk) }
    form.filled.move(place - cursor)
    screen = form
  }

  /// Changes what has no text to stand in; opens the folded fields.
  private mutating func clickFocusedField() {
    guard let form = form?.filled else { return }
    if form.isOnFold { return press(.enter) }
    switch form.focused?.kind {
    case .toggle?, .choice?: press(.right)
    default: break
    }
  }

  /// Goes to a part of the screen, one after the other.
  private mutating func turn(to part: Int) {
    for _ in 0..<20 {
      guard let now = currentPart, now != part else { return }
      press(now < part ? .tab : .backTab)
      carryOutPending()
      guard currentPart != now, overlay == nil else { return }
    }
  }

  private var currentPart: Int? {
    for case .tabs(let tabs) in screen.describe(desk).blocks { return tabs.current }
    return nil
  }
}
