import HeardModel

/// One way to fill in a field.
public enum FieldKind: Sendable {
  /// One line of text; suggestions come from what exists.
  case line
  /// Several lines of text.
  case area(rows: Int)
  /// A date as exact as known, typed in any of the forms of `DateInput`.
  case date
  /// A whole number.
  case number
  /// One of a few values.
  case choice([FieldOption])
  /// Any of a few values.
  case many([FieldOption])
  /// One of many values, found by typing part of its label.
  case lookup([FieldOption])
  /// Any of many values, their labels typed with commas between them.
  case lookupMany([FieldOption])
  /// Yes or no.
  case toggle
}

/// One field of a kind of record: its text for a person, and the way back into the record.
///
/// The same list serves the form on the screen and `heard edit ID --set field=value`.
public struct FieldSpec<Subject: Sendable>: Sendable {
  /// The field's name: in drafts, on the command line, and in the catalogs (`field.NAME`).
  public let id: Code
  /// How it is filled in; asked anew for every form, since options come from the programme.
  public let kind: @Sendable (Subject, Desk) -> FieldKind
  /// Whether it must be filled.
  public let isRequired: Bool
  /// The heading under which it stands (`section.NAME`); nil for the first few fields.
  public let section: String?
  /// What it is called where that comes from the records and not from the catalogs.
  public let label: String?
  /// Whether each line of its text is a value of its own.
  public let holdsLines: Bool
  /// The field's text in a record.
  public let read: @Sendable (Subject, Desk) -> String
  /// Puts a text into a record; the record is unchanged where there is a problem.
  public let write: @Sendable (String, inout Subject, Desk) -> FieldProblem?
  /// What exists already and may be meant.
  public let suggestions: @Sendable (String, Subject, Desk) -> [String]
  /// How a text is understood where its kind alone does not tell.
  let understand: @Sendable (String, Subject, Desk) -> Understood?
  /// Whether how it is read depends on what stands in other fields, so that it is read after them.
  public let isReadLast: Bool

  // More than anybody says at a meeting. A longer text that stands in a file already stays whole.
  private static var mostCharacters: Int { 1_000_000 }

  /// A field of a kind of record; no text of more than a million characters is put into one.
  public init(
    _ id: Code, _ kind: @escaping @Sendable (Subject, Desk) -> FieldKind,
    isRequired: Bool = false, section: String? = nil, label: String? = nil,
    holdsLines: Bool = false,
    read: @escaping @Sendable (Subject, Desk) -> String,
    write: @escaping @Sendable (String, inout Subject, Desk) -> FieldProblem?,
    suggestions: @escaping @Sendable (String, Subject, Desk) -> [String] = { _, _, _ in [] },
    understand: @escaping @Sendable (String, Subject, Desk) -> Understood? = { _, _, _ in nil },
    isReadLast: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.isRequired = isRequired
    self.section = section
    self.label = label
    self.holdsLines = holdsLines
    self.read = read
    self.write = { text, subject, desk in
      // Bytes first: characters are counted where there can be too many.
      if text.utf8.count > Self.mostCharacters, text.count > Self.mostCharacters,
        text != read(subject, desk)
      {
        return .tooLong(limit: Self.mostCharacters)
      }
      return write(text, &subject, desk)
    }
    self.suggestions = suggestions
    self.understand = understand
    self.isReadLast = isReadLast
  }
}

// Fields of the usual kinds, by the member that they stand for.
extension FieldSpec {
  /// A text.
  public static func text(
    _ id: Code, _ member: WritableKeyPath<Subject, String> & Sendable, rows: Int? = nil,
    isRequired: Bool = false, section: String? = nil,
    suggestions: @escaping @Sendable (String, Subject, Desk) -> [String] = { _, _, _ in [] },
    understand: @escaping @Sendable (String, Subject, Desk) -> Understood? = { _, _, _ in nil }
  ) -> FieldSpec {
    FieldSpec(
      id, { _, _ in rows.map { .area(rows: $0) } ?? .line }, isRequired: isRequired,
      section: section, read: { subject, _ in subject[keyPath: member] },
      write: { text, subject, _ in
        subject[keyPath: member] = text
        return nil
      }, suggestions: suggestions, understand: understand)
  }

  /// A whole number from 0 up, or unknown.
  public static func number(
    _ id: Code, _ member: WritableKeyPath<Subject, Int?> & Sendable, section: String? = nil
  ) -> FieldSpec {
    parsed(id, .number, member, section: section, as: \.description, else: FieldProblem.notANumber)
    {
      text, _ in NumberInput.number(text)
    }
  }

