import HeardKit
import HeardModel
import TerminalCanvas

// Reading out a form: its heading once, then the question that is asked.
extension Conversation {
  /// What the open form has to say.
  mutating func formLines(isNew: Bool) -> [String] {
    guard let form = application.form?.filled else { return [] }
    let reading = Reading(application, glyphs)
    var lines: [String] = []
    if isNew || saysAll {
      lines.append("\(reading.heading). \(count(form))")
      if saysRules || saysAll {
        lines.append(words(isSaved ? "linear.formRules" : "linear.formRulesPreview"))
      }
      // Those of a form that saves are other ones.
      if isSaved { saysRules = false }
    }
    lines += notices(isNew: isNew || saysAll)
    if asking.isOffering {
      asking.isOffering = false
      return lines
    }
    return lines + question(form)
  }

  /// Whether the form ends with saving, and what is typed is kept until then.
  private var isSaved: Bool { application.form?.closing == .save }

  private func count(_ form: Form) -> String {
    let folded = form.entries.count - form.shownCount
    let all = words("linear.questions", count: form.shownCount)
    return folded == 0 ? all : "\(all) \(words("linear.folded", count: folded))"
  }

  /// What stands round the fields, as far as it is new.
  private mutating func notices(isNew: Bool) -> [String] {
    let blocks = application.screen.describe(application.desk).blocks.filter { block in
      if case .fields = block { false } else { true }
    }
    let lines = blocks.flatMap { LinearRenderer.lines($0, glyphs: glyphs) }
    defer { asking.notices = lines }
    return isNew ? lines : lines.filter { !asking.notices.contains($0) }
  }

  private mutating func question(_ form: Form) -> [String] {
    guard !asking.isAtEnd, !form.isOnFold, let entry = form.focused,
      let field = field(at: form.cursor)
    else { return end(form) }
    var lines = [heading(field, form)]
    if let section = field.section { lines.insert(section, at: 0) }
    lines += now(field)
    if let problem = field.problem { lines.append("! \(problem)") }
    if let hint = hint(entry, field) { lines.append(hint) }
    lines += options(entry)
    if case .area = entry.kind { lines.append(words("linear.dictate")) }
    return lines
  }

  private func field(at place: Int) -> Field? {
    for case .fields(let fields) in application.screen.describe(application.desk).blocks
    where fields.cursor != nil && fields.items.indices.contains(place) {
      return fields.items[place]
    }
    return nil
  }

  private func heading(_ field: Field, _ form: Form) -> String {
    let question = words(
      "linear.question",
      [
        "label": field.label, "n": words.number(form.cursor + 1),
        "all": words.number(form.shownCount),
      ])
    return field.isRequired ? "\(question) \(words("linear.required"))" : question
  }

  /// What stands in the field.
  private func now(_ field: Field) -> [String] {
    let text: String =
      switch field.value {
      case .text(let text, _): text.text
      case .choice(let value, _), .fixed(let value): value.text
      case .area(let area, _): area.text
      case .toggle(_, let text): text
      case .checks(let checks, _):
        checks.filter(\.isOn).map(\.label).joined(separator: ", ")
      }
    if text.isEmpty || text == words("choice.none") { return [words("linear.nowEmpty")] }
    guard let understood = field.understood else { return [words("linear.now", ["value": text])] }
    return [words("linear.nowUnderstood", ["value": text, "words": understood])]
  }

  /// Help for the field, in words that are true without a cursor.
  private func hint(_ entry: Form.Entry, _ field: Field) -> String? {
    let key = "linear.hint.\(entry.id.stored)"
    guard let hint = field.hint else { return nil }
    guard words.has(key) else { return hint }
    let own = words("hint.\(entry.id.stored)")
    return hint.hasSuffix(own) ? hint.dropLast(own.count) + words(key) : hint
  }

  /// The values, numbered; of many only where something was offered already.
  private mutating func options(_ entry: Form.Entry) -> [String] {
    asking.options = offered(entry)
    let chosen: Set<String> =
      switch entry.value {
      case .choice(let value): [value]
      case .many(let values, _): Set(values)
      case .toggle(let isOn): [isOn ? "yes" : ""]
      case .line, .area: []
      }
    let isMarked = if case .line = entry.value { false } else { true }
    return asking.options.enumerated().map { index, option in
      let label = isNothing(option) ? words("linear.none") : option.label
      let text = "\(index + 1). \(label)"
      return isMarked && chosen.contains(option.value)
        ? words("linear.chosen", ["option": text]) : text
    }
  }

  // A dash says nothing to those who hear it.
  private func isNothing(_ option: FieldOption) -> Bool { option.label == words("choice.none") }

  private func offered(_ entry: Form.Entry) -> [FieldOption] {
    func labels(_ texts: [String]) -> [FieldOption] { texts.prefix(6).map { FieldOption($0, $0) } }
    let text = entry.value.text
    switch entry.kind {
    case .choice(let options), .many(let options): return options
    case .toggle: return application.desk.answers
    case .lookup(let options):
      if options.count < pageItems { return options }
      return text.isEmpty ? labels(entry.suggestions) : []
    case .lookupMany(let options): return options.count < pageItems ? options : []
    case .line:
      let isAsked = text.isEmpty || asking.offered == entry.id
      guard isAsked else { return [] }
      return labels(application.form?.suggestions(entry.id, text, application.desk) ?? [])
    case .date:
      guard case .openDate(_, let dayFirst, let monthFirst)? = entry.problem else { return [] }
      return [dayFirst, monthFirst].map {
        FieldOption($0.typed, application.desk.formats.inFull($0))
      }
    case .area, .number: return []
    }
  }

  /// What can be done when everything was asked.
  private func end(_ form: Form) -> [String] {
    let folded = form.entries.count - form.shownCount
    let more = folded > 0 ? [words("linear.foldedMore", count: folded)] : []
    return [words(isSaved ? "linear.formEnd" : "linear.formEndPreview")] + more
  }

  /// All fields with what stands in them.
  var fields: [String] {
    application.screen.describe(application.desk).blocks.flatMap { block -> [String] in
      guard case .fields(var fields) = block else { return [] }
      fields.cursor = nil
      fields.items = Array(fields.items.prefix(application.form?.filled.shownCount ?? 0))
      return LinearRenderer.lines(.fields(fields), glyphs: glyphs)
    }
  }
}
