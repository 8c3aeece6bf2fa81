import Foundation
import HeardInsight
import HeardModel
import TerminalCanvas

/// What all screens share: the records and their answers, who works, and the way to act.
public struct Desk: Sendable {
  /// Everything that was read; the answers alone hold it, so that a change copies no other record.
  ///
  /// Who changes it has `recomputeAnswers` before anything is asked.
  public internal(set) var programme: Programme {
    _read { yield insight.programme }
    _modify { yield &insight.programme }
  }
  /// The answers to questions about it.
  public private(set) var insight: Insight
  /// Files that cannot be used.
  public var unreadable: [FileFault]
  /// Copies that other programs left beside records.
  public internal(set) var copies: [FileCopy]
  /// What this machine knows of something that is to be forgotten; nil while nobody asks.
  public var survey: ForgetSurvey?
  /// Why nothing can be changed; nil when it can.
  public var readOnly: StoreError?
  /// What this person has chosen.
  public var settings: PersonalSettings {
    didSet {
      if settings.language != oldValue.language { return useLanguage() }
      if settings.hasNoLetterCommands != oldValue.hasNoLetterCommands { nameKeysAnew() }
    }
  }
  /// The texts of the person's language.
  public private(set) var words: Words
  /// Dates and names as the language writes them.
  public private(set) var formats: Formats
  /// The size of the terminal.
  public var size = Size(columns: 80, rows: 24)
  /// Now.
  public private(set) var now: Moment
  /// The day where this person is.
  public private(set) var today: CalendarDay
  /// The milliseconds at which the last key came, as its occasion tells them.
  public private(set) var tick: Int?
  /// Whose clock tells both.
  public private(set) var clock: ClockKind
  /// New ids.
  public var ids: IdentifierSource
  /// Whether a withdrawal number is that of a testimony which was not read.
  public var isNumberElsewhere: @Sendable (String) -> Bool = { _ in false }
  /// Zones by country from this machine's own list.
  public var zones: [CountryCode: [ZoneName]] { readZones() }
  private let readZones: @Sendable () -> [CountryCode: [ZoneName]]
  /// The machine's language, for a person who chose none.
  public let machineLanguage: LanguageTag?
  /// What was typed earlier and not saved, the newest first.
  public var drafts: [Draft]
  /// Who changed the record that was asked about last.
  public var history: (id: String, lines: [HistoryLine])?
  /// The removal that a person is asked about, and whether its screen is left then.
  var removing: (change: Change, leaving: Bool, asked: Belongings)?
  /// The file that was asked for and is there already, while a person is asked about it.
  var fileInTheWay: FileOrder?
  /// The file that was asked for last.
  public internal(set) var sheet: ReadSheet?
  /// How far the reading of a sheet is.
  public var sheetProgress: SheetProgress?
  /// The folder of this machine that was asked for last.
  public internal(set) var folder: ListedFolder?
  /// What just happened.
  public var news: News?
  /// Everything that was said in this sitting.
  public private(set) var said: [Said] = []
  /// The places where somebody was in this sitting.
  public internal(set) var trail = Trail()
  /// The answers that held when this key came, which the screen that is shown has seen.
  private(set) var seen: Edition
  /// How often something was done that the tour waits for.
  public var deeds = Deeds()
  /// The folders below the one that was asked about last.
  public var folders: (path: String, offers: [FolderOffer])?
  /// Changes that are being written.
  public internal(set) var saving: [Change] = [] { didSet { pendingTurn += 1 } }
  /// Changes that could not be written; they stand in memory and can be tried again.
  public internal(set) var unsaved: [Change] = [] { didSet { pendingTurn += 1 } }
  /// Changes of earlier sittings about which a person has to decide.
  public internal(set) var left: [LeftChange] = [] { didSet { pendingTurn += 1 } }
  /// Counts how often one of these three was changed.
  public private(set) var pendingTurn = 0
  /// Slips that are in memory alone, by event.
  public internal(set) var slips: [EventID: [EnteredSlip]] = [:]
  /// Slips that went into the file together, as long as they can be taken back.
  var slipGroups: [EventID: [[EnteredSlip]]] = [:]
  /// As which sitting slips go into the file here, by event.
  var slipSittings: [EventID: Code] = [:]
  /// Who removed records that were there when they were read, as far as it is known.
  var removers: [RecordKey: String] = [:]
  /// Drafts that go once the changes of these records are on disk.
  var pendingDrafts: [RecordKey: String] = [:]
  /// Why what is not on disk is kept nowhere; nil where it is.
  public internal(set) var journalTrouble: StoreError?
  /// Of how many changes that are not on disk some is kept nowhere, since that may not be.
  var unjournaled = 0
  /// Names behind pseudonyms that could not be kept; they can be tried again.
  public var unkept: [Identity] = []
  /// The ids of drafts that could not be kept when it was tried last.
  public var unkeptDrafts: Set<String> = []
  /// The disclosures that lie on this machine, none with what was told.
  public var disclosures = KeptDisclosures()
  /// Whose names are on this machine, as they were looked up last.
  public internal(set) var identities: [KeptIdentity] = []
  /// Whose names were kept in this sitting.
  public var named: Set<PersonID> = []
  /// The people who were made one in this sitting, by the change that did it.
  var mergedPeople: [Change: PersonMerge] = [:]
  /// Who got the name of one who turned out to be them.
  var joinedNames: Set<PersonID> = []
  /// What screens asked for since the last key; taken by the application.
  public var requests: [Request] = []
  /// Changes that can be taken back, of this sitting and earlier ones, the last at the end.
  public var undoable: [Change] = []
  /// Changes that were taken back and can be made again, the last at the end.
  var redoable: [Change] = []
  /// The rows in which this program counts at doors and takes presses back.
  public internal(set) var sittings = OwnSittings()

