/// A form: fields from top to bottom, one of them focused.
public struct Fields: Sendable {
  /// The fields in order.
  public var items: [Field]
  /// The index of the focused field.
  public var cursor: Int?

  /// Makes a form.
  public init(_ items: [Field], cursor: Int? = nil) {
    self.items = items
    self.cursor = cursor
  }
}

/// One field of a form with everything that is said about it.
public struct Field: Sendable {
  /// The field's name.
  public var label: String
  /// What it holds.
  public var value: FieldValue
  /// Help that stands under the field while it is focused.
  public var hint: String?
  /// What is wrong with the value, in words.
  public var problem: String?
  /// Whether the record is incomplete without it.
  public var isRequired: Bool
  /// The name of a section that begins with this field.
  public var section: String?
  /// What the value could be, offered under the field while it is focused.
  public var suggestions: [String]
  /// The index of the suggestion that Enter would take.
  public var suggestionCursor: Int?
  /// A word behind the value, such as its unit or what it was before.
  public var suffix: StyledText?
  /// How a typed value was understood, in words: beside it, or below where there is no room.
  public var understood: String?

  /// Makes a field.
  public init(
    _ label: String, _ value: FieldValue, hint: String? = nil, problem: String? = nil,
    isRequired: Bool = false, section: String? = nil, suggestions: [String] = [],
    suggestionCursor: Int? = nil, suffix: StyledText? = nil, understood: String? = nil
  ) {
    self.label = label
    self.value = value
    self.hint = hint
    self.problem = problem
    self.isRequired = isRequired
    self.section = section
    self.suggestions = suggestions
    self.suggestionCursor = suggestionCursor
    self.suffix = suffix
    self.understood = understood
  }
}

/// What a field holds, and with that how it is shown and edited.
public enum FieldValue: Sendable {
  /// One line that is typed.
  case text(TextField, placeholder: String = "")
  /// One of several values; arrows show when it is focused and can be changed.
  case choice(StyledText, canChange: Bool = true)
  /// Something that is only read.
  case fixed(StyledText)
  /// Text of many lines; focused, it takes all rows that are left.
  case area(TextArea, minimumRows: Int = 3)
  /// Yes or no, said in words behind the box.
  case toggle(isOn: Bool, text: String)
  /// Any number of several values; the cursor is the box that Space turns.
  case checks([Check], cursor: Int?)
}

/// One of several values that can be on or off.
public struct Check: Hashable, Sendable {
  /// The value's name.
  public var label: String
  /// Whether it is chosen.
  public var isOn: Bool

  /// Makes a check.
  public init(_ label: String, isOn: Bool) {
    self.label = label
    self.isOn = isOn
  }

  /// The box with its name.
  public var text: String { (isOn ? "[x] " : "[ ] ") + label }
}