  /// A value that is read out of a text; empty is unknown.
  private static func parsed<Value>(
    _ id: Code, _ kind: FieldKind, _ member: WritableKeyPath<Subject, Value?> & Sendable,
    section: String?, as text: KeyPath<Value, String> & Sendable,
    else problem: @escaping @Sendable (String) -> FieldProblem,
    _ value: @escaping @Sendable (String, Desk) -> Value?
  ) -> FieldSpec {
    FieldSpec(
      id, { _, _ in kind }, section: section,
      read: { subject, _ in subject[keyPath: member]?[keyPath: text] ?? "" },
      write: { text, subject, desk in
        let value = value(text, desk)
        if value == nil && !text.isEmpty { return problem(text) }
        subject[keyPath: member] = text.isEmpty ? nil : value
        return nil
      })
  }

  /// Several values, each on a line of its own that is read with those that were there before;
  /// `isSaidBack` where lines that were read stand in full, with the names that were meant.
  public static func lines<Value>(
    _ id: Code, _ member: WritableKeyPath<Subject, [Value]> & Sendable, rows: Int = 3,
    section: String? = nil, isSaidBack: Bool = false,
    text: @escaping @Sendable ([Value], Desk) -> String,
    values: @escaping @Sendable (String, [Value], Desk) -> Result<[Value], FieldProblem>
  ) -> FieldSpec {
    FieldSpec(
      id, { _, _ in .area(rows: rows) }, section: section, holdsLines: true,
      read: { subject, desk in text(subject[keyPath: member], desk) },
      write: { typed, subject, desk in
        switch values(typed, subject[keyPath: member], desk) {
        case .success(let values):
          subject[keyPath: member] = values
          return nil
        case .failure(let problem): return problem
        }
      },
      understand: { typed, subject, desk in
        guard isSaidBack, let read = try? values(typed, subject[keyPath: member], desk).get() else {
          return nil
        }
        let lines = text(read, desk)
        // A line that says nothing yet is none of these, and stays.
        let isWhole = lines.count(where: \.isNewline) == typed.count(where: \.isNewline)
        return isWhole && !lines.isEmpty ? Understood(lines, words: "") : nil
      })
  }

  /// Yes or no.
  public static func toggle(
    _ id: Code, _ member: WritableKeyPath<Subject, Bool> & Sendable, section: String? = nil
  ) -> FieldSpec {
    FieldSpec(
      id, { _, _ in .toggle }, section: section,
      read: { subject, _ in subject[keyPath: member] ? "yes" : "" },
      write: { text, subject, desk in
        let word = fold(text)
        if ["yes", "true", "1", fold(desk.words("toggle.yes"))].contains(word) {
          subject[keyPath: member] = true
        } else if ["", "no", "false", "0", fold(desk.words("toggle.no"))].contains(word) {
          subject[keyPath: member] = false
        } else {
          return .notAnOption(text, nearest: nil)
        }
        return nil
      })
  }

