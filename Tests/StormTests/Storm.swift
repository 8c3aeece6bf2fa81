import Foundation
import HeardKit
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas
import TestKit

/// A person who presses anything: the whole application on real files, driven by chance.
///
/// Everything but the terminal is real: keys go in, effects are carried out by the store, screens
/// are drawn as cells and as lines. The same seed does the same again.
struct Storm {
  private var application: Application
  private var chance: RandomSource
  private var settings = PersonalSettings()
  private let store: ProgrammeStore
  private var size = Size(columns: 80, rows: 24)
  private var pressed = 0
  /// How often something was saved, so that a test can tell that there was a storm at all.
  private(set) var saves = 0
  /// What the store refused, in words.
  private(set) var refusals: [String] = []

  init(programme path: String, seed: UInt64) throws {
    store = try ProgrammeStore(path: path, device: "storm")
    chance = RandomSource(seed: seed)
    application = try Self.start(store, PersonalSettings(), seed: seed)
  }

  private static func start(
    _ store: ProgrammeStore, _ settings: PersonalSettings, seed: UInt64
  ) throws -> Application {
    let loaded = try store.load()

    return Application(
      Desk(
        programme: loaded.programme, unreadable: loaded.unreadable, settings: settings,
        machineLanguage: LanguageTag(stored: "en"), zones: { [:] }, occasion: occasion(seed)))
  }

  /// Noon of a day in December, an hour later with every thousand keys.
  private static func occasion(_ seed: UInt64, hours: Int = 0) -> Occasion {
    let now = Moment(seconds: 1_733_054_400 + hours * 3600)
    return Occasion(now: now, today: now.day, seed: seed)
  }

  /// Presses so many keys, and looks at the screen after each.
  mutating func rage(keys: Int) throws {
    for _ in 0..<keys {
      pressed += 1
      // Where a screen has no room keys do nothing: that must not be most of the storm.
      if chance.below(size.holds(CanvasRenderer.smallest) ? 300 : 20) == 0 { resize() }
      let occasion = Self.occasion(chance.next(), hours: pressed / 1000)
      try carryOut(application.handle(chance.key(), occasion))
      look()
    }
  }

  private mutating func resize() {
    let isSmall = chance.below(6) == 0
    size =
      isSmall
      ? Size(columns: chance.below(80), rows: chance.below(24))
      : Size(columns: 80 + chance.below(80), rows: 24 + chance.below(36))
    application.resize(size)
  }

  private mutating func look() {
    let description = application.describe()
    let canvas = CanvasRenderer.render(
      description, size: size, glyphs: .unicode, tooSmall: application.tooSmall)
    precondition(canvas.size == size, "the canvas is as large as the terminal")
    // Now and then keys arrive faster than anything is drawn.
    if !pressed.isMultiple(of: 7) { application.noteDrawn() }
    if pressed.isMultiple(of: 20) { _ = LinearRenderer.lines(description) }
  }

  private mutating func carryOut(_ effects: [Effect]) throws {
    for effect in effects {
      let occasion = Self.occasion(chance.next(), hours: pressed / 1000)
      switch effect {
      case .folder(.save(let change, _)): try carryOut(application.take(save(change), occasion))
      case .state(.saveSettings(let person)): settings = person
      case .folder(.loadHistory(let id)):
        try carryOut(application.take(.folder(.history(of: id, store.history(of: id))), occasion))
      case .folder(.reload):
        let loaded = try store.load()
        try carryOut(application.take(.folder(.loaded(loaded.programme, unreadable: [])), occasion))
      case .terminal(.quit):
        // English as the machine's language, the others as chosen ones.
        let languages: [LanguageTag?] = [nil] + Words.languages.dropFirst().map(Optional.some)
        settings.language = languages[chance.below(languages.count)]
        application = try Self.start(store, settings, seed: chance.next())
        application.resize(size)
      default: break
      }
    }
  }

  private mutating func save(_ change: Change) -> Outcome {
    do throws(StoreError) {
      let saved = try store.save(
        change, settings: application.desk.programme.settings, by: settings.name,
        at: application.desk.now)
      saves += 1
      return .folder(
        .saved(
          change,
          saved))
    } catch {
      refusals.append("\(error)")
      return .folder(.saveFailed(change, error))
    }
  }
}

// What is pressed by chance: every key of the table, letters, digits, and hostile pastes.
extension RandomSource {
  mutating func key() -> Key {
    switch below(100) {
    case 0..<45: Self.bound[below(Self.bound.count)]
    case 45..<60: [.down, .tab, .enter, .character(" ")][below(4)]
    case 60..<75: .character(Self.letters[below(Self.letters.count)])
    case 75..<80: .control("s")
    case 80..<88: .character(Self.digits[below(Self.digits.count)])
    case 88..<91: .escape
    case 91..<93: .paste(Self.pastes[below(Self.pastes.count)])
    default: Self.rare[below(Self.rare.count)]
    }
  }

  private static let bound = KeyTable.bindings.flatMap(\.keys)
  private static let digits = Array("0123456789-/:.")
  private static let letters = Array("aeinorstul é語かナ، 👩‍👩‍👧e\u{301}ÅZzß")
  private static let rare: [Key] = [
    .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .controlHome, .controlEnd,
    .insert, .home, .end, .pageUp, .pageDown, .alt("x"), .control("z"), .control("y"),
    .control("k"), .control("a"), .function(12), .backspace, .delete,
  ]
  private static let pastes = [
    "2024-06-12", "tomorrow", "FR", "Lyon", "fr, ja", "Anna\nBea\nCarla",
    "\u{1B}[2J\u{202E}desrever\u{7}", String(repeating: "長い題名 ", count: 60), "country:fr -x",
    String(repeating: "a", count: 20_000), "\u{0}\u{9F}\u{FEFF}", "12.5 %", "Lyon\t84\t51",
  ]
}
