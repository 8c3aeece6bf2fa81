import TerminalCanvas

/// One command with the keys that ask for it.
public struct Binding: Sendable {
  /// What is asked for.
  public let command: Command
  /// The keys, the first being the one that is shown; none where only the palette has the command.
  public let keys: [Key]

  init(_ command: Command, _ keys: Key...) {
    self.command = command
    self.keys = keys
  }

  /// The shown key in the words of keyboards: `Enter`, `Ctrl-S`, `n`; empty where none works.
  public func shownKey(_ words: Words) -> String { workingKey(words) ?? "" }

  /// The first key that works, with letters or where they are switched off; nil when none does.
  public func workingKey(_ words: Words) -> String? {
    workingKeys(words).first.map { KeyTable.name($0, words) }
  }

  /// The keys that work, with letters or where they are switched off.
  public func workingKeys(_ words: Words) -> [Key] {
    words.hasNoLetterCommands ? keys.filter { !$0.isSwitchedOffWithLetters } : keys
  }

  /// The key that works while a text is being typed; nil when all of them are letters.
  public func shownKeyWhileTyping(_ words: Words) -> String? {
    let works = keys.first { key in
      if case .character = key { false } else { true }
    }
    return works.map { KeyTable.name($0, words) }
  }
}

/// The one table of keys: dispatch, the bottom line, help, palette and documents read it.
///
/// A key may stand for several commands as long as no screen offers two of them at once.
public enum KeyTable {
  /// All bindings; in which order they are told is said by who offers the commands.
  public static let bindings: [Binding] = [
    Binding(.moveUp, .up, .character("k")),
    Binding(.moveDown, .down, .character("j")),
    Binding(.moveLeft, .left, .character("h")),
    Binding(.moveRight, .right, .character("l")),
    Binding(.pageUp, .pageUp),
    Binding(.pageDown, .pageDown),
    Binding(.first, .home, .character("g")),
    Binding(.last, .end, .character("G")),
    Binding(.open, .enter),
    Binding(.back, .escape, .left, .altLeft),
    Binding(.nextPart, .tab, .right),
    Binding(.previousPart, .backTab, .left),
    Binding(.unfold, .right, .character("l")),
    Binding(.foldUp, .left, .character("h")),
    Binding(.goHome, .character("1"), .function(2)),
    Binding(.goEvents, .character("2"), .function(3)),
    Binding(.goTestimonies, .character("3"), .function(4)),
    Binding(.goActions, .character("4"), .function(5)),
    Binding(.goFigures, .character("5"), .function(6)),
    Binding(.goPeople, .character("6"), .function(7)),
    Binding(.goOrganisations, .character("7"), .function(8)),
    Binding(.goUnreadable, .character("8")),
    Binding(.goTelling, .character("F")),
    Binding(.goApprovals, .character("J")),
    Binding(.goConflicts, .character("!")),
    Binding(.goSettings, .character("9"), .function(9)),
    Binding(.goTeam, .function(12)),
    Binding(.goFacts),
    Binding(.goCalendar, .character("0"), .character("C")),
    Binding(.help, .character("?"), .function(1)),
    Binding(.find, .control("p")),
    Binding(.palette, .character(":")),
    Binding(.showTrail, .character("z")),
    Binding(.forward, .character("Z"), .altRight),
    Binding(.related, .character("M")),
    Binding(.whereAmI, .character("w"), .control("w")),
    Binding(.readNews),
    Binding(.listNews, .control("n")),
    Binding(.tour),
    Binding(.tourOn, .control("g")),
    Binding(.tourBack, .control("b")),
    Binding(.tourLeave, .control("y")),
    Binding(.quit, .character("q"), .control("c")),
    Binding(.suspend, .control("z")),
    Binding(.redraw, .control("l")),
    Binding(.plainLines, .control("t"), .function(11)),
    Binding(.filter, .character("/")),
    Binding(.clearFilter, .character("x")),
    Binding(.sort, .character("s")),
    Binding(.reverseSort, .character("S")),
    Binding(.mark, .character(" ")),
    Binding(.markRange, .character("V")),
    Binding(.markAll, .character("*")),
    Binding(.dropMarks, .escape),
    Binding(.changeMarked, .character("B")),
    Binding(.chooseListColumns, .character("Y")),
    Binding(.showColumn, .character(" "), .enter),
    Binding(.moveEarlier, .character("-")),
    Binding(.moveLater, .character("+")),
    Binding(.usualColumns, .character("x")),
    Binding(.openViews, .character("L")),
    Binding(.saveView, .character("K")),
    Binding(.preview, .control("s"), .enter),
    Binding(.apply, .enter, .control("s")),
    Binding(.chooseRows, .character("y")),
    Binding(.chooseColumns, .character("Y")),
    Binding(.chooseMeasure, .character("m")),
    Binding(.showPublic, .character("p")),
    Binding(.giveOut, .character("R")),
    Binding(.newRecord, .character("n")),
    Binding(.newEvent, .character("N")),
    Binding(.newTestimony, .character("t")),
    Binding(.newAction, .character("a")),
    Binding(.addPerson, .character("p")),
    Binding(.removePerson, .control("x")),
    Binding(.edit, .character("e")),
    Binding(.duplicate, .character("d")),
    Binding(.delete, .delete, .character("D")),
    Binding(.merge, .character("&")),
    Binding(.attendance, .character("c")),
    Binding(.changeStatus, .character("m")),
    Binding(.undo, .character("u")),
    Binding(.redo, .control("r")),
    Binding(.reload, .character("r"), .function(10)),
    Binding(.upgradeFolder),
    Binding(.showEvents, .character("E")),
    Binding(.closeOut, .character("o")),
    Binding(.signCloseOut, .character("S")),
    Binding(.tellPeople, .character("b")),
    Binding(.tellDelivered, .character("d")),
    Binding(.tellAcknowledged, .character("y")),
    Binding(.tellNotPossible, .character("i")),
    Binding(.approve, .character("A")),
    Binding(.unlock, .character("U")),
    Binding(.save, .control("s")),
    Binding(.fold, .control("f")),
    Binding(.previousField, .up, .backTab),
    Binding(.nextField, .down, .tab, .enter),
    Binding(.change, .character(" "), .right, .left),
    Binding(.writeOutside, .alt("e")),
    Binding(.readOutside, .alt("p")),
    Binding(.countUp, .character("+"), .character("="), .character(" "), .pageUp),
    Binding(.countDown, .character("-"), .pageDown),
    Binding(.countUpOnline, .character(">"), .character(".")),
    Binding(.countDownOnline, .character("<"), .character(",")),
    Binding(.anotherRole, .character("&")),
    Binding(.grid, .character("g")),
    Binding(.chooseSource, .character("s")),
    Binding(.clearNumber, .delete, .backspace),
    Binding(.storeSlip, .enter),
    Binding(.chooseBase, .character("E"), .control("e")),
    Binding(.whichAsked, .character("E")),
    Binding(.putOnList, .enter),
    Binding(.noteName, .character("n")),
    Binding(.importEvents, .character("I")),
    Binding(.fillDown, .character(" ")),
    Binding(.dateOrder, .character("o")),
    Binding(.zoneOfRows, .character("z")),
    Binding(.headings, .character("H")),
    Binding(.history, .character("H")),
    Binding(.keepColumns, .character("K")),
    Binding(.useColumns, .character("U")),
    Binding(.takeRow, .character("+"), .character("=")),
    Binding(.leaveRow, .character("-")),
    Binding(.onlyDoubtful, .character("f")),
    Binding(.takeAllRows, .character("*")),
    Binding(.sheetLists, .character("L"), .control("o")),
    Binding(.letters, .character("E")),
    Binding(.separator, .character("S")),
    Binding(.keepNames, .character("n")),
    Binding(.keepCells, .character("n")),
    Binding(.makeRecords, .character("M")),
    Binding(.comparePairs, .character("d")),
    Binding(.noticeTold, .character("i")),
    Binding(.consent, .control("o")),
    Binding(.readBack, .character("b")),
    Binding(.showHidden, .character("v")),
    Binding(.withdraw, .character("W")),
    Binding(.erase, .character("E")),
    Binding(.addQuote, .character("Q")),
    Binding(.forLead, .alt("s")),
    Binding(.sealDisclosure, .character("s")),
    Binding(.printDisclosure, .character("P")),
    Binding(.noteReceipt, .character("n")),
    Binding(.today, .character("T")),
    Binding(.arrangeAccess, .character("A")),
    Binding(.planSeries, .character("R")),
    Binding(.previousInSeries, .character("<"), .character(",")),
    Binding(.nextInSeries, .character(">"), .character(".")),
    Binding(.printPage, .character("P")),
    Binding(.exportCalendar, .character("X")),
  ]

