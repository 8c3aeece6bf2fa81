/// Numbers with bars: said in one sentence first, and every number stands before its bar.
public struct BarChart: Sendable {
  /// What the chart says.
  public var sentence: StyledText
  /// The rows from top to bottom.
  public var rows: [Row]
  /// The index of the current row, when its records can be opened.
  public var cursor: Int?

  /// Makes a chart.
  public init(sentence: StyledText, rows: [Row], cursor: Int? = nil) {
    self.sentence = sentence
    self.rows = rows
    self.cursor = cursor
  }

  /// One number of a chart.
  public struct Row: Sendable {
    /// What is counted.
    public var label: String
    /// The length of the bar; nil, when not known or not shown, draws none.
    public var value: Int?
    /// The number or the word in its place.
    public var valueText: StyledText
    /// Parts of the bar from left to right; empty for a bar of one kind.
    public var segments: [Segment]
    /// What is read aloud in place of the number, where that holds signs.
    public var spoken: String?

    /// Makes a row.
    public init(
      _ label: String, value: Int?, valueText: StyledText, segments: [Segment] = [],
      spoken: String? = nil
    ) {
      self.label = label
      self.value = value
      self.valueText = valueText
      self.segments = segments
      self.spoken = spoken
    }
  }

  /// A part of a bar.
  public struct Segment: Hashable, Sendable {
    /// The part of the row's value.
    public var value: Int
    /// How it is filled, so that parts differ without colour.
    public var fill: Fill

    /// Makes a part.
    public init(_ value: Int, _ fill: Fill) {
      self.value = value
      self.fill = fill
    }
  }

  /// The fillings of bars, from firm to vague.
  public enum Fill: Hashable, Sendable {
    /// Full blocks.
    case solid
    /// Half-tone.
    case shaded
    /// Outline only.
    case light
  }
}
