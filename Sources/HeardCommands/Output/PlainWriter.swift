import HeardKit
import HeardModel
import StrictJSON
import TerminalCanvas

/// What a value of a list stands for, so that it can be put in words.
enum Meaning {
  /// Stands for itself.
  case plain
  case country
  case language
  case date
  /// A number, or the sign of why there is none.
  case count
  case organisation
  case staff
  /// A code of one of the programme's lists.
  case code(TaxonomyName)
  /// Purposes with how they stand.
  case consents
  /// Approvals of a period.
  case approvals
  /// One of a few fixed values; the words stand in the catalogs under this beginning.
  case fixed(String)
}

/// Values in words, one a line with its name before it, for screen readers and pipes.
enum PlainWriter {
  /// The rows, an empty line between them; what is not known is left out.
  static func text(_ listing: Listing, _ inquiry: Inquiry) -> String {
    listing.rows.map { row in
      zip(listing.columns, row).flatMap { column, value in
        lines(inquiry.words.title(of: column), spoken(value, column.meaning, inquiry))
      }.map { "\($0)\n" }.joined()
    }.joined(separator: "\n")
  }

  /// A name with its value; further lines of a text stand indented below.
  private static func lines(_ name: String, _ text: String) -> [String] {
    if text.isEmpty { return [] }
    // Every kind of line end counts: what is shown as a sign instead would be hard to listen to.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { DisplayText.safe(String($0)) }
    if lines.count == 1 { return ["\(name): \(lines[0])"] }
    return ["\(name):"] + lines.map { $0.isEmpty ? "" : "  \($0)" }
  }

  /// A value as it stands in files, on one line.
  static func text(of value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .decimal(let text): text
    case .boolean(let isTrue): isTrue ? "yes" : "no"
    case .null: ""
    case .array(let values): values.map(text).joined(separator: ", ")
    case .object(let members):
      members.sorted { $0.key < $1.key }.map { text(of: $0.value) }.joined(separator: " ")
    }
  }

  /// A value of a table in words; a number stays one, and a date as short as in files.
  static func inWords(_ value: JSONValue, _ meaning: Meaning, _ inquiry: Inquiry) -> JSONValue {
    switch (value, meaning) {
    case (_, .date), (.integer, _), (.null, _): value
    default: .string(spoken(value, meaning, inquiry))
    }
  }

  private static func spoken(
    _ value: JSONValue, _ meaning: Meaning, _ inquiry: Inquiry
  ) -> String {
    switch value {
    case .string(let text): word(text, meaning, inquiry)
    case .boolean(let isTrue): inquiry.words(isTrue ? "cli.yes" : "cli.no")
    case .array(let values):
      values.map { spoken($0, meaning, inquiry) }
        .joined(separator: values.contains(where: \.isObject) ? "\n" : ", ")
    case .object(let members):
      switch meaning {
      case .consents: consents(members, inquiry)
      case .approvals: approval(members, inquiry)
      default: part(members, inquiry)
      }
    default: text(of: value)
    }
  }

  /// A part of a record on one line: what is said of it, then its words.
  private static func part(_ members: [String: JSONValue], _ inquiry: Inquiry) -> String {
    let about = members.sorted { $0.key < $1.key }.compactMap { name, value -> String? in
      switch value {
      case .null: return nil
      case .boolean(let isTrue): return isTrue ? known("cli.\(name)", name, inquiry) : nil
      default: return name == "text" ? nil : text(of: value)
      }
    }.joined(separator: ", ")
    guard case .string(let words)? = members["text"] else { return about }
    return "\(about): \(words)"
  }

  /// An approval by its day, its attendances and who gave it, with why it was unlocked.
  private static func approval(_ members: [String: JSONValue], _ inquiry: Inquiry) -> String {
    func text(_ name: String, in members: [String: JSONValue]) -> String {
      members[name].map { Self.text(of: $0) } ?? ""
    }
    var (attendances, reason, isUnlocked) = ("?", "", false)
    if case .object(let figures)? = members["figures"] {
      attendances = figures["attendances"].map { spoken($0, .plain, inquiry) } ?? "?"
    }
    if case .object(let unlocked)? = members["unlocked"] {
      (isUnlocked, reason) = (true, text("reason", in: unlocked))
    }
    let given = inquiry.words(
      isUnlocked ? "approvals.unlockedThen" : "approvals.approvedThen",
      ["day": String(text("at", in: members).prefix(10)), "n": attendances])
    return inquiry.words.list([given, text("by", in: members), reason])
  }

  private static func consents(
    _ members: [String: JSONValue], _ inquiry: Inquiry
  ) -> String {
    ConsentPurpose.allCases.compactMap { purpose in
      members[purpose.stored].map { state in
        inquiry.words("purpose.\(purpose.stored)") + ": "
          + spoken(state, .fixed("consent"), inquiry)
      }
    }.joined(separator: "\n")
  }

  private static func word(_ text: String, _ meaning: Meaning, _ inquiry: Inquiry) -> String {
    switch meaning {
    case .plain, .count, .consents, .approvals: return text
    case .country: return CountryCode(stored: text).map(inquiry.formats.country) ?? text
    case .language: return LanguageTag(stored: text).map(inquiry.formats.language) ?? text
    case .date: return KnownDate(stored: text).map { inquiry.formats.date($0) } ?? text
    case .organisation:
      let id = OrganisationID(stored: text)
      return id.flatMap { inquiry.programme.organisations[$0]?.name } ?? text
    case .staff:
      return StaffID(stored: text).flatMap { inquiry.programme.team[$0]?.name } ?? text
    case .code(let list):
      guard let code = Code(stored: text) else { return text }
      return inquiry.formats.label(code, in: list, of: inquiry.programme)
    case .fixed(let beginning): return known("\(beginning).\(text)", text, inquiry)
    }
  }

  private static func known(_ key: String, _ text: String, _ inquiry: Inquiry) -> String {
    inquiry.words.has(key) ? inquiry.words(key) : text
  }
}

extension Words {
  /// What a column is called: by its own text, else as the field of that name.
  func title(of column: Listing.Column) -> String {
    if let title = column.title { return self(title) }
    let own = "cli.\(column.key)"
    return has(own) ? self(own) : self("field.\(column.key)")
  }
}
