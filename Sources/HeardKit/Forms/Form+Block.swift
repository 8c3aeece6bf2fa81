import HeardModel
import TerminalCanvas

extension Form {
  /// The form as a block; labels and problems in the words of the desk, and beside the fields how
  /// they were understood.
  public func block(_ desk: Desk, understood: [Code: Understood] = [:]) -> Block {
    var lastSection: String?
    var items: [Field] = []
    for (index, entry) in entries.prefix(shownCount).enumerated() {
      let section = entry.section == lastSection ? nil : entry.section
      lastSection = entry.section
      var item = field(entry, isFocused: index == cursor, section: section, desk)
      item.understood =
        entry.begun.isEmpty
        ? understood[entry.id]?.beside(trimmed(entry.value.text)) : entry.foundOption?.label
      items.append(item)
    }
    if !isUnfolded && shownCount < entries.count {
      items.append(
        Field(
          desk.words("form.more"),
          .fixed(
            StyledText(
              desk.words("form.moreFields", count: entries.count - shownCount), .faint))))
    }
    return .fields(Fields(items, cursor: cursor))
  }

  private func field(
    _ entry: Entry, isFocused: Bool, section: String?, _ desk: Desk
  ) -> Field {
    let words = desk.words
    var field = Field(
      entry.label ?? words("field.\(entry.id.stored)"),
      shown(entry, isFocused: isFocused, words),
      hint: hint(entry, words), problem: entry.problem?.sentence(words),
      isRequired: entry.isRequired, section: section.map { words("section.\($0)") },
      suggestions: isFocused ? entry.suggestions : [], suggestionCursor: entry.suggestionCursor)
    if isFocused, !entry.begun.isEmpty {
      field.suggestions = found(entry)
      field.suggestionCursor = entry.foundOption.flatMap(entry.narrowed.firstIndex)
    }
    return field
  }

  /// Help for the field; while it is searched, for the keys that this takes.
  private func hint(_ entry: Entry, _ words: Words) -> String? {
    if !entry.begun.isEmpty {
      if case .many = entry.kind { return words("form.searchTicks") }
      return words("form.search")
    }
    let hint = "hint.\(entry.id.stored)"
    return words.has(hint) ? words(hint) : nil
  }

  /// The options that what is typed leaves, with their boxes where they are ticked.
  private func found(_ entry: Entry) -> [String] {
    guard case .many(let values, _) = entry.value else { return entry.narrowed.map(\.label) }
    return entry.narrowed.map {
      Check($0.label, isOn: values.contains($0.value)).text
    }
  }

  /// What stands in a field, in words; empty where nothing was chosen or typed.
  public static func text(of entry: Entry, _ words: Words) -> String {
    func label(_ value: String, _ options: [FieldOption]) -> String {
      options.first { $0.value == value }?.label ?? value
    }
    let text: String =
      switch (entry.value, entry.kind) {
      case (.choice(let value), .choice(let options)): label(value, options)
      case (.many(let values, _), .many(let options)):
        words.list(values.map { label($0, options) })
      case (.toggle(let isOn), _): words(isOn ? "toggle.yes" : "toggle.no")
      default: entry.value.text
      }
    return text == words("choice.none") ? "" : text
  }

  private func shown(_ entry: Entry, isFocused: Bool, _ words: Words) -> FieldValue {
    // What is typed stands there as it is, also when it was left so: it is none of the options.
    if !entry.begun.isEmpty { return .text(TextField(entry.begun)) }
    switch (entry.value, entry.kind) {
    case (.area(let area), .area(let rows)): return .area(area, minimumRows: rows)
    case (.area(let area), _): return .area(area, minimumRows: 3)
    case (.line(let field), .date):
      return .text(field, placeholder: words("placeholder.date"))
    case (.line(let field), _): return .text(field, placeholder: "")
    case (.choice(let value), .choice(let options)):
      let label = options.first { $0.value == value }?.label ?? value
      return .choice(StyledText(label), canChange: options.count > 1)
    case (.choice(let value), _): return .choice(StyledText(value), canChange: false)
    case (.many(let values, let place), .many(let options)):
      if isFocused {
        let checks = options.map { Check($0.label, isOn: values.contains($0.value)) }
        return .checks(checks, cursor: place)
      }
      let labels = values.map { value in options.first { $0.value == value }?.label ?? value }
      return .fixed(StyledText(words.list(labels)))
    case (.many(let values, _), _): return .fixed(StyledText(words.list(values)))
    case (.toggle(let isOn), _):
      return .toggle(isOn: isOn, text: words(isOn ? "toggle.yes" : "toggle.no"))
    }
  }
}
