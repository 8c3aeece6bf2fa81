import HeardModel

// A form that is filled in question by question.
extension FormScreen {
  /// The fields with what stands in them.
  public var filled: Form {
    get { form.form }
    set { form.form = newValue }
  }

  /// Puts an answer into a field, and looks at what follows from it.
  public mutating func put(_ text: String, in field: Code, _ desk: inout Desk) {
    if let place = filled.entries.firstIndex(where: { $0.id == field }) {
      filled.entries[place].problem = nil
      filled.entries[place].suggestions = []
    }
    filled.set(field, text)
    checkField(field, &desk)
  }

  /// How what stands in the fields is understood, by field.
  public func understood(_ desk: Desk) -> [Code: Understood] { form.understood(desk) }

  /// Goes to the field of a question.
  public mutating func go(to place: Int) {
    filled.cursor = min(max(0, place), max(0, filled.entries.count - 1))
  }

  /// What may be meant by a text in a field.
  public func suggestions(_ field: Code, _ text: String, _ desk: Desk) -> [String] {
    form.spec.suggestions(field, text, form.spec.sketch(filled, of: form.original, desk), desk)
  }
}
