import HeardModel
import TerminalCanvas

/// What is typed into the fields of a form, and where the cursor stands.
///
/// A form never traps: any text may stand in any field, a problem stands beside it in words, and
/// one can go on. It knows nothing of records; `FormSpec` fills it and reads it.
public struct Form: Sendable {
  /// One field with what stands in it.
  public struct Entry: Sendable {
    /// The field's name.
    public let id: Code
    /// How it is filled in.
    public var kind: FieldKind
    /// Whether it must be filled.
    public let isRequired: Bool
    /// The heading under which it stands.
    public let section: String?
    /// What it is called; nil where the catalogs say it.
    public var label: String?
    /// What is wrong with it.
    public var problem: FieldProblem?
    /// What stands in it now.
    public var value: Value
    /// The text that stood in it at the beginning; a field that differs from it is changed.
    public var opening: String
    /// What may be meant, while something is typed.
    public var suggestions: [String] = []
    /// The place of the suggestion that Enter takes; nil while Enter takes none.
    public var suggestionCursor: Int?
    /// What is typed to find one of its options; it changes nothing that is chosen.
    public var begun = ""
    /// The place of the option that Enter takes, among those that what is typed leaves.
    var foundPlace = 0
    /// What yes and no are called, where one of them is chosen.
    public var answers: [FieldOption] = []

    /// A field with what stands in it.
    public init(
      id: Code, kind: FieldKind, isRequired: Bool, section: String?, problem: FieldProblem? = nil,
      value: Value, opening: String, suggestions: [String] = [], suggestionCursor: Int? = nil,
      begun: String = ""
    ) {
      self.id = id
      self.kind = kind
      self.isRequired = isRequired
      self.section = section
      self.problem = problem
      self.value = value
      self.opening = opening
      self.suggestions = suggestions
      self.suggestionCursor = suggestionCursor
      self.begun = begun
    }

    /// Notes what is wrong with it, nil where nothing is; what may be meant instead is offered.
    mutating func note(_ problem: FieldProblem?, _ words: Words) {
      let offers = problem?.offers(words, isLookup: isLookup) ?? []
      if !offers.isEmpty || self.problem?.isOpenDate ?? false {
        suggestions = offers
        suggestionCursor = nil
      }
      self.problem = problem
    }

    private var isLookup: Bool { if case .lookup = kind { true } else { false } }

    /// What stands in it as a draft keeps it: what was chosen by its value, so that it reads right
    /// in every language and holds no words of the records behind the labels.
    public var kept: String {
      switch kind {
      case .lookup(let options): OptionInput.stored(value.text, options)
      case .lookupMany(let options):
        // Semicolons: parts that choose nothing must not be read as one label together.
        OptionInput.parts(value.text, options).map { OptionInput.stored($0, options) }
          .joined(separator: "; ")
      default: value.text
      }
    }
  }

  /// What stands in a field, in the shape in which it is filled in.
  public enum Value: Sendable {
    /// One line of text; dates, numbers and the labels of lookups among them.
    case line(TextField)
    /// Several lines of text.
    case area(TextArea)
    /// The value that is chosen, as the record holds it.
    case choice(String)
    /// The values that are chosen, and the place of the option that a key would turn.
    case many([String], cursor: Int)
    /// Yes or no.
    case toggle(Bool)

    /// The value as one text: several with commas between them, yes as `yes`, no as nothing.
    public var text: String {
      switch self {
      case .line(let field): field.text
      case .area(let area): area.text
      case .choice(let value): value
      case .many(let values, _): values.joined(separator: ", ")
      case .toggle(let isOn): isOn ? "yes" : ""
      }
    }
  }

  /// The fields in their order.
  public var entries: [Entry]
  /// The focused field.
  public var cursor = 0
  /// Whether the fields under headings are shown too.
  public var isUnfolded = false

  /// A form with its fields, the first one focused, those under headings folded.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// What stands in a field; empty for one that the form does not have.
  public func text(_ id: Code) -> String {
    entries.first { $0.id == id }?.value.text ?? ""
  }

