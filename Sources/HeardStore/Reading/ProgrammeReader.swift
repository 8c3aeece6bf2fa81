import Dispatch
import Glibc
import HeardModel
import StrictJSON
import Synchronization

/// What a folder was found to hold.
public struct LoadedProgramme: Sendable {
  /// Everything that could be read.
  public var programme = Programme()
  /// The first fault of every file that could not be used; the files stay as they are.
  public var unreadable: [FileFault] = []
  /// Copies beside records, which are never read as records.
  public var copies: [FileCopy] = []
  /// Why the folder is only read; nil when it may be written.
  public var readOnly: StoreError?
  /// Testimonies that may not be kept, also where not all were read.
  public internal(set) var gone: Set<String> = []
  /// Files with records that marks close and that do not say so themselves: older ones, put back.
  var closed: Set<String> = []
  /// Files of testimonies of which some stand in another file as well.
  var repeated: [EventTestimonies] = []
  /// How the files looked as they were read.
  var looks: [(file: String, look: FileLook)] = []
}

/// Reads a whole folder; one file that cannot be used never hides the others.
struct ProgrammeReader {
  private(set) var loaded = LoadedProgramme()
  private let folder: Folder
  private let parts = SharedParts()
  /// The only files that are read; nil for all.
  private let wanted: [String]?

  init(_ folder: Folder, only wanted: [String]? = nil) {
    self.folder = folder
    self.wanted = wanted
  }

