import HeardModel
import TerminalCanvas

/// What a cell knows beside its row.
public struct CellSetting: Sendable {
  /// What all screens share.
  public let desk: Desk
  /// The columns that have room, with their widths.
  public var widths: [Code: Int] = [:]
  /// What a filter has found and is to be seen.
  public var found = Query()
  /// Testimonies whose words were asked for although they may hurt.
  public var asked: Set<TestimonyID> = []

  /// A setting before the widths are known; nothing was found or asked for.
  public init(_ desk: Desk) { self.desk = desk }

  /// Whether a column is to be seen beside this one.
  public func shows(_ column: Code) -> Bool { widths[column].map { $0 > 0 } ?? false }
}
