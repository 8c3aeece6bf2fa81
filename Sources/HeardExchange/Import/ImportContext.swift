import HeardModel

/// What the rows of a sheet are held against.
public struct ImportContext: Sendable {
  /// The programme into which they are brought.
  public var programme: Programme
  /// What words in cells mean there.
  public var words: CellWords
  /// The day where this person is.
  public var today: CalendarDay

  /// What the rows are held against.
  public init(programme: Programme, words: CellWords, today: CalendarDay) {
    self.programme = programme
    self.words = words
    self.today = today
  }
}
