import HeardModel

// What words of a sheet mean that are no words of their fields.
extension SheetImport {
  /// The values that a word of a field can be given, where they are few; empty where nobody can say
  /// what a word means there, nil where they are many.
  public func values(of field: String) -> [String]? {
    switch subject {
    case .events:
      switch EventImportField(rawValue: field) {
      case .status: EventStatus.allCases.map(\.stored)
      case .format: EventFormat.allCases.map(\.stored)
      case .involvement: Involvement.allCases.map(\.stored)
      // Nobody is listed by a sheet of events.
      case .attendanceSource: [AttendanceSource.counted, .reported, .estimated].map(\.stored)
      case .type, .languages, .country: nil
      default: []
      }
    case .people:
      switch PersonImportField(rawValue: field) {
      case .status: AttendanceStatus.allCases.map(\.stored)
      case .presence: Presence.allCases.map(\.stored)
      default: []
      }
    }
  }

  /// Whether a group waits for what a word means; one that may not be repeated is corrected instead.
  public func asksMeaning(_ group: DoubtGroup) -> Bool {
    switch group.example {
    case .wordUnknown(let field, let text): text != "…" && values(of: field) != []
    case .countryUnknown, .countrySeveral: true
    default: false
    }
  }

  /// The value that somebody means by a code or a word that is known; nil where it is none.
  public func value(_ text: String, of field: String) -> String? {
    let isFew = values(of: field).map { !$0.isEmpty } ?? true
    guard isFew else { return nil }
    let value: String? =
      switch subject {
      case .events:
        switch EventImportField(rawValue: field) {
        case .country: CountryNames.country(text)?.stored
        case let known?: context.words.value(text, for: known)
        case nil: nil
        }
      case .people:
        PersonImportField(rawValue: field).flatMap { known in
          known == .status
            ? AttendanceStatus(stored: text)?.stored : context.words.value(text, for: known)
        }
      }
    return value.flatMap { value in values(of: field)?.contains(value) ?? true ? value : nil }
  }

  /// The fields in whose cells a word stands, of those in which somebody can say what it means.
  public func fields(with word: String) -> [String] { fields(with: word, of: subject.fields) }

  /// Whether a word stands where somebody answers about consent: nobody else says what that means.
  public func isOfConsent(_ word: String) -> Bool {
    guard case .people = subject else { return false }
    return !places(of: word, in: ImportMapping.consentFields.map(\.stored)).isEmpty
  }

  private func fields(with word: String, of fields: [String]) -> [String] {
    places(of: word, in: fields.filter { values(of: $0) != [] })
  }

  private func places(of word: String, in fields: [String]) -> [String] {
    let folded = SheetCell.folded(word)
    return fields.filter { name in
      table.columns.contains { column in
        field(of: column) == name
          && table.rows.contains { row in
            guard let cell = row.cell(column.place) else { return false }
            return SheetCell.folded(cell) == folded
              || SheetCell.parts(cell).contains { SheetCell.folded($0) == folded }
          }
      }
    }
  }
}

extension ImportMapping {
  /// The fields of which nobody but the person says what stands in them.
  static let consentFields: [Code] = [
    Code(stored: PersonImportField.consentCount.rawValue),
    Code(stored: PersonImportField.notice.rawValue),
  ].compactMap { $0 }

  /// The words that the mapping takes for an answer about consent, which no mapping may.
  public var consentWords: [MappedWord] {
    words.filter {
      Self.consentFields.contains($0.field) || ConsentState(stored: $0.means.stored) != nil
    }
  }

  /// What somebody said that a cell means; nil where nobody did.
  func meaning(of text: String, for field: some ImportField) -> String? {
    guard let code = Code(stored: field.rawValue), words.contains(where: { $0.field == code }),
      !Self.consentFields.contains(code)
    else { return nil }
    let folded = SheetCell.folded(text)
    return words.first { $0.field == code && SheetCell.folded($0.text) == folded }?.means.stored
  }

  /// Says what a word means in the cells of a field.
  mutating func say(_ word: String, means value: Code, in field: Code) {
    unsay(word, in: field)
    var said = MappedWord()
    (said.id, said.field, said.means) = (word, field, value)
    // One word can stand in two columns, and an id once.
    if words.contains(where: { $0.id == word }) {
      (said.id, said.word) = ("\(word) (\(field.stored))", word)
    }
    words.append(said)
  }

  /// Takes back what a word means in the cells of a field.
  mutating func unsay(_ word: String, in field: Code) {
    let folded = SheetCell.folded(word)
    words.removeAll { $0.field == field && SheetCell.folded($0.text) == folded }
  }
}
