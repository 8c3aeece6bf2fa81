/// One line of news: what just happened.
public struct News: Hashable, Sendable {
  /// How the news is to be taken.
  public enum Kind: Hashable, Sendable {
    /// Something was done.
    case done
    /// Something was not done, with the reason.
    case refused
    /// Something went wrong.
    case bad
  }

  /// How it is to be taken.
  public var kind: Kind
  /// The sentence.
  public var text: String
  /// Whether another key that follows at once does not take it away: something was changed, or not,
  /// that its person has to know of.
  public var isLasting: Bool

  /// A line of news; what went wrong is lasting in any case.
  public init(_ kind: Kind, _ text: String, isLasting: Bool = false) {
    self.kind = kind
    self.text = text
    self.isLasting = isLasting || kind == .bad
  }
}
