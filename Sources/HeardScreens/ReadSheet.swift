import HeardExchange

/// A file that a screen asked for, as it was read.
public struct ReadSheet: Sendable {
  /// The path as it was typed.
  public let path: String
  /// The sheet; nil when it could not be read.
  public let sheet: Sheet?
  /// Why it could not be read.
  public let why: String

  /// A file that was read.
  public init(path: String, _ sheet: Sheet) {
    self.path = path
    self.sheet = sheet
    why = ""
  }

  /// A file that could not be read.
  public init(path: String, why: String) {
    self.path = path
    self.why = why
    sheet = nil
  }
}

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
