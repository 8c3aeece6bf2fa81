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
}

extension Desk {
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