  /// Reads everything but identities, disclosures and history.
  mutating func readAll() throws(StoreError) {
    try readSettings()
    // Events are most of all bytes. Two threads take them one by one as they are free, which
    // nearly halves the time to the first screen.
    let files = Hand(eventFiles())
    let events = ReadEvents()
    let second = Mutex<LoadedProgramme?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInteractive).async { [folder] in
      var reader = ProgrammeReader(folder)
      reader.readOthers()
      reader.readEvents(files, into: events)
      let loaded = reader.loaded
      second.withLock { $0 = loaded }
      isDone.signal()
    }
    readEvents(files, into: events)
    isDone.wait()
    if let second = second.withLock({ $0.take() }) { absorb(second) }
    loaded.programme.events = events.taken()
    settleMerged()
    forgetErased()
    loaded.closed = Set(loaded.programme.closeByMarks().map(\.key.file))
    loaded.gone = loaded.programme.goneTestimonies
  }

  /// Reads the wanted files; what is not there any more is simply not read.
  mutating func readWanted() {
    if isWanted(.programme) {
      do throws(StoreError) { try readSettings() } catch {
        if case .unreadable(let fault) = error { loaded.unreadable.append(fault) }
        if case .notAProgramme = error {
          loaded.unreadable.append(
            FileFault(file: FilePlace.programmeFile, kind: .cannotRead(errno: ENOENT)))
        }
      }
    }
    readOthers()
    readEvents()
    settleMerged()
    forgetErased()
    readMarks()
    loaded.programme.closeByMarks()
  }

  /// Reads the wanted files for an answer of their own: without the programme's there is none.
  mutating func readPart() throws(StoreError) {
    try readSettings()
    readOthers()
    readEvents()
    settleMerged()
    forgetErased()
    readMarks()
    loaded.programme.closeByMarks()
    loaded.gone = loaded.programme.goneTestimonies
  }

  /// The marks of the records that were read, whichever files are wanted.
  private mutating func readMarks() {
    let programme = loaded.programme
    let consents =
      programme.testimonies.values.map(\.consent)
      + programme.events.values.flatMap { $0.participations.compactMap(\.consent) }
    let marks = (try? MarkFolder(folder))?.closing(consents) ?? [:]
    loaded.programme.withdrawn.merge(marks) { first, _ in first }
  }

  private func isWanted(_ place: FilePlace) -> Bool {
    wanted?.contains { $0 == place.file } ?? true
  }

  /// The wanted ones of the files in a folder.
  private func names(in place: FilePlace, _ inside: Folder) throws(StoreError) -> [String] {
    guard let wanted else { return try inside.names() }
    let start = "\(place.folder ?? "")/"
    return wanted.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }

  /// Takes over what another reader has read: everything but the settings and events.
  private mutating func absorb(_ other: LoadedProgramme) {
    var programme = other.programme
    programme.settings = loaded.programme.settings
    loaded.programme = programme
    loaded.unreadable += other.unreadable
    loaded.unreadable.sort { $0.file < $1.file }
    loaded.copies += other.copies
    loaded.copies.sort { $0.file < $1.file }
    loaded.looks += other.looks
    loaded.repeated += other.repeated
  }

  private mutating func eventFiles() -> [String] {
    do throws(StoreError) {
      guard let inside = try folder.inside(.events) else { return [] }
      // The largest first: so neither thread waits long for the other at the end.
      return try names(in: .events, inside)
        .map { (name: $0, size: inside.status($0)?.st_size ?? 0) }
        .sorted { $0.size > $1.size }.map(\.name)
    } catch {
      loaded.unreadable.append(folderFault(.events, error))
      return []
    }
  }

  private mutating func readEvents() {
    let files = Hand(eventFiles())
    let events = ReadEvents()
    readEvents(files, into: events)
    loaded.programme.events = events.taken()
  }

  /// Reads events as long as some are left that nobody has taken.
  private mutating func readEvents(_ files: Hand, into events: ReadEvents) {
    guard let inside = (try? folder.inside(.events)) ?? nil else { return }
    let parts = parts
    while let file = files.next() {
      read(file, of: .events, in: inside) { (path, bytes, _) throws(FileFault) in
        let event: Event = try decode(bytes, file: path, parts)
        try checkName(event.recordID, file: path)
        events.add(event)
      }
    }
  }

  private mutating func readOthers() {
    readErased()
    readTestimonies()
    each(.actions) { (it: FollowUpAction, into) in into.actions[it.id] = it }
    each(.notices) { (it: Notice, into) in into.notices[it.id] = it }
    each(.guides) { (it: Guide, into) in into.guides[it.id] = it }
    each(.withdrawn) { (it: WithdrawalMark, into) in into.withdrawn[it.id] = it }
    closeUnreadMarks()
    each(.facts) { (it: ProgrammeFact, into) in into.facts[it.id] = it }
    each(.releases) { (it: Release, into) in into.releases[it.id] = it }
    each(.mappings) { (it: ImportMapping, into) in into.mappings[it.id] = it }
    readNamed()
    single(.partners) { (it: Organisations, into) in
      for organisation in it.organisations { into.organisations[organisation.id] = organisation }
    }
    single(.team) { (it: Team, into) in
      for member in it.members { into.team[member.id] = member }
    }
    single(.views) { (it: SavedViews, into) in
      for view in it.views { into.views[view.id] = view }
    }
    single(.plan) { (it: Plan, into) in into.plan = it }
    single(.baselines) { (it: Baselines, into) in into.baselines = it }
    for name in (wanted ?? (try? folder.names()) ?? []) where !name.contains("/") {
      if let copy = folder.copy(name, in: "") { loaded.copies.append(copy) }
    }
  }

  /// Files with words that another one has already wait until it is known which of two events that
  /// were merged is left.
  private mutating func readTestimonies() {
    var repeated: [EventTestimonies] = []
    each(.testimonies) { (it: EventTestimonies, into) in
      if it.testimonies.contains(where: { into.testimonies.keys.contains($0.id) }) {
        repeated.append(it)
      } else {
        into.take(it)
      }
    }
    loaded.repeated += repeated
  }

  /// Leaves out events that were merged and are back; of their testimonies those that stand where
  /// they went to.
  private mutating func settleMerged() {
    let into = loaded.programme.mergedEvents
    loaded.programme.leaveOutMerged()
    for file in loaded.repeated {
      let known = file.testimonies.compactMap { loaded.programme.testimonies[$0.id] }
      if into[file.id] != nil {
        loaded.programme.take(file, but: Set(known.map(\.id)))
      } else if known.allSatisfy({ into[$0.event] != nil }) {
        loaded.programme.take(file)
      } else {
        let twice = known.first { into[$0.event] == nil }?.id.text ?? ""
        loaded.unreadable.append(
          FileFault(
            file: FilePlace.testimonies.path(file.id.text), member: "testimonies",
            kind: .repeatedID(twice)))
      }
    }
    if !loaded.repeated.isEmpty { loaded.unreadable.sort { $0.file < $1.file } }
    loaded.repeated = []
  }

  /// A tombstone counts by its name alone: one that cannot be read must not bring anything back.
  private mutating func readErased() {
    each(.erased) { (_: Tombstone, _) in }
    let inside = (try? folder.inside(.erased)) ?? nil
    loaded.programme.erased = Set(
      ((try? inside?.names()) ?? []).filter(isRecordFile).map(stem))
  }

  /// A mark that cannot be read closes all that it may close, but takes no words away.
  private mutating func closeUnreadMarks() {
    guard let inside = (try? folder.inside(.withdrawn)) ?? nil else { return }
    for name in ((try? names(in: .withdrawn, inside)) ?? []).filter(isRecordFile) {
      guard let id = ConsentID(stored: stem(name)), loaded.programme.withdrawn[id] == nil,
        inside.status(name) != nil
      else { continue }
      loaded.programme.withdrawn[id] = .unread(id)
    }
  }

  private mutating func readSettings() throws(StoreError) {
    let bytes: [UInt8]?
    do throws(FileFault) {
      let file = FilePlace.programmeFile
      bytes = try self.bytes(of: file, in: folder, path: file)
    } catch {
      throw .unreadable(error)
    }
    guard let bytes else { throw .notAProgramme(path: folder.path) }
    loaded.readOnly = newerFormat(bytes)
    let (settings, faults): (ProgrammeSettings?, [FileFault]) =
      decodeNotingFaults(bytes, file: FilePlace.programmeFile)
    // A newer version may have changed members: what of them can be read is enough for looking.
    if loaded.readOnly == nil, let fault = faults.first { throw .unreadable(fault) }
    guard let settings else { return }
    loaded.programme.settings = settings
    loaded.readOnly = loaded.readOnly ?? olderFormat(settings)
  }

  private mutating func each<T: StoredRecord>(
    _ place: FilePlace, _ put: (T, inout Programme) throws(FileFault) -> Void
  ) {
    let parts = parts
    read(place) { (file, bytes, into) throws(FileFault) in
      let record: T = try decode(bytes, file: file, parts)
      try checkName(record.recordID, file: file)
      try put(record, &into)
    }
  }

  private mutating func readNamed() {
    read(.profiles) { (file, bytes, into) throws(FileFault) in
      let profile: CountryProfile = try decode(bytes, file: file)
      guard let country = CountryCode(stored: stem(file)) else {
        throw FileFault(file: file, kind: .badName)
      }
      into.profiles[country] = profile
    }
    read(.approvals) { (file, bytes, into) throws(FileFault) in
      let approval = try decodeApproval(bytes, file: file)
      into.approvals[approval.id] = approval
    }
    read(.taxonomies) { (file, bytes, into) throws(FileFault) in
      let taxonomy: Taxonomy = try decode(bytes, file: file)
      guard let name = TaxonomyName(stored: stem(file)) else {
        throw FileFault(file: file, kind: .badName)
      }
      into.taxonomies[name] = taxonomy
    }
  }

  private mutating func single<T: Stored>(
    _ place: FilePlace, _ put: (T, inout Programme) -> Void
  ) {
    guard isWanted(place), let file = place.file else { return }
    do throws(FileFault) {
      guard let bytes = try bytes(of: file, in: folder, path: file) else { return }
      put(try decode(bytes, file: file), &loaded.programme)
    } catch {
      loaded.unreadable.append(error)
    }
  }

  private mutating func read(
    _ place: FilePlace,
    _ take: (String, [UInt8], inout Programme) throws(FileFault) -> Void
  ) {
    let files: [String]
    let inside: Folder
    do throws(StoreError) {
      guard let there = try folder.inside(place) else { return }
      inside = there
      files = try names(in: place, there)
    } catch {
      loaded.unreadable.append(folderFault(place, error))
      return
    }
    for file in files { read(file, of: place, in: inside, take) }
  }

  private mutating func read(
    _ file: String, of place: FilePlace, in inside: Folder,
    _ take: (String, [UInt8], inout Programme) throws(FileFault) -> Void
  ) {
    let name = place.folder ?? ""
    let path = "\(name)/\(file)"
    if CopyName(file) != nil, let copy = inside.copy(file, in: "\(name)/") {
      loaded.copies.append(copy)
      return
    }
    guard isRecordFile(file) else { return }
    do throws(FileFault) {
      guard let bytes = try bytes(of: file, in: inside, path: path) else { return }
      try take(path, bytes, &loaded.programme)
    } catch {
      var fault = error
      fault.file = path
      loaded.unreadable.append(fault)
    }
  }

  /// The bytes of a file; how it looked as they were read is noted.
  private mutating func bytes(
    of name: String, in inside: Folder, path: String
  ) throws(FileFault) -> [UInt8]? {
    guard let (bytes, look) = try inside.readWithLook(name) else { return nil }
    loaded.looks.append((path, look))
    return bytes
  }

  /// What has a tombstone is not shown, even where a sync brought it back.
  private mutating func forgetErased() {
    let erased = loaded.programme.erased
    if erased.isEmpty { return }
    loaded.programme.removeAll(erased)
  }
}

