import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One testimony: its words as far as this person may read them, and all that belongs to them.
struct TestimonyScreen: Screen {
  let name = "testimony"

  typealias Part = TestimonyPart

  /// What a row of the part's list stands for.
  enum Item: Hashable, Sendable {
    case quote(QuoteID)
    case action(ActionID)
  }

  let id: TestimonyID
  private(set) var part = Part.words
  var cursor = ListCursor<Item>()
  private var items: [Item] = []
  private var firstLine = 0
  /// What became of what was told at the same event.
  private(set) var trace: Trace?
  /// Whether words that may hurt were asked for.
  private(set) var showsHidden = false

  init(_ id: TestimonyID, part: Part = .words) {
    self.id = id
    self.part = part
  }

  func commands(_ desk: Desk) -> [Command] {
    guard let testimony = desk.programme.testimonies[id] else { return [] }
    let isReadable = testimony.visibility(to: desk.reader, on: desk.today).isReadable
    let isWithdrawn = testimony.isGone(desk.today)
    // A disclosure is not coded and not quoted; its words are not here.
    let isWorkedOn = isReadable && !testimony.isForLead
    let open: [Command] = items.isEmpty ? [] : [.open]
    let hidden: [Command] = isReadable && !testimony.contentWarning.isEmpty ? [.showHidden] : []
    let own: [Command] = isReadable && part == .translations ? [.newRecord] : []
    let quote: [Command] = isWorkedOn ? [.addQuote] : []
    let change: [Command] = isWorkedOn ? [.edit, .readBack] : isReadable ? [.edit] : []
    let consent: [Command] = isWithdrawn ? [.erase] : [.consent, .withdraw, .erase]
    let stage: [Command] = isWorkedOn && testimony.stage != .draft ? [.changeStatus] : []
    return open + hidden + own + (part == .quotes ? quote : []) + [.nextPart] + change
      + (isWithdrawn ? [] : [.newAction]) + (part == .quotes ? [] : quote) + consent + stage
      + [.related] + (part == .words ? [] : [.previousPart]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .nextPart: turn(1, &desk)
    case .previousPart: turn(-1, &desk)
    case .showHidden: showsHidden.toggle()
    case .edit: desk.go(.editTestimony(id))
    case .newRecord: translate(&desk)
    case .consent: openConsent(&desk)
    case .erase: desk.push(ForgetScreen(.testimony(id), .erase, &desk))
    case .related: desk.go(.related(.testimony(id)))
    case .newAction: desk.go(.newAction(answering: id))
    case .addQuote:
      if let passage = PassageScreen(id, desk) {
        desk.push(passage)
      } else if let form = QuoteForm.new(of: id, desk) {
        desk.push(form)
      }
    case .readBack, .withdraw, .changeStatus: ask(command, &desk)
    case .open: open(&desk)
    default: move(command, desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard let testimony = desk.programme.testimonies[id] else { return }
    switch question {
    case "readBack": desk.noteReadBack(testimony, isConfirmed: answer == "yes", answer)
    case "withdraw":
      guard let purpose = ConsentPurpose(stored: answer) else { return }
      desk.push(ForgetScreen(.testimony(id), .withdraw([purpose]), &desk))
    case "stage": desk.set(stage: answer, of: testimony)
    default: break
    }
  }

  mutating func refresh(_ desk: Desk) {
    trace = desk.programme.testimonies[id].flatMap {
      desk.insight.trace($0.event, for: desk.reader)
    }
    items = list(desk)
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let testimony = desk.programme.testimonies[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("testimony.gone")))])
    }
    let tabs = Tabs(
      Part.allCases.map { title($0, testimony, desk) },
      current: Part.allCases.firstIndex(of: part) ?? 0)
    let event = desk.programme.events[testimony.event]?.title ?? ""
    let isCut = firstLine < lastLine(testimony, desk)
    let below = isCut ? desk.words("testimony.moreBelow") : ""
    let context = [part == .words ? "" : event, below].filter { !$0.isEmpty }
    return ScreenContent(
      context: StyledText(context.joined(separator: "  "), .faint),
      blocks: [.tabs(tabs), .gap]
        + desk.remarks(on: .testimony(id, event: testimony.event)) + content(testimony, desk))
  }

  func place(_ desk: Desk) -> Place? { .testimony(id, part) }

  func focus(_ desk: Desk) -> String {
    guard let testimony = desk.programme.testimonies[id] else {
      return desk.words("testimony.gone")
    }
    let name = testimony.isGone(desk.today) ? id.text : testimony.title(desk)
    return desk.words.list([name, desk.words("testimony.part.\(part.rawValue)")])
  }
}

