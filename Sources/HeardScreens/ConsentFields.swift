import HeardModel

/// The fields of what a speaker agrees to: each purpose is asked and answered by itself.
enum ConsentFields {
  /// What was told to the speaker, how, and their answers.
  static let answers: [FieldSpec<TestimonySheet>] =
    [
      .optionalChoice("notice", \.testimony.consent.notice) { sheet, desk in
        desk.noticeOptions(for: sheet.testimony)
      },
      .optionalChoice("method", \.testimony.consent.method) { _, desk in
        ConsentMethod.allCases.map { FieldOption($0.stored, desk.formats.label($0, "method")) }
      },
    ] + ConsentPurpose.allCases.map(answer)

  /// Why an earlier answer is corrected; a new testimony has none.
  static let correction: [FieldSpec<TestimonySheet>] = [
    .text("consentReason", \.correction)
  ]

  /// How the speaker may be named and what may stand beside their words.
  static let beside: [FieldSpec<TestimonySheet>] = [
    .choice("naming", \.testimony.consent.naming, labels: "naming"),
    .values("attributes", \.testimony.consent.attributes, labels: "beside"),
    communities("communitiesBeside", \.testimony.consent.communities, section: nil),
  ]

  /// What else is noted about the asking.
  static let details: [FieldSpec<TestimonySheet>] = [
    .text("evidence", \.testimony.consent.evidence, section: "consentDetails"),
    .text("supporter", \.testimony.consent.supporter, section: "consentDetails"),
    .text("guardian", \.testimony.consent.guardian, section: "consentDetails"),
    .toggle("assent", \.testimony.consent.hasAssent, section: "consentDetails"),
    .day("reviewBy", \.testimony.consent.reviewBy, section: "consentDetails"),
  ]

  /// The name of a purpose's field.
  static func id(_ purpose: ConsentPurpose) -> Code {
    switch purpose {
    case .record: "mayRecord"
    case .learn: "mayLearn"
    case .count: "mayCount"
    case .partners: "mayPartners"
    case .publish: "mayPublish"
    case .image: "mayImage"
    case .contact: "mayContact"
    }
  }

  /// The purpose of a field; nil for a field of something else.
  static func purpose(_ id: Code) -> ConsentPurpose? {
    ConsentPurpose.allCases.first { self.id($0) == id }
  }

  /// Communities of a person, as far as the country's profile lets them stand on one.
  static func communities(
    _ id: Code, _ member: WritableKeyPath<TestimonySheet, [Code]> & Sendable, section: String?
  ) -> FieldSpec<TestimonySheet> {
    FieldSpec(
      id,
      { sheet, desk in
        let profile = desk.profile(of: sheet)
        return .many(
          desk.options(.community).filter { option in
            Code(stored: option.value).map { profile.rule(for: $0).allowsOnPerson } ?? false
          })
      }, section: section,
      read: { sheet, _ in sheet[keyPath: member].map(\.stored).joined(separator: ", ") },
      write: { text, sheet, desk in
        switch OptionInput.values(text, desk.options(.community)) {
        case .success(let values):
          let codes = values.compactMap(Code.init(stored:))
          let profile = desk.profile(of: sheet)
          guard codes.allSatisfy({ profile.rule(for: $0).allowsOnPerson }) else {
            return .notAllowedHere(note: profile.note)
          }
          sheet[keyPath: member] = codes
          return nil
        case .failure(let problem): return problem
        }
      })
  }

  private static func answer(_ purpose: ConsentPurpose) -> FieldSpec<TestimonySheet> {
    FieldSpec(
      id(purpose), { sheet, desk in .choice(options(sheet.earlier[purpose], desk)) },
      read: { sheet, _ in (sheet.answers[purpose] ?? .notAsked).stored },
      write: { text, sheet, desk in
        switch OptionInput.value(text, options(sheet.earlier[purpose], desk)) {
        case .success(let value):
          sheet.answers[purpose] = ConsentState(stored: value)
          return nil
        case .failure(let problem): return problem
        }
      })
  }

  /// The answers that a person can give, and how the purpose stands now where that is another.
  private static func options(_ state: ConsentState?, _ desk: Desk) -> [FieldOption] {
    var states: [ConsentState] = [.notAsked, .given, .refused]
    if let state, !states.contains(state) { states.insert(state, at: 0) }
    return states.map { FieldOption($0.stored, desk.formats.label($0, "consent")) }
  }
}

extension FieldSpec {
  /// One of a few values or none; what none is called comes first.
  static func optionalChoice<Value: StoredText>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value?> & Sendable, section: String? = nil,
    options: @escaping @Sendable (Subject, Desk) -> [FieldOption]
  ) -> FieldSpec {
    FieldSpec(
      id,
      { subject, desk in
        .choice([FieldOption("", desk.words("choice.none"))] + options(subject, desk))
      }, section: section, read: { subject, _ in subject[keyPath: member]?.stored ?? "" },
      write: { text, subject, desk in
        if text.isEmpty {
          subject[keyPath: member] = nil
          return nil
        }
        switch OptionInput.value(text, options(subject, desk)) {
        case .success(let value):
          subject[keyPath: member] = Value(stored: value)
          return nil
        case .failure(let problem): return problem
        }
      })
  }

  /// Any of a closed set of values; `labels` is their place in the catalogs.
  static func values<Value: StoredText & CaseIterable>(
    _ id: Code, _ member: WritableKeyPath<Subject, [Value]> & Sendable, labels: String,
    section: String? = nil
  ) -> FieldSpec {
    @Sendable func options(_ desk: Desk) -> [FieldOption] {
      Value.allCases.map { FieldOption($0.stored, desk.formats.label($0, labels)) }
    }
    return FieldSpec(
      id, { _, desk in .many(options(desk)) }, section: section,
      read: { subject, _ in subject[keyPath: member].map(\.stored).joined(separator: ", ") },
      write: { text, subject, desk in
        switch OptionInput.values(text, options(desk)) {
        case .success(let values):
          subject[keyPath: member] = values.compactMap(Value.init(stored:))
          return nil
        case .failure(let problem): return problem
        }
      })
  }
}

// Consent wordings.
extension Desk {
  /// The notices that may be told for a testimony, the most fitting first, and its own one.
  func noticeOptions(for testimony: Testimony) -> [FieldOption] {
    let own = testimony.consent.notice
    return fittingNotices(for: testimony, alsoWith: own).map { notice in
      let version = notice.id == own ? testimony.consent.noticeVersion : notice.version
      return FieldOption(
        notice.id.text,
        words.list([notice.title, version.isEmpty ? notice.version : version]))
    }
  }

  /// The notice that is proposed where none was chosen.
  func proposedNotice(for testimony: Testimony) -> NoticeID? {
    fittingNotices(for: testimony, alsoWith: nil).first?.id
  }

  private func fittingNotices(
    for testimony: Testimony, alsoWith own: NoticeID?
  ) -> [Notice] {
    let country = programme.events[testimony.event]?.country
    let usable = programme.notices.values.filter { notice in
      let fits = notice.countries.isEmpty || country.map(notice.countries.contains) ?? false
      return notice.id == own || (fits && !notice.isRetired)
    }
    func rank(_ notice: Notice) -> (Int, Int) {
      let isSpoken = notice.wordings.contains { $0.id.base == testimony.language.base }
      return (isSpoken ? 0 : 1, notice.countries.isEmpty ? 1 : 0)
    }
    return usable.sorted { a, b in
      let (first, second) = (rank(a), rank(b))
      if first != second { return first < second }
      return a.version != b.version ? a.version > b.version : a.id < b.id
    }
  }
}
