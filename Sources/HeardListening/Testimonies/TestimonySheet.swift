import HeardKit
import HeardModel

/// A testimony while its form is open, with answers about consent that are no entries yet.
///
/// Answers become entries only when the form is saved, so that looking at a form or changing
/// one's mind in it leaves no trace in a consent.
public struct TestimonySheet: Sendable {
  /// The record as far as the form fills it.
  public var testimony: Testimony
  /// How each purpose is to stand.
  public var answers: [ConsentPurpose: ConsentState]
  /// Why an earlier answer is corrected.
  public var correction = ""
  /// How a yes was taken that opens again what was refused or withdrawn.
  public var reopeningMethod: ConsentMethod?
  /// The one translation that the form shows; saved under its language.
  public var translation: Translation
  /// The record as it was when the form was opened.
  let before: Testimony
  /// How each purpose stood when the form was opened.
  let earlier: [ConsentPurpose: ConsentState]

  /// A testimony as a form shows it; `language` chooses the translation, the first one if nil.
  public init(
    _ testimony: Testimony, on today: CalendarDay, translatedInto language: LanguageTag? = nil
  ) {
    self.testimony = testimony
    before = testimony
    earlier = Dictionary(
      uniqueKeysWithValues: ConsentPurpose.allCases.map {
        ($0, testimony.consent.state(of: $0, on: today))
      })
    answers = earlier
    if let language {
      translation = testimony.translations.first { $0.id == language } ?? Translation()
    } else {
      translation = testimony.translations.first ?? Translation()
    }
  }

  /// The purposes whose answer changed, in their order.
  var changedPurposes: [ConsentPurpose] {
    ConsentPurpose.allCases.filter { answers[$0] != earlier[$0] }
  }

  /// Whether this person may note a yes: it stands already, or they may read the words.
  func mayOpen(_ purpose: ConsentPurpose, _ desk: Desk) -> Bool {
    if earlier[purpose] == .given || before.id.isEmpty { return true }
    return before.visibility(to: desk.reader, on: desk.today).isReadable
  }

  /// What a yes that follows a no still lacks to open anything; nil where it lacks nothing.
  public func reopeningLack(_ desk: Desk) -> String? {
    if reopened.isEmpty { return nil }
    if desk.settings.name.allSatisfy(\.isWhitespace) {
      return desk.words("testimony.reopenNeedsName")
    }
    return testimony.consent.notice == nil ? desk.words("testimony.reopenNeedsNotice") : nil
  }

  /// The purposes that were refused or withdrawn and are answered with yes now.
  public var reopened: [ConsentPurpose] {
    changedPurposes.filter { answers[$0] == .given && (earlier[$0]?.closes ?? false) }
  }

  /// Whether an answer that somebody had given already is changed, which needs its reason.
  public var isCorrection: Bool {
    changedPurposes.contains(where: wasAnswered) || changesNaming
  }

  /// Whether a changed answer makes that the words may not be kept.
  var refusesRecord: Bool { answers[.record] == .refused && earlier[.record] != .refused }

  /// Whether how to be named changed after quoting had been asked: it is part of that answer.
  private var changesNaming: Bool {
    let (old, new) = (before.consent, testimony.consent)
    return wasAnswered(.publish)
      && (old.naming != new.naming || Set(old.attributes) != Set(new.attributes)
        || Set(old.communities) != Set(new.communities))
  }

  private func wasAnswered(_ purpose: ConsentPurpose) -> Bool {
    earlier[purpose] != .notAsked && earlier[purpose] != .expired
  }
}

extension TestimonySheet: TranslationSheet {}

// What is saved.
extension TestimonySheet {
  /// The testimony to be saved: changed answers are added as entries, and what follows is filled.
  ///
  /// Where keeping it was refused or withdrawn, nothing that was said is in it.
  public func finished(_ desk: inout Desk) -> Testimony {
    var done = testimony
    if done.id.isEmpty { done.id = desk.ids.make("t") }
    if done.takenAt == nil && before.id.isEmpty { done.takenAt = desk.now }
    done.consent = consent(&desk)
    done.translations = translations
    if done.text != before.text && before.readBack == done.readBack {
      // What was read back were other words.
      done.readBack.isConfirmed = false
    }
    done.stage = stage(of: done, desk.today)
    // Whoever saves it: what may not be kept is not there any more.
    return done.isGone(desk.today) ? done.emptied() : done
  }

  private func consent(_ desk: inout Desk) -> Consent {
    var consent = testimony.consent
    if consent.id.isEmpty { consent.id = desk.ids.make("c") }
    let changed = changedPurposes
    for purpose in changed {
      consent = consent.answering(
        purpose, answers[purpose] ?? .notAsked, because: wasAnswered(purpose) ? correction : "",
        by: reopened.contains(purpose) ? reopeningMethod : nil, &desk)
    }
    if changesNaming && !changed.contains(.publish) {
      consent = consent.answering(
        .publish, answers[.publish] ?? .notAsked, because: correction, &desk)
    }
    consent.note(consent.notice, before: before.consent, desk.programme)
    guard consent.entries != before.consent.entries else { return consent }
    if consent.obtainedAt == nil {
      consent.obtainedAt = desk.now
      if consent.obtainedBy.isEmpty { consent.obtainedBy = desk.settings.name }
    }
    if consent.jurisdiction == nil {
      consent.jurisdiction = desk.programme.events[testimony.event]?.country
    }
    // Only where a wording was told there is a language in which it was told.
    if consent.notice != nil && consent.language == nil && testimony.language != .undetermined {
      consent.language = testimony.language
    }
    if consent.withdrawalCode.isEmpty && consent.allows(.record, on: desk.today) {
      consent.withdrawalCode = WithdrawalCode.make(&desk)
    }
    return consent
  }

  /// The translations with the form's one among them; one that was emptied is taken out.
  private var translations: [Translation] {
    var all = before.translations
    all.put(translation)
    return all
  }

  /// A draft until keeping it is agreed and there are words; then at least taken down.
  private func stage(of done: Testimony, _ today: CalendarDay) -> TestimonyStage {
    let state = done.consent.state(of: .record, on: today)
    if done.text.isEmpty || (state != .given && state != .expired) { return .draft }
    guard done.stage == .draft else { return done.stage }
    return done.readBack.isConfirmed ? .readBack : .recorded
  }
}

/// A number with which a speaker can withdraw when nobody knows their name any more.
///
/// Two groups of four digits, as `4821-0937`: the same in every language and script, easy to say
/// over a telephone. Codes of words, which earlier versions gave, stay valid.
enum WithdrawalCode {
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// A new code, which no other testimony has.
  static func make(_ desk: inout Desk) -> String {
    let taken = Set(desk.programme.testimonies.values.map(\.consent.withdrawalCode))
    for _ in 0..<20 {
      let code = "\(group(&desk))-\(group(&desk))"
      if !taken.contains(code) && !desk.isNumberElsewhere(code) { return code }
    }
    return desk.ids.characters(12)
  }

  /// Four digits; of 32^6 numbers the few that are left over by 10,000 make no difference.
  private static func group(_ desk: inout Desk) -> String {
    let number = desk.ids.characters(6).reduce(0) {
      $0 * 32 + (letters.firstIndex(of: $1) ?? 0)
    }
    return String(String(10_000 + number % 10_000).dropFirst())
  }
}
