import HeardKit
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
    if choosesWish(line) { return }
    if line.hasPrefix(":") || line.hasPrefix("：") {
      return carryOut(trimmed(String(line.dropFirst())))
    }
    if let verb = LineVerb.inForms.first(where: { $0.names(words).contains(fold(line)) }) {
      return carryOutInForm(verb)
    }
    // Nobody means it as an answer, and what is typed stays as a draft; `=quit` writes the word.
    if [words, Words(nil)].contains(where: { fold($0("command.quit")) == fold(line) }) {
      return carryOut(.quit)
    }
    guard let entry = asked else { return line.isEmpty ? () : carryOut(line) }
    if line.isEmpty { return next() }
    if line == "-" { return clear(entry) }
    // The end of a text that was not begun; what was meant is asked again.
    if line == "." { return }
    let options = asking.options
    switch entry.kind {
    case .area: dictate(literal(line), into: entry.id)
    case .line: put(options.numbered(line) ?? literal(line), in: entry)
    case .date: put(options.value(numbered: line) ?? literal(line), in: entry)
    case .number: put(literal(line), in: entry)
    case .choice(let values): choose(line, among: values, in: entry)
    case .toggle: choose(line, among: application.desk.answers, in: entry)
    case .many(let values): chooseSeveral(line, among: values, in: entry)
    case .lookup(let values): lookUp(line, among: values, in: entry)
    case .lookupMany(let values): lookUpSeveral(line, among: values, in: entry)
    }
  }

  mutating func carryOutInForm(_ verb: LineVerb) {
    guard let form = application.form?.filled else { return }
    switch verb {
    case .back: goBack(form)
    case .skip: skip(form)
    case .more where form.isUnfolded || form.shownCount == form.entries.count: skip(form)
    // Who is asked goes on from there, so that no question is jumped over.
    case .more where asked != nil:
      act { $0.inForm($1) { form, _ in form.filled.isUnfolded = true } }
    case .more: unfold()
    case .save:
      let closing = application.form?.closing ?? .save
      act { $0.perform(closing, $1) }
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

  mutating func next() {
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

  /// Goes past the questions of this heading; from the last ones to those that are folded.
  private mutating func skip(_ form: Form) {
    asking.offered = nil
    if let place = nextHeading(form) {
      return act { $0.inForm($1) { form, _ in form.go(to: place) } }
    }
    let isFolded = !form.isUnfolded && form.shownCount < form.entries.count
    if isFolded && !asking.isAtEnd { unfold() } else { asking.isAtEnd = true }
  }

  /// The next question that stands below a heading of its own; nil behind the last one.
  private func nextHeading(_ form: Form) -> Int? {
    for case .fields(let fields) in application.screen.describe(application.desk).blocks
    where fields.cursor != nil && !asking.isAtEnd {
      return fields.items.indices.prefix(form.shownCount).first { place in
        place > form.cursor && fields.items[place].section != nil
      }
    }
    return nil
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

// Texts of several lines.
extension Conversation {
  /// Begins or goes on with a text; a line with a dot ends it.
  mutating func dictate(_ line: String) {
    guard let id = asking.dictated else { return }
    if trimmed(line) == "." {
      endDictation()
      let problem = application.form?.filled.entries.first { $0.id == id }?.problem
      return problem == nil ? next() : ()
    }
    dictate(trimmed(line) == "=." ? "." : line, into: id)
  }

  /// Ends a text that is typed line by line, where one is.
  mutating func endDictation() {
    guard let id = asking.dictated else { return }
    asking.dictated = nil
    act { $0.inForm($1) { form, desk in form.checkField(id, &desk) } }
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
