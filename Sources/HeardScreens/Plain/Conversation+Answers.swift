import HeardKit
import HeardModel

// Answers.
extension Conversation {
  /// A text that is one of the words with a meaning is typed with = before it.
  func literal(_ line: String) -> String {
    guard line.hasPrefix("=") else { return line }
    let rest = String(line.dropFirst())
    let isReserved =
      rest == "-" || rest == "." || rest.hasPrefix(":") || Self.number(rest) != nil
      || LineVerb.inForms.contains { $0.names(words).contains(fold(rest)) }
    return isReserved ? rest : line
  }

  /// Puts an answer in; goes on unless something is wrong with it or something else may be meant.
  mutating func put(_ text: String, in entry: Form.Entry) {
    let id = entry.id
    let before = application.form?.understood(application.desk) ?? [:]
    act { $0.inForm($1) { form, desk in form.put(text, in: id, &desk) } }
    sayUnderstood(entry, since: before)
    guard let form = application.form?.filled,
      let place = form.entries.firstIndex(where: { $0.id == id }), place == form.cursor
    else { return }
    if form.entries[place].problem != nil { return }
    if case .line = entry.kind, asking.offered != id {
      let meant = application.form?.suggestions(id, text, application.desk) ?? []
      if !meant.isEmpty && !asking.options.contains(where: { $0.label == text }) {
        asking.offered = id
        return replies.append(words("linear.meant", ["text": text]))
      }
    }
    next()
  }

  /// Says how an answer was understood, and what else it made to be understood otherwise.
  private mutating func sayUnderstood(
    _ answered: Form.Entry, since before: [Code: Understood]
  ) {
    let now = application.form?.understood(application.desk) ?? [:]
    for entry in application.form?.filled.entries ?? [] {
      let isAnswered = entry.id == answered.id
      let label = entry.label ?? words("field.\(entry.id.stored)")
      if let understood = now[entry.id], !understood.words.isEmpty {
        guard isAnswered || understood.words != before[entry.id]?.words else { continue }
        replies.append(words.labelled(label, understood.words))
      } else if isAnswered, entry.problem == nil, entry.isChosen {
        let chosen = Form.text(of: entry, words)
        replies.append(words.labelled(label, chosen.isEmpty ? words("linear.none") : chosen))
      }
    }
  }

  mutating func clear(_ entry: Form.Entry) {
    switch entry.kind {
    case .choice(let options) where !options.contains { $0.value.isEmpty }:
      replies.append(words("linear.notEmpty"))
    default: put("", in: entry)
    }
  }

  mutating func choose(
    _ line: String, among options: [FieldOption], in entry: Form.Entry
  ) {
    if let option = options.answered(line, words) { return put(option.value, in: entry) }
    switch options.find(line, isNumbered: true) {
    case .one(let option): put(option.value, in: entry)
    case .several(let several): offer(several, line)
    case .none: refuse(line, options)
    }
  }

  mutating func chooseSeveral(
    _ line: String, among options: [FieldOption], in entry: Form.Entry
  ) {
    var values: [String] = []
    for part in OptionInput.parts(line, options) {
      switch options.find(part, isNumbered: true) {
      case .one(let option): if !values.contains(option.value) { values.append(option.value) }
      case .several(let several): return offer(several, part)
      case .none: return refuse(part, options)
      }
    }
    put(values.joined(separator: ", "), in: entry)
  }

  mutating func lookUp(
    _ line: String, among options: [FieldOption], in entry: Form.Entry
  ) {
    if let chosen = asking.options.numbered(line) { return put(chosen, in: entry) }
    switch options.find(line, isNumbered: false) {
    case .one(let option): put(option.value, in: entry)
    case .several(let several): offer(several, line)
    // It stands there as it was typed, with what is wrong with it, until it is corrected.
    case .none: put(literal(line), in: entry)
    }
  }

  mutating func lookUpSeveral(
    _ line: String, among options: [FieldOption], in entry: Form.Entry
  ) {
    var labels: [String] = []
    for part in OptionInput.parts(line, options) {
      if let chosen = asking.options.numbered(part) {
        labels.append(chosen)
        continue
      }
      switch options.find(part, isNumbered: false) {
      case .one(let option): labels.append(option.label)
      case .several(let several): return offer(several, part)
      case .none: labels.append(part)
      }
    }
    put(labels.joined(separator: "; "), in: entry)
  }

  /// Lists the values that may be meant, to be chosen by number.
  private mutating func offer(_ options: [FieldOption], _ text: String) {
    asking.options = Array(options.prefix(pageItems))
    replies.append(words("linear.ambiguousValue", count: options.count, ["text": text]))
    replies += asking.options.enumerated().map { "\($0 + 1). \($1.label)" }
    asking.isOffering = true
  }

  private mutating func refuse(_ text: String, _ options: [FieldOption]) {
    if options.isEmpty { return replies.append(words("linear.nothingToChoose")) }
    let near = nearest(text, among: options.map(\.label))
    replies.append(FieldProblem.notAnOption(text, nearest: near).sentence(words))
  }
}

extension Form.Entry {
  /// Whether it is chosen from values that were read out, and not typed.
  fileprivate var isChosen: Bool {
    switch kind {
    case .choice, .many, .toggle: true
    case .line, .area, .date, .number, .lookup, .lookupMany: false
    }
  }
}

extension [FieldOption] {
  /// What a typed word may mean.
  enum Found {
    case one(FieldOption)
    case several([FieldOption])
    case none
  }

  /// The value behind a number.
  func value(numbered text: String) -> String? {
    Conversation.number(text).flatMap { indices.contains($0 - 1) ? self[$0 - 1].value : nil }
  }

  /// The label behind a number.
  func numbered(_ text: String) -> String? {
    Conversation.number(text).flatMap { indices.contains($0 - 1) ? self[$0 - 1].label : nil }
  }

  /// Finds a value by its number, its name, or what its name begins with or holds.
  func find(_ text: String, isNumbered: Bool) -> Found {
    if isNumbered, let number = Conversation.number(text), indices.contains(number - 1) {
      return .one(self[number - 1])
    }
    let wanted = fold(text)
    let exact = filter { fold($0.label) == wanted || (fold($0.value) == wanted && !wanted.isEmpty) }
    if let first = exact.first { return .one(first) }
    let matches = OptionInput.matches(text, self)
    let begun = matches.filter { fold($0.label).hasPrefix(wanted) }
    if begun.count == 1 { return .one(begun[0]) }
    if !begun.isEmpty { return .several(begun) }
    guard let first = matches.first else { return .none }
    // What stands in the middle of a word is no name of anything: "ok" is not Norwegian Bokmål.
    return matches.count == 1 && first.hasWord(beginning: wanted) ? .one(first) : .several(matches)
  }
}

extension FieldOption {
  /// Whether a folded text begins a word of the label.
  fileprivate func hasWord(beginning text: String) -> Bool {
    let label = fold(label)
    return label.indices.contains { place in
      label[place...].hasPrefix(text)
        && (place == label.startIndex || !label[label.index(before: place)].isASCIILetter)
    }
  }
}

extension Character {
  // Scripts without spaces have no words that a text could stand in the middle of.
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
