import HeardInsight
import HeardKit
import HeardModel
import StrictJSON

/// What an approval would count, shown before somebody decides.
struct ApprovalPreview {
  private let period: ApprovalPeriod
  private let desk: Desk
  private let checks: [ApprovalCheck]
  private let remarks: [EventCountRemark]
  private let now: ApprovedFigures
  private let entries: [ApprovalEntry]

  init(_ period: ApprovalPeriod, _ desk: Desk) {
    (self.period, self.desk) = (period, desk)
    checks = desk.insight.checks(of: period)
    remarks = desk.insight.countRemarks(in: period)
    now = desk.insight.approvedFigures(of: period)
    entries = desk.programme.approvals[period]?.inOrder ?? []
  }

  /// How many things are open.
  var open: Int { checks.count + desk.unreadable.count }

  /// How many numbers contradict others, or were noted without saying how they are known.
  var unfitting: Int {
    remarks.count { it in
      switch it.remark {
      case .noSource, .doorDiffersFromParts, .rolesBeyondTotal, .slipsBeyondTotal,
        .answersBeyondTotal:
        true
      // Said, and nothing to wait for: somebody noted that nobody knows it.
      case .notKnown, .questionsNotSettled: false
      }
    }
  }

  /// The figures, what they were in earlier approvals, what does not fit, what is open.
  var lines: [String] {
    let words = desk.words
    let heading = words.labelled(desk.formats.quarter(period), words("approval.preview"))
    return [heading] + figures + remarks.map(line) + checks.map(line)
      + desk.unreadable.map { line(words("check.files"), words.sentence($0)) }
  }

  private var figures: [String] {
    let words = desk.words
    let then = entries.last?.figures
    let hasUnsourced = now.unsourced != nil || then?.unsourced != nil
    let before = then?.rows(hasUnsourced: hasUnsourced)
    return now.rows(hasUnsourced: hasUnsourced).enumerated().map { place, row in
      let part = ApprovedFigures.isPart(row.name) ? "    " : "  "
      let count = row.count.map(words.number) ?? "?"
      let text = words.labelled(words("approval.figure.\(row.name)"), count)
      guard let entry = entries.last, let then = before?[place].count, then != row.count else {
        return part + text
      }
      let key = entry.unlocked == nil ? "approvals.approvedThen" : "approvals.unlockedThen"
      return part
        + words.bracketed(text, words(key, ["day": entry.at.day.stored, "n": words.number(then)]))
    }
  }

  private func line(_ it: EventCountRemark) -> String {
    desk.words.labelled(title(it.event), desk.words.sentence(it.remark))
  }

  private func line(_ check: ApprovalCheck) -> String {
    line(desk.words("check.\(check.kind.stored)"), title(check.event))
  }

  private func line(_ what: String, _ title: String) -> String {
    desk.words("cli.check", ["what": what, "title": title])
  }

  private func title(_ id: EventID) -> String {
    "\(id.text) \(desk.programme.events[id]?.title ?? "")"
  }

  /// The same for programs.
  var json: JSONValue {
    .object([
      "country": .of(period.country), "quarter": .string(period.quarterText),
      "state": .string(desk.insight.row(of: period).state.rawValue),
      "figures": .of(figures: now), "approvals": .array(entries.map(JSONValue.of(entry:))),
      "remarks": .array(
        remarks.map { it in
          .object([
            "event": .string(it.event.text), "remark": .string(it.remark.name),
            "n": .of(it.remark.numbers.count), "all": .of(it.remark.numbers.beside),
          ])
        }),
      "checks": .array(
        checks.map { check in
          .object([
            "event": .string(check.event.text), "what": .string(check.kind.stored),
            "missing": .array(check.gaps.map { .string($0.rawValue) }),
          ])
        }),
      "unreadableFiles": .integer(desk.unreadable.count),
    ])
  }
}
