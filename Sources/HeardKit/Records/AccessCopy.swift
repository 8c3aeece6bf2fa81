import HeardInsight
import HeardModel

/// What is held about somebody or of one testimony, in words, for the person whom it is about.
///
/// Names of others are left out. It never holds what the reader who makes it may not read.
public struct AccessCopy: Sendable {
  /// Whom it is about.
  public enum Subject: Hashable, Sendable {
    /// Somebody, with all that they told.
    case person(PersonID)
    /// One testimony, where only its withdrawal number is known.
    case testimony(TestimonyID)
  }

  /// One thing that is held.
  public struct Value: Hashable, Sendable {
    /// What it is, for programs.
    public let name: String
    /// What it is, for people.
    public let label: String
    /// What stands there.
    public let text: String
    /// The same as files hold it, where it comes from a list.
    public let codes: [String]?
  }

  /// What is held in one place.
  public struct Section: Hashable, Sendable {
    /// What it is about: `person`, `event`, `testimony` or `disclosure`.
    public let kind: String
    /// The record.
    public let id: String
    /// What stands above it.
    public let title: String
    /// What is held there.
    public internal(set) var values: [Value]
  }

  /// What stands on top.
  public let title: String
  /// What the person has to know about it.
  public let about: [String]
  /// What is held, one part after the other.
  public private(set) var sections: [Section] = []
  /// How many testimonies are not in it, since who made it may not read them.
  public private(set) var closed = 0
  /// Whom it is about, for the register.
  public let record: String

  /// Gathers it in the words of a language.
  ///
  /// `identities` are the names on this machine, of the person and of others at the same events;
  /// `disclosures` are used only where the reader is the safeguarding lead.
  public init(
    _ subject: Subject, _ insight: Insight, _ words: Words, for reader: Reader,
    identities: [Identity] = [], disclosures: [Disclosure] = []
  ) {
    let text = AccessText(subject, insight.programme, words, on: insight.today, identities)
    title = words("accessCopy.title")
    about = [
      words(
        "accessCopy.about",
        [
          "programme": insight.programme.settings.name,
          "day": text.formats.day(insight.today),
        ]), words("accessCopy.others"),
    ]
    record =
      switch subject {
      case .person(let id): id.text
      case .testimony(let id): id.text
      }
    sections += text.person.map { [$0] } ?? []
    sections += text.events.map { text.section(of: $0) }
    for testimony in text.testimonies {
      let visibility = testimony.visibility(to: reader, on: insight.today)
      if !visibility.isReadable && !testimony.isGone(insight.today) { closed += 1 }
      sections.append(text.section(of: testimony, isReadable: visibility.isReadable))
    }
    guard reader.roles.contains(.safeguardingLead) else { return }
    sections += disclosures.map { text.section(of: $0) }
  }

  /// The people beside the one whom it is about at the same events: their names have no place in it.
  public static func others(_ subject: Subject, in programme: Programme) -> [PersonID] {
    AccessText.others(subject, in: programme)
  }
}