  /// What a screen asks for, carried out after the key that led to it.
  public enum Request: Sendable {
    /// To go to a place; `isInstead` leaves this screen out of the way back.
    case go(Place, isInstead: Bool)
    /// To show a further step; going back comes to this screen again.
    case push(any Screen)
    /// To show another step in the place of this one.
    case replace(any Screen)
    /// To go back to the screen before.
    case pop
    /// To ask a question; the answer comes to the screen.
    case ask(Question)
    /// To have the executable do something.
    case effect(Effect)
  }

  /// A desk with a programme on it.
  public init(
    programme: Programme, unreadable: [FileFault] = [], copies: [FileCopy] = [],
    readOnly: StoreError? = nil, settings: PersonalSettings, machineLanguage: LanguageTag?,
    drafts: [Draft] = [],
    zones: @escaping @Sendable () -> [CountryCode: [ZoneName]] = { [:] }, occasion: Occasion
  ) {
    self.unreadable = unreadable
    self.copies = copies
    self.readOnly = readOnly
    self.settings = settings
    self.machineLanguage = machineLanguage
    self.drafts = drafts
    readZones = zones
    now = occasion.now
    today = occasion.today
    clock = occasion.clock
    ids = IdentifierSource(seed: occasion.seed)
    words = Words(
      settings.language ?? machineLanguage, hasNoLetterCommands: settings.hasNoLetterCommands)
    formats = Formats(words)
    insight = Insight(programme, today: occasion.today, locale: formats.locale)
    seen = insight.edition
  }

  /// Takes the time and the seed of a new key.
  public mutating func begin(_ occasion: Occasion) {
    now = occasion.now
    tick = occasion.tick
    clock = occasion.clock
    ids = IdentifierSource(seed: occasion.seed)
    seen = insight.edition
    if today != occasion.today {
      today = occasion.today
      recomputeAnswers()
    }
  }

  private mutating func useLanguage() {
    words = Words(
      settings.language ?? machineLanguage, hasNoLetterCommands: settings.hasNoLetterCommands)
    formats = Formats(words)
    recomputeAnswers()
  }

