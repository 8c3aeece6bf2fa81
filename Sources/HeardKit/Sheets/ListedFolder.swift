import HeardExchange
import HeardModel

/// What stands in a folder of this machine, for completing a path that is typed.
public struct ListedFolder: Hashable, Sendable {
  /// The folder as it was typed, with its last slash; empty for the one that one is in.
  public let path: String
  /// The names, folders with a slash behind them, in order; what begins with a dot is left out.
  public let names: [String]

  /// A folder with its names.
  public init(path: String, names: [String]) {
    self.path = path
    self.names = names
  }
}
