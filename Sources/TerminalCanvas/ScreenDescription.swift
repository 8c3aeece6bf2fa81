/// Everything a screen says at one moment, as values that every renderer understands.
public struct ScreenDescription: Sendable {
  /// The first line: where one is.
  public var heading: Heading
  /// The content from top to bottom.
  public var blocks: [Block]
  /// What a wide terminal shows beside the content; nothing that is only here may be needed.
  public var aside: [Block]
  /// What has just happened, in one line.
  public var news: StyledText?
  /// Guidance that stands above the news and the keys as long as somebody is guided.
  public var guide: [StyledText] = []
  /// The keys of this screen by importance; the last one (help) always stays.
  public var keys: [KeyHint]
  /// A question, palette or help that lies over the content.
  public var overlay: Overlay?
  /// The smallest size at which it can be drawn.
  public var smallest: Size
  /// Whether nothing was done on the screen yet: the cursor stands on the name of its record.
  public var isJustOpened = false

  /// Makes a description.
  public init(
    heading: Heading, blocks: [Block], aside: [Block] = [], news: StyledText? = nil,
    keys: [KeyHint] = [], overlay: Overlay? = nil, smallest: Size = CanvasRenderer.smallest
  ) {
    self.heading = heading
    self.blocks = blocks
    self.aside = aside
    self.news = news
    self.keys = keys
    self.overlay = overlay
    self.smallest = smallest
  }
}

/// The first line of a screen.
public struct Heading: Hashable, Sendable {
  /// The program's name.
  public var program: String
  /// The screen's name.
  public var place: String
  /// What is shown and filtered; cut first when the line is short.
  public var context: StyledText
  /// What stands at the right edge, such as whether all is saved; never cut away.
  public var status: StyledText

  /// Makes a heading.
  public init(
    program: String, place: String, context: StyledText = StyledText([]),
    status: StyledText = StyledText([])
  ) {
    self.program = program
    self.place = place
    self.context = context
    self.status = status
  }
}

/// A key and what it does, for the bottom line and lists of keys.
public struct KeyHint: Hashable, Sendable {
  /// The key's name as people read it.
  public var key: String
  /// What it does, in a word or two.
  public var label: String

  /// Makes a hint.
  public init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }
}

/// A box over the middle of the screen that has the focus as long as it is there.
public struct Overlay: Sendable {
  /// What the box is about or asks.
  public var title: String
  /// Its content from top to bottom.
  public var blocks: [Block]
  /// Its keys, which replace those of the screen.
  public var keys: [KeyHint]
  /// The columns of its content if the screen has them; nil for a common width.
  public var preferredColumns: Int?
  /// The rows of its content if the screen has them; nil for as many as the content needs.
  public var preferredRows: Int?

  /// Makes an overlay.
  public init(
    title: String, blocks: [Block], keys: [KeyHint] = [], preferredColumns: Int? = nil,
    preferredRows: Int? = nil
  ) {
    self.title = title
    self.blocks = blocks
    self.keys = keys
    self.preferredColumns = preferredColumns
    self.preferredRows = preferredRows
  }
}
