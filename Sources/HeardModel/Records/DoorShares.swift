/// Who has counted how many of those who came: a number that was typed, and every sitting since.
public struct DoorShares: Hashable, Sendable {
  /// What one sitting counted.
  public struct Sitting: Hashable, Sendable {
    /// Its row.
    public let id: Code
    /// When it began; nil where nobody noted it.
    public let began: Moment?
    /// How many it counted since a number was typed.
    public let count: Int
  }

  /// The number that was typed; nil where none was.
  public let typed: Int?
  /// The sittings that have counted since, in the order in which they began.
  public let sittings: [Sitting]

  /// How many some of the sittings have counted.
  public func count(of rows: Set<Code>) -> Int {
    sittings.reduce(0) { $0 + (rows.contains($1.id) ? $1.count : 0) }
  }
}

extension Attendance {
  /// Who has counted how many of the tally at the door.
  public var doorShares: DoorShares {
    let all: [Code] = total == nil ? ["inPerson", "online"] : ["total"]
    let entries = all.flatMap { standing($0).filter { $0.number != nil }.prefix(1) }
    let sittings = counts.map { row in
      let count = all.reduce(0) { sum, what in
        let numbered = entries.first { $0.what == what }
        let marks = numbered?.since ?? standing(what).flatMap(\.since)
        return sum + row.grown(what, since: marks)
      }
      return DoorShares.Sitting(id: row.id, began: row.began, count: count)
    }
    return DoorShares(
      typed: entries.isEmpty ? nil : entries.reduce(0) { $0 + ($1.number ?? 0) },
      sittings: sittings.filter { $0.count != 0 }.sorted {
        ($0.began?.seconds ?? 0, $0.id) < ($1.began?.seconds ?? 0, $1.id)
      })
  }
}