  /// Puts a text into a field, as if it had been typed.
  public mutating func set(_ id: Code, _ text: String) {
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[place].endSearch()
    entries[place].value = Self.value(text, entries[place].kind)
  }

  /// Whether anything differs from what stood there at the beginning.
  public var isChanged: Bool { entries.contains { $0.value.text != $0.opening } }

  /// The focused field.
  public var focused: Entry? { entries.indices.contains(cursor) ? entries[cursor] : nil }

  /// Whether the focus stands on the row that opens the folded fields.
  public var isOnFold: Bool { !isUnfolded && cursor == shownCount }

  /// How many fields are shown.
  public var shownCount: Int {
    isUnfolded ? entries.count : entries.firstIndex { $0.section != nil } ?? entries.count
  }

  /// What a text is in a field of a kind; lookups show the label of the value.
  ///
  /// A choice takes its first option where the text is none of them.
  public static func value(_ text: String, _ kind: FieldKind) -> Value {
    switch kind {
    case .line, .date, .number: return .line(TextField(text))
    case .lookup(let options):
      return .line(TextField(options.first { $0.value == text }?.label ?? text))
    case .lookupMany(let options):
      let values = OptionInput.parts(text, options)
      return .line(TextField(OptionInput.text(of: values, options)))
    case .area: return .area(TextArea(text))
    case .choice(let options):
      return .choice(options.contains { $0.value == text } ? text : options.first?.value ?? text)
    case .many:
      let values = text.split(separator: ",").map { trimmed(String($0)) }
      return .many(values.filter { !$0.isEmpty }, cursor: 0)
    case .toggle: return .toggle(text == "yes")
    }
  }
}

// Drafts.
extension Form {
  /// What was typed, by field, as a draft keeps it; only what differs from the beginning.
  public var typed: [Code: String] {
    var fields: [Code: String] = [:]
    for entry in entries where entry.value.text != entry.opening {
      fields[entry.id] = entry.kept
    }
    return fields
  }

  /// Puts a draft's texts and cursor back.
  public mutating func restore(_ draft: Draft) {
    for (id, text) in draft.fields { set(id, text) }
    guard let focus = draft.focus, let place = entries.firstIndex(where: { $0.id == focus })
    else { return }
    if entries[place].section != nil { isUnfolded = true }
    cursor = place
    guard let offset = draft.cursor else { return }
    switch entries[place].value {
    case .line(let field): entries[place].value = .line(TextField(field.text, cursor: offset))
    case .area(var area):
      area.move(toCharacter: offset)
      entries[place].value = .area(area)
    case .choice, .many, .toggle: break
    }
  }

  /// A draft of what is typed; nil when nothing is.
  public func draft(
    _ id: String, form: Code, record: String, event: EventID?, at moment: Moment
  ) -> Draft? {
    guard isChanged else { return nil }
    var draft = Draft()
    draft.id = id
    draft.form = form
    draft.record = record
    draft.event = event
    draft.fields = typed
    draft.focus = focused?.id
    draft.at = moment
    switch focused?.value {
    // Where the value is kept, its label may be another one when it is opened again.
    case .line(let field)? where focused?.kept == field.text: draft.cursor = field.cursor
    case .area(let area)?: draft.cursor = area.characterOffset
    default: break
    }
    return draft
  }
}

extension TextArea {
  /// How many characters stand before the cursor.
  var characterOffset: Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix(cursor.paragraph).reduce(0) { $0 + $1.count + 1 } + cursor.offset
  }

  /// Puts the cursor behind so many characters.
  public mutating func move(toCharacter offset: Int) {
    var left = offset
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (paragraph, line) in lines.enumerated() {
      if left <= line.count {
        return move(to: TextPosition(paragraph: paragraph, offset: left))
      }
      left -= line.count + 1
    }
    move(to: end)
  }
}
