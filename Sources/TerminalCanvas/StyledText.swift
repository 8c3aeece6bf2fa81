/// A stretch of text in one style.
public struct Span: Hashable, Sendable {
  /// The text as it is, before it is made safe for display.
  public var text: String
  /// What the text means.
  public var style: Style

  /// Makes a span.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A line of text whose parts may have different styles.
public struct StyledText: Hashable, Sendable {
  /// The parts from left to right.
  public var spans: [Span]

  /// Makes a text in one style.
  public init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// Makes a text of parts.
  public init(_ spans: [Span]) {
    self.spans = spans
  }

  /// The parts without their styles.
  public var text: String {
    spans.count == 1 ? spans[0].text : spans.map(\.text).joined()
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// Joins two texts; each keeps its styles.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.spans + right.spans)
  }

  /// Appends a text; each keeps its styles.
  public static func += (left: inout StyledText, right: StyledText) {
    left.spans += right.spans
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// Makes a plain text of a literal, which may have values in it.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
