import Foundation
import HeardKit
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

  /// Where the testimony's dates are written: where it was told.
  @Sendable static func place(_ sheet: TestimonySheet, _ desk: Desk) -> DatePlace {
    DatePlace(desk.programme.events[sheet.testimony.event]?.country)
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
    .spokenLanguage("language", \.testimony.language),
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
    .choice("provenance", \.testimony.provenance.kind, labels: "provenance", section: "told"),
    .text("provenanceSource", \.testimony.provenance.source, section: "told"),
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
    .day("followUpCheck", \.testimony.followUpCheck, section: "care", at: place),
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
    .day("embargo", \.testimony.embargo, section: "readBack", at: place),
  ]

  private static let translation: [FieldSpec<TestimonySheet>] = TranslationFields.all()

  @Sendable private static func rules(
    _ sheet: TestimonySheet, _ desk: Desk
  ) -> [(field: Code, problem: FieldProblem)] {
    var broken: [(field: Code, problem: FieldProblem)] = []
    if sheet.isCorrection && sheet.correction.isEmpty {
      broken.append(("consentReason", .reasonMissing))
    }
    broken += TranslationFields.rules(sheet.translation)
    let isCounted = sheet.answers[.count] == .given
    if !sheet.testimony.communities.isEmpty && !isCounted {
      broken.append(
        ("communities", .notAllowedHere(note: desk.words("testimony.countFirst"))))
    }
    return broken
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
}
