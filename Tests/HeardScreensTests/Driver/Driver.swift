import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

@testable import HeardScreens

/// Drives the whole application as a person would: keys in, screens and records out.
///
/// Saves succeed at once, as they do on a healthy disk, unless `failing` says why they do not.
struct Driver {
  var application: Application
  var effects: [Effect] = []
  var failing: StoreError?
  /// Whether the disk is so slow that nothing is written until it is released.
  var isHolding = false
  private var held: [Effect] = []
  /// Whether keys are typed faster than anything is drawn.
  var isTypingAhead = false
  /// So many milliseconds pass between keys; nil where nobody looks at a clock.
  var pace: Int?
  private var tick = 0
  /// The files of the machine, by path.
  var files: [String: String] = [:]
  /// The names that lie on this machine.
  var identities: [Identity] = []
  /// The disclosures that lie on this machine.
  private(set) var disclosures: [Disclosure] = []
  /// Whether the program that seals is on this machine.
  var canSeal = false
  var now = Moment(stored: "2024-12-01T09:00:00Z") ?? Moment(seconds: 0)
  private var seed: UInt64 = 1
  private(set) var size: Size
  /// What was kept last of what is not on disk.
  private(set) var journal: [PendingChange] = []

  init(
    _ programme: Programme = Fixture.programme(), settings: PersonalSettings = PersonalSettings(),
    language: String = "en", drafts: [Draft] = [],
    unreadable: [FileFault] = [], readOnly: StoreError? = nil, at place: Place = .home,
    columns: Int = 80, rows: Int = 24
  ) {
    size = Size(columns: columns, rows: rows)
    let occasion = Occasion(now: now, today: now.day, seed: 7)
    application = Application(
      Desk(
        programme: programme, unreadable: unreadable, readOnly: readOnly, settings: settings,
        machineLanguage: LanguageTag(stored: language), drafts: drafts, occasion: occasion),
      at: place)
    application.resize(size)
  }

  /// Presses keys: letters as they are, others in angle brackets, as `n<Enter>Lyon<Ctrl-S>`.
  mutating func press(_ keys: String) {
    for key in Self.keys(keys) { press(key) }
  }

  /// Presses one key, and lets everything happen that follows from it.
  mutating func press(_ key: Key) {
    seed += 1
    if let pace { pass(milliseconds: pace) }
    take(application.handle(key, occasion))
  }

  /// Lets time pass without a key.
  mutating func pass(milliseconds: Int) {
    tick += milliseconds
    if let due = application.nextLetter, due <= tick {
      take(application.carryOutWaiting(occasion))
    }
  }

  /// Begins as the program does once the first screen is seen.
  mutating func begin() { take(application.begin(occasion)) }

  /// Asks for a command, as the palette does.
  mutating func perform(_ command: Command) { take(application.perform(command, occasion)) }

