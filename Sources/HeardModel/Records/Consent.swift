/// What a person is asked to agree to; each is asked and answered by itself.
public enum ConsentPurpose: String, CaseIterable, Sendable, StoredText {
  /// Keeping the testimony at all.
  case record
  /// Coding and reading beyond the facilitator.
  case learn
  /// Counting the person in a split by a sensitive trait.
  case count
  /// Giving the de-identified text to the partners whom the notice names.
  case partners
  /// Quoting in public.
  case publish
  /// Sound, photograph, film.
  case image
  /// Writing back.
  case contact
}

/// How a purpose stands; only `given` opens what the purpose guards.
public enum ConsentState: String, CaseIterable, Sendable, StoredText {
  /// Nobody asked: blocks exactly as refused does, and is no evidence of a refusal.
  case notAsked
  /// The person agreed.
  case given
  /// The person said no.
  case refused
  /// The person agreed and took it back.
  case withdrawn
  /// The time for which it was given is over.
  case expired

  /// Whether the person said no, at once or later: what it is about is not kept.
  public var closes: Bool {
    switch self {
    case .refused, .withdrawn: true
    case .notAsked, .given, .expired: false
    }
  }
}

/// How consent was taken.
public enum ConsentMethod: String, CaseIterable, Sendable, StoredText {
  /// On paper or screen, by the person.
  case written
  /// In words, with a witness.
  case oralWitnessed
  /// In words, on a recording.
  case recorded
  /// On a paper sheet with a number.
  case paperSheet
}

/// How far a person may be named; the minimum of all answers wins.
public enum Naming: String, CaseIterable, Comparable, Sendable, StoredText {
  /// Not at all.
  case none
  /// By a name they chose for this.
  case chosenName
  /// By the first name.
  case firstName
  /// By the full name.
  case fullName

  /// Orders from the least to the most.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What may stand beside a quote; agreeing to be named never implies any of them.
public enum QuoteAttribute: String, CaseIterable, Sendable, StoredText {
  /// The country.
  case country
  /// The town.
  case place
  /// The year.
  case year
  /// The band of age.
  case ageBand
  /// The role.
  case role
}

/// One answer about one purpose; entries are only added, never changed or removed.
public struct ConsentEntry: StoredRecord, Hashable {
  /// Tells the entry from the others of the same consent.
  public var id: Code = "e-0"
  /// What was asked.
  public var purpose = ConsentPurpose.record
  /// What the person answered.
  public var state = ConsentState.notAsked
  /// When.
  public var at = Moment(seconds: 0)
  /// Who wrote it down.
  public var by = ""
  // Few answers have any of it, and there are many answers.
  @usableFromInline var more = Apart<ConsentEntryMore>(wrappedValue: nil)

  /// An entry before it is read.
  public init() {}
  /// An answer about a purpose.
  public init(
    id: Code, purpose: ConsentPurpose, state: ConsentState, at: Moment, by: String,
    reason: String = ""
  ) {
    self.id = id
    self.purpose = purpose
    self.state = state
    self.at = at
    self.by = by
    self.reason = reason
  }
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("purpose", &purpose)
    visitor.required("state", &state)
    visitor.required("at", &at)
    visitor.text("by", &by)
    more.change(blank: ConsentEntryMore()) { more in
      visitor.text("reason", &more.reason)
      visitor.value("method", &more.method)
      visitor.text("evidence", &more.evidence)
      visitor.flag("evidenceOnly", &more.isEvidenceOnly)
    }
  }
}

/// What few answers about a purpose have.
@usableFromInline
struct ConsentEntryMore: Hashable, Sendable {
  @usableFromInline var reason = ""
  @usableFromInline var method: ConsentMethod?
  @usableFromInline var evidence = ""
  @usableFromInline var isEvidenceOnly = false

  @usableFromInline init() {}
}

