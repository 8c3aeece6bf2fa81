import HeardKit
import HeardModel
import TerminalCanvas

/// The application as a talk in plain lines: lines are said, and a line is typed in answer.
///
/// For screen readers, braille lines and terminals that can only print. It knows no screen by
/// itself: it reads out their descriptions, performs their commands by name, and asks the fields of
/// their forms one by one. Like the application it reads no clock and touches no file.
public struct Conversation: Sendable {
  /// The application that is talked with; the full screen goes on with the same one.
  public internal(set) var application: Application
  /// What the executable has to do, in this order.
  var effects: [Effect] = []
  /// What came with the line that is being answered.
  var occasion: Occasion
  /// What happened since the last report.
  var news: [News] = []
  /// What answers the line directly.
  var replies: [String] = []
  /// What numbers stand for now.
  var numbered = Numbered.items
  /// What was read out last.
  var shown: Reading?
  /// The number of the screen that was read out last.
  var shownTurn: Int?
  /// The question that was read out last.
  var shownQuestion: Question?
  /// The place of the first item of the page that was read out last.
  var pageStart = 0
  /// Whether everything is to be said once more.
  var saysAll = false
  /// What the tour said last.
  var saidGuidance: [String] = []
  /// Whether the last line was a text for a screen that is no form.
  private var wasTyping = false
  /// Whether the rules of forms were not told yet.
  var saysRules = true
  /// The state of saving as it was said last.
  var saidStatus = ""
  /// What is particular to the form that is open.
  var asking = FormAsking()

  private static let room = Size(columns: 240, rows: 1_000)

  /// What a number stands for.
  enum Numbered: Sendable {
    case items
    case wishes([Wish])
    case found
  }

  /// Begins a talk with an application, whatever it shows.
  public init(_ application: Application, _ occasion: Occasion) {
    self.application = application
    self.occasion = occasion
    self.application.closePalette()
    // What screens leave out for want of room is said; their hints at paging would be untrue.
    self.application.resize(Self.room)
    leaveDrawing()
    saidStatus = application.desk.words("status.saved")
    news.append(News(.done, words("linear.welcome")))
    sayOpening()
  }

  var words: Words { application.desk.words }

  /// Whether the lines are answers to the questions of a form.
  public var isInForm: Bool { application.form != nil }

  /// How many items of a list are said at once.
  var pageItems: Int {
    let wanted = application.desk.settings.pageItems ?? 10
    return wanted > 0 ? wanted : 10
  }

  /// Does what a line asks for.
  ///
  /// - Returns: what the executable has to do, in this order; then comes the report.
  public mutating func take(_ line: String, _ occasion: Occasion) -> [Effect] {
    self.occasion = occasion
    effects = []
    let line = Self.withoutControls(line)
    if let key = Self.controlKey(line) {
      press(key)
    } else if asking.dictated != nil {
      dictate(line)
    } else if application.question != nil {
      answerQuestion(trimmed(line))
    } else if application.form != nil {
      answerField(trimmed(line))
    } else if application.screen.takesText {
      type(line: trimmed(line))
    } else {
      carryOut(trimmed(line))
    }
    if application.turn != shownTurn { leaveDrawing() }
    keepTyped()
    return effects
  }

  /// Does what the place at which one begins asks for.
  public mutating func begin(_ occasion: Occasion) -> [Effect] { application.begin(occasion) }

  /// Does what a command asks for, wherever it came from.
  public mutating func perform(_ command: Command, _ occasion: Occasion) -> [Effect] {
    self.occasion = occasion
    effects = []
    act { $0.perform(command, $1) }
    if application.turn != shownTurn { leaveDrawing() }
    keepTyped()
    return effects
  }

  /// Takes in what came of an effect.
  public mutating func take(_ outcome: Outcome, _ occasion: Occasion) -> [Effect] {
    self.occasion = occasion
    let before = application.desk.news
    let more = application.take(outcome, occasion)
    if let after = application.desk.news, after != before { news.append(after) }
    return more
  }

  /// Has files read again that others changed.
  public mutating func changedOutside(_ files: Set<String>, _ occasion: Occasion) -> [Effect] {
    application.changedOutside(files, occasion)
  }

  /// Whether something happened that must not wait for the next line.
  public var hasBadNews: Bool { news.contains { $0.kind == .bad } }

  /// Asks to end the program, as Ctrl-C does; a second time ends it in any case.
  public mutating func interrupt(_ occasion: Occasion) -> [Effect] {
    switch application.question?.id {
    case "quit": [.terminal(.quit)]
    case "quitWriting": [.terminal(.quitAtOnce)]
    default: perform(.quit, occasion)
    }
  }

  /// Asks what is to be done about what is still on its way to the disk as the program is to end.
  public mutating func askWhileWriting(_ occasion: Occasion) -> [Effect] {
    application.askWhileWriting(occasion)
  }

  /// Keeps what is typed: the program is about to end.
  public mutating func end(_ occasion: Occasion) -> [Effect] {
    let kept = application.keepDrafts(occasion)
    if !kept.isEmpty { news.append(News(.done, words("draft.kept"))) }
    return kept
  }

