/// What a piece of text means on the screen; the terminal's theme turns it into attributes.
public enum Style: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case plain
  /// Text that may be overlooked: labels, hints, units.
  case faint
  /// Text that matters more than its neighbours.
  case strong
  /// The name of a screen, section or column.
  case title
  /// The one accent: what can be acted on, where one is.
  case accent
  /// Something that went well.
  case good
  /// Something to look at.
  case warning
  /// Something wrong or lost.
  case bad
  /// The focused row.
  case selected
  /// The row under the cursor of a table that does not have the focus.
  case selectedFaint
  /// A value that can be edited.
  case field
  /// The value that is being edited.
  case fieldFocused
  /// The bar of a chart.
  case chart
  /// The mark of what must not leave the programme.
  case restricted
}