extension ConsentEntry {
  /// Why, for a correction or a withdrawal.
  public var reason: String {
    get { more.wrappedValue?.reason ?? "" }
    set { more.change(blank: ConsentEntryMore()) { $0.reason = newValue } }
  }
  /// How this answer was taken, where it was otherwise than the first.
  public var method: ConsentMethod? {
    get { more.wrappedValue?.method }
    set { more.change(blank: ConsentEntryMore()) { $0.method = newValue } }
  }
  /// What shows it: the number of a sheet, or where it lies.
  public var evidence: String {
    get { more.wrappedValue?.evidence ?? "" }
    set { more.change(blank: ConsentEntryMore()) { $0.evidence = newValue } }
  }
  /// Whether it only adds evidence to the answer that stands, and answers nothing anew.
  public var isEvidenceOnly: Bool {
    get { more.wrappedValue?.isEvidenceOnly ?? false }
    set { more.change(blank: ConsentEntryMore()) { $0.isEvidenceOnly = newValue } }
  }
}

/// What a person agreed to, asked for each purpose by itself and kept with all its history.
///
/// A purpose without an entry was not asked, and so is closed. A wrong entry is corrected by a new
/// one with its reason. After ISO/IEC TS 27560 in shape.
public struct Consent: Stored, Hashable {
  /// Never changes.
  public var id = ConsentID()
  // How it was asked is the same of many: those of one reading share it.
  @usableFromInline var terms = Apart<ConsentTerms>(wrappedValue: nil)
  /// The number of the paper sheet, or where the evidence lies.
  public var evidence = ""
  /// When.
  public var obtainedAt: Moment?
  /// The number with which the speaker can withdraw when nobody knows their name any more.
  public var withdrawalCode = ""
  /// All answers in the order in which they were given.
  public var entries: [ConsentEntry] = []

  /// A consent in which nothing was asked.
  public init() {}

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    terms.change(blank: ConsentTerms()) { terms in
      visitor.value("notice", &terms.notice)
      visitor.text("noticeVersion", &terms.noticeVersion)
      visitor.value("language", &terms.language)
      visitor.value("jurisdiction", &terms.jurisdiction)
      visitor.value("method", &terms.method)
      visitor.text("evidence", &evidence)
      visitor.text("obtainedBy", &terms.obtainedBy)
      visitor.value("obtainedAt", &obtainedAt)
      visitor.text("supporter", &terms.supporter)
      visitor.text("guardian", &terms.guardian)
      visitor.flag("assent", &terms.hasAssent)
      visitor.value("reviewBy", &terms.reviewBy)
      visitor.text("withdrawalCode", &withdrawalCode)
      visitor.required("naming", &terms.naming)
      visitor.set("attributes", &terms.attributes)
      visitor.codes("communities", &terms.communities)
    }
    visitor.share(&terms)
    visitor.records("entries", &entries)
  }

  /// How a purpose stands: the last answer about it in the order of the list, or not asked.
  ///
  /// What was refused or withdrawn opens again only by a later answer that brings its own evidence;
  /// keeping a testimony never does. The order is that of the list, never that of clocks, but of
  /// two answers at the very same moment the one that closes more wins. A yes with a date still to
  /// come, from a clock that was wrong, opens nothing. A consent whose day of review has passed has
  /// expired. Evidence that was added later answers nothing, whatever state it repeats.
  public func state(of purpose: ConsentPurpose, on today: CalendarDay) -> ConsentState {
    // One day more, for machines to the east of this one.
    let tomorrow = today.adding(days: 1)
    let others = closedMoments(of: purpose)
    var stands: Int?
    for place in entries.indices where answers(purpose, place) {
      if entries[place].state == .given,
        entries[place].at.day > tomorrow || others.contains(entries[place].at)
      {
        continue
      }
      if let stands, !replaces(entries[stands], by: entries[place]) { continue }
      stands = place
    }
    let state = stands.map { entries[$0].state } ?? .notAsked
    if state == .given, let reviewBy, reviewBy < today { return .expired }
    return state
  }

  private func answers(_ purpose: ConsentPurpose, _ place: Int) -> Bool {
    entries[place].purpose == purpose && !entries[place].isEvidenceOnly
  }

  // The moments at which something else than yes was answered; most speakers never did.
  private func closedMoments(of purpose: ConsentPurpose) -> Set<Moment> {
    var moments: Set<Moment> = []
    for place in entries.indices
    where entries[place].state != .given && answers(purpose, place) {
      moments.insert(entries[place].at)
    }
    return moments
  }

  private func replaces(_ old: ConsentEntry, by new: ConsentEntry) -> Bool {
    if old.state.closes {
      if new.state.closes { return true }
      // A later yes to keeping it begins a new testimony.
      if old.purpose == .record || new.state != .given { return false }
      return new.method != nil && !new.by.isBlank && notice != nil
    }
    // Of one moment the more closed one stands, wherever it is in the list.
    return old.at != new.at || old.state == .given || new.state.closes
  }

  /// Whether a purpose is open.
  public func allows(_ purpose: ConsentPurpose, on today: CalendarDay) -> Bool {
    state(of: purpose, on: today) == .given
  }

  /// Whether keeping was refused or withdrawn, whatever was answered afterwards: that is final.
  public var isFinallyClosed: Bool {
    entries.contains { $0.purpose == .record && $0.state.closes && !$0.isEvidenceOnly }
  }

  /// The last moment at which one of these purposes was refused or withdrawn.
  public func lastClosed(_ purposes: [ConsentPurpose]) -> Moment? {
    entries.filter { $0.state.closes && !$0.isEvidenceOnly && purposes.contains($0.purpose) }
      .map(\.at).max()
  }

  /// The consent with one more answer.
  public func adding(_ entry: ConsentEntry) -> Consent {
    var consent = self
    consent.entries.append(entry)
    return consent
  }
}

