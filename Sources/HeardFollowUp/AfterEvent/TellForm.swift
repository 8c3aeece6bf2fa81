import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What is noted when people were told, or cannot be.
struct TellingNote: Sendable {
  var feedback = Feedback()
  /// Whether it is noted for several at once: a number reached then belongs to none of them.
  var isForSeveral = false
  /// The country in which all of them are; nil where they are in several.
  var country: CountryCode?
}

/// The form of that: for one event or action, or for all that are marked.
struct TellForm: FormScreen {
  let name = "tellForm"
  var form: RecordForm<TellingNote>
  private let subjects: [TellingSubject]
  private let step: Step

  /// What is noted.
  enum Step: String, CaseIterable, Sendable {
    case delivered = "tellDelivered"
    case notPossible = "tellNotPossible"
  }

  init(_ subjects: [TellingSubject], _ step: Step, draftID: String?, _ desk: Desk) {
    self.subjects = subjects
    self.step = step
    var note = TellingNote(isForSeveral: subjects.count > 1)
    let countries = Set(subjects.map { desk.country(of: $0) })
    if countries.count == 1 { note.country = countries.first ?? nil }
    if subjects.count == 1, let feedback = desk.feedback(of: subjects[0]) {
      note.feedback = feedback
    }
    let first = subjects.first?.recordID ?? ""
    let own = "\(step.rawValue)-\(first)\(subjects.count > 1 ? "-\(subjects.count)" : "")"
    form = RecordForm(
      TellFields.spec(step, isForSeveral: note.isForSeveral), note, draftID: draftID ?? own, desk)
    if step == .delivered && note.feedback.deliveredOn == nil {
      form.form.set("feedbackDelivered", desk.today.stored)
    }
  }

  /// The form of a draft as it was left; nil when nothing of what it is about is there.
  static func restored(_ draft: Draft, _ desk: Desk) -> TellForm? {
    let subjects = draft.record.split(separator: " ").compactMap {
      TellingSubject(String($0), in: desk.programme)
    }
    guard let step = Step(rawValue: draft.form.stored), !subjects.isEmpty else { return nil }
    var screen = TellForm(subjects, step, draftID: draft.id, desk)
    screen.form.form.restore(draft)
    return screen
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let about =
      subjects.count == 1
      ? desk.title(of: subjects[0]) : words("telling.several", count: subjects.count)
    return ScreenContent(
      context: StyledText(about, .faint),
      blocks: [.prose(Prose(words("tellForm.\(step.rawValue)"))), .gap, form.block(desk)])
  }

  func draft(_ desk: Desk) -> Draft? {
    let record = subjects.map(\.recordID).joined(separator: " ")
    // The day that is proposed is nothing that somebody typed.
    let isTyped = form.form.entries.contains {
      $0.value.text != $0.opening
        && !($0.id == "feedbackDelivered" && $0.value.text == desk.today.stored)
    }
    return isTyped ? form.draft(Code(stored: step.rawValue) ?? "event", of: record, desk) : nil
  }

  mutating func save(_ desk: inout Desk) { save(&desk, isSure: false) }

  /// Takes the answer whether a day is kept that cannot be right.
  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "oddDays", answer == "keep" { save(&desk, isSure: true) }
  }

  private mutating func save(_ desk: inout Desk, isSure: Bool) {
    guard let note = subject(&desk) else { return }
    let step = step
    guard
      let change = desk.feedbackChange(of: subjects, { step.take(note, into: &$0) })
    else { return desk.refuse(desk.words("form.nothingChanged")) }
    if !isSure && desk.askAboutDays(in: change) { return }
    guard desk.change(change, discardingDraft: form.draftID) else { return }
    desk.pop()
    if step == .delivered { desk.sayLacks(of: subjects) }
  }
}

extension TellForm.Step {
  /// Puts what was noted into a record; what was left empty for several stays as each has it.
  fileprivate func take(_ note: TellingNote, into feedback: inout Feedback) {
    switch self {
    case .notPossible:
      feedback.status = .notPossible
      feedback.reason = note.feedback.reason
    case .delivered:
      feedback.status = feedback.status == .acknowledged ? .acknowledged : .delivered
      feedback.deliveredOn = note.feedback.deliveredOn
      if !note.isForSeveral || !note.feedback.channel.isEmpty {
        feedback.channel = note.feedback.channel
      }
      if !note.isForSeveral || !note.feedback.audiences.isEmpty {
        feedback.audiences = note.feedback.audiences
      }
      if !note.isForSeveral { feedback.reached = note.feedback.reached }
    }
  }
}

/// The fields of what is noted.
enum TellFields {
  static func spec(_ step: TellForm.Step, isForSeveral: Bool) -> FormSpec<TellingNote> {
    switch step {
    case .notPossible:
      FormSpec(
        [.text("feedbackReason", \.feedback.reason, rows: 3, isRequired: true)],
        rules: { note, _ in
          trimmed(note.feedback.reason).isEmpty ? [("feedbackReason", .reasonMissing)] : []
        })
    case .delivered:
      FormSpec(
        [
          .day("feedbackDelivered", \.feedback.deliveredOn) { note, _ in
            DatePlace(note.country)
          },
          .values("feedbackAudiences", \.feedback.audiences, labels: "audience"),
          .text("feedbackChannel", \.feedback.channel) { text, _, desk in
            desk.insight.suggestions(for: .channel, country: nil, prefix: text)
          },
        ] + (isForSeveral ? [] : [.number("feedbackReached", \.feedback.reached)]),
        rules: { note, _ in
          guard note.feedback.deliveredOn != nil else {
            return [("feedbackDelivered", .missing)]
          }
          return []
        })
    }
  }
}
