import HeardKit
import HeardModel
import TerminalCanvas

extension TestimonyForm {
  /// Saves what may be kept; asks first where saving does more than one might think.
  mutating func save(_ desk: inout Desk) {
    readAgain(desk)
    guard isStillThere(desk) else {
      desk.forget(draftsOf: stored?.id, form.draftID)
      desk.pop()
      return desk.refuse(desk.words("testimony.goneMeanwhile"))
    }
    guard var sheet = subject(&desk) else { return }
    sheet.reopeningMethod = reopeningMethod
    if sheet.refusesRecord { return desk.ask(refusal(sheet, desk)) }
    guard mayBeWordless(sheet) else {
      form.form.focus("words")
      return desk.refuse(desk.words("testimony.noWords"))
    }
    if let day = sheet.testimony.consent.reviewBy, day < desk.today, !sheet.changedPurposes.isEmpty
    {
      form.form.focus("reviewBy")
      return desk.refuse(desk.words("testimony.reviewPast"))
    }
    if let lack = sheet.reopeningLack(desk) { return desk.refuse(lack) }
    if !sheet.reopened.isEmpty && reopeningMethod == nil {
      return desk.ask(reopening(sheet, desk))
    }
    if let question = questions(sheet, desk).first(where: { !confirmed.contains($0.id) }) {
      return desk.ask(question)
    }
    store(sheet, &desk)
  }

  /// Counts that somebody spoke, and keeps nothing of what they said.
  mutating func countOnly(_ desk: inout Desk) {
    guard let sheet = subject(&desk) else { return }
    guard let event = desk.programme.events[sheet.testimony.event] else { return }
    var counted = event
    counted.unrecordedContributions = (event.unrecordedContributions ?? 0) + 1
    var edits = [Edit(before: .event(event), after: .event(counted))]
    var name = ChangeName.edited(kind: .event, title: event.title)
    if let stored {
      let emptied = sheet.finished(&desk)
      edits.append(Edit(before: .testimony(stored), after: .testimony(emptied)))
      name = .consent(purpose: .record, state: .refused)
    }
    guard desk.change(Change(name, edits.compactMap { $0 })) else { return }
    desk.forget(draftsOf: stored?.id, form.draftID)
    desk.pop()
    desk.say(desk.words("testimony.counted"))
  }

  /// Notes how the yes was taken that opens again what was closed.
  mutating func reopen(_ answer: String, _ desk: inout Desk) {
    guard let method = ConsentMethod(stored: answer) else { return }
    reopeningMethod = method
    save(&desk)
  }

  // Somebody else may have noted a withdrawal while the form was open: then nothing is kept.
  private func isStillThere(_ desk: Desk) -> Bool {
    guard let stored else { return true }
    guard let current = desk.programme.testimonies[stored.id] else { return false }
    return !current.isGone(desk.today)
  }

  // Nobody has to tell what happened; but a record without words says in the team's note why.
  private func mayBeWordless(_ sheet: TestimonySheet) -> Bool {
    let hasNoWords = sheet.testimony.text.allSatisfy(\.isWhitespace)
    // Those of a disclosure are not here.
    return !showsWords || !hasNoWords || stored?.isForLead == true
      || !sheet.testimony.privateNote.allSatisfy(\.isWhitespace)
  }

  private func store(_ sheet: TestimonySheet, _ desk: inout Desk) {
    let done = sheet.finished(&desk)
    if stored == nil && !form.form.isChanged {
      desk.pop()
      return desk.say(desk.words("form.nothingChanged"))
    }
    let change = Change(
      changeName(sheet, done, desk), before: stored.map(Record.testimony), after: .testimony(done))
    guard make(change, &desk) else { return }
    if done.tellsDisclosure {
      for told in [stored, done].compactMap({ $0 }) { desk.forget(saidIn: told) }
      desk.goInstead(.disclosure(done.id))
    } else if stored == nil {
      desk.goInstead(.testimony(done.id))
    } else {
      desk.pop()
    }
    if let news = restriction(done, desk) { desk.say(news) }
    let code = done.consent.withdrawalCode
    if !code.isEmpty && code != sheet.before.consent.withdrawalCode {
      desk.ask(
        Question(
          "code", desk.words("testimony.code", ["code": code]),
          [.init("done", desk.words("testimony.codeDone"))]))
    }
  }

