import HeardKit
import HeardModel
import TerminalCanvas

// What is told in need of protection: whom to call stands on the form before anything is typed.
extension TestimonyForm {
  private var isForLead: Bool { form.form.text("triage") == Triage.safeguarding.stored }

  /// Whether what is told can be marked for the lead here.
  var mayGoToLead: Bool { form.form.entries.contains { $0.id == "triage" } }

  /// Whether nothing is typed yet and nobody of the team would receive it.
  func lacksLead(_ desk: Desk) -> Bool {
    stored == nil && !form.form.isChanged && desk.leadContacts(at: nil) == nil
  }

  /// Marks it for the lead at once, in the middle of whatever is typed.
  mutating func markForLead(_ desk: Desk) {
    form.form.set("triage", Triage.safeguarding.stored)
    readAgain(desk)
  }

  /// Whom to call and what becomes of the words; where nobody is named, that, as long as nothing is
  /// typed.
  func safeguarding(_ desk: Desk) -> [Block] {
    if isForLead {
      let sentence = desk.safeguardingSentence(sketch.testimony)
      return [.notice(Notice(.warning, sentence)), .gap]
    }
    guard lacksLead(desk), !desk.isCompact else { return [] }
    return [.notice(Notice(.warning, desk.words("safeguarding.noLead"))), .gap]
  }
}
