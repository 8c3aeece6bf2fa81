import HeardModel

/// A line of news with the time at which it was said.
public struct Said: Sendable {
  /// As many as are kept of one sitting.
  public static let most = 200
  /// When it was said.
  public let at: Moment
  /// What was said, and whether it was done, refused or bad.
  public let news: News
}
