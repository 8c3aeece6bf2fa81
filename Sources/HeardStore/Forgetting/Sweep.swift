import Glibc
import HeardModel
import StrictJSON

/// Takes out of every place of the table what was erased, and what may not be kept any more.
///
/// It knows no place by itself: what each place says of its search and its sweep is done there. What
/// it cannot read it leaves, and names it.
struct Sweep {
  /// The ids that were erased: of events, people, testimonies, quotes, actions.
  private let erased: Set<String>
  /// What was refused or withdrawn, by the consent.
  private let marks: [ConsentID: WithdrawalMark]
  /// The ids by which what goes is known: the erased ones, consents whose testimony may not be
  /// kept, and those testimonies.
  private var ids: Set<String>
  private let programme: Folder
  private let settings: ProgrammeSettings
  /// Whether the programme folder may be written: one of another format is only read.
  private let isWritable: Bool
  /// The only files of the programme to look through, beside copies; nil for all.
  private let files: Set<String>?
  /// Takes texts that an editor had open when its program died into their drafts, but for these ids.
  private let takeLeftTexts: (Set<String>) -> Void
  /// What was said and what those are called, where it still stands somewhere.
  private var spoken: SpokenWords
  /// Views that somebody chose to keep.
  private let kept: Set<String>
  /// Other ids at which something of it stands: consents, people of parts, organisations.
  private let besideIDs: Set<String>
  /// Files that may still hold something, since they could not be read or changed.
  private(set) var left: [String] = []
  /// Files of the programme folder that were changed or taken away.
  private(set) var changed: [String] = []
  /// Files of the programme folder that name any of it, whatever became of them.
  private(set) var telling: Set<String> = []

  /// A sweep of a programme folder and of what this person keeps beside it.
  init(
    _ order: SweepOrder, _ programme: Folder, _ settings: ProgrammeSettings, isWritable: Bool,
    takingLeftTexts: @escaping (Set<String>) -> Void
  ) {
    takeLeftTexts = takingLeftTexts
    (erased, marks, files, spoken) = (order.erased, order.marks, order.files, order.spoken)
    (self.programme, self.settings) = (programme, settings)
    self.isWritable = isWritable
    kept = order.kept
    besideIDs = Set(order.marks.keys.map(\.text))
      .union(ErasedPart.participations(in: order.erased).values.joined())
      .union(ErasedPart.contacts(in: order.erased))
    let closed = marks.values.filter(\.closesRecord).map(\.id.text)
    ids = erased.union(closed).union(order.closed)
  }

  /// Sweeps every place; those in which nobody's words can stand are not opened.
  mutating func run() {
    // First what they are called and said: afterwards nobody knows it any more.
    for place in FilePlace.allCases where place.row.search == .ids && !ids.isEmpty {
      each(of: place) { sweep, folder, name in sweep.learn(folder, name, place) }
    }
    // What was left open goes with the drafts to which it belongs.
    takeLeftTexts(ids)
    if ids.isEmpty && marks.isEmpty && spoken.isEmpty { return }
    for place in FilePlace.allCases where place.row.mayHoldWords {
      if !isWritable && place.row.root == .programme { continue }
      switch place.row.sweep {
      case .nothing, .leftovers: break
      case .records:
        each(of: place) { sweep, folder, name in sweep.takeRecords(folder, name, place) }
      case .entries:
        each(of: place) { sweep, folder, name in sweep.takeEntries(folder, name, place) }
      case .files: each(of: place) { sweep, folder, name in sweep.takeFile(folder, name, place) }
      case .lines: each(of: place) { sweep, folder, name in sweep.takeLines(folder, name, place) }
      }
    }
  }
}

/// What a sweep takes away.
struct SweepOrder {
  /// The ids that were erased.
  var erased: Set<String> = []
  /// What was refused or withdrawn.
  var marks: [ConsentID: WithdrawalMark] = [:]
  /// Testimonies of which it is known that they may not be kept any more.
  var closed: Set<String> = []
  /// What is known of what they said.
  var spoken = SpokenWords()
  /// Views that stay although they repeat some of it.
  var kept: Set<String> = []
  /// The only files of the programme that can hold any of it, beside copies; nil for all.
  var files: Set<String>?
}

