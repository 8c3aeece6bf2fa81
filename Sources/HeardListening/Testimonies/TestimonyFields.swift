import Foundation
import HeardModel

/// The fields of a testimony, for its form and for `heard edit`.
public enum TestimonyFields {
  /// Everything of a testimony that is there already; its event never changes.
  public static let spec = FormSpec<TestimonySheet>(
    words + speaker + ConsentFields.answers + ConsentFields.correction + ConsentFields.beside
      + told + care + codes + afterwards + ConsentFields.details + translation, rules: rules)

  /// Everything of a new testimony.
  static let newSpec = FormSpec<TestimonySheet>(
    [event] + words + speaker + ConsentFields.answers + ConsentFields.beside + told + care + codes
      + afterwards + ConsentFields.details + translation, rules: rules)

  /// A testimony whose words are signed off: they never change again.
  static let signedOffSpec = FormSpec<TestimonySheet>(
    speaker + ConsentFields.answers + ConsentFields.correction + ConsentFields.beside + told + care
      + codes + afterwards + ConsentFields.details + translation, rules: rules)

  /// What somebody may fill in who may not read the words: the answers and nothing else.
  static let consentSpec = FormSpec<TestimonySheet>(
    ConsentFields.answers + ConsentFields.correction + ConsentFields.details, rules: rules)

  /// The fields of a testimony that this person may fill in; nil where nobody may, or only the
  /// safeguarding lead.
  public static func spec(
    for testimony: Testimony, _ desk: Desk
  ) -> FormSpec<TestimonySheet>? {
    switch testimony.visibility(to: desk.reader, on: desk.today) {
    case .withdrawn, .hiddenForSafeguarding: nil
    case .hidden: consentSpec
    case .open, .onlyTaker, .onlyLead: testimony.isSignedOff ? signedOffSpec : spec
    }
  }

  private static let event = FieldSpec<TestimonySheet>(
    "event", { _, desk in .lookup(desk.eventOptions) }, isRequired: true,
    read: { sheet, _ in sheet.testimony.event.text },
    write: { text, sheet, desk in
      let options = desk.eventOptions
      let matches = OptionInput.matches(text, options)
      if matches.count == 1, let id = matches.first.flatMap({ EventID(stored: $0.value) }) {
        sheet.testimony.event = id
        return nil
      }
      switch OptionInput.value(text, options) {
      case .success(let value):
        if let id = EventID(stored: value) { sheet.testimony.event = id }
        return nil
      case .failure(let problem): return problem
      }
    })

  private static let words: [FieldSpec<TestimonySheet>] = [
    .text("words", \.testimony.text, rows: 3),
    language("language", \.testimony.language),
  ]

  private static let speaker: [FieldSpec<TestimonySheet>] = [
    FieldSpec(
      "speaker", { _, _ in .line }, read: { sheet, _ in sheet.testimony.pseudonym },
      write: { text, sheet, desk in
        sheet.testimony.pseudonym = text
        sheet.testimony.person = desk.person(named: text, at: sheet.testimony.event)
        return nil
      },
      suggestions: { text, sheet, desk in
        desk.pseudonyms(at: sheet.testimony.event).filter { fold($0).contains(fold(text)) }
      })
  ]

  private static let told: [FieldSpec<TestimonySheet>] = [
    .choice("textKind", \.testimony.textKind, labels: "textKind", section: "told"),
    .choice("speaksFor", \.testimony.speaksFor, labels: "speaksFor", section: "told"),
    .choice("testimonyType", \.testimony.type, labels: "testimonyType", section: "told"),
    .choice("polarity", \.testimony.polarity, labels: "polarity", section: "told"),
    .optionalChoice("guideQuestion", \.testimony.guideQuestion, section: "told") { _, desk in
      desk.guideQuestionOptions
    },
    .codes("roles", \.testimony.roles, of: .role, section: "told"),
    ConsentFields.communities("communities", \.testimony.communities, section: "told"),
    ageBand,
  ]

