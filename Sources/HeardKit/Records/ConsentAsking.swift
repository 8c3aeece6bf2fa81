import HeardModel

/// Where and in which language somebody is asked for consent, and with which wording.
public struct ConsentAsking: Sendable {
  let event: EventID
  let language: LanguageTag
  /// The wording that was told.
  public let notice: NoticeID?
  /// The version of it that was told.
  public var version = ""
  /// Of whom consent is asked.
  public var use = NoticeUse.testimonies
  /// The day of what is told; nil where it is told now.
  var toldOn: CalendarDay?

  /// Who is asked where, and in which language.
  public init(
    event: EventID, language: LanguageTag, notice: NoticeID?, version: String = "",
    use: NoticeUse = NoticeUse.testimonies, toldOn: CalendarDay? = nil
  ) {
    self.event = event
    self.language = language
    self.notice = notice
    self.version = version
    self.use = use
    self.toldOn = toldOn
  }
}

extension Testimony {
  /// How its speaker is asked.
  public var asking: ConsentAsking {
    ConsentAsking(
      event: event, language: language, notice: consent.notice, version: consent.noticeVersion,
      toldOn: takenAt?.day)
  }
}

extension Consent {
  /// Notes which wording was told, with the version that it has now if it was told now.
  ///
  /// A wording that is only proposed was told to nobody.
  public mutating func note(_ wording: NoticeID?, before: Consent, _ programme: Programme) {
    if entries.isEmpty {
      (notice, noticeVersion) = (nil, "")
    } else if before.entries.isEmpty || wording != before.notice {
      notice = wording
      noticeVersion = wording.flatMap { programme.notices[$0]?.version } ?? ""
    }
  }
}

extension Desk {
  /// The notices that may be told, the most fitting first, and the one that was.
  public func noticeOptions(for asking: ConsentAsking) -> [FieldOption] {
    fittingNotices(for: asking, alsoWith: asking.notice).map { notice in
      let told = notice.id == asking.notice ? asking.version : ""
      return FieldOption(
        notice.id.text,
        words.list([notice.title, told.isEmpty ? notice.version : told]))
    }
  }

  /// The notice that is proposed where none was chosen.
  public func proposedNotice(for asking: ConsentAsking) -> NoticeID? {
    fittingNotices(for: asking, alsoWith: nil).first?.id
  }

  /// A text of the chosen notice in the language that is spoken; named when it is another one.
  public func aloud(_ asking: ConsentAsking, _ text: (NoticeWording) -> String) -> String? {
    guard let notice = asking.notice.flatMap({ programme.notices[$0] }),
      let wording = notice.wording(in: asking.language)
    else { return nil }
    let read = text(wording)
    if read.isEmpty { return nil }
    let isOther =
      asking.language != .undetermined && wording.id.base != asking.language.base
    return isOther
      ? words(
        "testimony.otherLanguage", ["language": formats.language(wording.id), "text": read])
      : words("join.quote", ["text": read])
  }

  private func fittingNotices(
    for asking: ConsentAsking, alsoWith own: NoticeID?
  ) -> [Notice] {
    let country = programme.events[asking.event]?.country
    let usable = programme.notices.values.filter { notice in
      let fits = notice.countries.isEmpty || country.map(notice.countries.contains) ?? false
      let isMeant = notice.use == nil || notice.use == asking.use
      return notice.id == own || (fits && isMeant && !notice.isRetired)
    }
    let day = asking.toldOn ?? programme.events[asking.event]?.start?.lastDay ?? today
    // Of that language and country, and no later one than what was told.
    func rank(_ notice: Notice) -> [Int] {
      let isSpoken = notice.wordings.contains { $0.id.base == asking.language.base }
      let isLater = KnownDate(stored: notice.version).map { $0.firstDay > day } ?? false
      return [isLater ? 1 : 0, isSpoken ? 0 : 1, notice.countries.isEmpty ? 1 : 0]
    }
    return usable.sorted { a, b in
      let (first, second) = (rank(a), rank(b))
      if first != second { return first.lexicographicallyPrecedes(second) }
      return a.version != b.version ? a.version > b.version : a.id < b.id
    }
  }
}

extension FieldSpec {
  /// How an answer about consent was taken.
  public static func consentMethod(
    _ member: WritableKeyPath<Subject, ConsentMethod?> & Sendable, section: String? = nil
  ) -> FieldSpec {
    .optionalChoice("method", member, section: section) { _, desk in
      ConsentMethod.allCases.map { FieldOption($0.stored, desk.formats.label($0, "method")) }
    }
  }
}
