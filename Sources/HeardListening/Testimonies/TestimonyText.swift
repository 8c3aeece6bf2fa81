import HeardKit
import HeardModel
import TerminalCanvas

/// The parts of a testimony's screen that are read from top to bottom.
///
/// Asks for each word first whether this person may read it.
enum TestimonyText {
  /// The words with what is known about them.
  static func words(
    _ testimony: Testimony, _ desk: Desk, showsHidden: Bool
  ) -> [StyledText] {
    var lines = TestimonyPreview.paragraphs(testimony, desk, showsHidden: showsHidden)
    guard testimony.visibility(to: desk.reader, on: desk.today).isReadable else { return lines }
    if !testimony.conflicts.isEmpty {
      lines.insert(
        StyledText(
          "! " + desk.words("testimony.conflicts", count: testimony.conflicts.count), .bad), at: 1)
    }
    let known = details(testimony, desk, showsHidden: showsHidden).filter { !$0.1.isEmpty }
    if known.isEmpty { return lines }
    return lines + [""]
      + known.map { StyledText(desk.words.labelled($0.0), .faint) + StyledText($0.1) }
  }

  private static func details(
    _ testimony: Testimony, _ desk: Desk, showsHidden: Bool
  ) -> [(String, String)] {
    let words = desk.words
    let formats = desk.formats
    func field(_ name: String) -> String { words("field.\(name)") }
    func codes(_ codes: [Code], _ list: TaxonomyName) -> String {
      words.list(codes.map { formats.label($0, in: list, of: desk.programme) })
    }
    let isHidden = !testimony.contentWarning.isEmpty && !showsHidden
    let question = testimony.guideQuestion.flatMap { code in
      desk.guideQuestionOptions.first { $0.value == code.stored }?.label
    }
    let taker = testimony.takenBy.map { desk.programme.team[$0]?.name ?? $0.text }
    return [
      (field("stage"), formats.label(testimony.stage, "stage")),
      (field("takenBy"), taker ?? ""),
      (field("readBackDone"), readBack(testimony.readBack, desk)),
      (
        field("triage"),
        testimony.triage == .none ? "" : formats.label(testimony.triage, "triage")
      ),
      (field("polarity"), formats.label(testimony.polarity, "polarity")),
      (field("speaksFor"), formats.label(testimony.speaksFor, "speaksFor")),
      (field("roles"), codes(testimony.roles, .role)),
      (field("communities"), codes(testimony.communities, .community)),
      (field("ageBand"), codes([testimony.ageBand].compactMap { $0 }, .ageBand)),
      (field("guideQuestion"), question ?? ""),
      (field("trustLoss"), codes(testimony.trustLoss, .trustLoss)),
      (field("consequences"), codes(testimony.consequences, .consequence)),
      (field("restores"), codes(testimony.restores, .restores)),
      (field("ownReasons"), codes(testimony.ownReasons, .trustLoss)),
      (field("supportOffered"), testimony.supportOffered),
      (field("followUpCheck"), testimony.followUpCheck.map(formats.day) ?? ""),
      (field("embargo"), testimony.embargo.map(formats.day) ?? ""),
      (field("privateNote"), isHidden ? "" : testimony.privateNote),
      (field("provenance"), words.provenance(testimony.provenance)),
    ]
  }

  private static func readBack(_ readBack: ReadBack, _ desk: Desk) -> String {
    guard let at = readBack.at else { return desk.words("testimony.notReadBack") }
    let key = readBack.isConfirmed ? "testimony.confirmed" : "testimony.notConfirmed"
    return desk.words.list([desk.formats.moment(at), readBack.by, desk.words(key)])
  }

