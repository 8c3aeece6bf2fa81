/// A moment in time, to the second, in UTC.
public struct Moment: Hashable, Comparable, Sendable, StoredText {
  /// Seconds since 1 January 1970, UTC.
  public let seconds: Int

  /// The moment so many seconds after 1 January 1970, UTC.
  public init(seconds: Int) { self.seconds = seconds }

  /// Takes `2024-05-28T14:03:22Z` and no other form.
  public init?(stored text: String) {
    var text = text
    guard let seconds = text.withUTF8(Self.seconds) else { return nil }
    self.seconds = seconds
  }

  private static func seconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count == 20, bytes[16] == 58, bytes[19] == 90,
      let date = KnownDate(bytes: UnsafeBufferPointer(rebasing: bytes[..<16])),
      let day = date.exactDay, let minute = date.minuteOfDay,
      (48...53).contains(bytes[17]), (48...57).contains(bytes[18])
    else { return nil }
    return day.dayNumber * 86_400 + minute * 60 + Int(bytes[17] - 48) * 10 + Int(bytes[18] - 48)
  }

  /// The moment as `2024-05-28T14:03:22Z`.
  public var stored: String {
    let second = secondOfDay
    return "\(day.stored)T\(timeText(second / 60)):\(padded(second % 60, 2))Z"
  }

  /// The day in UTC.
  public var day: CalendarDay {
    CalendarDay(dayNumber: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  /// The moment so many seconds later.
  public func adding(seconds more: Int) -> Moment { Moment(seconds: seconds + more) }

  /// Orders moments as they follow each other.
  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  private var secondOfDay: Int { ((seconds % 86_400) + 86_400) % 86_400 }
}
