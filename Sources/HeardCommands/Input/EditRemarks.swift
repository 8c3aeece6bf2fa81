import HeardKit
import HeardModel

// What a record comes to when only some of its fields were set, as a form shows it by itself.
extension OpenedProgramme {
  /// Says what was left as it was beside fields that were set, where that may not be meant.
  func sayRemarks(from before: Record, to after: Record) {
    switch (before, after) {
    case (.event(let old), .event(let new)):
      saySpan(old, new)
      let isSame = (old.start, old.zone, old.country) == (new.start, new.zone, new.country)
      if !isSame { sayZoneMissing(of: new) }
      sayTelling(old.feedback, new.feedback, new.id.text)
    case (.action(let old), .action(let new)):
      sayTelling(old.feedback, new.feedback, new.id.text)
    default: break
    }
  }

  /// That calendars will have an event without its time, since nobody knows its zone.
  func sayZoneMissing(of event: Event) {
    guard let missing = desk.zoneMissing(of: event) else { return }
    let example = desk.zoneOptions(event.country).first?.value ?? "Europe/Paris"
    Output.say("\(missing) --set zone=\(example)")
  }

  /// From when to when an event goes, where only one end of it was moved, and a time that went.
  private func saySpan(_ old: Event, _ new: Event) {
    let (words, formats) = (desk.words, desk.formats)
    if (old.start != new.start) != (old.end != new.end), let start = new.start, let end = new.end {
      Output.say(
        words(
          "cli.spanNow",
          [
            "start": formats.inFull(start, zone: new.zone),
            "end": formats.inFull(end, zone: new.zone),
          ]))
    }
    for (field, before, after) in [("start", old.start, new.start), ("end", old.end, new.end)] {
      guard let minute = before?.minuteOfDay, let after, after.minuteOfDay == nil,
        let day = after.exactDay
      else { continue }
      let whole = KnownDate(day, minuteOfDay: minute).stored
      Output.say(
        words(
          "cli.timeGone", ["time": formats.time(minute), "example": "--set \(field)=\(whole)"]))
    }
  }

  /// That people do not count as told by a day alone.
  private func sayTelling(_ old: Feedback, _ new: Feedback, _ id: String) {
    guard new.deliveredOn != nil, new.deliveredOn != old.deliveredOn, !new.isTold else { return }
    let state = desk.formats.label(new.status, "feedback")
    Output.say(desk.words("cli.notTold", ["id": id, "state": state]))
  }
}
