import HeardModel

// Options found by typing. What is typed only narrows them: it never changes what is chosen.
extension OptionInput {
  /// The options of which a word begins as what is typed: first what is called so in full, then
  /// those whose label begins so.
  ///
  /// By their other names only where no label fits, for scripts that are not typed letter by letter.
  static func narrowed(_ text: String, _ options: [FieldOption]) -> [FieldOption] {
    let wanted = fold(trimmed(text))
    if wanted.isEmpty { return options }
    let exact = options.filter { $0.isCalled(wanted) }
    let others = options.filter { !exact.contains($0) }
    let first = others.filter { fold($0.label).hasPrefix(wanted) }
    let rest = others.filter { option in
      !first.contains(option) && option.hasPart(beginning: wanted)
    }
    let byLabel = exact + first + rest
    return byLabel.isEmpty ? options.filter { $0.isAlsoCalled(wanted) } : byLabel
  }

  /// The one option that is named by a text: in full, or by the beginning of a word that no other
  /// option has.
  static func certain(_ text: String, _ options: [FieldOption]) -> FieldOption? {
    let wanted = fold(trimmed(text))
    if wanted.isEmpty { return nil }
    let narrowed = narrowed(text, options)
    return options.first { $0.isCalled(wanted) } ?? (narrowed.count == 1 ? narrowed[0] : nil)
  }
}

extension FieldOption {
  /// Whether a folded text stands in the label from the beginning of a word on.
  fileprivate func hasPart(beginning text: String) -> Bool {
    Self.hasPart(fold(label), beginning: text)
  }

  /// Whether a folded text stands in what else it is called from the beginning of a word on.
  func hasAlias(beginning text: String) -> Bool {
    alias.map { Self.hasPart(fold($0), beginning: text) } ?? false
  }

  private static func hasPart(_ label: String, beginning text: String) -> Bool {
    label.indices.contains { place in
      label[place...].hasPrefix(text)
        && (place == label.startIndex || !label[label.index(before: place)].isWritten)
    }
  }

  fileprivate func isAlsoCalled(_ text: String) -> Bool {
    [value, alias ?? value].contains { fold($0).hasPrefix(text) }
  }
}

extension Character {
  // Scripts without spaces have no words that a text could stand in the middle of.
  fileprivate var isWritten: Bool { isASCII && (isLetter || isNumber) }
}

// What is typed on a field of options.
extension Form.Entry {
  /// What can be chosen in it, under the names by which it is found.
  public var options: [FieldOption] {
    switch kind {
    case .choice(let options), .many(let options): options
    case .toggle: answers
    case .line, .area, .date, .number, .lookup, .lookupMany: []
    }
  }

  /// Whether something is chosen in it rather than written.
  var isChosen: Bool {
    switch kind {
    case .choice, .many, .toggle: true
    case .line, .area, .date, .number, .lookup, .lookupMany: false
    }
  }

  /// The options that what is typed leaves.
  var narrowed: [FieldOption] { OptionInput.narrowed(begun, options) }

  /// The option that Enter takes; nil where nothing is typed, or nothing is called so.
  public var foundOption: FieldOption? {
    trimmed(begun).isEmpty ? nil : narrowed[safe: min(foundPlace, narrowed.count - 1)]
  }

  /// What stands against going on with what is typed; nil where nothing is typed.
  var unsettled: FieldProblem? {
    if trimmed(begun).isEmpty { return nil }
    let names = narrowed.map(\.label)
    if names.isEmpty {
      return .notAnOption(begun, nearest: nearest(begun, among: options.map(\.label)))
    }
    if case .many = kind { return .notTicked(begun) }
    return .fitsSeveral(begun, names)
  }

  /// Types one letter more, or takes it for part of a text that was pasted.
  mutating func search(_ more: String) { setSearch(begun + more) }

  /// Takes back the last letter.
  mutating func shortenSearch() { setSearch(String(begun.dropLast())) }

  /// Leaves what is typed out of it.
  mutating func endSearch() { setSearch("") }

  private mutating func setSearch(_ text: String) {
    if text == begun { return }
    begun = text
    foundPlace = 0
    // That nothing is called so is said at once; that several are is seen.
    problem = narrowed.isEmpty ? unsettled : nil
  }

  /// Chooses an option, or ticks it; one that is ticked already is no longer.
  mutating func take(_ option: FieldOption) {
    switch value {
    case .choice: value = .choice(option.value)
    case .toggle: value = .toggle(option.value == "yes")
    case .many(let values, _):
      let isTicked = values.contains(option.value)
      let place = options.firstIndex(of: option) ?? 0
      value = .many(
        isTicked ? values.filter { $0 != option.value } : values + [option.value], cursor: place)
    case .line, .area: return
    }
    endSearch()
    problem = nil
  }

  /// Takes what is typed where it names one option and no other; ticks are made by Enter alone.
  ///
  /// Whatever else is typed stays with what is wrong with it, and the value as it was.
  mutating func settleSearch() {
    if begun.isEmpty { return }
    if trimmed(begun).isEmpty { return endSearch() }
    if case .many = kind {
    } else if foundPlace == 0, let option = OptionInput.certain(begun, options) {
      return take(option)
    }
    problem = unsettled
  }
}
