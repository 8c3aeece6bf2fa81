/// A place between characters of a text, counted in characters as people see them.
public struct TextPosition: Hashable, Comparable, Sendable {
  /// The paragraph, counted from zero.
  public var paragraph: Int
  /// The number of characters of the paragraph before the place.
  public var offset: Int

  /// Makes a position.
  public init(paragraph: Int, offset: Int) {
    self.paragraph = paragraph
    self.offset = offset
  }

  /// Orders positions as the text is read.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.paragraph, left.offset) < (right.paragraph, right.offset)
  }
}
