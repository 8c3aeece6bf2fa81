import HeardModel
import TerminalCanvas

/// What stands in two events that become one, side by side and in words.
public struct MergeRow: Hashable, Sendable {
  /// The part of the event.
  public let part: MergePart
  /// What the part is called.
  public let label: String
  /// What stands in the event that stays.
  public let kept: String
  /// What stands in the event that goes.
  public let gone: String
  /// Which of the two holds; nil where a person has to choose first.
  public let choice: EventMerge.Choice?
  /// Whether something can be chosen.
  public let isOpen: Bool
}

extension Desk {
  /// The parts in which one of the two says anything, those in which something can be chosen first.
  public func rows(of merge: EventMerge) -> [MergeRow] {
    let parts = merge.differing + MergePart.allCases.filter { merge.state(of: $0) != .differs }
    return parts.compactMap { part in
      let (one, other) = (text(of: part, in: merge.kept), text(of: part, in: merge.gone))
      let state = merge.state(of: part)
      if one.isEmpty && other.isEmpty { return nil }
      return MergeRow(
        part: part, label: label(of: part, in: merge.kept), kept: one, gone: other,
        choice: merge.undecided.contains(part) ? nil : merge.choice(for: part),
        isOpen: state == .differs)
    }
  }

  /// What becomes of all else: lists that are joined, what goes along, what is not told apart.
  public func sentences(on merge: EventMerge) -> [String] {
    let gone = merge.gone
    let told = programme.testimonies.values.count { $0.event == gone.id }
    let linked = programme.actions.values.count { $0.events.contains(gone.id) }
    let known = Set(merge.kept.participations.map(\.id))
    let both = gone.participations.count { known.contains($0.id) }
    let counts = [
      ("remove.people", gone.participations.count), ("count.testimonies", told),
      ("count.actions", linked), ("merge.partners", gone.partners.count),
    ]
    let along = counts.filter { $0.1 > 0 }.map { words($0.0, count: $0.1) }
    let isCloser = merge.merged.confidentiality != merge.kept.confidentiality
    return [
      along.isEmpty ? "" : words("merge.along", ["what": words.list(along)]),
      both > 0 ? words("merge.samePeople", count: both) : "",
      isCloser
        ? words(
          "merge.confidentiality",
          [
            "what": merge.merged.confidentiality.map { formats.label($0, "confidentiality") }
              ?? words("confidentiality.notKnown")
          ]) : "",
      totals(of: merge),
    ].filter { !$0.isEmpty }
  }

  /// The attendances that the two count before, and the one after.
  private func totals(of merge: EventMerge) -> String {
    let roles = programme.taxonomy(.role)
    func count(_ event: Event) -> Int { event.attendanceFigure(roles: roles).count ?? 0 }
    return words(
      "merge.totals",
      [
        "before": words("count.attendances", count: count(merge.kept) + count(merge.gone)),
        "after": words("count.attendances", count: count(merge.merged)),
      ])
  }

  /// Why two events cannot become one, as a sentence; nil where they can.
  public func refusal(of merge: EventMerge) -> String? {
    if let why = merge.refusal(in: programme) { return words("merge.refused.\(why.rawValue)") }
    let events = [merge.kept, merge.gone]
    if let lock = events.compactMap({ programme.lock(of: $0) }).first {
      return words.sentence(lock, formats)
    }
    return fileThatMayName(.event(merge.gone.id)).map { words("remove.unreadable", ["file": $0]) }
  }

  /// Why two people cannot become one, as a sentence; nil where they can.
  public func refusal(of merge: PersonMerge) -> String? {
    merge.refusal(in: programme).map { words("merge.refusedPeople.\($0.rawValue)") }
  }

  /// What becomes of two people who are one.
  public func sentences(on merge: PersonMerge) -> [String] {
    let counts = merge.counts(in: programme)
    let parts = [
      ("merge.bothListed", counts.both), ("merge.onlyListed", counts.only),
      ("merge.toldBy", counts.testimonies),
    ]
    return parts.filter { $0.1 > 0 }.map { words($0.0, count: $0.1) } + [words("merge.names")]
  }
}

// Parts and what stands in them, in words.
extension Desk {
  private func label(of part: MergePart, in event: Event) -> String {
    switch part {
    case .time: words("merge.part.time")
    case .attendance: words("path.attendance")
    case .declared: words("merge.part.declared")
    case .pulses: words("merge.part.pulses")
    case .provenance: words("field.provenance")
    case .series: words("field.series")
    case .closeOut: words("screen.closeOut")
    default: label(of: FieldPath(Self.paths(part).first ?? ""), in: .event(event))
    }
  }

  /// What stands in a part; empty where nothing does.
  func text(of part: MergePart, in event: Event) -> String {
    switch part {
    case .time: return time(of: event)
    case .declared:
      let declared = event.attendance.declared
      let asked = [
        ("field.declaredAsked", declared.asked), ("field.declaredAnswered", declared.answered),
      ]
      return asked.compactMap { key, number in
        number.map { words.labelled(words(key), words.number($0)) }
      }.joined(separator: "; ")
    case .pulses:
      return words.list(
        event.pulses.map { pulse in
          let answers = [pulse.before, pulse.after].map { words.number($0.reduce(0, +)) }
          let question = pulse.question.isEmpty ? pulse.id.stored : pulse.question
          return "\(question) (\(words.list(answers)))"
        })
    default: break
    }
    let record = Record.event(event)
    let paths = Self.paths(part).map { FieldPath($0) }
    let told = paths.enumerated().compactMap { place, path -> String? in
      guard let value = record.value(at: path) else { return nil }
      let text = text(of: value, at: path)
      // The first one is what the part is called after.
      return place == 0 ? text : words.labelled(label(of: path, in: record), text)
    }
    return told.joined(separator: "; ").split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func time(of event: Event) -> String {
    guard let start = event.start else { return "" }
    let end = event.end.map { " – \(formats.date($0))" } ?? ""
    let zone = event.zone.map { ", \($0.stored)" } ?? ""
    return "\(formats.date(start))\(end)\(zone)"
  }

  private static func paths(_ part: MergePart) -> [String] {
    switch part {
    case .time: ["start"]
    case .series: ["series.name", "series.number"]
    case .attendance:
      ["total", "inPerson", "online", "source", "inRole"].map { "attendance.\($0)" }
    case .attendanceNote: ["attendance.note"]
    case .hostCrowd: ["attendance.hostCrowd"]
    case .closeOut: ["heardReason", "note", "by", "at"].map { "closeOut.\($0)" }
    case .feedback:
      ["status", "due", "deliveredOn", "reached", "channel", "text"].map { "feedback.\($0)" }
    case .provenance: ["provenance.kind", "provenance.source"]
    default: [part.rawValue]
    }
  }
}