  /// Says that the terminal may have cut the line that was taken last.
  public mutating func warnOfCutLine() { news.append(News(.bad, words("linear.cut"))) }

  /// Has the application do something, and remembers what it says.
  mutating func act(_ work: (inout Application, Occasion) -> [Effect]) {
    effects += work(&application, occasion)
    if let happened = application.desk.news { news.append(happened) }
  }

  // Every line that was typed is safe before the next one is asked for.
  private mutating func keepTyped() {
    if application.nextDraft != nil { effects += application.keepDrafts(occasion) }
  }

  /// What the application had to say before the talk began.
  private mutating func sayOpening() {
    guard let first = application.desk.news else { return }
    let drafts = application.desk.drafts.count
    // In plain lines Enter goes on with the page, and drafts have numbers.
    let isAboutDrafts = first.text == words("draft.found", count: drafts)
    news.append(
      isAboutDrafts ? News(.done, words("linear.draftFound", count: drafts)) : first)
  }
}

// What is said.
extension Conversation {
  /// Everything there is to say since the last report, news first; each line is safe to print.
  public mutating func report() -> [String] {
    var lines = news.map(\.text)
    news = []
    if asking.dictated == nil { lines += changedStatus() }
    lines += replies
    replies = []
    if asking.dictated == nil {
      let isNew = shownTurn != application.turn
      lines += unsaidLines() + typingRules() + (isNew ? enterRule() : []) + guidance()
      // Nothing that is typed stays without an answer.
      if lines.isEmpty { lines.append(application.screen.focus(application.desk)) }
    }
    saysAll = false
    let glyphs: Glyphs = .chosen(isASCII: application.desk.settings.usesASCII)
    return lines.flatMap { $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
      .map { DisplayText.safe(String($0), glyphs: glyphs) }
  }

  /// The news that nobody heard yet, when the talk ends.
  public mutating func lastWords() -> [String] {
    defer { news = [] }
    return news.map { DisplayText.safe($0.text) }
  }

  /// What the screen, its question or its form has to say.
  private mutating func unsaidLines() -> [String] {
    let isNew = shownTurn != application.turn
    if isNew {
      asking = FormAsking()
      numbered = .items
    }
    // A form below a question is read out when that is answered.
    defer {
      if application.question == nil || application.form == nil { shownTurn = application.turn }
    }
    if let question = application.question {
      let heading = isNew && application.form == nil ? changes(isNew: true) : []
      return heading + self.question(question)
    }
    shownQuestion = nil
    return application.form == nil ? changes(isNew: isNew) : formLines(isNew: isNew)
  }

  /// Where a screen begins with what only the eye can use, its next part says the same.
  private mutating func leaveDrawing() {
    let isDrawn = application.screen.describe(application.desk).blocks.contains { block in
      if case .table(let table) = block { table.isOnlySeen && table.isFocused } else { false }
    }
    if isDrawn && application.offered.contains(.nextPart) { act { $0.perform(.nextPart, $1) } }
  }

  /// How a text is typed on a screen that is no form, said as one begins to.
  private mutating func typingRules() -> [String] {
    let isTyping =
      application.question == nil && application.form == nil && application.screen.takesText
    defer { wasTyping = isTyping }
    return isTyping && (!wasTyping || saysAll) ? [words("linear.typingRules")] : []
  }

  /// What is said in place of Enter, which turns pages here, where Enter would change something.
  private func enterRule() -> [String] {
    guard application.question == nil, application.offered.contains(.apply) else { return [] }
    return [words("linear.insteadOfEnter", ["command": words("command.apply")])]
  }

  /// What the tour says, where it says something else than before.
  private mutating func guidance() -> [String] {
    let guidance = application.guidance
    if guidance == saidGuidance && !saysAll { return [] }
    saidGuidance = guidance
    return guidance
  }

  private mutating func changedStatus() -> [String] {
    let status = application.status.text
    // What is being written is told by its end.
    if status == saidStatus || status == words("status.saving") { return [] }
    let wasTyped = saidStatus == words("status.typed")
    saidStatus = status
    // A draft that was left is nothing that was saved.
    if wasTyped && application.desk.said.last?.news.text == words("draft.kept") { return [] }
    return [words("linear.status", ["status": status])]
  }

  private mutating func question(_ question: Question) -> [String] {
    if question == shownQuestion && !saysAll { return [words("linear.answerByNumber")] }
    shownQuestion = question
    return question.text.split(whereSeparator: \.isNewline).map(String.init)
      + question.answers.enumerated().map { "\($0 + 1). \($1.label)" }
      + [words("linear.answerByNumber")]
  }

  /// Gives an answer by its number or the beginning of its words; nothing is taken for granted.
  mutating func answerQuestion(_ line: String) {
    guard let question = application.question else { return }
    let answers = question.answers.map { FieldOption($0.id, $0.label) }
    if LineVerb.again.names(words).contains(fold(line)) {
      saysAll = true
    } else if LineVerb.back.names(words).contains(fold(line)) {
      act { $0.answer(nil, $1) }
      replies.append(words("linear.notAnswered"))
    } else if let answer = line.isEmpty ? nil : answers.meant(line, words),
      let place = answers.firstIndex(of: answer)
    {
      act { $0.answer(place, $1) }
    }
  }
}
