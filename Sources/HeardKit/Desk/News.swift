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

  /// A line of news.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
