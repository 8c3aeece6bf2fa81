import HeardExchange
import HeardModel
import TerminalCanvas

/// A sheet on its way in: the file, what its columns stand for, and its rows with their doubts.
struct ImportScreen: Screen {
  /// The steps, which are the screen's parts.
  enum Part: Int, CaseIterable {
    case file
    case columns
    case rows
  }

  let name = "import"
  var part = Part.file
  var path: PathEntry
  /// The path that is being read.
  var pending: String?
  var fault: String?
  var work: EventImport?
  var columnCursor = 0
  var rowCursor = ListCursor<Int>()
  var showsDoubtfulOnly = false
  /// The row that is being mended.
  var mending: RowMending?
  /// The name that is being typed, under which the columns are to be kept.
  var naming: TextField?
  /// The events that the last bringing in added.
  var added: [EventID] = []
  /// What an earlier sitting had mended and decided, until its file is read.
  var restoring: Draft?
  /// Whether that was about a file that has changed since, so that its lines mean other rows now.
  var hasFileChanged = false
  private var readPath: String?
  private var seen: [EventID: Event] = [:]

  private init(_ path: String) { self.path = PathEntry(path) }

  /// Opens the screen and asks for what stands in the folder that one is in.
  static func open(_ desk: inout Desk) {
    desk.run(.listFolder(""))
    desk.push(ImportScreen(""))
  }

  /// Goes on with a draft: its file is read again, then what was mended is put back.
  static func resume(_ draft: Draft, _ desk: inout Desk) -> ImportScreen {
    var screen = ImportScreen(draft.fields["path"] ?? "")
    screen.restoring = draft
    screen.read(&desk)
    return screen
  }

  var takesText: Bool { part == .file || mending != nil || naming != nil }

  func commands(_ desk: Desk) -> [Command] {
    if mending != nil || naming != nil { return [.back] }
    let parts: [Command] = work == nil ? [] : [.nextPart, .previousPart]
    switch part {
    case .file: return parts
    case .columns:
      return [.open] + parts + [.dateOrder, .fillDown, .keepColumns]
        + (kept(desk).isEmpty ? [] : [.useColumns]) + [.chooseSource, .headings]
        + ListMove.commands
    case .rows:
      return [.open, .save, .takeRow, .leaveRow, .onlyDoubtful, .dateOrder] + parts
        + ListMove.commands
    }
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .back: closeOverlay()
    case .nextPart: go(to: part.rawValue + 1, desk)
    case .previousPart: go(to: part.rawValue - 1, desk)
    case .dateOrder: askOrder(&desk)
    default:
      switch part {
      case .file: break
      case .columns: performOnColumns(command, &desk)
      case .rows: performOnRows(command, &desk)
      }
    }
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    if naming != nil { return typeName(key, &desk) }
    if mending != nil { return typeMending(key, desk) }
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
    if let pending, let read = desk.sheet, read.path == pending { take(read, desk) }
    if work != nil, seen != desk.programme.events {
      seen = desk.programme.events
      work?.refresh(desk.importContext)
      // An undo takes them back, and then nothing has been brought in.
      added.removeAll { seen[$0] == nil }
    }
    rowCursor.find(in: shownRows.map(\.line))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let tabs = Part.allCases.map { desk.words("import.part.\($0)") }
    var blocks: [Block] = [.tabs(Tabs(tabs, current: part.rawValue))]
    if let naming {
      blocks += nameBlocks(naming, desk)
    } else if let mending, let work {
      blocks += mending.blocks(work, desk)
    } else {
      switch part {
      case .file: blocks += fileBlocks(desk)
      case .columns: blocks += columnBlocks(desk)
      case .rows: blocks += rowBlocks(desk)
      }
    }
    return ScreenContent(
      context: StyledText(work?.sheet.name ?? "", .faint), blocks: blocks)
  }

  func focus(_ desk: Desk) -> String {
    switch part {
    case .file: desk.words("import.path") + ": " + path.text
    case .columns: columnFocus(desk)
    case .rows: rowFocus(desk)
    }
  }
}

// Reading.
extension ImportScreen {
  private mutating func read(_ desk: inout Desk) {
    fault = nil
    pending = path.text
    desk.run(.readSheet(path.text))
  }

  private mutating func take(_ read: ReadSheet, _ desk: Desk) {
    pending = nil
    guard let sheet = read.sheet else {
      fault = read.why
      return
    }
    readPath = read.path
    let draft = restoring ?? desk.drafts.first { $0.id == Self.draftID(of: sheet) }
    let table = SheetTable(sheet, fields: EventImportField.self)
    let kept = kept(desk).filter { $0.fits(table) }
      .max { $0.columns.count < $1.columns.count }
    seen = desk.programme.events
    var work = EventImport(sheet, mapping: kept, desk.importContext)
    draft?.restore(&work)
    hasFileChanged = draft.map { $0.id != Self.draftID(of: sheet) } ?? false
    restoring = nil
    self.work = work
    (columnCursor, added, showsDoubtfulOnly) = (0, [], false)
    rowCursor = ListCursor()
    part = .columns
  }

  /// What the columns of earlier sheets stood for.
  func kept(_ desk: Desk) -> [ImportMapping] {
    desk.programme.mappings.values.filter { $0.kind == "events" }.sorted { $0.id < $1.id }
  }

  private mutating func go(to place: Int, _ desk: Desk) {
    guard work != nil else { return }
    part = Part(rawValue: min(max(place, 0), Part.allCases.count - 1)) ?? part
    rowCursor.find(in: shownRows.map(\.line))
  }

  private mutating func closeOverlay() {
    mending = nil
    naming = nil
  }
}

extension ImportMapping {
  /// Whether nearly all of its columns stand in a sheet.
  fileprivate func fits(_ table: SheetTable) -> Bool {
    let names = Set(table.columns.map(\.name))
    let there = columns.count { names.contains($0.id) }
    return !columns.isEmpty && there * 5 >= columns.count * 4
  }
}
