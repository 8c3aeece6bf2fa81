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

  /// What stands at the right end of the title: how saving stands, before it another clock.
  ///
  /// A telephone has no room for the clock, which `whereAmI` tells.
  var headingStatus: StyledText {
    if isWelcome { return "" }
    guard let clock = clockName, !desk.isCompact else { return status }
    let glyphs: Glyphs = desk.settings.usesASCII ? .ascii : .unicode
    return StyledText("\(clock) \(glyphs.separator) ", .faint) + status
  }

  private var clockName: String? {
    switch desk.clock {
    case .machine: nil
    case .running where desk.programme.settings.id == "sample": desk.words("clock.running")
    case .running: desk.words("clock.stopped", ["day": desk.now.day.stored])
    case .stopped: desk.words("clock.stopped", ["day": desk.now.day.stored])
    }
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
    let focus = Words.unstopped(screen.focus(desk))
    let here = desk.words("whereAmI", ["screen": place, "focus": focus, "status": saved])
    return desk.words.inARow([here, clockSentence])
  }

  /// What the time is, where it is not that of the machine.
  private var clockSentence: String {
    let key = desk.clock == .stopped ? "clock.stoppedAt" : "clock.runningAt"
    return desk.clock == .machine
      ? "" : desk.words(key, ["at": desk.formats.moment(desk.now)])
  }
}
