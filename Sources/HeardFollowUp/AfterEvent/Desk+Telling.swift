import HeardInsight
import HeardKit
import HeardModel

// Noting that people were told, or cannot be.
extension Desk {
  /// What is noted about telling the people of a subject.
  func feedback(of subject: TellingSubject) -> Feedback? {
    switch subject {
    case .event(let id): programme.events[id]?.feedback
    case .action(let id): programme.actions[id]?.feedback
    }
  }

  /// The title of the event or action.
  func title(of subject: TellingSubject) -> String {
    switch subject {
    case .event(let id): programme.events[id]?.title ?? ""
    case .action(let id): programme.actions[id]?.title ?? ""
    }
  }

  /// The country by whose custom the days of a subject are read; nil where it is not known.
  func country(of subject: TellingSubject) -> CountryCode? {
    switch subject {
    case .event(let id): programme.events[id]?.country
    case .action(let id): programme.actions[id].flatMap { ActionFields.place($0, self).country }
    }
  }

  /// Opens the form that notes it for one or several.
  mutating func tell(_ subjects: [TellingSubject], _ step: TellForm.Step) {
    if subjects.isEmpty { return }
    push(TellForm(subjects, step, draftID: nil, self))
  }

  /// Opens the record's own form at what people are told.
  mutating func editTelling(of subject: TellingSubject) {
    switch subject {
    case .event(let id): go(.editEvent(id, focusing: "feedbackText"))
    case .action(let id): go(.editAction(id, focusing: "feedbackText"))
    }
  }

  /// Notes that people said they had it, for those who were told.
  mutating func noteAcknowledged(_ subjects: [TellingSubject]) {
    let told = subjects.filter { feedback(of: $0)?.status == .delivered }
    guard !told.isEmpty else { return refuse(words("tell.notDelivered")) }
    guard let change = feedbackChange(of: told, { $0.status = .acknowledged }) else { return }
    self.change(change)
  }

  /// Says with what was said whom, how or when people were told where that is not noted.
  mutating func sayLacks(of subjects: [TellingSubject]) {
    let lacks = Set(subjects.flatMap { insight.tellingRow($0)?.told.lacks ?? [] })
    guard !lacks.isEmpty, let said = news?.text else { return }
    let names = ToldCell.names(TellingLack.allCases.filter(lacks.contains), words)
    say(words("tell.stillLacks", ["what": said, "lacks": names]))
  }

  /// A change of what is noted for several at once; nil where nothing differs.
  func feedbackChange(
    of subjects: [TellingSubject], _ change: (inout Feedback) -> Void
  ) -> Change? {
    let edits = subjects.compactMap { subject -> Edit? in
      switch subject {
      case .event(let id):
        guard var event = programme.events[id] else { return nil }
        let before = event
        change(&event.feedback)
        return before == event ? nil : Edit(before: .event(before), after: .event(event))
      case .action(let id):
        guard var action = programme.actions[id] else { return nil }
        let before = action
        change(&action.feedback)
        return before == action ? nil : Edit(before: .action(before), after: .action(action))
      }
    }
    guard let first = subjects.first, !edits.isEmpty else { return nil }
    return Change(.feedback(title: title(of: first), count: edits.count), edits)
  }
}
