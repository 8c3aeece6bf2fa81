import Foundation

/// Something did not happen in time.
public struct Timeout: Error, CustomStringConvertible {
  private let what: String
  private let last: String

  /// Says what was waited for, and what there was instead.
  public init(what: String, last: String) { (self.what, self.last) = (what, last) }

  /// The sentence that a failed test shows.
  public var description: String { "waited in vain for \(what); last there was:\n\(last)" }
}

/// Waits until something holds that another process or thread does, looking every 10 ms.
///
/// It goes on as soon as it holds, so many seconds cost nothing where all is well.
public func waitUntil(
  _ seconds: Double = 15, _ what: String, _ last: @autoclosure () -> String = "",
  _ condition: () throws -> Bool
) throws {
  let end = Date().addingTimeInterval(seconds)
  while try !condition() {
    guard Date() < end else { throw Timeout(what: what, last: last()) }
    usleep(10_000)
  }
}
