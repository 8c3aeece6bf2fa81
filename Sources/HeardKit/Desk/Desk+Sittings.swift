import HeardModel

// Whoever counts at a door has a row of their own, which nobody else writes.
extension Desk {
  /// A new row for counting at a door.
  public mutating func newSitting() -> DoorCount {
    let row = emptyRow()
    sittings.own.insert(row.id)
    return row
  }

  /// The rows in which presses are taken back: this program's own, and one for those of others.
  public mutating func ownSittings() -> OwnSittings {
    if !sittings.own.contains(sittings.other.id) { sittings.other = newSitting() }
    return sittings
  }

  private mutating func emptyRow() -> DoorCount {
    var row = DoorCount()
    row.id = Code(stored: "d-\(ids.characters(10))") ?? row.id
    row.began = now
    return row
  }
}
