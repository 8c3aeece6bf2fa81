import HeardModel

/// Something about the numbers of a held event that whoever answers for them has to know.
public enum CountRemark: Hashable, Sendable {
  /// Nobody knows how many attended.
  case notKnown
  /// There is a number, and nobody said how it is known.
  case noSource(count: Int)
  /// In the room and online together come to another number than the total.
  case doorDiffersFromParts(sum: Int, total: Int)
  /// At least so many people have a role that counts, and fewer attended.
  case rolesBeyondTotal(inRole: Int, total: Int)
  /// So many were asked on slips, and fewer attended.
  case slipsBeyondTotal(asked: Int, total: Int)
  /// So many answered on slips, and fewer attended.
  case answersBeyondTotal(answered: Int, total: Int)
  /// Of so many communities nobody knows whether people were asked about them.
  case questionsNotSettled(Int)

  /// The remark without its numbers, for programs.
  public var name: String {
    switch self {
    case .notKnown: "notKnown"
    case .noSource: "noSource"
    case .doorDiffersFromParts: "doorDiffersFromParts"
    case .rolesBeyondTotal: "rolesBeyondTotal"
    case .slipsBeyondTotal: "slipsBeyondTotal"
    case .answersBeyondTotal: "answersBeyondTotal"
    case .questionsNotSettled: "questionsNotSettled"
    }
  }

  /// Its own number, and the one beside which it stands; nil where there is none.
  public var numbers: (count: Int?, beside: Int?) {
    switch self {
    case .notKnown: (nil, nil)
    case .noSource(let count), .questionsNotSettled(let count): (count, nil)
    case .doorDiffersFromParts(let sum, let total): (sum, total)
    case .rolesBeyondTotal(let inRole, let total): (inRole, total)
    case .slipsBeyondTotal(let asked, let total): (asked, total)
    case .answersBeyondTotal(let answered, let total): (answered, total)
    }
  }
}

/// A remark with the event about which it is.
public struct EventCountRemark: Hashable, Sendable {
  /// The event.
  public let event: EventID
  /// What is to be known of its numbers.
  public let remark: CountRemark
}

/// The numbers of one event beside each other: who came, who has a role, whose slips are in.
public struct CountsBesideEachOther: Hashable, Sendable {
  /// How many attended by the rule, with how that is known.
  public let figure: AttendanceFigure
  /// How many have a role that counts, at least; nil where no role was counted.
  public let inRole: Int?
  /// How many were asked on slips; nil where nobody noted it.
  public let asked: Int?
  /// How many answered on slips; nil where there are none.
  public let answered: Int?
}

extension Insight {
  /// What is to be known of the numbers of a held event before they are counted for good.
  public func countRemarks(of id: EventID) -> [CountRemark] {
    guard let event = event(id), let counts = counts(of: id) else { return [] }
    guard let total = counts.figure.count else { return [.notKnown] }
    let attendance = event.attendance
    var remarks: [CountRemark] = []
    if attendance.tally != nil && !attendance.isSourceKnown {
      remarks.append(.noSource(count: total))
    }
    if let whole = attendance.total, let sum = attendance.partsThatDiffer {
      remarks.append(.doorDiffersFromParts(sum: sum, total: whole))
    }
    if let inRole = counts.inRole, inRole > total {
      remarks.append(.rolesBeyondTotal(inRole: inRole, total: total))
    }
    let questions = attendance.declared.questions
    let asked = ([counts.asked] + questions.map(\.asked)).compactMap { $0 }.max()
    let answered = ([counts.answered] + questions.map(\.answered)).compactMap { $0 }.max()
    if let asked, asked > total {
      remarks.append(.slipsBeyondTotal(asked: asked, total: total))
    }
    // Where more were asked than came that says it already.
    if let answered, answered > max(total, asked ?? 0) {
      remarks.append(.answersBeyondTotal(answered: answered, total: total))
    }
    let open = openQuestions(of: event)
    if open > 0 { remarks.append(.questionsNotSettled(open)) }
    return remarks
  }

  /// The same of every event of a period, in the order of their dates.
  public func countRemarks(in period: ApprovalPeriod) -> [EventCountRemark] {
    eventPlaces(in: period).map { events[$0].id }.flatMap { id in
      countRemarks(of: id).map { EventCountRemark(event: id, remark: $0) }
    }
  }

  /// The numbers of an event beside each other; nil for one that was not held.
  public func counts(of id: EventID) -> CountsBesideEachOther? {
    guard let event = event(id), event.status == .held, let row = row(of: id) else { return nil }
    let attendance = event.attendance
    let notCounted = Set(uncountedRoles.entries.map(\.id))
    let roles = attendance.roles.filter { !notCounted.contains($0.key) }.values
    // Somebody can have two roles: without their own number the largest role is what is sure.
    return CountsBesideEachOther(
      figure: row.figure, inRole: attendance.inRole ?? roles.max(),
      asked: attendance.declared.asked, answered: attendance.declared.answered)
  }

  /// Communities of which it is not known whether people were asked about them.
  private func openQuestions(of event: Event) -> Int {
    let read = DeclarationReader(programme, [event], on: today).read(event)
    return programme.taxonomy(.community).entries.count { entry in
      entry.replacedBy == nil && read.answer(to: entry.id) == .notKnown
    }
  }
}

extension Attendance {
  /// In the room and online together where that is not the total, as far as both are known.
  fileprivate var partsThatDiffer: Int? {
    guard let total else { return nil }
    let parts = [inPerson, online].compactMap { $0 }
    let sum = parts.reduce(0, +)
    return sum > total || (parts.count == 2 && sum != total) ? sum : nil
  }
}
