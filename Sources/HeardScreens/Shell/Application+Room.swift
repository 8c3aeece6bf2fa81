import HeardKit
import HeardModel
import TerminalCanvas

// A terminal that is too small for the screen.
extension Application {
  /// What stands there instead of a screen that has no room: how much it needs, and what keys do.
  public var tooSmall: String {
    let words = desk.words
    let size = [
      "columns": words.number(screen.smallest.columns), "rows": words.number(screen.smallest.rows),
      "end": KeyTable.binding(.quit)?.shownKeyWhileTyping(words) ?? "",
    ]
    let back: [String] =
      fittingScreenBelow.map {
        [words("terminal.tooSmall.back", ["screen": words("screen.\($0.name)")])]
      } ?? []
    let news = desk.news.map { [$0.text] } ?? []
    return ([words("terminal.tooSmall", size)] + back + news).joined(separator: " ")
  }

  var isTooSmall: Bool { !terminalSize.holds(screen.smallest) }

  /// The screen to which Esc goes, where it has room and so is seen at once.
  var fittingScreenBelow: (any Screen)? {
    guard overlay == nil, let last = below.last, terminalSize.holds(last.smallest) else {
      return nil
    }
    return last
  }

  /// Nobody sees what a key does here, so it does nothing: only ending, and going back to what has
  /// room, act, and both keep what is typed.
  mutating func handleUnseen(_ key: Key) {
    let ends = KeyTable.binding(.quit)?.keys ?? []
    if case .control = key, ends.contains(key) {
      // Asked already, and nobody sees the answers.
      if question?.id == "quitWriting" { return desk.run(.quitAtOnce) }
      guard desk.slipsInMemory == 0 else {
        return desk.refuse(desk.words("quit.slips", count: desk.slipsInMemory))
      }
      guard desk.unsavedCount == 0 else {
        return desk.refuse(desk.words("terminal.tooSmall.unsaved", count: desk.unsavedCount))
      }
      guard unkeptDrafts.isEmpty else {
        return desk.refuse(desk.words("quit.unkept", count: unkeptDrafts.count))
      }
      leave()
    } else if key == .escape, fittingScreenBelow != nil {
      goBack()
    }
  }
}