extension TestimonyScreen {
  private func title(_ part: Part, _ testimony: Testimony, _ desk: Desk) -> String {
    let name = desk.words("testimony.part.\(part.rawValue)")
    let isReadable = testimony.visibility(to: desk.reader, on: desk.today).isReadable
    let count: Int =
      switch part {
      case .translations: isReadable ? testimony.translations.count : 0
      case .quotes: isReadable ? testimony.quotes.count : 0
      case .actions: answers.count
      case .words, .consent: 0
      }
    return count == 0 ? name : "\(name) \(desk.words.number(count))"
  }

  private func list(_ desk: Desk) -> [Item] {
    guard let testimony = desk.programme.testimonies[id] else { return [] }
    let isReadable = testimony.visibility(to: desk.reader, on: desk.today).isReadable
    switch part {
    case .words, .translations, .consent: return []
    case .quotes: return isReadable ? testimony.quotes.map { .quote($0.id) } : []
    case .actions: return answers.map { .action($0.id) }
    }
  }

  /// The actions that answer it.
  var answers: [ActionRow] {
    trace?.threads.first { $0.testimony.id == id }?.actions ?? []
  }

  private func content(_ testimony: Testimony, _ desk: Desk) -> [Block] {
    switch part {
    case .words:
      [prose(TestimonyText.words(testimony, desk, showsHidden: showsHidden))].namingRecord
    case .translations:
      [prose(TestimonyText.translations(testimony, desk, showsHidden: showsHidden))]
    case .consent: [prose(TestimonyText.consent(testimony, desk))]
    case .quotes: quotes(testimony, desk)
    case .actions: actions(testimony, desk)
    }
  }

  private func prose(_ paragraphs: [StyledText]) -> Block {
    .prose(Prose(paragraphs, firstLine: firstLine, isFocused: true))
  }

  private mutating func turn(_ step: Int, _ desk: inout Desk) {
    let all = Part.allCases
    let next = (all.firstIndex(of: part) ?? 0) + step
    if next < 0 { return desk.pop() }
    part = all[next % all.count]
    firstLine = 0
    cursor = ListCursor()
    refresh(desk)
  }

  /// Moves in a list, or scrolls a text no further than its end.
  private mutating func move(_ command: Command, _ desk: Desk) {
    guard items.isEmpty, let testimony = desk.programme.testimonies[id] else {
      return cursor.move(command, in: items, page: desk.pageRows)
    }
    let last = lastLine(testimony, desk)
    firstLine = ListMove.cursor(
      min(firstLine, last), command, count: last + 1, page: max(1, textRows(desk) - 1))
  }

  /// The rows that a text has below the tabs.
  private func textRows(_ desk: Desk) -> Int {
    max(1, CanvasRenderer.contentSize(size: desk.size, hasAside: false).rows - 2)
  }

  /// The first line that is shown when a text is scrolled to its end; 0 in a list.
  private func lastLine(_ testimony: Testimony, _ desk: Desk) -> Int {
    let columns = CanvasRenderer.contentSize(size: desk.size, hasAside: false).columns
    let blocks = content(testimony, desk)
    guard blocks.count == 1, case .prose(let prose)? = blocks.first else { return 0 }
    return max(0, prose.lineCount(columns: columns) - textRows(desk))
  }

  private func open(_ desk: inout Desk) {
    switch cursor.id {
    case .quote(let quote)?:
      if let form = QuoteForm.edit(quote, of: id, desk) { desk.push(form) }
    case .action(let action)?: desk.go(.action(action))
    case nil: break
    }
  }

  private func openConsent(_ desk: inout Desk) {
    guard var form = TestimonyForm.edit(id, desk) else { return desk.go(.editTestimony(id)) }
    form.form.form.focus("mayRecord")
    desk.push(form)
  }

  /// A new translation in the same form; one that is there already is chosen by its language.
  private func translate(_ desk: inout Desk) {
    guard var form = TestimonyForm.edit(id, desk, translatedInto: .undetermined) else {
      return desk.go(.editTestimony(id))
    }
    form.form.form.focus("translationLanguage")
    desk.push(form)
  }
}