extension Programme {
  /// Takes in the testimonies of one event, but for some.
  fileprivate mutating func take(_ file: EventTestimonies, but known: Set<TestimonyID> = []) {
    for var testimony in file.testimonies where !known.contains(testimony.id) {
      testimony.event = file.id
      testimonies[testimony.id] = testimony
    }
  }
}

/// The fault of a folder that could not be opened.
func folderFault(_ place: FilePlace, _ error: StoreError) -> FileFault {
  let name = place.folder ?? ""
  if case .cannotRead(_, let reason) = error, reason != ENOTDIR, reason != ELOOP {
    return FileFault(file: name, kind: .cannotRead(errno: reason))
  }
  return FileFault(file: name, kind: .notAPlainFile)
}

/// Names that several threads take one by one.
private final class Hand: Sendable {
  private let names: [String]
  private let place = Atomic<Int>(0)

  var count: Int { names.count }

  init(_ names: [String]) { self.names = names }

  func next() -> String? {
    let index = place.wrappingAdd(1, ordering: .relaxed).oldValue
    return names.indices.contains(index) ? names[index] : nil
  }
}

/// The events that several threads have read.
private final class ReadEvents: Sendable {
  private let events = Mutex(Records<EventID, Event>())

  func add(_ event: Event) { events.withLock { $0[event.id] = event } }

  /// All that were read; none is left.
  func taken() -> Records<EventID, Event> {
    events.withLock { events in
      defer { events = [:] }
      return events
    }
  }
}
