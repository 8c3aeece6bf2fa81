import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

/// A sheet that is being read beside the keys.
struct PendingReading: Sendable {
  let order: SheetOrder
  /// The hundredths that are done.
  var percent = 0
  /// What stood here before, for who stops it.
  let before: SheetImport?
}

// Files and rows are read beside the keys; Esc stops it.
extension ImportScreen {
  /// Reads the file whose path is typed.
  mutating func read(_ desk: inout Desk) {
    var first = firstReading(desk)
    (first.draft, first.drafts) = (restoring, desk.drafts)
    order(SheetOrder(orderID(&desk), path: path.text, first), work, &desk)
  }

  /// Reads the same file in another way: with other letters, separators, or as a list of others.
  mutating func readAgain(
    _ desk: inout Desk, _ change: (inout FirstReading, SheetImport) -> Void
  ) {
    guard let work, let readPath else { return }
    var first = firstReading(desk)
    (first.encoding, first.separator) = (work.sheet.encoding, work.sheet.separator)
    first.before = work.mapping
    (first.corrected, first.choices) = (work.corrected, work.choices)
    (first.keptCells, first.only) = (work.keptCells, work.onlyRows)
    first.decided = work.decisions
    first.alike = work.alikeAnswers
    first.makes = Set(SheetMaking.allCases.filter(work.isMade))
    first.joined = work.joinedNames
    change(&first, work)
    order(SheetOrder(orderID(&desk), path: readPath, first), work, &desk)
  }

  /// Says something else of the sheet; where its rows are many they are read anew beside the keys.
  mutating func say(_ desk: inout Desk, _ change: (inout SheetImport) -> Void) {
    guard let before = work else { return }
    var after = before
    change(&after)
    work = after
    if after.isStale || pending != nil || after.subject.needsNames {
      order(SheetOrder(orderID(&desk), path: readPath ?? "", rows: after), before, &desk)
    }
  }

  /// Decides about rows, which reads none of them anew unless they are being read just now.
  mutating func decide(_ desk: inout Desk, _ change: (inout SheetImport) -> Void) {
    guard pending == nil, var rows = work else { return say(&desk, change) }
    // Not held twice, so that thousands of rows are not copied for one.
    work = nil
    change(&rows)
    work = rows
  }

  private mutating func order(
    _ order: SheetOrder, _ before: SheetImport?, _ desk: inout Desk
  ) {
    fault = nil
    pending = PendingReading(order: order, before: pending?.before ?? before)
    desk.run(.readSheet(order))
  }

  private func orderID(_ desk: inout Desk) -> String { desk.ids.characters(10) }

  private func firstReading(_ desk: Desk) -> FirstReading {
    FirstReading(
      subject: signIn.map { .people($0) } ?? .events,
      kept: kept(desk).filter(\.consentWords.isEmpty),
      context: desk.importContext)
  }

  /// Stops the reading; what stood here before stands again.
  mutating func stop(_ desk: inout Desk) {
    guard let pending else { return }
    desk.run(.stopReading)
    desk.refuse(desk.words("import.stopped"))
    work = pending.before
    if work == nil { part = .file }
    if case .people(let signIn)? = work?.subject { self.signIn = signIn }
    if case .events? = work?.subject { signIn = nil }
    self.pending = nil
    columnCursor = min(columnCursor, max(0, columnRows - 1))
  }

  /// Takes in what was read, and how far the rest is.
  mutating func takePending(_ desk: Desk) {
    guard let pending else { return }
    if let progress = desk.sheetProgress, progress.id == pending.order.id {
      self.pending?.percent = progress.percent
    }
    guard let read = desk.sheet, read.id == pending.order.id else { return }
    self.pending = nil
    guard let work = read.work else {
      fault = read.why
      self.work = pending.before
      return
    }
    self.work = work
    if case .people(let signIn) = work.subject { self.signIn = signIn }
    self.work?.refresh(desk.programme)
    (correcting, comparing) = (
      correcting.flatMap { work.row(line: $0.line) == nil ? nil : $0 }, nil
    )
    columnCursor = min(columnCursor, max(0, columnRows - 1))
    if pending.order.needsFile { beginAnew(read) }
    rowCursor.find(in: shownRows.map(\.line))
  }

  private mutating func beginAnew(_ read: ReadSheet) {
    if part == .file || readPath != read.path {
      (columnCursor, showsOpenOnly, rowCursor) = (0, false, ListCursor())
      (doubtCursor, showsAllDoubts) = (ListCursor(), false)
      part = .columns
    }
    (readPath, restoring, imported, hasFileChanged) = (read.path, nil, [], read.isOther)
    saved = nil
  }

  /// What the columns of earlier sheets stood for.
  func kept(_ desk: Desk) -> [ImportMapping] {
    let kind = (signIn.map { ImportSubject.people($0) } ?? .events).kind
    return desk.programme.mappings.values.filter { $0.kind == kind }.sorted { $0.id < $1.id }
  }

  func progressBlocks(_ desk: Desk) -> [Block] {
    guard let pending else {
      // On the first part it stands beside the path.
      guard let fault, part != .file else { return [] }
      return [.notice(Notice(.bad, desk.words.sentence(fault)))]
    }
    let said = desk.words(
      "import.progress",
      ["file": pending.order.path, "percent": desk.words.number(pending.percent)])
    return [.notice(Notice(.info, said))]
  }
}
