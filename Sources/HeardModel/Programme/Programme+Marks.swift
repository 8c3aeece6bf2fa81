extension WithdrawalMark {
  /// The mark of what was refused or withdrawn in a consent; nil where nothing was.
  ///
  /// No name, no words, no reason: who finds it learns of nobody.
  public init?(_ consent: Consent) {
    self.init()
    id = consent.id
    for entry in consent.entries where entry.state.closes && !entry.isEvidenceOnly {
      var answer = WithdrawnAnswer()
      answer.id = entry.id
      answer.purpose = entry.purpose
      answer.state = entry.state
      answer.at = entry.at
      entries.append(answer)
    }
    if id.isEmpty || entries.isEmpty { return nil }
  }

  /// The mark of a consent of which it is only known that something was refused or withdrawn: all
  /// but keeping the words is closed, and nothing of it is ever written.
  public static func unread(_ id: ConsentID) -> WithdrawalMark {
    var mark = WithdrawalMark()
    mark.id = id
    for purpose in ConsentPurpose.allCases where purpose != .record {
      var answer = WithdrawnAnswer()
      answer.id = Code(stored: "unread-\(purpose.stored)") ?? answer.id
      answer.purpose = purpose
      mark.entries.append(answer)
    }
    return mark
  }

  /// Whether keeping a testimony was refused or withdrawn.
  public var closesRecord: Bool { entries.contains { $0.purpose == .record && $0.state.closes } }

  /// The mark with what another one of the same consent has besides.
  public func joined(_ other: WithdrawalMark) -> WithdrawalMark {
    var mark = self
    let known = Set(entries.map(\.id))
    mark.entries += other.entries.filter { !known.contains($0.id) }
    return mark
  }
}

extension WithdrawnAnswer {
  /// The answer as an entry of the consent that lacks it.
  public var entry: ConsentEntry {
    ConsentEntry(id: id, purpose: purpose, state: state, at: at, by: "")
  }
}

extension Consent {
  /// The consent with what a mark says and it lacks: an older copy of it is closed all the same.
  ///
  /// What it lacks comes last, so that nothing that stands in the copy opens it again.
  public func joined(with mark: WithdrawalMark) -> Consent {
    var consent = self
    let marked = mark.entries.filter(\.state.closes)
    let byID = Dictionary(marked.map { ($0.id, $0) }) { first, _ in first }
    // What is marked stays marked, also where somebody wrote another answer over it.
    for index in consent.entries.indices {
      guard let answer = byID[consent.entries[index].id] else { continue }
      if consent.entries[index].state.closes { continue }
      consent.entries[index] = answer.entry
    }
    let known = Set(entries.map(\.id))
    consent.entries += marked.filter { !known.contains($0.id) }.map(\.entry)
    return consent
  }
}

extension Record {
  /// Whatever somebody agreed to in the record.
  public var consents: [Consent] {
    switch self {
    case .testimony(let testimony): [testimony.consent]
    case .event(let event): event.participations.compactMap(\.consent)
    default: []
    }
  }

  /// The record closed by what was refused or withdrawn apart from it.
  public func closed(by marks: [ConsentID: WithdrawalMark]) -> Record {
    if marks.isEmpty { return self }
    var isJoined = false
    func join(_ consent: Consent) -> Consent {
      guard let mark = marks[consent.id] else { return consent }
      let joined = consent.joined(with: mark)
      isJoined = isJoined || joined != consent
      return joined
    }
    var joined = self
    switch self {
    case .testimony(var testimony):
      testimony.consent = join(testimony.consent)
      joined = .testimony(testimony)
    case .event(var event):
      for index in event.participations.indices {
        guard let consent = event.participations[index].consent, marks[consent.id] != nil else {
          continue
        }
        event.participations[index].consent = join(consent)
      }
      joined = .event(event)
    default: return self
    }
    // Whatever the day: what a mark closes does not open by waiting.
    return isJoined ? joined.closed(on: CalendarDay(dayNumber: .max)) : self
  }
}

extension Programme {
  /// The testimony with which its speaker got a withdrawal number, or words as earlier versions
  /// gave them.
  public func testimony(withCode text: String) -> Testimony? {
    let code = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if code.isEmpty { return nil }
    return testimonies.values.first { $0.consent.withdrawalCode.lowercased() == code }
  }

  /// The ids of testimonies of which keeping was refused or withdrawn.
  public var goneTestimonies: Set<String> {
    Set(
      testimonies.boxes.values.lazy.filter { $0.record.consent.isFinallyClosed }
        .map { $0.record.id.text })
  }

  /// Whether a withdrawal number was that of a testimony of which nothing is kept any more.
  public func isTakenBack(_ code: String) -> Bool {
    let code = code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return erased.contains(ErasedPart.code(code))
  }

  /// Closes all records by the marks of what was refused or withdrawn.
  ///
  /// - Returns: the records that were not closed before, as they were and as they are.
  @discardableResult public mutating func closeByMarks() -> [Edit] {
    if withdrawn.isEmpty { return [] }
    var edits: [Edit] = []
    func close(_ record: Record) {
      let closed = record.closed(by: withdrawn)
      if closed != record, let edit = Edit(before: record, after: closed) { edits.append(edit) }
    }
    for held in testimonies.boxes.values where withdrawn[held.record.consent.id] != nil {
      close(.testimony(held.record))
    }
    for held in events.boxes.values {
      let isMarked = held.record.participations.contains { person in
        person.consent.map { withdrawn[$0.id] != nil } ?? false
      }
      if isMarked { close(.event(held.record)) }
    }
    for edit in edits { put(edit.after, at: edit.key) }
    return edits
  }
}
