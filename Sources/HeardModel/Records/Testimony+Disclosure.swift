// A testimony that is a disclosure: of its words nothing stands in the programme.
extension Testimony {
  /// Whether it is a disclosure, for the safeguarding lead alone.
  public var isForLead: Bool { triage == .safeguarding }

  /// Whether something stands in it that belongs to the safeguarding lead alone.
  public var tellsDisclosure: Bool { isForLead && tellsMore }

  /// Whether it tells more than what stays of a disclosure.
  public var tellsMore: Bool { self != leftBehind() }

  /// What stays of a disclosure in the programme: where, when and by whom it was taken down, in
  /// which language, and what was answered about consent, without anybody's name.
  public func leftBehind() -> Testimony {
    var left = emptied()
    left.triage = triage
    left.consent.supporter = ""
    left.consent.guardian = ""
    return left
  }

  /// All that was said, each text once.
  fileprivate var saidInAll: String {
    var parts = [text]
    parts += translations.map { $0.text.isBlank ? "" : "\($0.id.stored): \($0.text)" }
    parts += asks.map(\.text) + versions.map(\.text)
    parts += others(of: ["text", "markedText", "translations", "asks", "versions"])
    return parts.joinedOnce()
  }

  /// What somebody else gave to some members, where nobody has chosen yet.
  private func others(of members: Set<Substring>) -> [String] {
    conflicts.filter { members.contains($0.path.prefix { $0.isLetter }) }
      .compactMap { $0.other?.text }
  }

  /// All that the team noted, each with the name that it has in a file where it needs one.
  fileprivate var notedInAll: String {
    func named(_ name: String, _ text: String) -> String { text.isBlank ? "" : "\(name): \(text)" }
    let noted = [
      privateNote, named("contentWarning", contentWarning),
      named("supporter", consent.supporter.isBlank ? supporter : consent.supporter),
      named("guardian", consent.guardian),
      named("followUpCheck", followUpCheck?.stored ?? ""),
    ]
    let others = others(of: ["privateNote", "contentWarning", "supportOffered"])
    return (noted + codings.map(\.memo) + others).joinedOnce()
  }
}

extension Disclosure {
  /// The disclosure that a testimony is.
  public init(of testimony: Testimony) {
    self.init()
    id = testimony.id
    event = testimony.event.isEmpty ? nil : testimony.event
    takenBy = testimony.takenBy
    at = testimony.takenAt
    person = testimony.person
    pseudonym = testimony.pseudonym
    language = testimony.language == .undetermined ? nil : testimony.language
    text = testimony.saidInAll
    note = testimony.notedInAll
    doneAtOnce = testimony.supportOffered
  }

  /// This disclosure with what another one of the same testimony tells besides.
  ///
  /// Where that is something new, the lead has not received it yet.
  public func joined(with other: Disclosure) -> Disclosure {
    var joined = self
    func add(_ member: WritableKeyPath<Disclosure, String>) {
      let (known, new) = (joined[keyPath: member], other[keyPath: member])
      if new.isBlank || known.contains(new) { return }
      joined[keyPath: member] = new.contains(known) ? new : [known, new].joinedOnce()
    }
    for member in [\Disclosure.text, \.note, \.doneAtOnce] { add(member) }
    if joined.pseudonym.isEmpty { joined.pseudonym = other.pseudonym }
    joined.person = person ?? other.person
    joined.language = language ?? other.language
    if joined != self { (joined.handedOverAt, joined.receivedAt) = (nil, nil) }
    return joined
  }

  /// Whether nothing that anybody said or noted stands in it.
  public var isEmpty: Bool { text.isBlank && note.isBlank && doneAtOnce.isBlank }

  /// Whether the lead has it: the number of the receipt was noted.
  public var isReceived: Bool { receivedAt != nil }

  /// What may be known of it without reading it: nothing that was told, and of nobody who told it.
  public func withoutWords() -> Disclosure {
    var known = self
    (known.person, known.pseudonym) = (nil, "")
    (known.text, known.note, known.doneAtOnce) = ("", "", "")
    return known
  }

  /// The day on which it is removed; nil until it is received.
  public func removal(_ settings: ProgrammeSettings) -> CalendarDay? {
    receivedAt?.day.adding(days: settings.daysAfterReceipt)
  }
}

extension ProgrammeSettings {
  /// How many days after the lead's receipt a disclosure is removed from this machine.
  public var daysAfterReceipt: Int { disclosureDays ?? 30 }

  /// The key to which disclosures are sealed; nil where there is none.
  public var sealingKey: LeadKey? { LeadKey(leadKey) }
}

extension [String] {
  /// The texts below each other, without blank ones and without any that another holds already.
  fileprivate func joinedOnce() -> String {
    var parts: [String] = []
    for text in self where !text.isBlank && !parts.contains(where: { $0.contains(text) }) {
      parts.append(text)
    }
    return parts.joined(separator: "\n\n")
  }
}
