import HeardKit
import HeardModel
import TerminalCanvas

extension TestimonyForm {
  /// The fields, with what is read aloud under each question of consent.
  func block(_ desk: Desk) -> Block {
    guard case .fields(var fields) = form.block(desk) else { return form.block(desk) }
    for (place, entry) in form.form.entries.prefix(form.form.shownCount).enumerated() {
      if entry.id == "notice" { fields.items[place].section = desk.words("section.consent") }
      if let purpose = ConsentFields.purpose(entry.id) {
        tint(&fields.items[place], entry, purpose)
      }
      if let note = closedNote(entry, desk) {
        fields.items[place].value = .fixed(StyledText(desk.words("testimony.notKept"), .faint))
        fields.items[place].hint = note
      }
      guard place == form.form.cursor else { continue }
      if let hint = hint(entry, desk) { fields.items[place].hint = hint }
    }
    return .fields(fields)
  }

  /// Whether an answer opens or closes something is seen without reading it.
  private func tint(_ field: inout Field, _ entry: Form.Entry, _ purpose: ConsentPurpose) {
    guard case .choice(let text, let canChange) = field.value else { return }
    let style = ConsentState(stored: entry.value.text)?.style ?? .faint
    field.value = .choice(StyledText(text.text, style), canChange: canChange)
  }

  /// Why nothing can be chosen where the country's profile keeps a trait off persons.
  private func closedNote(_ entry: Form.Entry, _ desk: Desk) -> String? {
    switch entry.kind {
    case .many(let options) where options.isEmpty, .choice(let options) where options.isEmpty:
      let country = desk.programme.events[sketch.testimony.event]?.country
      return desk.words(
        "testimony.notKeptWhy",
        ["country": desk.formats.country(country), "note": desk.profile(of: sketch).note])
    default: return nil
    }
  }

  private func hint(_ entry: Form.Entry, _ desk: Desk) -> String? {
    if let purpose = ConsentFields.purpose(entry.id) { return question(purpose, desk) }
    switch entry.id {
    case "notice":
      if case .choice(let options) = entry.kind, options.count < 2 {
        return desk.words("testimony.noNotices")
      }
      return desk.aloud(sketch.testimony.asking) { $0.introduction }
        ?? desk.words("testimony.noWordingChosen")
    case "event":
      guard let event = desk.programme.events[sketch.testimony.event],
        event.confidentialityOrClosed != .open
      else { return nil }
      return desk.formats.label(event.confidentialityOrClosed, "testimony.room")
    default: return nil
    }
  }

  /// What is asked about a purpose, to be read aloud, and what the chosen answer does.
  private func question(_ purpose: ConsentPurpose, _ desk: Desk) -> String? {
    let asked = desk.aloud(sketch.testimony.asking) { $0.questions[purpose] ?? "" }
    let effect: String? =
      switch (purpose, sketch.answers[.record]) {
      case (.record, .notAsked?): desk.words("testimony.ifNotAsked")
      case (.record, .refused?): desk.words("testimony.ifRefused")
      default: nil
      }
    let parts = [asked, effect].compactMap { $0 }
    return parts.isEmpty ? nil : desk.words.inARow(parts)
  }
}

extension ConsentState {
  /// How an answer looks beside its word; no is a good answer, too, and is no alarm.
  var style: Style {
    switch self {
    case .given: .good
    case .refused: .strong
    case .withdrawn, .expired: .warning
    case .notAsked: .faint
    }
  }
}
