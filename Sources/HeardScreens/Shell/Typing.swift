import HeardKit
import TerminalCanvas

/// How letters follow each other where letters are commands.
///
/// Who types words on a page that is only read means none of its letters. So a letter that would
/// change records has to stand alone, and one that would open a form must not follow another.
struct Typing: Sendable {
  /// Within so many milliseconds letters that follow each other are one text.
  static let span = 400
  /// Commands that somebody repeats on purpose, so that the same letter again is no text.
  static let repeated: Set<Command> = [.undo, .redo, .quit]
  /// Commands whose letters come in quick succession before another command.
  private static let steps = Set(ListMove.commands + [.moveLeft, .moveRight, .mark])

  /// Signs that are pressed quickly where people are counted, and stand in no word.
  private static let counting: Set<Character> = ["+", "-", "="]

  /// The letter that waits, since another one may follow, and when it came.
  var waiting: Waiting?

  /// A letter that waits, with where it was pressed: it is meant for nothing else.
  struct Waiting {
    let key: Key
    let command: Command
    let at: Int
    let turn: Int
    let focus: String
  }

  /// Whether the key being handled did nothing.
  var isStray = false
  /// When the last letter came that was no step in a list.
  private var lastLetter: Int?
  private var last: Character?
  /// When the last letter came that did nothing, or led elsewhere.
  private var lastStray: Int?
  /// When the last letter came, or the end of a line.
  private var lastTyped: Int?
  private var key = Key.escape
  private var isStep = false
  private var turn = 0

  /// Notes the key that is being handled.
  mutating func begin(_ key: Key) { (self.key, isStep, isStray) = (key.plain, false, false) }

  /// Notes that the key being handled asked for a command.
  mutating func note(_ command: Command) { isStep = Self.steps.contains(command) }

  /// Notes that a question was answered by a number or Enter: no text went on before it.
  ///
  /// A blank between two words answers as well, and is none the less text.
  mutating func noteAnswer() {
    if let letter, !letter.isNumber { return }
    (lastLetter, lastStray) = (nil, nil)
  }

  /// Notes when the key came that was handled, and which screen stands there now.
  mutating func end(at tick: Int?, on turn: Int) {
    let isElsewhere = turn != self.turn
    self.turn = turn
    guard let tick, let character = letter else {
      (lastLetter, lastStray, last) = (nil, nil, nil)
      lastTyped = key == .enter ? tick : nil
      return
    }
    (lastTyped, last) = (tick, character)
    if isStep || character.isNumber { return }
    if Self.counting.contains(character) && !isStray {
      // Who counts means what follows as well, such as taking the last press back.
      (lastLetter, lastStray) = (nil, nil)
      return
    }
    lastLetter = tick
    // What goes on a text is text, even where one of its letters did something harmless.
    if isStray || isElsewhere || Self.isRecent(lastStray, at: tick) { lastStray = tick }
  }

  /// Whether the key being handled goes on a text: it follows a letter at once.
  func isText(at tick: Int) -> Bool { isLetter && Self.isRecent(lastLetter, at: tick) }

  /// Whether the key being handled is the one before once more.
  var isAgain: Bool { letter != nil && letter == last }

  /// Whether what came before at once did nothing, or led here: no key of who counts.
  func followsStray(at tick: Int) -> Bool { isLetter && Self.isRecent(lastStray, at: tick) }

  /// Whether the key being handled ends a line of text, or is pressed twice in a row.
  func endsText(at tick: Int) -> Bool { key == .enter && Self.isRecent(lastTyped, at: tick) }

  /// Whether the key being handled is a letter, which may be the first of a word.
  var isLetter: Bool { letter.map { !Self.counting.contains($0) } ?? false }

  private var letter: Character? {
    if case .character(let character) = key { character } else { nil }
  }

  private static func isRecent(_ last: Int?, at tick: Int) -> Bool {
    last.map { tick - $0 < span } ?? false
  }
}

// Letters that are commands, and letters that are text.
extension Application {
  /// The milliseconds at which a letter that waits is carried out; nil while none waits.
  public var nextLetter: Int? { typing.waiting.map { $0.at + Typing.span } }

