/// What a yes lacks so that it could be shown that it was given.
public enum ConsentLack: String, CaseIterable, Hashable, Sendable {
  /// It is not noted which wording the person was told.
  case wording
  /// It is not noted how the answer was taken.
  case method
  /// The way in which it was taken is none that the country's profile counts.
  case methodNotCounted
  /// It is not noted who asked.
  case asker
  /// The person is not of age, and nobody is noted who decides for them.
  case guardian
  /// Somebody else decided, and it is not noted that the person agreed too.
  case assent
}

extension Consent {
  /// What the yes to a purpose lacks as evidence; empty where all of it is there.
  ///
  /// Without it nothing new opens: no quote, no partner, no count by trait. The wording, the way in
  /// which it was taken and who asked are those of the consent, unless the answer or evidence that
  /// was added to it later has its own. Of several profiles every one must count the way. For
  /// somebody who is not of age, and wherever a guardian decided, the person must have agreed too.
  public func lacks(
    _ purpose: ConsentPurpose, _ profiles: [CountryProfile] = [], isMinor: Bool = false
  ) -> [ConsentLack] {
    let answers = entries.filter {
      $0.purpose == purpose && ($0.state == .given || $0.isEvidenceOnly)
    }
    let own = answers.last { $0.method != nil && !$0.by.isBlank }
    var lacks: Set<ConsentLack> = []
    if notice == nil { lacks.insert(.wording) }
    if own == nil && obtainedBy.isBlank { lacks.insert(.asker) }
    if let method = own?.method ?? method {
      let isCounted = profiles.allSatisfy { $0.methods.isEmpty || $0.methods.contains(method) }
      if !isCounted { lacks.insert(.methodNotCounted) }
    } else {
      lacks.insert(.method)
    }
    if isMinor && guardian.isBlank { lacks.insert(.guardian) }
    if (isMinor || !guardian.isBlank) && !hasAssent { lacks.insert(.assent) }
    return ConsentLack.allCases.filter(lacks.contains)
  }

  /// Whether a purpose is open and its yes has the evidence that it needs to open something.
  public func opens(
    _ purpose: ConsentPurpose, on today: CalendarDay, _ profiles: [CountryProfile],
    isMinor: Bool = false
  ) -> Bool {
    allows(purpose, on: today) && lacks(purpose, profiles, isMinor: isMinor).isEmpty
  }
}

extension CountryProfile {
  /// Whether a band of age is one of people who do not decide alone here.
  ///
  /// Bands are codes: of `under18` and the like nobody is taken for of age, of the others the lower
  /// end tells. Where the profile names no age, it is 18.
  public func isMinor(_ ageBand: Code?) -> Bool {
    guard let text = ageBand?.stored else { return false }
    let age = ageOfConsent ?? 18
    if text.hasPrefix("under") { return age > 0 }
    guard let start = text.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) }) else {
      return false
    }
    return start < age
  }
}

extension Programme {
  /// The profiles that hold for what somebody agreed to at an event: of the country where it was
  /// held and of the law that applies; the stricter wins.
  public func profiles(of consent: Consent?, at event: Event?) -> [CountryProfile] {
    var profiles = [profile(event?.country)]
    if let law = consent?.jurisdiction, law != event?.country { profiles.append(profile(law)) }
    return profiles
  }

  /// What the yes of a testimony to some purposes lacks as evidence.
  public func evidenceLacks(
    _ testimony: Testimony, _ purposes: [ConsentPurpose]
  ) -> [ConsentLack] {
    let profiles = profiles(of: testimony.consent, at: events[testimony.event])
    let isMinor = profiles.contains { $0.isMinor(testimony.ageBand) }
    let lacks = purposes.flatMap { testimony.consent.lacks($0, profiles, isMinor: isMinor) }
    return ConsentLack.allCases.filter(lacks.contains)
  }
}
