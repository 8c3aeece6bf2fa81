import HeardModel
import TerminalCanvas

extension Form {
  /// Takes a key; false when it is none of the form's own.
  ///
  /// `suggest` tells what may be meant by a text in a field.
  public mutating func handle(
    _ key: Key, columns: Int, suggest: (Code, String) -> [String]
  ) -> Bool {
    // A text would take the key as one step to the right.
    if KeyTable.binding(.fold)?.keys.contains(key) ?? false { return false }
    // They are words of a text here: between two fields of choices they must not lead away.
    if key == .altLeft || key == .altRight {
      if !isOnFold { _ = handleText(key, columns, suggest) }
      return true
    }
    if isOnFold { return handleOnFold(key) }
    guard entries.indices.contains(cursor) else { return false }
    if handleSuggestion(key) { return true }
    switch key {
    case .tab: move(1)
    case .backTab: move(-1)
    case .escape where entries[cursor].isChosen: return handleSearch(key)
    case .escape, .function, .pageUp, .pageDown: return handleText(key, columns, suggest)
    default:
      if handleValue(key, columns, suggest) { return true }
      switch key {
      case .up: move(-1)
      case .down, .enter: move(1)
      default: return false
      }
    }
    return true
  }

  /// Goes to another field; what stands in the left one keeps standing there.
  public mutating func move(_ step: Int) {
    if entries.indices.contains(cursor) {
      closeSuggestions()
      entries[cursor].settleSearch()
    }
    let last = isUnfolded || shownCount == entries.count ? entries.count - 1 : shownCount
    cursor = min(max(0, cursor + step), max(0, last))
  }

  /// Goes to a field, unfolding where it is folded.
  public mutating func focus(_ id: Code) {
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return }
    if entries.indices.contains(cursor) { entries[cursor].settleSearch() }
    if entries[place].section != nil { isUnfolded = true }
    cursor = place
  }

  /// Shows or folds the fields under headings.
  mutating func toggleFold() {
    let wasOnFold = isOnFold
    if entries.indices.contains(cursor) { entries[cursor].settleSearch() }
    isUnfolded.toggle()
    if !isUnfolded { cursor = min(cursor, shownCount) } else if wasOnFold { cursor = shownFirst }
  }

  private var shownFirst: Int { entries.firstIndex { $0.section != nil } ?? 0 }

  private mutating func handleOnFold(_ key: Key) -> Bool {
    switch key {
    case .enter, .right, .character(" "), .down, .tab: toggleFold()
    case .up, .backTab: cursor = max(0, cursor - 1)
    default: return false
    }
    return true
  }

  private mutating func handleValue(
    _ key: Key, _ columns: Int, _ suggest: (Code, String) -> [String]
  ) -> Bool {
    if !entries[cursor].isChosen { return handleText(key, columns, suggest) }
    if handleSearch(key) { return true }
    switch entries[cursor].value {
    case .line, .area: return handleText(key, columns, suggest)
    case .choice(let value): return handleChoice(value, key)
    case .many(let values, let place): return handleMany(values, place, key)
    case .toggle(let isOn):
      guard key == .character(" ") || key == .left || key == .right else { return false }
      entries[cursor].value = .toggle(!isOn)
      return true
    }
  }

  private mutating func handleText(
    _ key: Key, _ columns: Int, _ suggest: (Code, String) -> [String]
  ) -> Bool {
    switch entries[cursor].value {
    case .line(var field):
      let before = field.text
      guard field.handle(key) else { return false }
      entries[cursor].value = .line(field)
      if field.text != before {
        entries[cursor].problem = nil
        offer(suggest(entries[cursor].id, field.text))
      }
      return true
    case .area(var area):
      // At the first and last line the arrows leave the text, so that a form never traps.
      let before = area
      guard area.handle(key, columns: columns) else { return false }
      if area == before && (key == .up || key == .down) { return false }
      entries[cursor].value = .area(area)
      entries[cursor].problem = nil
      return true
    case .choice, .many, .toggle: return false
    }
  }

  private mutating func handleChoice(_ value: String, _ key: Key) -> Bool {
    let options = entries[cursor].options
    if options.isEmpty { return false }
    let place = options.firstIndex { $0.value == value } ?? 0
    let step: Int
    switch key {
    case .left: step = options.count - 1
    case .right: step = 1
    // One slip of the thumb must not say that somebody agreed.
    case .character(" "): return true
    default: return false
    }
    entries[cursor].value = .choice(options[(place + step) % options.count].value)
    entries[cursor].problem = nil
    return true
  }

  private mutating func handleMany(_ values: [String], _ place: Int, _ key: Key) -> Bool {
    let options = entries[cursor].options
    if options.isEmpty { return false }
    switch key {
    case .left: entries[cursor].value = .many(values, cursor: max(0, place - 1))
    case .right:
      entries[cursor].value = .many(values, cursor: min(options.count - 1, place + 1))
    case .character(" "): entries[cursor].take(options[min(place, options.count - 1)])
    default: return false
    }
    return true
  }
}