// What goes.
extension Sweep {
  /// Takes a file away that is one of them, or its copy; else the parts that are.
  private mutating func takeRecords(_ folder: Folder, _ name: String, _ place: FilePlace) {
    let isOneEach =
      if case .each(_, .id) = place.row.files { place.row.list == nil } else { false }
    // What other programs leave beside a record begins with its id; so does what is kept of it.
    let id = CopyName(name).map { stem($0.original) } ?? String(stem(name).prefix { $0 != "." })
    // In the programme a testimony that may not be kept stays, emptied; beside it nothing does.
    let gone = place.row.root == .programme ? erased : ids
    if isOneEach, gone.contains(id) { return remove(folder, name, place) }
    guard let tree = tree(folder, name, place) else { return }
    let rest = tree.removing(erased: gone).closed(by: marks)
    // What is kept of a removed record goes where it repeats the words: nobody would look for it.
    if place == .removed, rest.repeats(spoken) { return remove(folder, name, place) }
    replace(folder, name, tree, by: rest, place)
  }

  /// Takes the entries of a file's list out that tell of them.
  private mutating func takeEntries(_ folder: Folder, _ name: String, _ place: FilePlace) {
    // A program that runs lets go of its own by itself; two writers would lose what is newer.
    if place == .journal, Leftover(journal: name)?.isOwned ?? false { return }
    guard let list = place.row.list, let tree = tree(folder, name, place) else { return }
    var rest = tree.removing(erased: erased)
    if let entries = rest[list]?.elements {
      rest[list] = .array(entries.filter { !tells($0, in: place) })
    }
    replace(folder, name, tree, by: rest, place)
  }

  /// Takes a file away that tells of them.
  private mutating func takeFile(_ folder: Folder, _ name: String, _ place: FilePlace) {
    guard let tree = tree(folder, name, place) else { return }
    if tree.tells(of: ids) || tree.repeats(spoken) { remove(folder, name, place) }
  }

  /// Takes the lines of a file out that tell of them, and those that nobody can read.
  private mutating func takeLines(_ folder: Folder, _ name: String, _ place: FilePlace) {
    let bytes: [UInt8]
    do throws(FileFault) {
      guard let read = try folder.read(name) else { return }
      bytes = read
    } catch {
      left.append(path(folder, name))
      return
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    let contacts = ErasedPart.contacts(in: erased)
    let kept = lines.filter { line in
      if spoken.isEmpty && !mayTell(line) { return true }
      guard let tree = try? JSONValue(line) else { return false }
      // What tells of people at an organisation is no record by itself: all that stood there goes.
      let isOfContact = tree["record"]?.text.map(contacts.contains) ?? false
      return !isOfContact && !tree.tells(of: ids) && !tree.repeats(spoken)
    }
    if kept.count == lines.count { return }
    if kept.isEmpty { return remove(folder, name, place) }
    do throws(StoreError) {
      try folder.replace(
        name, with: kept.flatMap { $0 + [UInt8(ascii: "\n")] },
        mode: Rights(settings).of(place).file)
      note(name, place)
    } catch {
      left.append(path(folder, name))
    }
  }

  private mutating func remove(_ folder: Folder, _ name: String, _ place: FilePlace) {
    do throws(StoreError) {
      try folder.remove(name)
      note(name, place)
    } catch {
      left.append(path(folder, name))
    }
  }

  private mutating func note(_ name: String, _ place: FilePlace) {
    guard place.row.root == .programme else { return }
    changed.append(place.folder.map { "\($0)/\(name)" } ?? name)
  }

  private mutating func noteTelling(_ name: String, _ place: FilePlace) {
    guard place.row.root == .programme, place.row.isShown else { return }
    telling.insert(place.folder.map { "\($0)/\(name)" } ?? name)
  }

  private mutating func replace(
    _ folder: Folder, _ name: String, _ tree: JSONValue, by rest: JSONValue, _ place: FilePlace
  ) {
    if rest == tree { return }
    let mode = Rights(settings).of(place).file
    do throws(StoreError) {
      try folder.replace(name, with: rest.canonicalBytes(), mode: mode)
      note(name, place)
    } catch {
      left.append(path(folder, name))
    }
  }
}

// What is found.
extension Sweep {
  /// Does something with each file of a place that is one or may be a copy of one.
  private mutating func each(
    of place: FilePlace, _ body: (inout Sweep, Folder, String) -> Void
  ) {
    guard let folder = home(of: place) else { return }
    let names = (try? folder.names()) ?? []
    let own = names.filter { name in
      if let file = place.file { return name == file || CopyName(name)?.original == file }
      if CopyName(name) != nil { return true }
      guard place.holdsLines ? name.hasSuffix(".jsonl") : isRecordFile(name) else { return false }
      guard let files, place.row.root == .programme, place.row.isShown else { return true }
      return files.contains(place.folder.map { "\($0)/\(name)" } ?? name)
    }
    for name in own { body(&self, folder, name) }
  }

