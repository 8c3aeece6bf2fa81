import HeardModel
import TerminalCanvas

/// What a screen shows between the title line and the keys.
public struct ScreenContent: Sendable {
  /// The middle of the title line: what is filtered, how it is sorted.
  public var context: StyledText
  /// The screen itself.
  public var blocks: [Block]
  /// What stands beside it where there is room.
  public var aside: [Block]

  /// The content of a screen.
  public init(context: StyledText = "", blocks: [Block], aside: [Block] = []) {
    self.context = context
    self.blocks = blocks
    self.aside = aside
  }
}
