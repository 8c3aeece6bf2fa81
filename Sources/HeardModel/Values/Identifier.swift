/// An id that never changes and is safe as a file name: lower-case ASCII letters, digits, hyphens.
///
/// `Subject` is the type that is identified, so that an event's id cannot stand for a person's.
/// An id is 1 to 96 characters long and begins with a letter or a digit; nothing else is ever
/// used to make a file name.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, StoredText {
  /// The id as it stands in files; empty only in a record that is being filled in.
  public let text: String

  /// An id for a record that has none yet; never stored.
  public init() { text = "" }

  /// Takes a text that follows the rule of ids; nil for every other.
  public init?(stored text: String) {
    guard (1...96).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-"),
      text.hasOnlyBytes({ IdentifierAlphabet.holds($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  fileprivate init(unchecked text: String) { self.text = text }

  /// The id as it stands in files.
  public var stored: String { text }

  /// Whether no id was given yet.
  public var isEmpty: Bool { text.isEmpty }

  /// Orders ids by their bytes.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// The id of an event.
public typealias EventID = Identifier<Event>
/// The id of a person over all events: a pseudonym, never a name.
public typealias PersonID = Identifier<PersonMark>
/// The id of a testimony.
public typealias TestimonyID = Identifier<Testimony>
/// The id of a quote taken from a testimony.
public typealias QuoteID = Identifier<Quote>
/// The id of a consent record.
public typealias ConsentID = Identifier<Consent>
/// The id of a follow-up action.
public typealias ActionID = Identifier<FollowUpAction>
/// The id of an organisation.
public typealias OrganisationID = Identifier<Organisation>
/// The id of a member of the programme's own staff.
public typealias StaffID = Identifier<StaffMember>
/// The id of a consent wording or of a guide.
public typealias NoticeID = Identifier<Notice>
/// The id of a fact.
public typealias FactID = Identifier<ProgrammeFact>
/// The id of a view of a list.
public typealias ViewID = Identifier<SavedView>

/// Stands for a person in `PersonID`; nothing about a person is kept under it.
public enum PersonMark: Sendable {}

/// Makes new ids out of a seed that comes from outside, so that the rules stay free of chance.
public struct IdentifierSource: Sendable {
  private var state: UInt64

  /// Starts a row of ids; two rows with the same seed are the same.
  public init(seed: UInt64) { state = seed }

  /// A new id: the letter of its kind and ten random characters, as `t-7kq2m9x4ab`.
  public mutating func make<Subject>(_ letter: Character) -> Identifier<Subject> {
    Identifier(unchecked: "\(letter)-\(characters(10))")
  }

  /// A new event id of what is known: start date, country, place, and four random characters.
  ///
  /// `placeSlug` is the place in plain ASCII, or empty where it has no such form.
  public mutating func makeEvent(
    start: KnownDate?, country: CountryCode?, placeSlug: String
  ) -> EventID {
    let place = placeSlug.utf8.filter {
      IdentifierAlphabet.holds($0) || $0 == UInt8(ascii: "-")
    }
    let parts = [
      start?.dayText ?? "", country?.stored.lowercased() ?? "",
      String(decoding: place.prefix(24), as: UTF8.self), characters(4),
    ]
    return Identifier(unchecked: parts.filter { !$0.isEmpty }.joined(separator: "-"))
  }

  /// Random lower-case letters and digits, without those that look alike (i, l, o, u).
  public mutating func characters(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count {
      text.unicodeScalars.append(IdentifierAlphabet.letters[Int(next() >> 59)])
    }
    return text
  }

  // SplitMix64: small, well spread, and enough for ids that only must not meet by accident.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private enum IdentifierAlphabet {
  static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)

  static func holds(_ byte: UInt8) -> Bool { byte.isLowerCaseLetter || byte.isDigit }
}
