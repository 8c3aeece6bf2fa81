import HeardModel

// How far records are: asked with all values in one order, the present one named and focused.
extension Desk {
  /// Asks for the status of an event.
  public mutating func askStatus(of id: EventID) {
    guard let event = programme.events[id] else { return }
    ask(question("status", "event.askStatus", event.title, event.status, "status"))
  }

  /// Asks for the status of an action.
  public mutating func askStatus(of id: ActionID) {
    guard let action = programme.actions[id] else { return }
    ask(question("actionStatus", "action.askStatus", action.title, action.status, "actionStatus"))
  }

  /// Takes the answer: changes the status of an event.
  public mutating func take(eventStatus answer: String, of id: EventID) {
    guard let status = EventStatus(stored: answer), let event = programme.events[id] else { return }
    var changed = event
    changed.status = status
    if let change = Change(
      .status(kind: .event, title: event.title), before: .event(event), after: .event(changed))
    {
      self.change(change)
    }
  }

  /// A question with all values in one order, the present one named and focused.
  public func question<Value: StoredText & CaseIterable & Equatable>(
    _ id: String, _ key: String, _ title: String, _ present: Value, _ labels: String,
    among values: [Value]? = nil
  ) -> Question {
    let values = values ?? Array(Value.allCases)
    let now = formats.label(present, labels)
    return Question(
      id, words(key, ["title": words.cut(title, to: 60), "status": now]),
      values.map { value in
        .init(
          value.stored,
          value == present ? words("status.present", ["status": now]) : formats.label(value, labels)
        )
      }, cursor: values.firstIndex(of: present) ?? 0)
  }
}

// The status of several records: the answers tell how many stand where, the last changes nothing.
extension Desk {
  /// Asks for one status of several events; ids that are gone are left out.
  public mutating func askStatus(ofEvents ids: [EventID]) {
    ask(question(ids.compactMap { programme.events[$0]?.status }, "status"))
  }

  /// Asks for one status of several actions; ids that are gone are left out.
  public mutating func askStatus(ofActions ids: [ActionID]) {
    ask(question(ids.compactMap { programme.actions[$0]?.status }, "actionStatus"))
  }

  /// A question for several records: the answers tell how many stand where.
  public func question<Value: StoredText & CaseIterable & Hashable>(
    _ present: [Value], _ labels: String, among values: [Value]? = nil
  ) -> Question {
    let values = values ?? Array(Value.allCases)
    let answers = values.map { value in
      let here = present.count { $0 == value }
      let label = formats.label(value, labels)
      return Question.Answer(
        value.stored, here == 0 ? label : words.bracketed(label, words.number(here)))
    }
    return Question(
      "statuses", words("status.askAll", count: present.count),
      answers + [.init("keep", words("answer.keepAll"))], cursor: answers.count)
  }

  /// Shows what one value in one field does to several records, ready to be changed.
  public mutating func changeAll<Subject: BulkRecord>(
    _ ids: [Identifier<Subject>], _ field: Code, to value: String
  ) {
    guard value != "keep" else { return }
    if let screen = BulkScreen(ids, setting: field, to: value, self) { push(screen) }
  }
}
