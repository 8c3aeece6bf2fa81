import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

/// A sheet on its way in: the file, what its columns stand for, and its rows with their doubts.
struct ImportScreen: Screen {
  /// The steps, which are the screen's parts.
  enum Part: Int, CaseIterable {
    case file
    case columns
    case doubts
    case rows
    case check
  }

  let name = "import"
  var part = Part.file
  var path: PathEntry
  /// The event whose sign-in sheet comes in; nil for a sheet of events.
  var signIn: SignIn?
  /// What is being read, and how far that is.
  var pending: PendingReading?
  var fault: SheetTrouble?
  var work: SheetImport?
  var columnCursor = 0
  var checkCursor = 0
  var rowCursor = ListCursor<Int>()
  var showsOpenOnly = false
  /// The cause of doubts on which the cursor stands, and whether all causes are shown.
  var doubtCursor = ListCursor<DoubtCause>()
  var showsAllDoubts = false
  /// The rows that are gone through one by one; nil for all that wait.
  var correctingLines: Set<Int>?
  /// The row that is being corrected.
  var correcting: RowCorrection?
  /// The line of the row that is held against its event.
  var comparing: Int?
  /// The place among those that are perhaps one event twice, while they are shown.
  var alikeCursor: Int?
  /// The name that is being typed, under which the columns are to be kept.
  var naming: TextField?
  /// One of many that is being chosen by typing: an event, a field, a meaning.
  var choosing: OptionChoice?
  /// The events or people that the last bringing in added or changed.
  var imported: Set<String> = []
  /// The sheet as it was when that was saved; what it came to then is shown until an undo.
  var saved: SheetImport?
  /// What an earlier sitting had corrected and decided, until its file is read.
  var restoring: Draft?
  /// Whether that was about a file that has changed since, so that its lines mean other rows now.
  var hasFileChanged = false
  var readPath: String?
  private var seen = Records<EventID, Event>()

  init(_ path: String) { self.path = PathEntry(path) }

  /// A new sheet, of events or of the people of one; asks for what stands in the folder that one
  /// is in.
  static func new(_ desk: inout Desk, people event: Event? = nil) -> ImportScreen {
    desk.run(.listFolder(""))
    var screen = ImportScreen("")
    screen.signIn = event.map { SignIn($0) }
    return screen
  }

  /// Goes on with a draft: its file is read again, then what was corrected is put back.
  static func resume(_ draft: Draft, _ desk: inout Desk) -> ImportScreen {
    var screen = ImportScreen(draft.fields["path"] ?? "")
    screen.signIn = draft.event.flatMap { desk.programme.events[$0] }.map {
      SignIn($0, keepsNames: draft.fields["names"] == "yes")
    }
    screen.restoring = draft
    screen.read(&desk)
    return screen
  }

  var takesText: Bool {
    (part == .file && comparing == nil) || correcting != nil || naming != nil || choosing != nil
  }

  /// Digits answer for all rows with one doubt.
  var takesDigits: Bool {
    part == .doubts && !takesText && comparing == nil && alikeCursor == nil && work != nil
  }

  func commands(_ desk: Desk) -> [Command] {
    if correcting != nil || naming != nil || choosing != nil { return [.back] }
    if alikeCursor != nil { return [.open, .back] + ListMove.commands }
    if comparing != nil { return [.takeRow, .leaveRow, .open, .back] }
    let parts: [Command] = work == nil ? [] : [.nextPart, .previousPart]
    let stop: [Command] = pending == nil ? [] : [.back]
    switch part {
    case .file: return parts + stop + [.sheetLists]
    case .columns: return columnCommands(desk, parts + stop)
    case .doubts: return [.open, .save] + alikeCommands + parts + stop + ListMove.commands
    case .rows:
      return [.open, .save, .takeRow, .leaveRow, .onlyDoubtful, .takeAllRows]
        + (signIn == nil ? [.dateOrder] : []) + alikeCommands + fillDownCommands + zoneCommands
        + keepCellsCommands
        + parts + stop + ListMove.commands
    case .check:
      return [.save] + (signIn == nil ? [.dateOrder] : []) + alikeCommands + nameCommands
        + fillDownCommands
        + zoneCommands + parts
        + stop
        + ListMove.commands
    }
  }