  private mutating func nameKeysAnew() {
    words.hasNoLetterCommands = settings.hasNoLetterCommands
    formats = Formats(words)
  }

  /// Asks anew what the records answer; they, the day or the language have changed.
  public mutating func recomputeAnswers() {
    insight = Insight(programme, today: today, locale: formats.locale)
  }

  /// Asks anew what hangs on some records; nothing else has changed.
  mutating func recomputeAnswers(after changed: Set<RecordKey>) { insight.update(changed) }
}

// What screens ask for.
extension Desk {
  /// Goes to a place; going back comes to this one again.
  public mutating func go(_ place: Place) { requests.append(.go(place, isInstead: false)) }

  /// Goes to a place instead of this one.
  public mutating func goInstead(_ place: Place) { requests.append(.go(place, isInstead: true)) }

  /// Shows a further step of what is done on this screen; going back comes to this one again.
  public mutating func push(_ screen: any Screen) { requests.append(.push(screen)) }

  /// Shows another step in the place of this one.
  public mutating func replace(with screen: any Screen) { requests.append(.replace(screen)) }

  /// Goes back to the screen before.
  public mutating func pop() { requests.append(.pop) }

  /// Asks a question; the answer comes to the screen.
  public mutating func ask(_ question: Question) { requests.append(.ask(question)) }

  /// Has the executable do something.
  public mutating func run(_ effect: Effect) { requests.append(.effect(effect)) }

  /// Keeps a line of news to be read again.
  public mutating func note(_ news: News) {
    said.append(Said(at: now, news: news))
    if said.count > Said.most { said.removeFirst() }
  }

  /// Says that something was done; what says more of a change lasts as long as what it replaces.
  public mutating func say(_ text: String) {
    news = News(.done, text, isLasting: news?.isLasting ?? false)
  }

  /// Says why something that a key would have changed was not done: it is read before it goes.
  public mutating func refuseLastingly(_ text: String) {
    news = News(.refused, text, isLasting: true)
  }

  /// Says why something was not done.
  public mutating func refuse(_ text: String) { news = News(.refused, text) }

  /// Says why the folder did not let something be done.
  public mutating func refuse(_ error: StoreError) { refuse(words.sentence(error)) }
}

// Changes.
extension Desk {
  /// Makes a change: at once in memory, then on disk; says so and can undo it.
  ///
  /// - Returns: false when the folder is only read or what it changes is locked, with the reason
  ///   as news.
  @discardableResult
  public mutating func change(_ change: Change, discardingDraft draft: String? = nil) -> Bool {
    if let why = readOnly.map({ words.sentence($0) }) ?? refusal(of: change) {
      refuse(why)
      return false
    }
    guard let (change, skipped) = unlocked(change.closed(on: today).counted()) else {
      return false
    }
    make(change, discardingDraft: draft)
    redoable = []
    if case .attendance = change.name { deeds.counted += 1 }
    if change.canBeUndone { remember(change) } else { forgetUndo(of: change) }
    if let draft { drafts.removeAll { $0.id == draft } }
    let news = words.news(of: change, formats: formats, canUndo: change.canBeUndone)
    say(words.stopped([news, skipped]))
    // Where people are counted the last number is news, not each on the way to it.
    self.news?.isLasting = !change.name.isCounting
    return true
  }

  /// Takes the last change back whose records still stand as it left them; a run of counting at
  /// the door as one change.
  public mutating func undo() {
    let before = undoable
    takeBack(undoable.popRun(), before)
  }

  /// Takes back the last press alone, where somebody is counting.
  public mutating func undoPress() {
    let before = undoable
    takeBack(undoable.popLast(), before)
  }