  /// Types a text without looking for names of keys in it.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  var occasion: Occasion {
    Occasion(now: now, today: now.day, seed: seed, tick: pace == nil ? nil : tick)
  }

  /// Lets the slow disk write what has gathered.
  mutating func release() {
    isHolding = false
    let waiting = held
    held = []
    answer(waiting)
  }

  private mutating func take(_ more: [Effect]) {
    // Kept apart: it goes before everything that is begun.
    let more = more.filter { effect in
      guard case .state(.keepJournal(let changes)) = effect else { return true }
      journal = changes
      return false
    }
    effects += more
    if isHolding { held += more } else { answer(more) }
    if !isTypingAhead { application.noteDrawn() }
  }

  private mutating func answer(_ more: [Effect]) {
    for effect in more {
      takeFiles(effect)
      guard let outcome = Self.outcome(of: effect, failing) else { continue }
      take(application.take(outcome, occasion))
    }
  }

  /// What comes of saving, on a healthy disk or on one that fails; nil for other effects.
  static func outcome(of effect: Effect, _ failing: StoreError?) -> Outcome? {
    if case .folder(.forget(let order)) = effect {
      return .folder(failing.map(FolderOutcome.forgetFailed) ?? .forgotten(order, left: []))
    }
    guard case .folder(.save(let change, _)) = effect else { return nil }
    if let failing { return .folder(.saveFailed(change, failing)) }
    return .folder(
      .saved(
        change,
        // What people refused is never written.
        change.edits.map { edit in
          SavedRecord(key: edit.key, record: edit.after.map(written), newConflicts: 0)
        }))
  }

  /// A record as it is written: a disclosure without its words.
  private static func written(_ record: Record) -> Record {
    let closed = record.closed(on: CalendarDay(dayNumber: 20_058))
    guard case .testimony(let it) = closed, it.isForLead else { return closed }
    return .testimony(it.leftBehind())
  }

  /// Answers what asks for files, as the machine does.
  private mutating func takeFiles(_ effect: Effect) {
    switch effect {
    case .machine(.readSheet(let order)):
      let names = KnownNames(order.needsNames ? identities : [])
      let read = Self.read(order, files[order.path], names)
      take(application.take(.machine(.sheet(read)), occasion))
    case .machine(.listFolder(let path)):
      let names = files.keys.filter { $0.hasPrefix(path) }.map { String($0.dropFirst(path.count)) }
      take(
        application.take(
          .machine(.folder(ListedFolder(path: path, names: names.sorted()))), occasion))
    case .folder(.keepMapping(let mapping)):
      take(application.take(.folder(.mappingKept(mapping)), occasion))
    case .folder(.save(let change, _)) where failing == nil: keepDisclosures(of: change)
    case .folder(.handOver(let order)):
      note(order.disclosure) { disclosure, now in
        disclosure.handedOverAt = now
        (disclosure.handedOverTo, disclosure.handedOverHow) = (order.lead, order.how)
      }
      take(application.take(.folder(.handedOver(path: order.path)), occasion))
    case .folder(.noteReceipt(let number, let id)):
      note(id) { ($0.receipt, $0.receivedAt) = (number, $1) }
      take(application.take(.folder(.receiptNoted(of: id)), occasion))
    default: break
    }
  }

  /// Keeps what a change tells of disclosures, as the folder does.
  private mutating func keepDisclosures(of change: Change) {
    let told = change.edits.compactMap { edit -> Testimony? in
      if case .testimony(let it)? = edit.after, it.tellsDisclosure { it } else { nil }
    }
    if told.isEmpty { return }
    for it in told {
      let new = Disclosure(of: it)
      let known = disclosures.first { $0.id == it.id }
      disclosures.removeAll { $0.id == it.id }
      disclosures.append(known?.joined(with: new) ?? new)
    }
    tellDisclosures()
  }

  private mutating func note(
    _ id: TestimonyID, _ change: (inout Disclosure, Moment) -> Void
  ) {
    guard let place = disclosures.firstIndex(where: { $0.id == id }) else { return }
    change(&disclosures[place], now)
    tellDisclosures()
  }

  private mutating func tellDisclosures() {
    let kept = KeptDisclosures(disclosures.map { $0.withoutWords() }, canSeal: canSeal)
    take(application.take(.folder(.disclosures(kept)), occasion))
  }

  /// What comes of reading a sheet from a file of the machine.
  static func read(
    _ order: SheetOrder, _ text: String?, _ names: KnownNames = KnownNames()
  ) -> ReadSheet {
    if order.needsFile && text == nil {
      return ReadSheet(order, why: .cannotRead(path: order.path, errno: 2))
    }
    do throws(SheetFault) { return try order.read(bytes(text ?? ""), names: names) } catch {
      return ReadSheet(order, why: .noSheet(path: order.path, error))
    }
  }

  /// A text as the bytes of a file: Latin-1 where the text says so, else UTF-8.
  private static func bytes(_ text: String) -> [UInt8] {
    guard text.hasPrefix(latin) else { return Array(text.utf8) }
    return text.dropFirst(latin.count).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// Begins the text of a file whose letters are Latin-1.
  static let latin = "latin-1:"

  /// The screen as it is drawn.
  var canvas: Canvas {
    CanvasRenderer.render(
      application.describe(), size: size,
      glyphs: .chosen(isASCII: application.desk.settings.usesASCII), tooSmall: application.tooSmall)
  }

  /// The screen as rows of text, without blanks at the ends.
  var screen: String {
    let canvas = self.canvas
    return (0..<size.rows).map { Self.trimmed(canvas.text(ofRow: $0)) }.joined(separator: "\n")
  }

  /// Has what is typed kept; the id of the first draft.
  mutating func keepDrafts() -> String? {
    take(application.keepDrafts(occasion))
    guard case .state(.keepDraft(let draft))? = effects.last else { return nil }
    return draft.id
  }

  /// Walks to a field of the form that is open.
  mutating func focusField(_ field: Code) {
    for _ in 0..<99 where application.form?.filled.focused?.id != field { press(.tab) }
  }

  /// Whether the program was asked to end.
  var hasQuit: Bool { effects.contains { if case .terminal(.quit) = $0 { true } else { false } } }

  /// Takes in what came of an effect.
  mutating func take(_ outcome: Outcome) { take(application.take(outcome, occasion)) }

  /// Gives the terminal another size.
  mutating func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    application.resize(size)
  }

  /// The screen as single rows.
  var rows: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The screen as plain lines.
  var lines: [String] { LinearRenderer.lines(application.describe()) }

  /// The records as they stand.
  var programme: Programme { application.desk.programme }

  /// What was said last.
  var news: String { application.desk.news?.text ?? "" }

  private static func trimmed(_ row: String) -> String {
    var row = row[...]
    while row.last == " " { row.removeLast() }
    return String(row)
  }

  private static let named: [String: Key] = [
    "Enter": .enter, "Esc": .escape, "Tab": .tab, "Shift-Tab": .backTab, "Up": .up, "Down": .down,
    "Left": .left, "Right": .right, "Backspace": .backspace, "Del": .delete, "Home": .home,
    "End": .end, "PgUp": .pageUp, "PgDn": .pageDown, "Space": .character(" "),
  ]

  private static func keys(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        if let key = key(named: name) {
          keys.append(key)
          rest = rest[rest.index(after: end)...]
          continue
        }
      }
      keys.append(.character(first))
      rest = rest.dropFirst()
    }
    return keys
  }

  private static func key(named name: String) -> Key? {
    if let key = named[name] { return key }
    if name.hasPrefix("Ctrl-"), let letter = name.last {
      return .control(Character(letter.lowercased()))
    }
    if name.hasPrefix("F"), let number = Int(name.dropFirst()) { return .function(number) }
    return nil
  }
}

extension String {
  /// The text without blanks at its beginning.
  var trimmedStart: String { String(drop { $0 == " " }) }
}

extension StoreError {
  /// What a disk without room says.
  static let diskFull = StoreError.cannotWrite(path: "/p/events/x.json", errno: 28)
}
