import HeardKit
import HeardModel
import TerminalCanvas

// What is said around the screen.
extension Application {
  var status: StyledText {
    let words = desk.words
    if desk.readOnly != nil { return StyledText(words("status.readOnly"), .warning) }
    if desk.unsavedCount > 0 {
      let key = desk.journalTrouble == nil ? "status.unsaved" : "status.unkept"
      return StyledText(words(key, count: desk.unsavedCount), .bad)
    }
    if desk.slipsInMemory > 0 {
      return StyledText(words("status.slips", count: desk.slipsInMemory), .warning)
    }
    if !desk.saving.isEmpty { return StyledText(words("status.saving"), .faint) }
    if !desk.unreadable.isEmpty {
      return StyledText(words("status.unreadable", count: desk.unreadable.count), .bad)
    }
    if screen.draft(desk) != nil { return StyledText(words("status.typed"), .faint) }
    return StyledText(words("status.saved"), .faint)
  }

  var keyHints: [KeyHint] {
    let own = screen.commands(desk)
    let shown =
      own.filter { !Self.unshown.contains($0) } + (isWelcome ? [.help] : [.find, .palette, .help])
    let words = desk.words
    return shown.compactMap { command in
      guard let binding = KeyTable.binding(command),
        let key = screen.takesText
          ? binding.shownKeyWhileTyping(words) : binding.workingKey(words)
      else { return nil }
      let label = screen.label(of: command, desk) ?? words("command.\(command.rawValue)")
      return KeyHint(key, label)
    }
  }

  /// Commands that nobody needs to be told about in the bottom line.
  static let unshown: Set<Command> = [
    .moveUp, .moveDown, .moveLeft, .moveRight, .pageUp, .pageDown, .first, .last, .help, .palette,
    .previousField, .nextField, .change, .previousPart,
  ]

  var whereAmI: String {
    let place = desk.words("screen.\(screen.name)")
    let saved = status.text
    // What is a whole sentence already gets no second stop.
    var focus = screen.focus(desk)
    while let last = focus.last, ".。".contains(last) { focus.removeLast() }
    return desk.words("whereAmI", ["screen": place, "focus": focus, "status": saved])
  }
}