// What is typed on a field of options narrows them; while something is, all these keys belong to
// it. In a form a slip of the finger is never a command.
extension Form {
  private mutating func handleSearch(_ key: Key) -> Bool {
    let hasBegun = !entries[cursor].begun.isEmpty
    switch key {
    case .character(" ") where !hasBegun: return entries[cursor].options.isEmpty
    case .character(let letter): search(String(letter))
    case .paste(let text): search(TextField(text).text)
    case .backspace, .delete, .control("h"): entries[cursor].shortenSearch()
    case .escape where hasBegun, .control("u") where hasBegun: entries[cursor].endSearch()
    case .left where hasBegun: moveFound(-1)
    case .right where hasBegun: moveFound(1)
    // One is left as by Tab; among several the arrows go as among suggestions.
    case .up where entries[cursor].hasSeveralFound: moveFound(-1)
    case .down where entries[cursor].hasSeveralFound: moveFound(1)
    case .enter where hasBegun:
      if let option = entries[cursor].foundOption { entries[cursor].take(option) }
    default: return false
    }
    return true
  }

  private mutating func search(_ text: String) {
    if !entries[cursor].options.isEmpty { entries[cursor].search(text) }
  }

  private mutating func moveFound(_ step: Int) {
    let last = max(0, entries[cursor].narrowed.count - 1)
    entries[cursor].foundPlace = min(max(0, entries[cursor].foundPlace + step), last)
  }
}

extension Form.Entry {
  fileprivate var hasSeveralFound: Bool { !begun.isEmpty && narrowed.count > 1 }
}

// Suggestions: shown while something is typed, taken only when chosen.
extension Form {
  private mutating func offer(_ suggestions: [String]) {
    entries[cursor].suggestions = Array(suggestions.prefix(6))
    entries[cursor].suggestionCursor = nil
  }

  private mutating func closeSuggestions() { offer([]) }

  private mutating func handleSuggestion(_ key: Key) -> Bool {
    let suggestions = entries[cursor].suggestions
    if suggestions.isEmpty { return false }
    let place = entries[cursor].suggestionCursor
    switch (key, place) {
    case (.down, _):
      // Below the last one the next field follows, so that a form never traps; none is taken.
      let next = (place ?? -1) + 1
      guard next < suggestions.count, !trimmed(entries[cursor].value.text).isEmpty else {
        move(1)
        return true
      }
      entries[cursor].suggestionCursor = next
    case (.up, let place?): entries[cursor].suggestionCursor = place == 0 ? nil : place - 1
    case (.enter, let place?):
      take(suggestions[place])
    case (.escape, _): closeSuggestions()
    default: return false
    }
    return true
  }

  private mutating func take(_ suggestion: String) {
    let typed = entries[cursor].value.text
    // Of several values with commas only the last is being typed.
    var before = ""
    if case .lookupMany(let options) = entries[cursor].kind {
      before = trimmed(String(typed[..<OptionInput.last(of: typed, options).startIndex]))
    }
    let chosen =
      if case .date = entries[cursor].kind { TypedDate.typed(suggestion) } else { suggestion }
    entries[cursor].value = .line(
      TextField(before.isEmpty ? chosen : "\(before) \(chosen), "))
    entries[cursor].problem = nil
    closeSuggestions()
  }
}
