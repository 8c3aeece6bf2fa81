/// Follows a long reading: hears how far it is, and tells whether it goes on.
public struct SheetWatch: Sendable {
  private let goesOn: (@Sendable (_ percent: Int) -> Bool)?
  private let start: Int
  private let end: Int

  /// Nobody waits, and nothing stops the reading.
  public static let none = SheetWatch(nil, 0, 100)

  /// Asks every now and then with the hundredths that are done; false stops the reading.
  public init(_ goesOn: @escaping @Sendable (_ percent: Int) -> Bool) {
    self.init(goesOn, 0, 100)
  }

  private init(_ goesOn: (@Sendable (Int) -> Bool)?, _ start: Int, _ end: Int) {
    (self.goesOn, self.start, self.end) = (goesOn, start, end)
  }

  /// The watch of one part of a reading, between two hundredths of the whole.
  public func part(from start: Int, to end: Int) -> SheetWatch { SheetWatch(goesOn, start, end) }

  /// Tells how far the reading is.
  ///
  /// - Throws: `SheetFault.stopped` when it is not to go on.
  func at(_ done: Int, of all: Int) throws(SheetFault) {
    guard let goesOn else { return }
    if !goesOn(start + done * (end - start) / max(1, all)) { throw .stopped }
  }
}