  private func changeName(
    _ sheet: TestimonySheet, _ done: Testimony, _ desk: Desk
  ) -> ChangeName {
    if done.isForLead {
      // By its event alone: what is said here is read again in the list of messages.
      let title = desk.programme.events[done.event]?.title ?? done.id.text
      return stored == nil
        ? .added(kind: .testimony, title: title) : .edited(kind: .testimony, title: title)
    }
    if stored == nil { return .added(kind: .testimony, title: done.title(desk)) }
    var consentOnly = sheet.before
    consentOnly.consent = done.consent
    consentOnly.stage = done.stage
    let changed = sheet.changedPurposes
    if changed.count == 1, consentOnly == done, let state = sheet.answers[changed[0]] {
      return .consent(purpose: changed[0], state: state)
    }
    return .edited(kind: .testimony, title: done.title(desk))
  }

  /// Who may read what was saved, where not everybody may.
  private func restriction(_ done: Testimony, _ desk: Desk) -> String? {
    let taker = done.takenBy.flatMap { desk.programme.team[$0]?.name } ?? ""
    switch done.visibility(to: desk.reader, on: desk.today) {
    // Where it goes stands on the screen that follows.
    case .open, .withdrawn, .onlyLead, .hiddenForSafeguarding: return nil
    case .onlyTaker(.record, .notAsked): return desk.words("testimony.savedDraft")
    case .hidden(.record, .notAsked) where !taker.isEmpty:
      return desk.words("testimony.savedDraftOf", ["name": taker])
    case let visibility:
      return desk.words(
        "testimony.savedAs", ["why": desk.words.sentence(visibility, done, desk)])
    }
  }
}

// Questions before saving; the first answer always changes nothing.
extension TestimonyForm {
  /// Asks how a yes was taken that follows a no: it opens nothing without evidence of its own.
  private func reopening(_ sheet: TestimonySheet, _ desk: Desk) -> Question {
    let names = sheet.reopened.map { desk.formats.label($0, "purpose") }
    return Question(
      "reopened", desk.words("testimony.askReopening", ["purposes": desk.words.list(names)]),
      [.init("back", desk.words("answer.cancel"))]
        + ConsentMethod.allCases.map { .init($0.stored, desk.formats.label($0, "method")) })
  }

  private func refusal(_ sheet: TestimonySheet, _ desk: Desk) -> Question {
    let event = desk.programme.events[sheet.testimony.event]?.title ?? ""
    let key = stored == nil ? "testimony.refused" : "testimony.refusedLater"
    // Nothing is kept, but somebody may need help all the same.
    let call = sheet.testimony.isForLead ? desk.callSentence(at: sheet.testimony.event) : ""
    return Question(
      "refused", desk.words.inARow([desk.words(key, ["title": event]), call]),
      [
        .init("back", desk.words("answer.cancel")),
        .init("yes", desk.words("testimony.countOnly")),
      ])
  }

  private func questions(_ sheet: TestimonySheet, _ desk: Desk) -> [Question] {
    var questions: [Question] = []
    func ask(_ id: String, _ text: String, _ yes: String) {
      questions.append(
        Question(
          id, text,
          [.init("back", desk.words("answer.cancel")), .init("yes", desk.words(yes))]))
    }
    let testimony = sheet.testimony
    if testimony.triage == .safeguarding && sheet.before.triage != .safeguarding {
      ask("safeguarding", desk.safeguardingSentence(testimony), "testimony.saveForLead")
    }
    var copy = desk
    let done = sheet.finished(&copy)
    let visibility = done.visibility(to: desk.reader, on: desk.today)
    if case .hidden(let purpose, _) = visibility, showsWords, done.triage != .safeguarding {
      let taker = testimony.takenBy.flatMap { desk.programme.team[$0]?.name }
      ask(
        "unreadable",
        desk.words(
          taker == nil ? "testimony.nobodyReads" : "testimony.onlyOtherReads",
          ["name": taker ?? "", "purpose": desk.formats.label(purpose, "purpose")]),
        "testimony.saveAnyway")
    }
    return questions
  }
}