  /// The command for a key among those that are offered; nil when the key stands for none.
  public static func command(for key: Key, among offered: [Command]) -> Command? {
    let plain = key.plain
    for command in offered where byCommand[command]?.keys.contains(plain) ?? false {
      return command
    }
    return nil
  }

  /// The binding of a command.
  public static func binding(_ command: Command) -> Binding? { byCommand[command] }

  /// A key as it is called on the keyboards of a language.
  public static func name(_ key: Key, _ words: Words) -> String {
    switch key {
    case .character(" "): words("key.space")
    case .character(let character): String(character)
    case .control(let character): words("key.control", ["key": character.uppercased()])
    case .alt(let character): words("key.alt", ["key": String(character)])
    case .function(let number): "F\(number)"
    case .enter: words("key.enter")
    case .escape: words("key.escape")
    case .tab: words("key.tab")
    case .backTab: words("key.backTab")
    case .delete: words("key.delete")
    case .backspace: words("key.backspace")
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .altLeft: words("key.alt", ["key": "←"])
    case .altRight: words("key.alt", ["key": "→"])
    case .home: words("key.home")
    case .end: words("key.end")
    case .pageUp: words("key.pageUp")
    case .pageDown: words("key.pageDown")
    default: ""
    }
  }

  private static let byCommand = Dictionary(bindings.map { ($0.command, $0) }) { first, _ in first }
}

extension Key {
  /// Whether a key commands nothing where letters are switched off; `:` goes on working, since it
  /// finds every command by its name.
  public var isSwitchedOffWithLetters: Bool {
    if case .character = plain { plain != .character(":") } else { false }
  }
}