  /// The folder in which a place's files lie; nil where there is none.
  private func home(of place: FilePlace) -> Folder? {
    guard place.row.root == .programme else {
      return (try? StateFolder.of(place, settings.id, programme.path))?.folder
    }
    return place.file != nil ? programme : (try? programme.inside(place)) ?? nil
  }

  /// Notes what those said and are called that stand in a file.
  private mutating func learn(_ folder: Folder, _ name: String, _ place: FilePlace) {
    let isOne = ids.contains(stem(name))
    guard let bytes = (try? folder.read(name)) ?? nil, isOne || mayTell(bytes) else { return }
    noteTelling(name, place)
    guard let tree = try? JSONValue(bytes) else { return }
    tree.learn(&ids, &spoken, isOneOfThem: isOne)
  }

  /// A file's tree; nil where nothing of it can be theirs, and where it cannot be read, which is
  /// noted.
  private mutating func tree(
    _ folder: Folder, _ name: String, _ place: FilePlace
  ) -> JSONValue? {
    let bytes: [UInt8]
    do throws(FileFault) {
      guard let read = try folder.read(name) else { return nil }
      bytes = read
    } catch {
      left.append(path(folder, name))
      return nil
    }
    let mayRepeat = place.row.search == .mentions || place == .removed
    if !spoken.isEmpty && mayRepeat || mayTell(bytes) {
      noteTelling(name, place)
      if let tree = try? JSONValue(bytes) { return tree }
      left.append(path(folder, name))
    }
    return nil
  }

  /// Whether bytes name one of the ids, or write letters in a way that could: most files do neither,
  /// and are not read as JSON.
  private func mayTell(_ bytes: [UInt8]) -> Bool {
    var start: Int?
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isEscaped {
        // A letter by its number; what else is escaped is no letter, and belongs to no word.
        if byte == UInt8(ascii: "u") { return true }
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
        if start == nil { start = index }
      default:
        if let first = start {
          let word = String(decoding: bytes[first..<index], as: UTF8.self)
          if ids.contains(word) || besideIDs.contains(word) { return true }
        }
        start = nil
        isEscaped = byte == UInt8(ascii: "\\")
      }
    }
    return false
  }

  /// Whether an entry names one of them, by id or by what they are called.
  ///
  /// A view goes where its filter is a piece of the words, too, unless somebody chose to keep it.
  private func tells(_ entry: JSONValue, in place: FilePlace) -> Bool {
    if entry.tells(of: ids) { return true }
    if place == .journal { return entry.repeats(spoken) }
    if entry.recordID.map(kept.contains) ?? false { return false }
    return entry.mentions(spoken) || entry["filter"]?.text.map { isPiece($0) } ?? false
  }

