import HeardModel

/// A line of news with the time at which it was said.
struct Said: Sendable {
  /// As many as are kept of one sitting.
  static let most = 200
  let at: Moment
  let news: News
}
