import HeardExchange
import HeardModel

/// A sheet that a screen wants to have read beside the keys, with everything that this takes.
public struct SheetOrder: Hashable, Sendable {
  /// Tells the order from others.
  public let id: String
  /// The path as it was typed.
  public let path: String
  /// Whether the file is to be read; else its rows are there and mean something else now.
  public var needsFile: Bool { if case .file = source { true } else { false } }
  /// Whether the names on this machine are to be held against it.
  public var needsNames: Bool {
    switch source {
    case .file(let first): first.subject.needsNames
    case .rows(let work): work.subject.needsNames
    }
  }
  private let source: Source

  private enum Source: Sendable {
    case file(FirstReading)
    case rows(SheetImport)
  }

  /// An order to read a file.
  public init(_ id: String, path: String, _ first: FirstReading) {
    (self.id, self.path, source) = (id, path, .file(first))
  }

  /// An order to read the rows of a sheet anew.
  public init(_ id: String, path: String, rows: SheetImport) {
    (self.id, self.path, source) = (id, path, .rows(rows))
  }

  /// Whether two orders are one.
  public static func == (a: Self, b: Self) -> Bool { a.id == b.id }
  /// An order is told from others by its id alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Reads what is asked for; `bytes` are those of the file, `names` what lies on this machine.
  ///
  /// - Throws: `SheetFault` when it is no sheet, or when the watch stops it.
  public func read(
    _ bytes: [UInt8], names: KnownNames = KnownNames(), _ watch: SheetWatch = .none
  ) throws(SheetFault) -> ReadSheet {
    switch source {
    case .file(var first):
      first.subject.take(names)
      var (work, isOther) = try first.work(on: bytes, path, watch.part(from: 0, to: 40))
      try work.read(watch.part(from: 40, to: 100))
      work.readsLater = work.rows.count > Self.most
      return ReadSheet(id: id, path: path, work, isOther: isOther)
    case .rows(var work):
      work.take(names)
      try work.read(watch)
      return ReadSheet(id: id, path: path, work)
    }
  }

  /// So many rows are read at once between two keys; more are read beside them.
  private static let most = 1_000
}

/// What is known when a file is read for the first time, or in another way.
public struct FirstReading: Sendable {
  /// How the letters of the file are written; nil is found out.
  public var encoding: SheetEncoding?
  /// What stands between cells; nil is found out.
  public var separator: SheetSeparator?
  /// What the sheet lists.
  public var subject = ImportSubject.events
  /// What the columns of earlier sheets stood for.
  public var kept: [ImportMapping] = []
  /// What they stand for before the file is read in another way.
  public var before: ImportMapping?
  /// What was corrected before the file is read in another way, by line and place.
  public var corrected: [Int: [Int: String]] = [:]
  /// What was decided before the file is read in another way, by line.
  public var choices: [Int: ImportChoice] = [:]
  /// The cells that were kept in notes before the file is read in another way.
  public var keptCells: [Int: Set<String>] = [:]
  /// What was said of rows that are alike, before the file is read in another way.
  public var alike: [AlikePair: AlikeAnswer] = [:]
  /// Of which names records are made, and whose names some are.
  public var makes: Set<SheetMaking> = []
  /// Whose names some are, by the ids that they would get.
  public var joined: [String: String] = [:]
  /// Which rows are of the event, as it was said before the file is read in another way.
  public var only: OnlyRows?
  /// What was decided about all rows with one cause before the file is read in another way.
  public var decided: [DoubtDecision] = []
  /// What was corrected and decided in an earlier sitting, in this file or in others.
  public var drafts: [Draft] = []
  /// The draft to go on with, whatever has become of the file.
  public var draft: Draft?
  /// What the rows are held against.
  public var context: ImportContext

  /// A reading with what is known before it.
  public init(
    encoding: SheetEncoding? = nil, separator: SheetSeparator? = nil,
    subject: ImportSubject = ImportSubject.events, kept: [ImportMapping] = [],
    before: ImportMapping? = nil, corrected: [Int: [Int: String]] = [:],
    choices: [Int: ImportChoice] = [:], drafts: [Draft] = [], draft: Draft? = nil,
    context: ImportContext
  ) {
    self.encoding = encoding
    self.separator = separator
    self.subject = subject
    self.kept = kept
    self.before = before
    self.corrected = corrected
    self.choices = choices
    self.drafts = drafts
    self.draft = draft
    self.context = context
  }

  /// The sheet with its mapping and with what was said of it; and whether that was of another file.
  public func work(
    on bytes: [UInt8], _ path: String, _ watch: SheetWatch
  ) throws(SheetFault) -> (SheetImport, isOther: Bool) {
    var sheet = try Sheet(
      bytes, name: path, encoding: encoding ?? draft?.encoding,
      separator: separator ?? draft?.separator, watch: watch)
    let id = Draft.id(of: sheet)
    let found = draft ?? drafts.first { $0.id == id && $0.lists(subject) }
    if draft == nil, let found, found.reads(otherwise: sheet) {
      sheet = try Sheet(
        bytes, name: path, encoding: found.encoding, separator: found.separator, watch: watch)
    }
    let table = subject.table(sheet)
    let fitting = kept.filter { $0.fits(table) }.max { $0.columns.count < $1.columns.count }
    var work = SheetImport(
      sheet, of: subject, mapping: before ?? fitting, context, readsLater: true)
    work.takeOver(
      corrected: corrected, choices: choices, kept: keptCells, alike: alike, only: only,
      decided: decided)
    for making in makes { work.make(making, true) }
    for (name, id) in joined { work.join(name, to: id) }
    found?.restore(&work)
    return (work, found.map { $0.id != id } ?? false)
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

/// A file that a screen asked for, as it was read.
public struct ReadSheet: Sendable {
  /// The order that is carried out.
  public let id: String
  /// The path as it was typed.
  public let path: String
  /// The sheet with its rows; nil when it could not be read.
  public let work: SheetImport?
  /// Why it could not be read; nil where it could.
  public let why: SheetTrouble?
  /// Whether what was said of it was said of another content of the file.
  public let isOther: Bool

  /// A file that was read.
  public init(id: String, path: String, _ work: SheetImport, isOther: Bool = false) {
    (self.id, self.path, self.work, self.isOther) = (id, path, work, isOther)
    why = nil
  }

  /// A file that could not be read.
  public init(_ order: SheetOrder, why: SheetTrouble) {
    (id, path, self.why) = (order.id, order.path, why)
    (work, isOther) = (nil, false)
  }
}

/// How far an order is.
public struct SheetProgress: Hashable, Sendable {
  /// The order.
  public let id: String
  /// The hundredths that are done.
  public let percent: Int

  /// How far an order is.
  public init(id: String, percent: Int) {
    (self.id, self.percent) = (id, percent)
  }
}