  /// Whether the free words of a filter are a piece of what was said.
  private func isPiece(_ filter: String) -> Bool {
    let free = filter.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
    return spoken.hold(typed: free)
  }

  private func path(_ folder: Folder, _ name: String) -> String { "\(folder.path)/\(name)" }
}

extension ProgrammeStore {
  /// Takes out of the folder, and out of all that this person keeps beside it, what was erased and
  /// what may not be kept any more; a folder of another format is not written.
  ///
  /// - Returns: files that may still hold some of it, since they could not be read or changed.
  /// - Throws: `StoreError` where somebody else is writing in the folder for longer than a second.
  public func sweep(
    _ erased: Set<String>, _ settings: ProgrammeSettings
  ) throws(StoreError) -> [String] {
    let lock = try FolderLock(folder, milliseconds: 1000)
    defer { _ = lock }
    finishCommits()
    return sweepLocked(
      SweepOrder(erased: erased, marks: try MarkFolder(folder).all()), settings)
  }

  /// The same under the folder's lock.
  func sweepLocked(_ order: SweepOrder, _ settings: ProgrammeSettings) -> [String] {
    swept(order, settings).left
  }

  /// A sweep that was made under the folder's lock.
  func swept(_ order: SweepOrder, _ settings: ProgrammeSettings) -> Sweep {
    // A format that this version does not write, or a file that it cannot read.
    let isWritable = (try? settingsOnDisk()) != nil
    var sweep = Sweep(order, folder, settings, isWritable: isWritable) { gone in
      self.takeLeftTexts(settings, except: gone)
    }
    sweep.run()
    forgetSeen(order.erased)
    for file in sweep.changed {
      let place = (try? place(of: RecordFile(path: file))) ?? nil
      noteOwn(file, place?.status(RecordFile(path: file).name))
    }
    return sweep
  }
}

private extension JSONValue {
  /// Members that say what somebody is called.
  static let callings: Set<String> = [
    "pseudonym", "name", "nameReading", "contact", "withdrawalCode",
  ]
  /// Members that hold what somebody said.
  static let sayings: Set<String> = ["text", "markedText"]

  /// Learns what those said and are called that have one of the ids, or a consent that has one; the
  /// id of what such a consent belongs to is one of them then.
  func learn(_ ids: inout Set<String>, _ spoken: inout SpokenWords, isOneOfThem: Bool) {
    switch self {
    case .array(let elements):
      for element in elements { element.learn(&ids, &spoken, isOneOfThem: isOneOfThem) }
    case .object(let members):
      let consent = members["consent"]?.recordID
      let own = [members["id"]?.text, members["person"]?.text, consent].compactMap { $0 }
      let isOne = isOneOfThem || own.contains(where: ids.contains)
      if let consent, ids.contains(consent), let id = recordID { ids.insert(id) }
      for (name, value) in members {
        if isOne, let text = value.text {
          if Self.callings.contains(name) { spoken.add(name: text) }
          if Self.sayings.contains(name) { spoken.add(words: text) }
        }
        // A part with an id of its own is not the person's, but a quote or a translation is.
        let isPart = value.recordID == nil || members["text"] != nil
        value.learn(&ids, &spoken, isOneOfThem: isOne && isPart)
      }
    default: break
    }
  }

  /// Whether a text in it holds a run of the words.
  func repeats(_ spoken: SpokenWords) -> Bool {
    switch self {
    case .string(let text): spoken.repeats(in: text)
    case .array(let elements): elements.contains { $0.repeats(spoken) }
    case .object(let members): members.values.contains { $0.repeats(spoken) }
    default: false
    }
  }

  /// Whether a text in it holds any of what was said, or what somebody is called.
  func mentions(_ spoken: SpokenWords) -> Bool {
    switch self {
    case .string(let text): spoken.occur(in: text)
    case .array(let elements): elements.contains { $0.mentions(spoken) }
    case .object(let members): members.values.contains { $0.mentions(spoken) }
    default: false
    }
  }
}
