import HeardModel

/// What a sign-in sheet comes to: who is brought in as things stand, who else there is, and the
/// sheet's own sums.
public struct PeopleSums: Hashable, Sendable {
  /// Those who are brought in, by how far they came.
  public fileprivate(set) var byStatus: [AttendanceStatus: Int] = [:]
  /// Those who are brought in, by what they came as; one person can have several roles.
  public fileprivate(set) var byRole: [Code: Int] = [:]
  /// Those who are brought in and came as nothing that is told.
  public fileprivate(set) var withoutRole = 0
  /// Those who are brought in and count as attendances: they came, and not only to work there.
  public fileprivate(set) var attendances = 0
  /// Where and when it was, whose sheet this is.
  public let place: CountryYear
  /// People on lines that wait for an answer.
  public fileprivate(set) var waiting = 0
  /// People who stand on the list already.
  public fileprivate(set) var there = 0
  /// People on lines that are left out.
  public fileprivate(set) var leftOut = 0
  /// The sheet's own sums of people.
  public fileprivate(set) var totals: [SheetTotal] = []
  /// The lines that are no people.
  public fileprivate(set) var skipped: [LeftRow] = []

  fileprivate init(_ event: Event) { place = CountryYear(event) }

  /// All who are brought in.
  public var saved: Int { byStatus.values.reduce(0, +) }
  /// All lines of people, whatever becomes of them.
  public var all: Int { saved + waiting + there + leftOut }
  /// Whether a sum of the sheet is another than that of its lines.
  public var differ: Bool { totals.contains { $0.difference != 0 } }
}

extension SheetImport {
  /// What a sign-in sheet comes to as things stand; a sheet of events comes to nobody.
  public var peopleSums: PeopleSums {
    guard case .people(let signIn) = subject else { return PeopleSums(Event()) }
    var sums = PeopleSums(signIn.event)
    let roles = context.programme.taxonomy(.role)
    var (lines, came) = (0, 0)
    for row in rows {
      guard let person = row.person?.participation else {
        skip(row, lines, came, &sums)
        continue
      }
      lines += row.weight
      if person.status == .attended { came += row.weight }
      if row.knownPerson != nil {
        sums.there += row.weight
      } else if row.isTaken {
        let companions = row.weight - 1
        sums.byStatus[person.status, default: 0] += row.weight
        sums.withoutRole += companions
        if person.status == .attended { sums.attendances += companions }
        for role in person.roles { sums.byRole[role, default: 0] += 1 }
        if person.roles.isEmpty { sums.withoutRole += 1 }
        if person.isCounted(roles: roles) { sums.attendances += 1 }
      } else if row.waits && row.choice != .leftOut {
        sums.waiting += row.weight
      } else {
        sums.leftOut += row.weight
      }
    }
    return sums
  }

  /// A sum of a sign-in sheet counts its lines, or those of them who came.
  private func skip(_ row: ImportRow, _ lines: Int, _ came: Int, _ sums: inout PeopleSums) {
    guard case .skipped(let why) = row.state, why != .nobody else { return }
    let numbers = why == .totals ? PersonRowNatures.numbers(row.cells) : []
    let number = numbers.count == 1 ? numbers.first : nil
    sums.skipped.append(LeftRow(line: row.line, why: why, number: number))
    guard let number else { return }
    sums.totals.append(
      SheetTotal(line: row.line, number: number, rows: number == came ? came : lines))
  }
}
