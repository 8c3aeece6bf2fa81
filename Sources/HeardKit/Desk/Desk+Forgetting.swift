import HeardModel

// What somebody wants to have gone.
extension Desk {
  /// What is to be done for a plan; the places that are kept stay as they are.
  public mutating func order(
    _ plan: Forgetting, keeping kept: Set<FoundWords> = [], requestedBy: String = "",
    reason: String = ""
  ) -> ForgetOrder {
    var order = ForgetOrder(
      plan, in: programme, keeping: kept, requestedBy: requestedBy, reason: reason,
      by: settings.name, at: now)
    guard case .withdraw(let purposes) = plan.deed, let first = purposes.first else { return order }
    var edits: [Edit] = []
    for testimony in plan.testimonies {
      var changed = testimony
      for purpose in purposes where !changed.consent.state(of: purpose, on: today).closes {
        changed.consent = changed.consent.answering(
          purpose, .withdrawn, because: reason, &self)
      }
      let closed = Record.testimony(changed).closed(on: today)
      if let edit = Edit(before: .testimony(testimony), after: closed) { edits.append(edit) }
    }
    order.answers = Change(.consent(purpose: first, state: .withdrawn), edits)
    return order
  }

  /// The question whether a testimony is taken back for good, wherever one is.
  public static let takeBackQuestion = "takeBack"

  /// Asks before a testimony is taken back whose speaker has its withdrawal number.
  mutating func askTakingBack(_ testimony: Testimony) {
    ask(
      Question(
        Self.takeBackQuestion, words("testimony.askUndoCoded"),
        [.init("keep", words("answer.keep")), .init(testimony.id.text, words("forget.erase"))]))
  }

  /// Takes a testimony back for good that was asked about, unless it is to be kept.
  public mutating func take(takeBackAnswer answer: String) {
    guard answer != "keep", let id = TestimonyID(stored: answer) else { return }
    let plan = Forgetting(.testimony(id), .erase, in: programme)
    forget(order(plan, keeping: Set(plan.found)))
  }

  /// Has the executable forget something; the records follow when it is done.
  ///
  /// What withdraws is a change like any other: where the folder cannot be written now, it waits
  /// and is not lost.
  public mutating func forget(_ order: ForgetOrder) {
    var order = order
    if let answers = order.answers {
      guard change(answers) else { return }
      for case .testimony(let old)? in answers.edits.map(\.before)
      where programme.testimonies[old.id]?.isGone(today) ?? false {
        forget(saidIn: old)
      }
      order.answers = nil
    }
    run(.forget(order))
  }

  /// Lets go of what was forgotten, wherever this window still holds it.
  mutating func take(forgotten order: ForgetOrder, _ left: [String]) {
    let cuts = Change(.forgotten, order.edits)
    programme.apply(cuts)
    forgetUndo(of: cuts)
    forget(erased: programme.erased.union(order.tombstones.map(\.id.stored)))
    let typed = drafts.filter { $0.fields.values.contains { order.spoken.repeats(in: $0) } }
    drafts.removeAll { typed.contains($0) }
    for draft in typed { run(.discardDraft(draft.id)) }
    self.left.removeAll { $0.pending.change.repeats(order.spoken) }
    unsaved.removeAll { $0.repeats(order.spoken) }
    undoable.removeAll { $0.repeats(order.spoken) }
    redoable.removeAll { $0.repeats(order.spoken) }
    survey = nil
    recomputeAnswers()
    if !left.isEmpty {
      news = News(.bad, words("forget.left", ["files": words.list(left)]))
    } else if order.tombstones.isEmpty {
      say(words(order.spoken.isEmpty ? "forget.withdrawnDone" : "testimony.withdrawn"))
    } else {
      say(words("forget.erased"))
    }
  }
}

extension Change {
  /// The testimony that the change has brought and whose speaker got a withdrawal number.
  var codedTestimony: Testimony? {
    edits.lazy.compactMap { edit -> Testimony? in
      guard edit.before == nil, case .testimony(let new)? = edit.after,
        !new.consent.withdrawalCode.isEmpty
      else { return nil }
      return new
    }.first
  }

  /// Whether a text in it repeats words.
  func repeats(_ spoken: SpokenWords) -> Bool {
    edits.contains { edit in
      [edit.before, edit.after].contains { $0.map { $0.repeats(spoken) } ?? false }
    }
  }
}
