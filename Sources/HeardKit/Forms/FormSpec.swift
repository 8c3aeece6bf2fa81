import HeardModel
import TerminalCanvas

/// The fields of a kind of record: fills forms from records and reads records out of forms.
public struct FormSpec<Subject: Sendable>: Sendable {
  /// The fields in their order; the first few without a heading.
  public let fields: [FieldSpec<Subject>]
  /// Rules that look at more than one field; each names the field that it is told at.
  public let rules: @Sendable (Subject, Desk) -> [(field: Code, problem: FieldProblem)]

  /// The fields and rules of a kind of record.
  public init(
    _ fields: [FieldSpec<Subject>],
    rules: @escaping @Sendable (Subject, Desk) -> [(field: Code, problem: FieldProblem)] = {
      _, _ in []
    }
  ) {
    self.fields = fields
    self.rules = rules
  }

  /// A form with what stands in a record.
  public func form(_ subject: Subject, _ desk: Desk) -> Form {
    Form(
      fields.map { spec in
        let kind = spec.kind(subject, desk)
        let value = Form.value(spec.read(subject, desk), kind)
        var entry = Form.Entry(
          id: spec.id, kind: kind, isRequired: spec.isRequired, section: spec.section,
          value: value, opening: value.text)
        entry.label = spec.label
        if case .toggle = kind { entry.answers = desk.answers }
        return entry
      })
  }

  /// The record with what stands in a form; only fields that were changed are written.
  ///
  /// Problems are noted beside their fields; the record keeps what stood there before.
  public func subject(
    _ form: inout Form, changing original: Subject, _ desk: Desk
  ) -> Subject? {
    var subject = original
    for index in readingOrder {
      form.entries[index].settleSearch()
      let text = trimmedLine(form.entries[index])
      var problem = form.entries[index].unsettled
      if problem != nil {
        // What is typed there is no value, and the one before it was not meant.
      } else if fields[index].isRequired && text.isEmpty {
        problem = .missing
      } else if form.entries[index].value.text != form.entries[index].opening {
        problem = fields[index].write(text, &subject, desk)
      }
      form.entries[index].note(problem, desk.words)
    }
    var firstProblem = form.entries.first { $0.problem != nil }?.id
    for broken in rules(subject, desk) {
      guard let place = form.entries.firstIndex(where: { $0.id == broken.field }) else { continue }
      form.entries[place].problem = broken.problem
      firstProblem = firstProblem ?? broken.field
    }
    guard let firstProblem else { return subject }
    form.focus(firstProblem)
    return nil
  }

  /// Looks at the field that is being left: notes its problem, shows how it was read, and reads the
  /// dates again that could not be read without it.
  public func check(_ id: Code, in form: inout Form, of original: Subject, _ desk: Desk) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    form.entries[index].settleSearch()
    if isTyped(index, form), form.entries[index].begun.isEmpty {
      let problem = problem(at: index, in: form, of: original, desk)
      form.entries[index].note(problem, desk.words)
      if problem == nil { settle(index, in: &form, of: original, desk) }
    }
    for other in fields.indices
    where other != index && fields[other].isReadLast && isTyped(other, form) {
      let problem = problem(at: other, in: form, of: original, desk)
      let wasOpen = form.entries[other].problem?.isOpenDate ?? false
      if wasOpen || problem?.isOpenDate ?? false {
        form.entries[other].note(problem, desk.words)
      }
    }
  }

  /// Whether something stands in a field that did not stand there at the beginning.
  private func isTyped(_ index: Int, _ form: Form) -> Bool {
    let entry = form.entries[index]
    return entry.value.text != entry.opening && !trimmedLine(entry).isEmpty
  }

  private func problem(
    at index: Int, in form: Form, of original: Subject, _ desk: Desk
  ) -> FieldProblem? {
    var subject = sketch(form, of: original, without: index, desk)
    return fields[index].write(trimmedLine(form.entries[index]), &subject, desk)
  }

  /// Puts what was understood in the place of what was typed: `tomorrow` is another day tomorrow.
  private func settle(
    _ index: Int, in form: inout Form, of original: Subject, _ desk: Desk
  ) {
    let text = trimmedLine(form.entries[index])
    let subject = sketch(form, of: original, without: index, desk)
    let understood = fields[index].understood(
      text, as: form.entries[index].kind, subject, desk)
    guard let understood, understood.text != text else { return }
    switch form.entries[index].value {
    case .line: form.entries[index].value = .line(TextField(understood.text))
    case .area(var area):
      area.replaceAll(with: understood.text)
      form.entries[index].value = .area(area)
    case .choice, .many, .toggle: break
    }
  }

  /// The record as far as the form can be read, for suggestions and fields that depend on others;
  /// `index` leaves out one field.
  public func sketch(
    _ form: Form, of original: Subject, without index: Int? = nil, _ desk: Desk
  ) -> Subject {
    var subject = original
    for place in readingOrder
    where place != index && form.entries[place].value.text != form.entries[place].opening {
      _ = fields[place].write(trimmedLine(form.entries[place]), &subject, desk)
    }
    return subject
  }

  /// How what stands in the fields that are shown is understood, as far as it is more than a text.
  public func understood(
    _ form: Form, of original: Subject, _ desk: Desk
  ) -> [Code: Understood] {
    let subject = sketch(form, of: original, desk)
    var found: [Code: Understood] = [:]
    for (index, entry) in form.entries.prefix(form.shownCount).enumerated() {
      guard case .line = entry.value else { continue }
      found[entry.id] = fields[index].understood(trimmedLine(entry), as: entry.kind, subject, desk)
    }
    return found
  }

  /// Dates come after what tells by whose custom they are read.
  private var readingOrder: [Int] {
    fields.indices.filter { !fields[$0].isReadLast }
      + fields.indices.filter { fields[$0].isReadLast }
  }

  /// What may be meant by a text in a field: options of a list, or what exists already.
  public func suggestions(_ id: Code, _ text: String, _ subject: Subject, _ desk: Desk) -> [String]
  {
    guard let spec = fields.first(where: { $0.id == id }) else { return [] }
    switch spec.kind(subject, desk) {
    case .lookup(let options):
      return OptionInput.matches(text, options).map(\.label).filter { $0 != text }
    case .lookupMany(let options):
      let last = trimmed(String(OptionInput.last(of: text, options)))
      return last.isEmpty
        ? [] : OptionInput.matches(last, options).map(\.label).filter { $0 != last }
    case .line: return spec.suggestions(text, subject, desk).filter { $0 != text }
    case .date:
      var subject = subject
      return spec.write(text, &subject, desk)?.offers(desk.words) ?? []
    default: return []
    }
  }

  private func trimmedLine(_ entry: Form.Entry) -> String {
    switch entry.value {
    case .area(let area): area.text
    default: trimmed(entry.value.text)
    }
  }
}