  private mutating func takeBack(_ last: Change?, _ before: [Change]) {
    for change in before.dropFirst(undoable.count) { run(.forgetUndo(change)) }
    if let readOnly { return refuse(readOnly) }
    guard let change = last else { return refuse(words("undo.nothing")) }
    if let why = refusal(of: change) { return refuse(why) }
    guard let standing = programme.takingBack(change, in: ownSittings()) else {
      return refuse(words("undo.changedSince", ["what": words.name(of: change, formats)]))
    }
    if let testimony = standing.reversed.codedTestimony {
      undoable = before
      return askTakingBack(testimony)
    }
    // Of several records those that were locked since stay as they are.
    guard let (taken, locked) = unlocked(standing) else { return }
    make(taken, discardingDraft: nil)
    forgetNames(of: taken)
    partNames(of: change)
    forgetSlipGroups(of: taken)
    redoable.append(taken.reversed)
    deeds.undone += 1
    let moved = change.edits.count - standing.edits.count
    say(
      words.stopped([
        words("undo.done", ["what": words.name(of: taken, formats)]),
        words.inARow([moved == 0 ? "" : words("undo.moved", count: moved), locked]),
      ]))
    news?.isLasting = !taken.name.isCounting
  }

  /// Makes the change again that was taken back last.
  public mutating func redo() {
    if let readOnly { return refuse(readOnly) }
    guard let change = redoable.popLast() else { return refuse(words("redo.nothing")) }
    guard let standing = programme.takingBack(change.reversed, in: ownSittings()) else {
      return refuse(words("undo.changedSince", ["what": words.name(of: change, formats)]))
    }
    guard let (again, locked) = unlocked(standing) else { return }
    make(again, discardingDraft: nil)
    remember(again)
    let moved = change.edits.count - standing.edits.count
    say(
      words.stopped([
        words("redo.done", ["what": words.name(of: again, formats)]),
        words.inARow([moved == 0 ? "" : words("undo.moved", count: moved), locked]),
      ]))
    news?.isLasting = !again.name.isCounting
  }

  /// Tries again to write what could not be written.
  public mutating func saveAgain() {
    let changes = unsaved
    unsaved = []
    for change in changes { write(change, discardingDraft: nil) }
    keepNamesAgain()
  }

  /// Says of how many files and folders rights were taken away, and who may read them now.
  public func sayingTightened(_ count: Int) -> String {
    words(
      programme.settings.isSharedByGroup ? "rights.closed" : "rights.tightened", count: count)
  }

  /// Forgets how the records of a change were before: what consent has closed since must not be
  /// kept in memory as something that could come back.
  public mutating func forgetUndo(of change: Change) {
    let keys = Set(change.edits.map(\.key))
    undoable.removeAll { older in older.edits.contains { keys.contains($0.key) } }
    redoable.removeAll { older in older.edits.contains { keys.contains($0.key) } }
    run(.forgetUndoOf(recordsWithoutUndo(after: change)))
  }

  /// The records of which nothing older may come back once a change is made that cannot be undone.
  public func recordsWithoutUndo(after change: Change) -> [RecordKey] {
    change.edits.map(\.key) + beside(change)
  }

  /// The event and the actions of testimonies in a change: in their texts words of it may stand.
  private func beside(_ change: Change) -> [RecordKey] {
    change.edits.flatMap { edit -> [RecordKey] in
      guard case .testimony(let id, let event) = edit.key else { return [] }
      let actions = programme.actions.values.filter { $0.testimonies.contains(id) }
      return [.event(event)] + actions.map { .action($0.id) }
    }
  }

  private mutating func remember(_ change: Change) {
    undoable.append(change)
    run(.rememberUndo(change))
  }

  mutating func make(_ change: Change, discardingDraft draft: String?) {
    programme.apply(change)
    recomputeAnswers(after: Set(change.edits.map(\.key)))
    write(unsaved.takeUp(into: change), discardingDraft: draft)
  }

  private mutating func write(_ change: Change, discardingDraft draft: String?) {
    saving.append(change)
    let keys = change.edits.map(\.key)
    let draft = draft ?? keys.compactMap { pendingDrafts[$0] }.first
    if let draft { for key in keys { pendingDrafts[key] = draft } }
    run(.save(change, discardingDraft: draft))
  }
}
