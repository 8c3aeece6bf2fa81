import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The figures of a quarter and what is listed below them, as cells.
enum ApprovalCells {
  /// The figures now, beside those that were approved where there are such.
  static func figures(_ quarter: ApprovalPeriod, _ desk: Desk) -> Table {
    let words = desk.words
    let figures = desk.insight.approvedFigures(of: quarter)
    let locked = desk.programme.approvals[quarter]?.locking?.figures
    let hasUnsourced = figures.unsourced != nil || locked?.unsourced != nil
    let now = figures.rows(hasUnsourced: hasUnsourced)
    let approved = locked?.rows(hasUnsourced: hasUnsourced)
    let beside =
      approved == nil
      ? []
      : [Column(words("approval.approved"), width: .fixed(10), alignment: .trailing)]
    return Table(
      columns: [
        Column(words("approval.figure"), width: .fixed(26)),
        Column(words("approval.now"), width: .fixed(10), alignment: .trailing),
      ] + beside + [Column("", width: .fill(minimum: 12, weight: 1))],
      rowCount: now.count, isFocused: false
    ) { index in
      let before = approved?[index].count
      let differs = approved != nil && before != now[index].count
      let part = ApprovedFigures.parts.contains(now[index].name) ? "  " : ""
      return TableRow(
        [
          StyledText(part + words("approval.figure.\(now[index].name)")),
          StyledText(now[index].count.map(words.number) ?? "?", .strong),
        ]
          + (approved == nil ? [] : [StyledText(before.map(words.number) ?? "?")])
          + [StyledText(differs ? words("approval.differs") : "", .warning)])
    }
  }

  /// A row of the list below.
  static func row(_ row: ApprovalScreen.Row, _ desk: Desk) -> TableRow {
    switch row {
    case .heading(let key): .heading(StyledText(desk.words(key), .title))
    case .note(let text): .note(StyledText(text, .faint))
    case .item(let item): TableRow(cells(item, desk))
    }
  }

  private static func cells(_ item: ApprovalScreen.Item, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    switch item {
    case .check(let check):
      let gaps = check.gaps.map { words("gap.short.\($0.rawValue)") }
      return [
        StyledText(words("check.\(check.kind.stored)"), .warning),
        StyledText(words.list([title(check.event, desk)] + gaps)),
      ]
    case .files:
      return [
        StyledText(words("check.files"), .warning),
        StyledText(words("approval.files", count: desk.unreadable.count)),
      ]
    case .outside(let id):
      return [
        StyledText(desk.formats.date(desk.programme.events[id]?.start), .faint),
        StyledText(title(id, desk)),
      ]
    case .change(let change):
      let style: Style = change.isByRight ? .warning : .bad
      return [StyledText(kind(change.kind, words), style), StyledText(title(change.event, desk))]
    }
  }

  private static func kind(_ kind: ApprovalChange.Kind, _ words: Words) -> String {
    switch kind {
    case .changed: words("approval.change.changed")
    case .gone: words("approval.change.gone")
    case .added: words("approval.change.added")
    case .withdrawn(let count): words("approval.change.withdrawn", count: count)
    }
  }

  private static func title(_ id: EventID, _ desk: Desk) -> String {
    guard let event = desk.programme.events[id] else { return id.text }
    return [event.start?.dayText ?? "", event.place, event.title].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}

extension ApprovedFigures {
  /// The figures of which attendances are made up.
  fileprivate static let parts = ["counted", "listed", "reported", "estimated", "unsourced"]

  /// The figures in their order, by their names in catalogs; numbers without a source are none
  /// where an approval does not tell of them.
  func rows(hasUnsourced: Bool) -> [(name: String, count: Int?)] {
    [
      ("events", events), ("attendances", attendances), ("counted", counted), ("listed", listed),
      ("reported", reported), ("estimated", estimated),
    ] + (hasUnsourced ? [("unsourced", unsourced ?? 0)] : []) + [
      ("notKnown", notKnown), ("people", people), ("testimonies", testimonies),
      ("actions", actions),
    ]
  }
}

extension ApprovalPeriod {
  /// The period in the words of the filter of events, as far as those can say it: no date and no
  /// country have none.
  var filter: String {
    var parts: [String] = []
    if let country { parts.append("country:\(country.stored.lowercased())") }
    if let quarter {
      let year = quarterText.prefix(4)
      let months = (quarter * 3 - 2...quarter * 3).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
      parts.append("month:\(months.joined(separator: ","))")
    } else if year != nil {
      parts.append("year:\(quarterText)")
    }
    return parts.joined(separator: " ")
  }
}