  /// One of a closed set of values; `labels` is their place in the catalogs.
  public static func choice<Value: StoredText & CaseIterable>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value> & Sendable, labels: String,
    section: String? = nil
  ) -> FieldSpec {
    FieldSpec(
      id,
      { _, desk in
        .choice(Value.allCases.map { FieldOption($0.stored, desk.formats.label($0, labels)) })
      }, section: section, read: { subject, _ in subject[keyPath: member].stored },
      write: { text, subject, desk in
        let options = Value.allCases.map {
          FieldOption($0.stored, desk.formats.label($0, labels))
        }
        switch OptionInput.value(text, options) {
        case .success(let stored):
          if let value = Value(stored: stored) { subject[keyPath: member] = value }
          return nil
        case .failure(let problem): return problem
        }
      })
  }

  /// A code of a list, or not known.
  public static func code(
    _ id: Code, _ member: WritableKeyPath<Subject, Code?> & Sendable, of list: TaxonomyName,
    section: String? = nil
  ) -> FieldSpec {
    known(id, member, section: section) { _, desk in desk.options(list) }
  }

  /// One of a few fixed values, or not known.
  public static func choice<Value: StoredText & CaseIterable>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value?> & Sendable, labels: String,
    section: String? = nil
  ) -> FieldSpec {
    known(id, member, section: section) { _, desk in
      Value.allCases.map { FieldOption($0.stored, desk.formats.label($0, labels)) }
    }
  }

  private static func known<Value: StoredText>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value?> & Sendable, section: String?,
    _ options: @escaping @Sendable (Subject, Desk) -> [FieldOption]
  ) -> FieldSpec {
    one(
      id, member, section: section,
      { .choice($0 + [FieldOption("", $1.words("cell.notKnown"))]) }, options)
  }

  /// Any codes of a list.
  public static func codes(
    _ id: Code, _ member: WritableKeyPath<Subject, [Code]> & Sendable, of list: TaxonomyName,
    section: String? = nil
  ) -> FieldSpec {
    several(id, member, section: section, FieldKind.many) { _, desk in desk.options(list) }
  }

  /// Any of a closed set of values; `labels` is their place in the catalogs.
  public static func values<Value: StoredText & CaseIterable>(
    _ id: Code, _ member: WritableKeyPath<Subject, [Value]> & Sendable, labels: String,
    section: String? = nil
  ) -> FieldSpec {
    several(id, member, section: section, FieldKind.many) { _, desk in
      Value.allCases.map { FieldOption($0.stored, desk.formats.label($0, labels)) }
    }
  }

  /// Any of many values that are found by typing.
  public static func lookupMany<Value: StoredText>(
    _ id: Code, _ member: WritableKeyPath<Subject, [Value]> & Sendable, section: String? = nil,
    options: @escaping @Sendable (Subject, Desk) -> [FieldOption]
  ) -> FieldSpec {
    several(id, member, section: section, FieldKind.lookupMany, options)
  }

  /// One of many values that are found by typing; empty is unknown.
  public static func lookup<Value: StoredText>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value?> & Sendable, section: String? = nil,
    options: @escaping @Sendable (Subject, Desk) -> [FieldOption]
  ) -> FieldSpec {
    one(id, member, section: section, { options, _ in .lookup(options) }, options)
  }

  /// One of a few values or none; what none is called comes first.
  public static func optionalChoice<Value: StoredText>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value?> & Sendable, section: String? = nil,
    none: String = "choice.none",
    options: @escaping @Sendable (Subject, Desk) -> [FieldOption]
  ) -> FieldSpec {
    one(
      id, member, section: section, { .choice([FieldOption("", $1.words(none))] + $0) }, options)
  }

  private static func one<Value: StoredText>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value?> & Sendable, section: String?,
    _ kind: @escaping @Sendable ([FieldOption], Desk) -> FieldKind,
    _ options: @escaping @Sendable (Subject, Desk) -> [FieldOption]
  ) -> FieldSpec {
    FieldSpec(
      id, { subject, desk in kind(options(subject, desk), desk) }, section: section,
      read: { subject, _ in subject[keyPath: member]?.stored ?? "" },
      write: { text, subject, desk in
        if text.isEmpty {
          subject[keyPath: member] = nil
          return nil
        }
        switch OptionInput.value(text, options(subject, desk)) {
        case .success(let value):
          subject[keyPath: member] = Value(stored: value)
          return nil
        case .failure(let problem): return problem
        }
      })
  }

  /// The same field with another problem where a text is none of its values.
  public func refusing(
    _ problem: @escaping @Sendable (_ text: String, _ nearest: String?) -> FieldProblem
  ) -> FieldSpec {
    let write = write
    return FieldSpec(
      id, kind, isRequired: isRequired, section: section, label: label, holdsLines: holdsLines,
      read: read,
      write: { text, subject, desk in
        let found = write(text, &subject, desk)
        guard case .notAnOption(let text, let nearest)? = found else { return found }
        return problem(text, nearest)
      }, suggestions: suggestions, understand: understand, isReadLast: isReadLast)
  }

  private static func several<Value: StoredText>(
    _ id: Code, _ member: WritableKeyPath<Subject, [Value]> & Sendable, section: String?,
    _ kind: @escaping @Sendable ([FieldOption]) -> FieldKind,
    _ options: @escaping @Sendable (Subject, Desk) -> [FieldOption]
  ) -> FieldSpec {
    FieldSpec(
      id, { subject, desk in kind(options(subject, desk)) }, section: section,
      read: { subject, _ in subject[keyPath: member].map(\.stored).joined(separator: ", ") },
      write: { text, subject, desk in
        switch OptionInput.values(text, options(subject, desk)) {
        case .success(let values):
          subject[keyPath: member] = values.compactMap(Value.init(stored:))
          return nil
        case .failure(let problem): return problem
        }
      })
  }
}

extension Desk {
  /// Yes and no, as they are chosen in forms.
  public var answers: [FieldOption] {
    [FieldOption("yes", words("toggle.yes")), FieldOption("", words("toggle.no"), alias: "no")]
  }

  /// The codes that are offered from a list, with their labels.
  public func options(_ list: TaxonomyName) -> [FieldOption] {
    programme.taxonomy(list).offered.map {
      FieldOption($0.stored, formats.label($0, in: list, of: programme))
    }
  }
}