  /// The translations one below the other.
  static func translations(
    _ testimony: Testimony, _ desk: Desk, showsHidden: Bool
  ) -> [StyledText] {
    let words = desk.words
    guard testimony.visibility(to: desk.reader, on: desk.today).isReadable else {
      return TestimonyPreview.paragraphs(testimony, desk, showsHidden: false)
    }
    if testimony.translations.isEmpty {
      return [StyledText(words("testimony.noTranslations"), .faint)]
    }
    if let warning = TestimonyPreview.warning(testimony, desk, showsHidden: showsHidden) {
      return warning
    }
    return testimony.translations.flatMap { translation -> [StyledText] in
      let kind = [
        desk.formats.label(translation.kind, "translationKind"), translation.by,
        words(translation.isReviewed ? "testimony.reviewed" : "testimony.notReviewed"),
      ].filter { !$0.isEmpty }.joined(separator: " · ")
      let head =
        StyledText(desk.formats.language(translation.id), .strong) + StyledText("  \(kind)", .faint)
      return [head] + Prose(translation.text).paragraphs + [""]
    }
  }

  /// How each purpose stands, with the whole history of its answers.
  static func consent(_ testimony: Testimony, _ desk: Desk) -> [StyledText] {
    let consent = testimony.consent
    let visibility = testimony.visibility(to: desk.reader, on: desk.today)
    var lines: [StyledText] = []
    if visibility != .open {
      lines = [
        StyledText("! " + desk.words.sentence(visibility, testimony, desk), visibility.style), "",
      ]
    }
    if visibility == .hiddenForSafeguarding { return lines }
    for purpose in ConsentPurpose.allCases {
      let state = consent.state(of: purpose, on: desk.today)
      lines.append(
        StyledText(desk.words.labelled(desk.words("field.\(ConsentFields.id(purpose).stored)")))
          + StyledText(desk.formats.label(state, "consent"), state.style))
      lines += consent.entries.filter { $0.purpose == purpose }.map { entry in
        StyledText(line(entry, desk), .faint)
      }
    }
    return lines + [""]
      + details(testimony, visibility, desk).filter { !$0.1.isEmpty }.map {
        StyledText(desk.words.labelled($0.0), .faint) + StyledText($0.1)
      }
  }

  private static func line(_ entry: ConsentEntry, _ desk: Desk) -> String {
    let parts = [
      desk.formats.moment(entry.at), desk.formats.label(entry.state, "consent"), entry.by,
    ]
    let line = "    " + desk.words.list(parts)
    return entry.reason.isEmpty ? line : desk.words.labelled(line, entry.reason)
  }

  private static func details(
    _ testimony: Testimony, _ visibility: TestimonyVisibility, _ desk: Desk
  ) -> [(String, String)] {
    let consent = testimony.consent
    let words = desk.words
    let formats = desk.formats
    func field(_ name: String) -> String { words("field.\(name)") }
    let notice = consent.notice.map { desk.programme.notices[$0]?.title ?? $0.text }
    let told =
      notice.map {
        words.list([$0, consent.noticeVersion, consent.language.map(formats.language) ?? ""])
      } ?? words("testimony.noWordingTold")
    let asked = words.list([consent.obtainedAt.map(formats.moment) ?? "", consent.obtainedBy])
    let beside =
      consent.attributes.map { formats.label($0, "beside") }
      + consent.communities.map { formats.label($0, in: .community, of: desk.programme) }
    var rows = [
      (field("notice"), told),
      (field("method"), consent.method.map { formats.label($0, "method") } ?? ""),
      (field("evidence"), consent.evidence), (words("testimony.askedBy"), asked),
      (field("supporter"), consent.supporter), (field("guardian"), consent.guardian),
      (field("assent"), consent.hasAssent ? words("toggle.yes") : ""),
      (field("reviewBy"), consent.reviewBy.map(formats.day) ?? ""),
    ]
    guard visibility.isReadable else { return rows }
    rows += [
      (field("naming"), formats.label(consent.naming, "naming")),
      (
        field("attributes"),
        beside.isEmpty ? words("testimony.nothingBeside") : words.list(beside)
      ),
      (words("testimony.codeLabel"), consent.withdrawalCode),
    ]
    return rows
  }
}
