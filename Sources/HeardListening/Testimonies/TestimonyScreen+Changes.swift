import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

// What is asked before something is noted; the first answer always changes nothing.
extension TestimonyScreen {
  func ask(_ command: Command, _ desk: inout Desk) {
    guard let testimony = desk.programme.testimonies[id] else { return }
    let back = Question.Answer("back", desk.words("answer.cancel"))
    switch command {
    case .readBack:
      desk.ask(
        Question(
          "readBack", desk.words("testimony.askReadBack"),
          [
            back, .init("yes", desk.words("testimony.readBackYes")),
            .init("no", desk.words("testimony.readBackNo")),
          ]))
    case .changeStatus: desk.askStage(of: id)
    case .withdraw: askPurpose(testimony, back, &desk)
    default: break
    }
  }

  private func askPurpose(
    _ testimony: Testimony, _ back: Question.Answer, _ desk: inout Desk
  ) {
    // Keeping can be withdrawn also where it was never asked: the words exist.
    let open = ConsentPurpose.allCases.filter { purpose in
      let state = testimony.consent.state(of: purpose, on: desk.today)
      return purpose == .record || state == .given || state == .expired
    }
    desk.ask(
      Question(
        "withdraw", desk.words("testimony.askWithdraw"),
        [back] + open.map { .init($0.stored, desk.formats.label($0, "purpose")) }))
  }

  /// Asks once more, with all that follows, before a purpose is withdrawn.
  func askWithdrawal(of answer: String, _ testimony: Testimony, _ desk: inout Desk) {
    guard let purpose = ConsentPurpose(stored: answer) else { return }
    let follows = desk.consequences(ofWithdrawing: purpose, testimony, answeredBy: answers)
    desk.ask(
      Question(
        "withdraw.\(purpose.stored)", desk.words.inARow(follows),
        [
          .init("back", desk.words("answer.cancel")),
          .init(
            "yes",
            purpose == .record
              ? desk.words("testimony.withdrawYes")
              : desk.words(
                "testimony.withdrawPurposeYes",
                ["purpose": desk.formats.label(purpose, "purpose")])),
        ]))
  }
}

extension Desk {
  /// What follows from withdrawing a purpose: what stops, what has to be taken back, what stays.
  fileprivate func consequences(
    ofWithdrawing purpose: ConsentPurpose, _ testimony: Testimony, answeredBy actions: [ActionRow]
  ) -> [String] {
    var follows = [
      purpose == .record
        ? words("testimony.withdrawRecord") : words("testimony.withdraw.\(purpose.stored)")
    ]
    for audience in [Audience.public, .partners] where audience.purposes.contains(purpose) {
      let setting = programme.quoteSetting(of: testimony, on: today)
      let open = testimony.quotes.count {
        setting.publishability(of: $0, in: $0.language, for: audience).isPublishable
      }
      if open > 0 { follows.append(words("testimony.takeBack.\(audience.rawValue)", count: open)) }
    }
    if Audience.partners.purposes.contains(purpose), testimony.consent.allows(.partners, on: today)
    {
      let names = (testimony.consent.notice.flatMap { programme.notices[$0]?.partners } ?? [])
        .map { programme.organisations[$0]?.name ?? $0.text }
      if !names.isEmpty {
        follows.append(
          words("testimony.mayHaveIt", ["names": words.list(names)]))
      }
    }
    if purpose == .record && !actions.isEmpty {
      follows.append(
        words(
          "testimony.withdrawActions", count: actions.count,
          ["titles": words.list(actions.prefix(3).map { words.cut($0.title, to: 100) })]))
    }
    if purpose != .record { follows.append(words("testimony.withdrawFinal")) }
    return follows
  }

  /// Notes that a purpose was withdrawn; with keeping itself, everything that was said goes.
  mutating func withdraw(_ purpose: ConsentPurpose, of testimony: Testimony) {
    var changed = testimony
    changed.consent = testimony.consent.answering(purpose, .withdrawn, &self)
    if purpose == .record { changed = changed.emptied() }
    guard
      let change = Change(
        .consent(purpose: purpose, state: .withdrawn), before: .testimony(testimony),
        after: .testimony(changed)), self.change(change)
    else { return }
    if purpose == .record {
      forget(saidIn: testimony)
      say(words("testimony.withdrawn"))
    }
  }

  /// Notes that the words were read back now, and whether the speaker says that they are right.
  mutating func noteReadBack(_ testimony: Testimony, isConfirmed: Bool, _ answer: String) {
    guard answer == "yes" || answer == "no" else { return }
    var changed = testimony
    changed.readBack.at = now
    changed.readBack.by = settings.name
    changed.readBack.isConfirmed = isConfirmed
    if isConfirmed && testimony.stage == .recorded { changed.stage = .readBack }
    if let change = Change(
      .edited(kind: .testimony, title: testimony.title(self)), before: .testimony(testimony),
      after: .testimony(changed))
    {
      self.change(change)
    }
  }

  /// Sets how far the work on a testimony is.
  mutating func set(stage answer: String, of testimony: Testimony) {
    guard let stage = TestimonyStage(stored: answer) else { return }
    if let obstacle = testimony.obstacle(to: stage, on: today) {
      return refuse(
        words(
          "stage.refused",
          ["stage": formats.label(stage, "stage"), "why": words.sentence(obstacle, self)]))
    }
    var changed = testimony
    changed.stage = stage
    if let change = Change(
      .status(kind: .testimony, title: testimony.title(self)), before: .testimony(testimony),
      after: .testimony(changed))
    {
      self.change(change)
    }
  }
}