/// How a consent was asked, and how somebody may be named.
public struct ConsentTerms: Hashable, Sendable {
  @usableFromInline var notice: NoticeID?
  @usableFromInline var noticeVersion = ""
  @usableFromInline var language: LanguageTag?
  @usableFromInline var jurisdiction: CountryCode?
  @usableFromInline var method: ConsentMethod?
  @usableFromInline var obtainedBy = ""
  @usableFromInline var supporter = ""
  @usableFromInline var guardian = ""
  @usableFromInline var hasAssent = false
  @usableFromInline var reviewBy: CalendarDay?
  @usableFromInline var naming = Naming.none
  @usableFromInline var attributes: [QuoteAttribute] = []
  @usableFromInline var communities: [Code] = []

  @usableFromInline init() {}
}

extension Consent {
  private var asked: ConsentTerms {
    get { terms.wrappedValue ?? ConsentTerms() }
    set { terms.change(blank: ConsentTerms()) { $0 = newValue } }
  }
  /// The wording that the person was told.
  public var notice: NoticeID? {
    get { terms.wrappedValue?.notice }
    set { asked.notice = newValue }
  }
  /// The version of that wording.
  public var noticeVersion: String {
    get { terms.wrappedValue?.noticeVersion ?? "" }
    set { asked.noticeVersion = newValue }
  }
  /// The language in which they were told it.
  public var language: LanguageTag? {
    get { terms.wrappedValue?.language }
    set { asked.language = newValue }
  }
  /// The country whose law applies.
  public var jurisdiction: CountryCode? {
    get { terms.wrappedValue?.jurisdiction }
    set { asked.jurisdiction = newValue }
  }
  /// How it was taken.
  public var method: ConsentMethod? {
    get { terms.wrappedValue?.method }
    set { asked.method = newValue }
  }
  /// Who asked.
  public var obtainedBy: String {
    get { terms.wrappedValue?.obtainedBy ?? "" }
    set { asked.obtainedBy = newValue }
  }
  /// Who helped the person to decide.
  public var supporter: String {
    get { terms.wrappedValue?.supporter ?? "" }
    set { asked.supporter = newValue }
  }
  /// Who decided for a person who cannot.
  public var guardian: String {
    get { terms.wrappedValue?.guardian ?? "" }
    set { asked.guardian = newValue }
  }
  /// Whether such a person agreed too.
  public var hasAssent: Bool {
    get { terms.wrappedValue?.hasAssent ?? false }
    set { asked.hasAssent = newValue }
  }
  /// The day by which the consent is looked at again.
  public var reviewBy: CalendarDay? {
    get { terms.wrappedValue?.reviewBy }
    set { asked.reviewBy = newValue }
  }
  /// How the person may be named.
  public var naming: Naming {
    get { terms.wrappedValue?.naming ?? .none }
    set { asked.naming = newValue }
  }
  /// What may stand beside a quote.
  public var attributes: [QuoteAttribute] {
    get { terms.wrappedValue?.attributes ?? [] }
    set { asked.attributes = newValue }
  }
  /// The communities that may stand beside a quote, each by itself.
  public var communities: [Code] {
    get { terms.wrappedValue?.communities ?? [] }
    set { asked.communities = newValue }
  }
}
