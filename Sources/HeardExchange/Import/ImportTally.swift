/// How many rows of a sheet stand how.
public struct ImportTally: Hashable, Sendable {
  /// Rows that are brought in as new ones.
  public var added = 0
  /// Rows whose event takes what they say now.
  public var updated = 0
  /// Rows that become part of an event that is here.
  public var joined = 0
  /// Doubtful rows that are left out.
  public var waiting = 0
  /// Those that are added of people who are known from another event.
  public var known = 0
  /// Rows that were brought in before.
  public var here = 0
  /// Those of them that differ, and are not taken.
  public var differing = 0
  /// Rows that are not brought in, without anybody being asked.
  public var skipped = 0

  mutating func add(_ row: ImportRow) {
    switch row.state {
    case .here, .listed:
      here += 1
      if row.isTaken { updated += 1 } else if !row.differs.isEmpty { differing += 1 }
    case .ready, .doubtful:
      if row.isTaken {
        if row.isPerson != nil { known += 1 }
        if row.joins == nil { added += row.weight } else { joined += 1 }
      } else if row.doubts.isEmpty {
        skipped += 1
      } else {
        waiting += 1
      }
    case .skipped: skipped += 1
    }
  }
}
