/// The colours of the screens.
public enum ColourTheme: String, CaseIterable, Sendable, StoredText {
  /// Few colours, faint labels.
  case standard
  /// Bold, underlined and reversed, nothing faint and no colours.
  case highContrast
  /// No colours.
  case mono
}

/// How many columns the terminal gives signs such as é, — and →.
public enum AmbiguousWidth: String, CaseIterable, Sendable, StoredText {
  /// One, as nearly all terminals do.
  case one
  /// Two, as some of East Asia do.
  case two
  /// What the terminal says when it is asked at each start.
  case measured
}

/// What one person has chosen on this machine.
public struct PersonalSettings: Stored, Hashable {
  /// The name that stands in the history of changes.
  public var name = ""
  /// Which member of the team this person is.
  public var staff: StaffID?
  /// What Home shows first.
  public var role = TeamRole.coordinator
  /// The countries that the person works for; empty means all.
  public var countries: [CountryCode] = []
  /// The language of screens; nil takes the machine's.
  public var language: LanguageTag?
  /// The colours.
  public var theme = ColourTheme.standard
  /// Whether our own signs are plain ASCII, for terminals that draw others two columns wide.
  public var usesASCII = false
  /// How many columns the terminal gives signs of ambiguous width; nil means one.
  public var ambiguousWidth: AmbiguousWidth?
  /// Whether commands of one letter are off, so that only `:` and function keys act.
  public var hasNoLetterCommands = false
  /// Whether Heard listens to the mouse, which then no longer selects text in the terminal.
  public var usesMouse = false
  /// How many milliseconds after Escape the rest of a key may take to arrive; nil for what the line needs.
  public var escapeWait: Int?
  /// Whether Heard begins in plain lines instead of the full screen.
  public var startsInPlainLines = false
  /// How many items of a list plain lines tell at once; nil means ten.
  public var pageItems: Int?
  /// Whether this person knows that an editor outside may keep copies of what is written in it.
  public var knowsOutsideEditor = false
  /// The columns of lists, where others were chosen than are shown at first.
  public var lists: [ListChoice] = []
  /// Views of lists that this person alone sees.
  public var views: [SavedView] = []

  /// Nothing chosen.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("name", &name)
    visitor.value("staff", &staff)
    visitor.required("role", &role)
    visitor.set("countries", &countries)
    visitor.value("language", &language)
    visitor.required("theme", &theme)
    visitor.flag("ascii", &usesASCII)
    visitor.value("ambiguousWidth", &ambiguousWidth)
    visitor.flag("noLetterCommands", &hasNoLetterCommands)
    visitor.flag("mouse", &usesMouse)
    visitor.number("escapeWait", &escapeWait, 1...5_000)
    visitor.flag("plainLines", &startsInPlainLines)
    visitor.number("pageItems", &pageItems)
    visitor.flag("knowsOutsideEditor", &knowsOutsideEditor)
    visitor.records("lists", &lists)
    visitor.records("views", &views)
  }
}
