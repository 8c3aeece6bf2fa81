extension StyledText {
  /// The text in exactly so many columns: cut with a mark or filled up with spaces.
  func fitted(
    to columns: Int, alignment: Column.Alignment = .leading, glyphs: Glyphs
  ) -> StyledText {
    guard columns > 0 else { return StyledText([]) }
    let whole = prefix(columns: columns)
    guard whole.isComplete else {
      let cut = prefix(columns: columns - 1)
      let mark = Span(glyphs.cut, cut.text.spans.last?.style ?? spans.first?.style ?? .plain)
      return Self.padded(
        StyledText(cut.text.spans + [mark]), by: columns - 1 - cut.columns, at: .leading)
    }
    return Self.padded(whole.text, by: columns - whole.columns, at: alignment)
  }

  /// The text with another style for all its parts.
  func styled(_ style: Style) -> StyledText {
    StyledText(spans.map { Span($0.text, style) })
  }

  /// The text with a style for those parts that are plain.
  func styledWherePlain(_ style: Style) -> StyledText {
    StyledText(spans.map { Span($0.text, $0.style == .plain ? style : $0.style) })
  }

  private func prefix(columns: Int) -> (text: StyledText, columns: Int, isComplete: Bool) {
    var taken: [Span] = []
    var width = 0
    for span in spans {
      if span.text.utf8.count <= columns - width, DisplayText.isPlain(span.text) {
        taken.append(span)
        width += span.text.utf8.count
        continue
      }
      var text = ""
      let beginning = TextWidth.beginning(of: span.text, columns: columns - width + 1)
      for character in beginning {
        let next = TextWidth.columns(of: character)
        guard next <= columns - width else {
          taken.append(Span(text, span.style))
          return (StyledText(taken), width, false)
        }
        text.append(character)
        width += next
      }
      taken.append(Span(text, span.style))
      if beginning.endIndex < span.text.endIndex { return (StyledText(taken), width, false) }
    }
    return (StyledText(taken), width, true)
  }

  private static func padded(
    _ text: StyledText, by columns: Int, at alignment: Column.Alignment
  ) -> StyledText {
    guard columns > 0 else { return text }
    let left =
      switch alignment {
      case .leading: 0
      case .trailing: columns
      case .centre: columns / 2
      }
    var result = text
    if left > 0 { result.spans.insert(Span(String(repeating: " ", count: left)), at: 0) }
    if columns > left { result.spans.append(Span(String(repeating: " ", count: columns - left))) }
    return result
  }
}