  /// The band of age, where the country's profile lets it stand on a person.
  private static let ageBand = FieldSpec<TestimonySheet>(
    "ageBand",
    { sheet, desk in
      guard desk.profile(of: sheet).ageBands.allowsOnPerson else { return .choice([]) }
      return .choice([FieldOption("", desk.words("choice.none"))] + desk.options(.ageBand))
    }, section: "told", read: { sheet, _ in sheet.testimony.ageBand?.stored ?? "" },
    write: { text, sheet, desk in
      if text.isEmpty {
        sheet.testimony.ageBand = nil
        return nil
      }
      let profile = desk.profile(of: sheet)
      guard profile.ageBands.allowsOnPerson else { return .notAllowedHere(note: profile.note) }
      switch OptionInput.value(text, desk.options(.ageBand)) {
      case .success(let value):
        sheet.testimony.ageBand = Code(stored: value)
        return nil
      case .failure(let problem): return problem
      }
    })

  private static let care: [FieldSpec<TestimonySheet>] = [
    .choice("triage", \.testimony.triage, labels: "triage", section: "care"),
    .text("contentWarning", \.testimony.contentWarning, section: "care"),
    .text("supportOffered", \.testimony.supportOffered, section: "care"),
    .day("followUpCheck", \.testimony.followUpCheck, section: "care"),
    .text("privateNote", \.testimony.privateNote, rows: 2, section: "care"),
  ]

  private static let codes: [FieldSpec<TestimonySheet>] = [
    .codes("trustLoss", \.testimony.trustLoss, of: .trustLoss, section: "codes"),
    .codes("consequences", \.testimony.consequences, of: .consequence, section: "codes"),
    .codes("restores", \.testimony.restores, of: .restores, section: "codes"),
    .codes("ownReasons", \.testimony.ownReasons, of: .trustLoss, section: "codes"),
  ]

  private static let afterwards: [FieldSpec<TestimonySheet>] = [
    FieldSpec(
      "readBackDone", { _, _ in .toggle }, section: "readBack",
      read: { sheet, _ in sheet.testimony.readBack.at == nil ? "" : "yes" },
      write: { text, sheet, desk in
        if text.isEmpty {
          sheet.testimony.readBack = ReadBack()
        } else {
          sheet.testimony.readBack.note(desk)
        }
        return nil
      }),
    FieldSpec(
      "readBackConfirmed", { _, _ in .toggle }, section: "readBack",
      read: { sheet, _ in sheet.testimony.readBack.isConfirmed ? "yes" : "" },
      write: { text, sheet, desk in
        sheet.testimony.readBack.isConfirmed = !text.isEmpty
        if !text.isEmpty { sheet.testimony.readBack.note(desk) }
        return nil
      }),
    .lookup("takenBy", \.testimony.takenBy, section: "readBack") { sheet, desk in
      desk.staffOptions(desk.programme.events[sheet.testimony.event]?.country)
    }.refusing(FieldProblem.notOnTeam),
    .day("embargo", \.testimony.embargo, section: "readBack"),
  ]

  private static let translation: [FieldSpec<TestimonySheet>] = [
    language("translationLanguage", \.translation.id, section: "translation"),
    .text("translationText", \.translation.text, rows: 3, section: "translation"),
    .text("translationBy", \.translation.by, section: "translation"),
    .choice(
      "translationKind", \.translation.kind, labels: "translationKind", section: "translation"),
    .toggle("translationReviewed", \.translation.isReviewed, section: "translation"),
  ]

  @Sendable private static func rules(
    _ sheet: TestimonySheet, _ desk: Desk
  ) -> [(field: Code, problem: FieldProblem)] {
    var broken: [(field: Code, problem: FieldProblem)] = []
    if sheet.isCorrection && sheet.correction.isEmpty {
      broken.append(("consentReason", .reasonMissing))
    }
    if !sheet.translation.text.isEmpty && sheet.translation.id == .undetermined {
      broken.append(("translationLanguage", .missing))
    }
    let isCounted = sheet.answers[.count] == .given
    if !sheet.testimony.communities.isEmpty && !isCounted {
      broken.append(
        ("communities", .notAllowedHere(note: desk.words("testimony.countFirst"))))
    }
    return broken
  }

