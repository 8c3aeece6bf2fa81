import HeardModel
import TerminalCanvas

/// What is particular to a form while its questions are asked.
struct FormAsking: Sendable {
  /// Whether all questions were asked, though the focus stands on the last one.
  var isAtEnd = false
  /// The field whose text is typed line by line until a line with a dot.
  var dictated: Code?
  /// What numbers stand for in the question.
  var options: [FieldOption] = []
  /// The field of which something that may be meant was offered already.
  var offered: Code?
  /// Whether values that may be meant were listed in place of the question.
  var isOffering = false
  /// What stood round the fields when they were read out last.
  var notices: [String] = []
}

// Forms: one question at a time.
extension Conversation {
  /// The field that is asked; nil when all questions were asked.
  private var asked: Form.Entry? {
    guard let form = application.form?.filled, !asking.isAtEnd, !form.isOnFold else { return nil }
    return form.focused
  }

  /// Takes an answer, or one of the few words that are none.
  mutating func answerField(_ line: String) {
    if line.hasPrefix(":") || line.hasPrefix("：") {
      return obey(trimmed(String(line.dropFirst())))
    }
    if let verb = LineVerb.inForms.first(where: { $0.names(words).contains(fold(line)) }) {
      return obeyInForm(verb)
    }
    guard let entry = asked else { return line.isEmpty ? () : obey(line) }
    if line.isEmpty { return next() }
    if line == "-" { return clear(entry) }
    // The end of a text that was not begun; what was meant is asked again.
    if line == "." { return }
    let options = asking.options
    switch entry.kind {
    case .area: dictate(literal(line), into: entry.id)
    case .line: put(options.numbered(line) ?? literal(line), in: entry)
    case .date, .number: put(literal(line), in: entry)
    case .choice(let values): choose(line, among: values, in: entry)
    case .toggle: choose(line, among: toggles, in: entry)
    case .many(let values): chooseSeveral(line, among: values, in: entry)
    case .lookup(let values): lookUp(line, among: values, in: entry)
    case .lookupMany(let values): lookUpSeveral(line, among: values, in: entry)
    }
  }

  private mutating func obeyInForm(_ verb: LineVerb) {
    guard let form = application.form?.filled else { return }
    switch verb {
    case .back: goBack(form)
    case .skip: skip(form)
    case .more where form.isUnfolded || asked != nil: skip(form)
    case .more: unfold()
    case .save: act { $0.perform(.save, $1) }
    case .leave: act { $0.perform(.back, $1) }
    case .fields: replies += fields
    case .help: replies += help
    case .whereAmI: act { $0.perform(.whereAmI, $1) }
    case .screen: act { $0.perform(.fullScreen, $1) }
    case .again: saysAll = true
    case .less, .commands: break
    }
    if verb == .save { asking.isAtEnd = false }
  }

  private mutating func next() {
    asking.offered = nil
    guard let form = application.form?.filled else { return }
    if form.cursor + 1 >= form.shownCount {
      asking.isAtEnd = true
    } else {
      act { $0.inForm($1) { form, _ in form.go(to: form.filled.cursor + 1) } }
    }
  }

  private mutating func goBack(_ form: Form) {
    asking.offered = nil
    if asking.isAtEnd || form.isOnFold {
      asking.isAtEnd = false
      let last = min(form.cursor, form.shownCount - 1)
      act { $0.inForm($1) { form, _ in form.go(to: last) } }
    } else if form.cursor == 0 {
      replies.append(words("linear.firstQuestion"))
    } else {
      act { $0.inForm($1) { form, _ in form.go(to: form.filled.cursor - 1) } }
    }
  }

  /// Goes past the questions of this heading; from the first ones to those that are folded.
  private mutating func skip(_ form: Form) {
    asking.offered = nil
    if !form.isUnfolded && form.shownCount < form.entries.count && !asking.isAtEnd {
      return unfold()
    }
    guard let place = form.nextSection(after: form.cursor) else { return asking.isAtEnd = true }
    act { $0.inForm($1) { form, _ in form.go(to: place) } }
  }

  private mutating func unfold() {
    guard let form = application.form?.filled, form.shownCount < form.entries.count else {
      return asking.isAtEnd = true
    }
    asking.isAtEnd = false
    let first = form.shownCount
    act {
      $0.inForm($1) { form, _ in
        form.filled.isUnfolded = true
        form.go(to: first)
      }
    }
  }
}

// Answers.
extension Conversation {
  var toggles: [FieldOption] {
    [FieldOption("yes", words("toggle.yes")), FieldOption("", words("toggle.no"))]
  }

  /// A text that is one of the words with a meaning is typed with = before it.
  private func literal(_ line: String) -> String {
    guard line.hasPrefix("=") else { return line }
    let rest = String(line.dropFirst())
    let isReserved =
      rest == "-" || rest == "." || rest.hasPrefix(":") || Self.number(rest) != nil
      || LineVerb.inForms.contains { $0.names(words).contains(fold(rest)) }
    return isReserved ? rest : line
  }

  /// Puts an answer in; goes on unless something is wrong with it or something else may be meant.
  private mutating func put(_ text: String, in entry: Form.Entry) {
    let id = entry.id
    act { $0.inForm($1) { form, desk in form.put(text, in: id, &desk) } }
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

  private mutating func clear(_ entry: Form.Entry) {
    switch entry.kind {
    case .choice(let options) where !options.contains { $0.value.isEmpty }:
      replies.append(words("linear.notEmpty"))
    default: put("", in: entry)
    }
  }

  private mutating func choose(
    _ line: String, among options: [FieldOption], in entry: Form.Entry
  ) {
    switch options.find(line, isNumbered: true) {
    case .one(let option): put(option.value, in: entry)
    case .several(let several): offer(several, line)
    case .none: refuse(line, options)
    }
  }

  private mutating func chooseSeveral(
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

  private mutating func lookUp(
    _ line: String, among options: [FieldOption], in entry: Form.Entry
  ) {
    if let chosen = asking.options.numbered(line) { return put(chosen, in: entry) }
    switch options.find(line, isNumbered: false) {
    case .one(let option): put(option.value, in: entry)
    case .several(let several): offer(several, line)
    // It stands there as it was typed, with what is wrong with it, until it is mended.
    case .none: put(literal(line), in: entry)
    }
  }

  private mutating func lookUpSeveral(
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

// Texts of several lines.
extension Conversation {
  /// Begins or goes on with a text; a line with a dot ends it.
  mutating func dictate(_ line: String) {
    guard let id = asking.dictated else { return }
    if trimmed(line) == "." {
      asking.dictated = nil
      act { $0.inForm($1) { form, desk in form.look(at: id, &desk) } }
      let problem = application.form?.filled.entries.first { $0.id == id }?.problem
      return problem == nil ? next() : ()
    }
    dictate(trimmed(line) == "=." ? "." : line, into: id)
  }

  private mutating func dictate(_ line: String, into id: Code) {
    asking.dictated = id
    act {
      $0.inForm($1) { form, _ in
        let before = form.filled.text(id)
        form.filled.set(id, before.isEmpty ? line : "\(before)\n\(line)")
      }
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
    return matches.isEmpty ? .none : matches.count == 1 ? .one(matches[0]) : .several(matches)
  }
}
