import HeardModel

/// All records that a check has read, for what only shows when they are held against each other.
struct CheckedRecords {
  /// Every file that was read, with its faults.
  var files: [String: CheckedFile] = [:]
  /// Files that are there and may not or cannot be read; told by their own fault.
  var closed: Set<String> = []
  private(set) var events: [String: Event] = [:]
  private(set) var testimonies: [String: EventTestimonies] = [:]
  private(set) var actions: [String: FollowUpAction] = [:]
  private(set) var facts: [String: ProgrammeFact] = [:]
  private(set) var notices: [String: Notice] = [:]
  private(set) var guides: [String: Guide] = [:]
  private(set) var disclosures: [String: Disclosure] = [:]
  private(set) var profiles: [CountryCode: CountryProfile] = [:]
  private(set) var approvals: [String: Approval] = [:]
  private(set) var erased: Set<String> = []
  private(set) var marks: [ConsentID: WithdrawalMark] = [:]

  /// Takes over what a file of a folder holds; what does not fit is noted in the file.
  mutating func take(_ file: inout CheckedFile, in place: FilePlace) {
    switch place {
    case .events: events[file.path] = read(&file)
    case .testimonies: testimonies[file.path] = read(&file)
    case .actions: actions[file.path] = read(&file)
    case .notices: notices[file.path] = read(&file)
    case .guides: guides[file.path] = read(&file)
    case .identities: let _: Identity? = read(&file)
    case .safeguarding: disclosures[file.path] = read(&file)
    case .erased:
      let _: Tombstone? = read(&file)
      erased.insert(stem(file.path))
    case .profiles: takeProfile(&file)
    case .approvals: takeApproval(&file)
    case .taxonomies: _ = file.read(Taxonomy.self)
    case .mappings: let _: ImportMapping? = read(&file)
    case .facts: facts[file.path] = read(&file)
    case .releases: let _: Release? = read(&file)
    case .withdrawn:
      if let mark: WithdrawalMark = read(&file) { marks[mark.id] = mark }
    case .programme: _ = file.read(ProgrammeSettings.self)
    case .partners: _ = file.read(Organisations.self)
    case .team: _ = file.read(Team.self)
    case .views: _ = file.read(SavedViews.self)
    case .plan: _ = file.read(Plan.self)
    case .baselines: _ = file.read(Baselines.self)
    // Of one value a line, or outside of the programme folder.
    case .register, .history, .drafts, .journal, .undo, .earlier, .removed, .editing, .recent,
      .device, .seen, .tour, .samples, .settings:
      break
    }
  }

  /// Takes over what was read of other files.
  mutating func absorb(_ other: CheckedRecords) {
    files.merge(other.files) { first, _ in first }
    closed.formUnion(other.closed)
    events.merge(other.events) { first, _ in first }
    testimonies.merge(other.testimonies) { first, _ in first }
    actions.merge(other.actions) { first, _ in first }
    facts.merge(other.facts) { first, _ in first }
    notices.merge(other.notices) { first, _ in first }
    guides.merge(other.guides) { first, _ in first }
    disclosures.merge(other.disclosures) { first, _ in first }
    profiles.merge(other.profiles) { first, _ in first }
    approvals.merge(other.approvals) { first, _ in first }
    erased.formUnion(other.erased)
    marks.merge(other.marks) { first, _ in first }
  }

  /// The faults of all files, with those of links and rules.
  func faults(on today: CalendarDay?) -> [FileFault] {
    var links = RecordLinks(self)
    links.check()
    var rules = RecordRules(self, links.files, on: today)
    rules.check()
    return rules.files.values.flatMap(\.faults)
  }

  private func read<T: StoredRecord>(_ file: inout CheckedFile) -> T? {
    guard let record = file.read(T.self) else { return nil }
    do throws(FileFault) { try checkName(record.recordID, file: file.path) } catch {
      file.note(error.member, error.kind)
    }
    return record
  }

  private mutating func takeProfile(_ file: inout CheckedFile) {
    guard let profile = file.read(CountryProfile.self),
      let country = CountryCode(stored: stem(file.path))
    else { return }
    if let own = profile.country, own != country {
      file.note("country", .nameDiffers(id: own.stored))
    }
    profiles[country] = profile
  }

  private mutating func takeApproval(_ file: inout CheckedFile) {
    guard let approval = file.read(Approval.self) else { return }
    if approval.id.stored == stem(file.path) {
      approvals[file.path] = approval
    } else {
      file.note("id", .nameDiffers(id: approval.id.stored))
    }
  }

  /// The profile that holds for a country.
  func profile(_ country: CountryCode?) -> CountryProfile {
    country.flatMap { profiles[$0] } ?? CountryProfile.builtIn(country)
  }
}
