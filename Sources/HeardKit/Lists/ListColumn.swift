import HeardModel
import TerminalCanvas

/// A column that a list can show: what it is called, how wide it is, and its cells.
public struct ListColumn<Row: Sendable>: Sendable {
  /// How much room a column takes; always as much as its heading.
  public enum Width: Sendable {
    /// As many columns of the screen.
    case fixed(Int)
    /// As the longest of the words that can stand in it.
    case words(least: Int = 0, @Sendable (Words) -> [String])
    /// As what stands in it, up to a limit.
    case content(most: Int)
    /// At least so much, and a share of what is left as far as its content needs it.
    case text(least: Int, weight: Int = 1, most: Int = .max)
    /// At least so much, and a share of what is left; its content is too costly to be looked at.
    case rest(least: Int, weight: Int = 1)

    /// Whether the rows have to be looked at.
    @usableFromInline var isMeasured: Bool {
      switch self {
      case .fixed, .words, .rest: false
      case .content, .text: true
      }
    }
  }

  /// The column in files; the same as in `heard list --format json` where that has it.
  public let id: Code
  /// Its heading: a key of the catalogs.
  public let title: String
  @usableFromInline let width: Width
  @usableFromInline var alignment = Column.Alignment.leading
  /// When the room is short the highest leaves first; 0 never leaves.
  public var priority = 0
  /// Whether a row cannot be told from others without it: it is always shown.
  public var isIdentifying = false
  /// Whether it is shown where nobody has chosen.
  @usableFromInline var isUsual = true
  /// How wide the list has to be for it where nobody has chosen; else titles would be cut for it.
  public var leastRoom = 0
  /// The order of the list that sorts by it.
  public var order: String?
  /// By what a list is sorted that is sorted by this column: an order of its own, else its cells.
  @inlinable public var sortName: String { order ?? id.stored }
  /// What is read aloud in its place, where it holds signs or codes.
  public let spoken: (@Sendable (Row, CellSetting) -> String)?
  @usableFromInline let cell: @Sendable (Row, CellSetting) -> StyledText

  /// A column with its heading, its width and its cells.
  public init(
    _ id: Code, _ title: String, _ width: Width, alignment: Column.Alignment = .leading,
    priority: Int = 0, isIdentifying: Bool = false, isUsual: Bool = true, leastRoom: Int = 0,
    order: String? = nil,
    spoken: (@Sendable (Row, CellSetting) -> String)? = nil,
    cell: @escaping @Sendable (Row, CellSetting) -> StyledText
  ) {
    self.id = id
    self.title = title
    self.width = width
    self.alignment = alignment
    self.priority = priority
    self.isIdentifying = isIdentifying
    self.isUsual = isUsual
    self.leastRoom = leastRoom
    self.order = order
    self.spoken = spoken
    self.cell = cell
  }

  /// A column that is shown only where somebody chose it.
  public static func more(
    _ id: Code, _ title: String, _ width: Width, alignment: Column.Alignment = .leading,
    cell: @escaping @Sendable (Row, CellSetting) -> StyledText
  ) -> ListColumn {
    ListColumn(id, title, width, alignment: alignment, isUsual: false, cell: cell)
  }
}
