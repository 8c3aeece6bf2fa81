/// One part of a screen; the set is closed so that every renderer knows them all.
public enum Block: Sendable {
  /// One line, cut at the right edge with a mark.
  case line(StyledText)
  /// Text that wraps and takes the rows that are left.
  case prose(Prose)
  /// Rows under columns.
  case table(Table)
  /// A form.
  case fields(Fields)
  /// Numbers with bars.
  case chart(BarChart)
  /// A sentence that must not be overlooked.
  case notice(Notice)
  /// The parts of a screen, one of them current.
  case tabs(Tabs)
  /// A number to be read from some steps away.
  case number(BigNumber)
  /// Blocks of which a part is seen.
  case scroll(Scroll)
  /// An empty row.
  case gap
}

/// Blocks that are read from top to bottom where they do not all fit.
public struct Scroll: Sendable {
  /// The blocks; none of them has the focus.
  public var blocks: [Block]
  /// The first row to show; more than there are shows the last page.
  public var firstLine: Int

  /// Makes a scroll.
  public init(_ blocks: [Block], firstLine: Int = 0) {
    self.blocks = blocks
    self.firstLine = firstLine
  }

  /// How many rows it takes at a width, for scrolling no further than its end.
  public func lineCount(columns: Int) -> Int {
    BlockLayout(columns: columns, height: Self.mostRows, glyphs: .unicode)
      .naturalHeight(of: blocks)
  }

  // Far more than anybody reads; only forms look at it.
  private static let mostRows = 10_000
}

/// Text of several lines, wrapped between words.
public struct Prose: Hashable, Sendable {
  /// The paragraphs.
  public var paragraphs: [StyledText]
  /// The first wrapped line to show; more than there are shows the last page.
  public var firstLine: Int
  /// Whether the keys scroll this text.
  public var isFocused: Bool
  /// What somebody points at who points at this text.
  public var target: ClickTarget?
  /// Whether it begins with the name of the record that the screen shows.
  public var namesRecord = false

  /// Makes prose of paragraphs.
  public init(_ paragraphs: [StyledText], firstLine: Int = 0, isFocused: Bool = false) {
    self.paragraphs = paragraphs
    self.firstLine = firstLine
    self.isFocused = isFocused
  }

  /// Makes prose of a text whose newlines end paragraphs.
  public init(
    _ text: String, style: Style = .plain, firstLine: Int = 0, isFocused: Bool = false
  ) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.init(
      lines.map { StyledText(String($0), style) }, firstLine: firstLine, isFocused: isFocused)
  }
}

extension [Block] {
  /// The same blocks, of which the first text begins with the name of the record: the terminal's
  /// cursor stands there when the record is opened.
  public var namingRecord: [Block] {
    var blocks = self
    for (place, block) in enumerated() {
      guard case .prose(var prose) = block else { continue }
      prose.namesRecord = true
      blocks[place] = .prose(prose)
      break
    }
    return blocks
  }
}

/// A sentence that stands out, its kind told by a sign and not by colour alone.
public struct Notice: Hashable, Sendable {
  /// What the sentence is for.
  public enum Kind: Hashable, Sendable {
    /// Good to know.
    case info
    /// To be looked at.
    case warning
    /// Wrong, lost or refused.
    case bad
    /// Done.
    case good
  }

  /// What the sentence is for.
  public var kind: Kind
  /// The sentence; it wraps.
  public var text: String

  /// Makes a notice.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// The names of a screen's parts in one line.
public struct Tabs: Hashable, Sendable {
  /// The names from left to right.
  public var titles: [String]
  /// The index of the part that is shown.
  public var current: Int

  /// Makes tabs.
  public init(_ titles: [String], current: Int) {
    self.titles = titles
    self.current = current
  }
}