  /// A language by its name or tag; any language may be spoken, also one that no list has.
  private static func language(
    _ id: Code, _ member: WritableKeyPath<TestimonySheet, LanguageTag> & Sendable,
    section: String? = nil
  ) -> FieldSpec<TestimonySheet> {
    FieldSpec(
      id, { _, desk in .lookup(desk.spokenLanguageOptions) }, section: section,
      read: { sheet, _ in
        let tag = sheet[keyPath: member]
        return tag == .undetermined ? "" : tag.stored
      },
      write: { text, sheet, desk in
        if text.isEmpty {
          sheet[keyPath: member] = .undetermined
          return nil
        }
        switch OptionInput.value(text, desk.spokenLanguageOptions) {
        case .success(let value):
          sheet[keyPath: member] = LanguageTag(stored: value) ?? .undetermined
        case .failure(let problem):
          guard let tag = LanguageTag(stored: text), tag.base.count <= 3 else { return problem }
          sheet[keyPath: member] = tag
        }
        return nil
      })
  }
}

extension ReadBack {
  /// Notes that it was read back now, unless that is noted already.
  mutating func note(_ desk: Desk) {
    guard at == nil else { return }
    at = desk.now
    by = desk.settings.name
  }
}

// What the fields offer.
extension Desk {
  /// The profile that holds where a testimony was told.
  func profile(of sheet: TestimonySheet) -> CountryProfile {
    programme.profile(programme.events[sheet.testimony.event]?.country)
  }

  /// All events, the newest first and those to come last, each under a label of its own.
  var eventOptions: [FieldOption] {
    let rows = insight.events()
    let ahead = rows.filter { ($0.start?.firstDay ?? today) > today }
    let begun = rows.filter { ($0.start?.firstDay ?? today) <= today }
    var seen = Set<String>()
    return (begun + ahead).map { row in
      let parts = [
        row.start?.dayText ?? words("date.none"), row.place, words.cut(row.title, to: 60),
      ]
      var label = parts.filter { !$0.isEmpty }.joined(separator: " · ")
      if !seen.insert(label).inserted { label += " · \(row.id.text)" }
      return FieldOption(row.id.text, label)
    }
  }

  /// Languages of the programme first, then all others that the machine can name.
  var spokenLanguageOptions: [FieldOption] {
    let own = languageOptions
    let known = Set(own.map(\.value))
    let others = Locale.LanguageCode.isoLanguageCodes.map(\.identifier)
      .filter { $0.count == 2 && !known.contains($0) }.sorted()
      .compactMap { code in
        formats.locale.localizedString(forIdentifier: code).map { FieldOption(code, $0) }
      }
    return own + others
  }

  /// Who may answer for an action: those who do already, then the team, those of its country first.
  func owners(_ text: String, _ country: CountryCode?) -> [String] {
    let known = insight.suggestions(for: .owner, country: country, prefix: text)
    let team = OptionInput.matches(text, staffOptions(country)).map(\.label)
    return known + (text.isEmpty ? [] : team.filter { !known.contains($0) })
  }

  /// The questions of all guides in the language of the screen.
  var guideQuestionOptions: [FieldOption] {
    programme.guides.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
      .flatMap(\.questions).map { question in
        let wording =
          question.wordings.first { $0.key.base == words.language.base }
          ?? question.wordings.first { $0.key.base == "en" }
          ?? question.wordings.min { $0.key < $1.key }
        return FieldOption(question.id.stored, wording?.value ?? question.id.stored)
      }
  }

  /// The pseudonyms on an event's list, those who attended first.
  func pseudonyms(at event: EventID) -> [String] {
    let people = programme.events[event]?.participations.filter { !$0.pseudonym.isEmpty } ?? []
    return people.filter(\.status.isAttending).map(\.pseudonym)
      + people.filter { !$0.status.isAttending }.map(\.pseudonym)
  }

  /// The one person of that pseudonym on an event's list; nil where two have the same.
  func person(named pseudonym: String, at event: EventID) -> PersonID? {
    guard !pseudonym.isEmpty else { return nil }
    let wanted = fold(pseudonym)
    let found = programme.events[event]?.participations.filter { fold($0.pseudonym) == wanted }
    return found?.count == 1 ? found?.first?.id : nil
  }
}
