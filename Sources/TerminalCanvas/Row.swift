/// One row of a block on its way to the canvas.
struct Row {
  /// The text, which begins behind the columns for pointer and mark.
  var text: StyledText
  /// A style for the whole row, in place of the text's own.
  var style: Style?
  /// Whether the pointer stands before the row.
  var isPointed = false
  /// Whether the mark stands before the row.
  var isMarked = false
  /// The column of the text on which the terminal's cursor stands.
  var cursor: Int?
  /// Whether the record's name begins here.
  var namesRecord = false
  /// What somebody points at here.
  var target: ClickTarget?
  /// What they point at in single stretches of the text, counted in its columns.
  var targets: [(columns: Range<Int>, target: ClickTarget)] = []

  init(
    _ text: StyledText = StyledText([]), style: Style? = nil, isPointed: Bool = false,
    isMarked: Bool = false, cursor: Int? = nil
  ) {
    self.text = text
    self.style = style
    self.isPointed = isPointed
    self.isMarked = isMarked
    self.cursor = cursor
  }

  /// The same row with what somebody points at.
  func leading(to target: ClickTarget?) -> Row {
    var row = self
    row.target = target
    return row
  }

  /// The columns before the text: the pointer, and the mark or a space.
  static let margin = 2
}
