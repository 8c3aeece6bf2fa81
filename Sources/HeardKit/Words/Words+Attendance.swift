import HeardModel

extension Words {
  /// The name of a change of attendance, read from the record so that an undone one tells it right.
  ///
  /// The tally where it changed, else how it is known, else the first other number that differs.
  func attendanceChange(_ title: String, _ edit: Edit?, _ formats: Formats) -> String {
    let before = Self.attendance(in: edit?.before)
    let after = Self.attendance(in: edit?.after)
    func sentence(_ key: String, _ what: String, _ old: String, _ new: String) -> String {
      self(key, ["title": said(title), "what": what, "before": old, "after": new])
    }
    func number(_ value: Int?) -> String {
      value.map { self.number($0) } ?? self("attendance.noTally")
    }
    if before.tally != after.tally, let role = Self.onlyRole(before, after) {
      return sentence(
        "change.attendanceAs", AttendanceCell.role(role).label(self, formats, of: nil),
        number(before.tally), number(after.tally))
    }
    if before.tally != after.tally {
      return sentence("change.attendance", "", number(before.tally), number(after.tally))
    }
    let old = FigureSource(ofTally: before.source)
    let new = FigureSource(ofTally: after.source)
    if before.tally != nil, old != new {
      return sentence(
        "change.attendance", "", formats.label(old, "source"), formats.label(new, "source"))
    }
    let cells = before.knownCells + after.knownCells
    guard let cell = cells.first(where: { before[$0] != after[$0] }) else {
      return sentence("change.attendance", "", number(before.tally), number(after.tally))
    }
    return sentence(
      "change.attendanceOf", cell.label(self, formats, of: nil), number(before[cell]),
      number(after[cell]))
  }

  /// The role in which somebody more or less was counted, where it is only one.
  private static func onlyRole(_ before: Attendance, _ after: Attendance) -> Code? {
    let all = Set(before.roles.keys).union(after.roles.keys)
    let changed = all.filter { before.roles[$0] != after.roles[$0] }
    return changed.count == 1 ? changed.first : nil
  }

  private static func attendance(in record: Record?) -> Attendance {
    if case .event(let event)? = record { event.attendance } else { Attendance() }
  }
}

extension Attendance {
  /// The cells in which a number stands, in a fixed order.
  public var knownCells: [AttendanceCell] {
    let all: [AttendanceCell] =
      [.total, .inPerson, .online, .hostCrowd] + roles.keys.sorted().map(AttendanceCell.role)
      + [.inRole, .asked, .answered]
      + declared.communities.keys.sorted().map(AttendanceCell.community)
      + declared.ageBands.keys.sorted().map(AttendanceCell.ageBand)
    return all.filter { self[$0] != nil }
  }
}
