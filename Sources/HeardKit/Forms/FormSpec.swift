import HeardModel

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
    var firstProblem: Code?
    for (index, spec) in fields.enumerated() {
      let text = trimmedLine(form.entries[index])
      var problem: FieldProblem?
      if spec.isRequired && text.isEmpty {
        problem = .missing
      } else if form.entries[index].value.text != form.entries[index].opening {
        problem = spec.write(text, &subject, desk)
      }
      form.entries[index].problem = problem
      if problem != nil && firstProblem == nil { firstProblem = spec.id }
    }
    for broken in rules(subject, desk) {
      guard let place = form.entries.firstIndex(where: { $0.id == broken.field }) else { continue }
      form.entries[place].problem = broken.problem
      firstProblem = firstProblem ?? broken.field
    }
    guard let firstProblem else { return subject }
    form.focus(firstProblem)
    return nil
  }

  /// Looks at the field that is being left: notes its problem, and lets other fields follow it.
  ///
  /// - Returns: the record as far as the form can be read, for fields that depend on others.
  public func check(_ id: Code, in form: inout Form, of original: Subject, _ desk: Desk) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    let entry = form.entries[index]
    let text = trimmedLine(entry)
    var subject = original
    if entry.value.text != entry.opening && !text.isEmpty {
      form.entries[index].problem = fields[index].write(text, &subject, desk)
    }
  }

  /// The record as far as the form can be read, for suggestions and fields that depend on others.
  public func sketch(_ form: Form, of original: Subject, _ desk: Desk) -> Subject {
    var subject = original
    for (index, spec) in fields.enumerated()
    where form.entries[index].value.text != form.entries[index].opening {
      _ = spec.write(trimmedLine(form.entries[index]), &subject, desk)
    }
    return subject
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
