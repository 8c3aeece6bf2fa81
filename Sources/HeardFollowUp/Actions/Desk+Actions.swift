import HeardKit
import HeardModel

extension Desk {
  /// Takes the answer: changes the status, or opens the form where the status needs its reason.
  mutating func take(statusAnswer answer: String, of id: ActionID) {
    guard let status = ActionStatus(stored: answer), let action = programme.actions[id] else {
      return
    }
    let lacksEvidence = status.needsEvidence && trimmed(action.evidence).isEmpty
    if status.needsReason || lacksEvidence {
      return go(.editActionStatus(id, status))
    }
    var changed = action
    changed.take(status, on: today)
    guard
      let change = Change(
        .status(kind: .action, title: action.title), before: .action(action),
        after: .action(changed))
    else { return }
    if self.change(change) && action.doneOn == nil { say(notedDone: changed.doneOn) }
  }

  /// Says which day was noted by itself as the one on which an action was done, with what is said.
  mutating func say(notedDone date: KnownDate?) {
    guard let date, let said = news?.text else { return }
    say(words("action.doneNoted", ["day": formats.date(date), "what": said]))
  }
}