  /// Carries out the letter that waited, since none followed it.
  public mutating func carryOutWaiting(_ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    guard let waiting = typing.waiting else { return [] }
    typing.waiting = nil
    clearNews()
    if overlay == nil && isStillMeant(waiting) { carryOut(waiting.command) }
    return carryOutRequests()
  }

  /// Decides about the letter that waits before another key is handled.
  ///
  /// - Returns: whether the other key was meant for it alone: Esc takes it back.
  mutating func settleWaiting(before key: Key) -> Bool {
    guard let waiting = typing.waiting, let tick = desk.tick else { return false }
    typing.waiting = nil
    let isLate = tick - waiting.at >= Typing.span
    let isAgain = key.plain == waiting.key && Typing.repeated.contains(waiting.command)
    if case .character = key, !isLate, !isAgain {
      refuseAsText(waiting.key)
    } else if key == .escape, !isLate {
      desk.refuse(desk.words("letters.takenBack", ["key": KeyTable.name(waiting.key, desk.words)]))
      return true
    } else if overlay == nil && isStillMeant(waiting) {
      carryOut(waiting.command)
      carryOutPending()
    }
    return false
  }

  /// Takes a letter back that waits, since the screen was away meanwhile.
  public mutating func forgetWaiting() { typing.waiting = nil }

  /// Whether a letter that waited still means the row on which it was pressed; says where not.
  ///
  /// What others did meanwhile may have taken that row, or the screen, away.
  private mutating func isStillMeant(_ waiting: Typing.Waiting) -> Bool {
    let isSame = waiting.turn == turn && waiting.focus == screen.focus(desk)
    // What works everywhere means no row.
    if !isTooSmall, isSame || Self.everywhere.contains(waiting.command) { return true }
    desk.refuse(desk.words("letters.takenBack", ["key": KeyTable.name(waiting.key, desk.words)]))
    return false
  }

  /// Carries out a command that a key asks for, unless the key is text.
  mutating func carryOut(_ command: Command, askedBy key: Key) {
    typing.note(command)
    guard let tick = desk.tick, !screen.takesText, typing.isLetter || key.plain == .enter,
      !ListMove.commands.contains(command),
      !screen.takesDigits || typing.followsStray(at: tick)
    else { return carryOut(command) }
    // What a command does is known once it is done; where that must not be, it was done to a copy.
    var tried = self
    tried.carryOut(command)
    tried.carryOutPending()
    let isRepeated = Typing.repeated.contains(command) && typing.isAgain
    if tried.hasWritten(since: self, by: command) {
      if typing.endsText(at: tick) || (typing.isText(at: tick) && !isRepeated) {
        return refuseAsText(key)
      }
      if typing.isLetter {
        typing.waiting = Typing.Waiting(
          key: key.plain, command: command, at: tick, turn: turn, focus: screen.focus(desk))
        return
      }
    } else if tried.turn != turn, tried.screen.takesText || tried.screen.takesDigits,
      typing.isText(at: tick)
    {
      return refuseAsText(key)
    }
    self = tried
  }

  private mutating func refuseAsText(_ key: Key) {
    typing.isStray = true
    desk.refuseLastingly(desk.words("letters.areText", ["key": KeyTable.name(key, desk.words)]))
  }

  /// Whether something was changed that stands in files, or the program left, by a command.
  private func hasWritten(since before: Application, by command: Command) -> Bool {
    if desk.pendingTurn != before.desk.pendingTurn { return true }
    return flushed.dropFirst(before.flushed.count).contains { effect in
      switch effect {
      case .folder(let job): job.writes
      case .state: command == .delete
      case .terminal(.quit): true
      case .terminal, .machine: false
      }
    }
  }
}

extension FolderJob {
  /// Whether it changes files of the programme.
  fileprivate var writes: Bool {
    switch self {
    case .prepareForWriting, .recover, .lookUpIdentities, .loadHistory, .reload, .readFiles,
      .survey:
      false
    case .upgrade, .save, .keepIdentities, .forgetIdentities, .joinIdentity, .handOver,
      .noteReceipt, .retire,
      .keepMapping, .forget, .mergeCopy:
      true
    }
  }
}
