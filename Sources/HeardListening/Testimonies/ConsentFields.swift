import HeardKit
import HeardModel

/// The fields of what a speaker agrees to: each purpose is asked and answered by itself.
enum ConsentFields {
  /// What was told to the speaker, how, and their answers.
  static let answers: [FieldSpec<TestimonySheet>] =
    [
      .optionalChoice("notice", \.testimony.consent.notice) { sheet, desk in
        desk.noticeOptions(for: sheet.testimony.asking)
      },
      .consentMethod(\.testimony.consent.method),
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
    .day(
      "reviewBy", \.testimony.consent.reviewBy, section: "consentDetails",
      at: TestimonyFields.place),
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
      id(purpose), { sheet, desk in .choice(options(purpose, sheet, desk)) },
      read: { sheet, _ in (sheet.answers[purpose] ?? .notAsked).stored },
      write: { text, sheet, desk in
        switch OptionInput.value(text, options(sheet.earlier[purpose], desk)) {
        case .success(let value):
          if ConsentState(stored: value) == .given, !sheet.mayOpen(purpose, desk) {
            return .notYoursToOpen
          }
          sheet.answers[purpose] = ConsentState(stored: value)
          return nil
        case .failure(let problem): return problem
        }
      })
  }

  /// The answers that this person can note: who may not read a testimony cannot open it.
  private static func options(
    _ purpose: ConsentPurpose, _ sheet: TestimonySheet, _ desk: Desk
  ) -> [FieldOption] {
    options(sheet.earlier[purpose], desk).filter {
      $0.value != ConsentState.given.stored || sheet.mayOpen(purpose, desk)
    }
  }

  /// The answers that a person can give, and how the purpose stands now where that is another.
  private static func options(_ state: ConsentState?, _ desk: Desk) -> [FieldOption] {
    var states: [ConsentState] = [.notAsked, .given, .refused]
    if let state, !states.contains(state) { states.insert(state, at: 0) }
    return states.map { state in
      // What a person says when they are asked; "no" would else be the beginning of "not asked".
      let said = spoken[state].map { desk.words($0).prefix { !",、".contains($0) } }
      return FieldOption(
        state.stored, desk.formats.label(state, "consent"), alias: said.map(String.init))
    }
  }

  private static let spoken: [ConsentState: String] = [
    .given: "linear.say.yes", .refused: "linear.say.no", .notAsked: "linear.say.later",
  ]
}
