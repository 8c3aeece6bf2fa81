/// A folder that may be meant.
public struct FolderOffer: Hashable, Sendable {
  /// Where it is.
  public let path: String
  /// Whether a programme is in it.
  public let isProgramme: Bool

  /// A folder that may be meant.
  public init(path: String, isProgramme: Bool) {
    self.path = path
    self.isProgramme = isProgramme
  }
}
