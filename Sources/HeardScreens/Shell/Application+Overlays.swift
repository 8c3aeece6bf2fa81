import HeardKit
import HeardModel
import TerminalCanvas

// What lies over the screen.
extension Application {
  mutating func answer(_ question: Question, _ key: Key) {
    var question = question
    switch key.plain {
    case .escape:
      overlay = nil
      return
    case .up, .left, .backTab:
      question.cursor = max(0, question.cursor - 1)
      question.typed = 0
    case .down, .right, .tab:
      question.cursor = min(question.answers.count - 1, question.cursor + 1)
      question.typed = 0
    case .enter, .character(" "):
      overlay = nil
      return take(question.answers[question.cursor].id, to: question)
    case .character(let character):
      // The number of an answer chooses it, for those who hear the screen read out.
      if let digit = character.wholeNumberValue, let answer = question.take(digit: digit) {
        overlay = nil
        return take(answer.id, to: question)
      }
      // Letters answer nothing, so they are text, and so is what follows them at once.
      if !character.isNumber { noteTypedOver(Typing.span) }
    case .function(1): desk.say(desk.words("question.help"))
    default: break
    }
    overlay = .question(question)
  }

  mutating func take(_ answer: String, to question: Question) {
    typing.noteAnswer()
    if question.id == "tour" {
      if answer == "leave" { desk.run(.leave(.tour)) }
      return
    }
    if question.id == "outside" {
      guard answer == "go", let text = screen.longText else { return }
      desk.settings.knowsOutsideEditor = true
      desk.run(.saveSettings(desk.settings))
      return desk.run(.writeOutside(text, of: draftOfLongText))
    }
    if question.id == Self.upgradeQuestion {
      if answer == "upgrade" { desk.run(.upgrade) }
      return
    }
    if question.id == Desk.takeBackQuestion { return desk.take(takeBackAnswer: answer) }
    if question.id == Desk.removeQuestion { return desk.take(removeAnswer: answer) }
    if question.id == Desk.replaceQuestion { return desk.replaceFile(answer) }
    if question.id == "quitSlips" {
      if answer == "paper" { desk.leaveSlipsOnPaper() }
      if answer == "file" { desk.writeSlips() }
      if answer != "stay" && desk.slipsInMemory == 0 { leave() }
      return
    }
    if question.id == "quitDrafts", answer == "again" {
      return unkeptDrafts.forEach { desk.run(.keepDraft($0)) }
    }
    guard ["quit", "quitDrafts", "quitWriting"].contains(question.id) else {
      return screen.answered(question.id, answer, &desk)
    }
    switch answer {
    case "again": desk.saveAgain()
    case "leave": desk.run(question.id == "quitWriting" ? .quitAtOnce : .quit)
    default: break
    }
  }

  mutating func choose(_ palette: Palette, _ key: Key) {
    var palette = palette
    let step = palette.handle(key, desk)
    take(step, of: palette)
  }

  mutating func take(_ step: Palette.Step, of palette: Palette) {
    switch step {
    case .stay: overlay = .palette(palette)
    case .close: overlay = nil
    case .chosen(.command(let command)):
      overlay = nil
      carryOut(command)
    case .chosen(.view(let view)):
      overlay = nil
      open(view)
    }
  }
}

// Finding.
extension Application {
  /// Shows a list as a view keeps it.
  mutating func open(_ view: SavedView) { desk.go(.view(view.id)) }

  mutating func find(_ finder: Finder, _ key: Key) {
    var finder = finder
    let step = finder.handle(key, desk)
    take(step, of: finder)
  }

  /// Goes to what somebody points at among what was found; chooses what has the focus.
  mutating func clickFound(_ row: Int) {
    if case .finder(var finder)? = overlay {
      let step = finder.click(row, desk)
      take(step, of: finder)
    } else if case .palette(var palette)? = overlay {
      let step = palette.click(row, desk)
      take(step, of: palette)
    }
  }

  mutating func take(_ step: Finder.Step, of finder: Finder) {
    switch step {
    case .stay: overlay = .finder(finder)
    case .close: overlay = nil
    case .chosen(let target):
      overlay = nil
      go(to: target)
    }
  }

  mutating func go(to target: Finder.Target) {
    switch target {
    case .record(let finding):
      desk.deeds.found += 1
      desk.go(.record(finding.subject))
    case .topic(let code): desk.go(.events("topic:\(code.stored)"))
    case .view(let view): open(view)
    case .command(let command): carryOut(command)
    case .place(let place): desk.go(place.place)
    }
  }
}

// The folder of an older version.
extension Application {
  static let upgradeQuestion = "upgrade"

  /// Asks whether the folder is to be upgraded, which is a decision of everybody who works in it.
  mutating func askToUpgrade() {
    guard case .olderFormat(let found, let known) = desk.readOnly else { return }
    let words = desk.words
    let numbers = ["found": String(found), "known": String(known)]
    lay(
      Question(
        Self.upgradeQuestion, words("upgrade.ask", numbers),
        [.init("read", words("upgrade.read")), .init("upgrade", words("upgrade.yes", numbers))]))
  }
}
