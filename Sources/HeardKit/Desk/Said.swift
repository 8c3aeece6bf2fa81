import HeardModel

/// A line of news with the time at which it was said.
public struct Said: Sendable {
  /// As many as are kept of one sitting.
  public static let most = 200
  public let at: Moment
  public let news: News
}