  private func columnCommands(_ desk: Desk, _ parts: [Command]) -> [Command] {
    let kept: [Command] = kept(desk).isEmpty ? [] : [.useColumns]
    let ofKind: [Command] =
      signIn == nil
      ? [.dateOrder, .fillDown, .chooseSource]
      : [.keepNames]
        + (desk.programme.notices.values.contains(where: \.isToldAtDoor) ? [.noticeTold] : [])
    return [.open] + parts + [.sheetLists, .letters, .separator] + ofKind + [.keepColumns] + kept
      + [.headings] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .back: closeOverlay(&desk)
    case .nextPart: go(to: part.rawValue + 1, desk)
    case .previousPart: go(to: part.rawValue - 1, desk)
    case .sheetLists: askSubject(&desk)
    default:
      // What is said of a sheet that is being read would be lost with it.
      let waits = command == .save ? pending != nil : pending?.order.needsFile ?? false
      if waits && !ListMove.commands.contains(command) {
        return desk.refuse(desk.words("import.refused.reading"))
      }
      if alikeCursor != nil { return performOnPairs(command, &desk) }
      if command == .dateOrder { return askOrder(&desk) }
      if command == .comparePairs { return showPairs() }
      switch part {
      case .file: break
      case .columns: performOnColumns(command, &desk)
      case .doubts: performOnDoubts(command, &desk)
      case .rows: performOnRows(command, &desk)
      case .check: performOnCheck(command, &desk)
      }
    }
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    if choosing != nil { return typeChoice(key, &desk) }
    if naming != nil { return typeName(key, &desk) }
    if correcting != nil { return typeCorrection(key, &desk) }
    if part == .doubts { return typeAnswer(key, &desk) }
    // A file that is read already is gone on with.
    if key == .tab, work != nil, path.text == readPath { return false }
    let before = path.folder
    let (isTaken, isChosen) = path.type(key)
    if isTaken { fault = nil }
    if isChosen { read(&desk) }
    if path.folder != before { desk.run(.listFolder(path.folder)) }
    return isTaken
  }

  mutating func refresh(_ desk: Desk) {
    path.take(desk.folder)
    takePending(desk)
    if work != nil, seen != desk.programme.events {
      seen = desk.programme.events
      signIn = signIn.map { old in
        var signIn = old
        signIn.event = desk.programme.events[old.event.id] ?? old.event
        return signIn
      }
      work?.refresh(desk.programme)
      // An undo takes them back, and then nothing has been brought in.
      imported = imported.filter { isThere($0, desk) }
      if imported.isEmpty { saved = nil }
    }
    rowCursor.find(in: shownRows.map(\.line))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let tabs = Part.allCases.map { desk.words("import.part.\($0)") }
    var blocks: [Block] = [.tabs(Tabs(tabs, current: part.rawValue))] + progressBlocks(desk)
    if let choosing {
      blocks += choosing.blocks(desk.words)
    } else if let naming {
      blocks += nameBlocks(naming, desk)
    } else if let correcting, let work {
      blocks += correcting.blocks(work, desk)
    } else if let alikeCursor, let work {
      blocks += pairBlocks(alikeCursor, work, desk)
    } else if let comparing, let row = work?.row(line: comparing) {
      blocks += comparison(row, desk)
    } else {
      switch part {
      case .file: blocks += fileBlocks(desk)
      case .columns: blocks += columnBlocks(desk)
      case .doubts: blocks += doubtBlocks(desk)
      case .rows: blocks += rowBlocks(desk)
      case .check: blocks += checkBlocks(desk)
      }
    }
    return ScreenContent(context: StyledText(context, .faint), blocks: blocks)
  }

  private var context: String {
    [work?.sheet.name, signIn?.event.title].compactMap { $0 }.joined(separator: " · ")
  }

  func focus(_ desk: Desk) -> String {
    if let alikeCursor { return pairFocus(alikeCursor, desk) }
    return switch part {
    case .file: desk.words("import.path") + ": " + path.text
    case .columns: columnFocus(desk)
    case .doubts: doubtFocus(desk)
    case .rows: rowFocus(desk)
    case .check: checkFocus(desk)
    }
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    if command == .back, pending != nil { return desk.words("import.stop") }
    if command == .open, part == .doubts, alikeCursor == nil {
      return desk.words("import.oneByOne")
    }
    if command == .comparePairs, signIn != nil { return desk.words("import.alike.label") }
    guard command == .takeRow, part == .rows, let row = comparedRow ?? focusedRow,
      !row.differs.isEmpty
    else { return nil }
    return desk.words("import.takeSheet")
  }

  private func isThere(_ id: String, _ desk: Desk) -> Bool {
    if let signIn {
      return desk.programme.events[signIn.event.id]?.participations
        .contains { $0.id.text == id } ?? false
    }
    return work?.rows.contains { $0.knownID?.text == id && $0.differs.isEmpty } ?? false
  }

  private mutating func go(to place: Int, _ desk: Desk) {
    guard work != nil else { return }
    part = Part(rawValue: min(max(place, 0), Part.allCases.count - 1)) ?? part
    rowCursor.find(in: shownRows.map(\.line))
  }

  private mutating func closeOverlay(_ desk: inout Desk) {
    if alikeCursor != nil {
      alikeCursor = nil
    } else if correcting != nil || naming != nil || choosing != nil || comparing != nil {
      (correcting, naming, choosing, comparing) = (nil, nil, nil, nil)
    } else if pending != nil {
      stop(&desk)
    }
  }
}
