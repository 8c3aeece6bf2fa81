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
      entries[cursor].begun = ""
    }
    let last = isUnfolded || shownCount == entries.count ? entries.count - 1 : shownCount
    cursor = min(max(0, cursor + step), max(0, last))
  }

  /// Goes to a field, unfolding where it is folded.
  public mutating func focus(_ id: Code) {
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return }
    if entries[place].section != nil { isUnfolded = true }
    cursor = place
  }

  /// Shows or folds the fields under headings.
  mutating func toggleFold() {
    let wasOnFold = isOnFold
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
    switch entries[cursor].value {
    case .line, .area: return handleText(key, columns, suggest)
    case .choice(let value): return handleChoice(value, key)
    case .many(let values, let place): return handleMany(values, place, key)
    case .toggle(let isOn):
      if key == .character(" ") || key == .left || key == .right {
        entries[cursor].value = .toggle(!isOn)
        return true
      }
      return key.isCharacter
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
    guard case .choice(let options) = entries[cursor].kind, !options.isEmpty else { return false }
    let place = options.firstIndex { $0.value == value } ?? 0
    let begun = entries[cursor].begun
    entries[cursor].begun = ""
    switch key {
    case .left: choose(options[(place + options.count - 1) % options.count].value)
    case .right, .character(" "): choose(options[(place + 1) % options.count].value)
    case .character(let letter):
      // A letter goes to the next value that begins with it, by its label or, for scripts that
      // are not typed letter by letter, by its code. Any other letter does nothing: in a form a
      // slip of the finger is never a command.
      //
      // Several letters go to the value that begins with all of them: "safe" is not what begins
      // with its first letter and stands before it.
      let wanted = fold(String(letter))
      entries[cursor].begun = begun + wanted
      if !begun.isEmpty,
        let meant = options.first(where: { fold($0.label).hasPrefix(begun + wanted) })
          ?? options.first(where: { fold($0.value).hasPrefix(begun + wanted) })
      {
        choose(meant.value)
        return true
      }
      entries[cursor].begun = wanted
      let order = options.indices.map { options[(place + 1 + $0) % options.count] }
      let next =
        order.first { fold($0.label).hasPrefix(wanted) }
        ?? order.first { fold($0.value).hasPrefix(wanted) }
      if let next { choose(next.value) }
    default: return false
    }
    return true
  }

  private mutating func choose(_ value: String) {
    entries[cursor].value = .choice(value)
    entries[cursor].problem = nil
  }

  private mutating func handleMany(_ values: [String], _ place: Int, _ key: Key) -> Bool {
    guard case .many(let options) = entries[cursor].kind, !options.isEmpty else { return false }
    if case .character(let letter) = key, letter != " " {
      find(letter, values, options)
      return true
    }
    entries[cursor].begun = ""
    switch key {
    case .left: entries[cursor].value = .many(values, cursor: max(0, place - 1))
    case .right:
      entries[cursor].value = .many(values, cursor: min(options.count - 1, place + 1))
    case .character(" "):
      let value = options[place].value
      let changed = values.contains(value) ? values.filter { $0 != value } : values + [value]
      entries[cursor].value = .many(changed, cursor: place)
      entries[cursor].problem = nil
    default: return false
    }
    return true
  }

  /// Goes to the value that begins as what was typed; chooses it once two letters leave only one.
  private mutating func find(_ letter: Character, _ values: [String], _ options: [FieldOption]) {
    func found(_ begun: String) -> [Int] {
      let wanted = fold(begun)
      return options.indices.filter { place in
        let words = fold(options[place].label).split { !$0.isLetter && !$0.isNumber }
        return words.contains { $0.hasPrefix(wanted) }
      }
    }
    let longer = entries[cursor].begun + String(letter)
    // A letter that leads nowhere begins anew.
    let begun = found(longer).isEmpty ? String(letter) : longer
    let places = found(begun)
    entries[cursor].begun = places.isEmpty ? "" : begun
    guard let first = places.first else { return }
    var chosen = values
    if places.count == 1, begun.count > 1, !chosen.contains(options[first].value) {
      chosen.append(options[first].value)
    }
    entries[cursor].value = .many(chosen, cursor: first)
    entries[cursor].problem = nil
  }
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

extension Key {
  /// Whether the key is a letter, a digit or a sign.
  fileprivate var isCharacter: Bool {
    if case .character = self { true } else { false }
  }
}
