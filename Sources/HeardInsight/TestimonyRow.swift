import HeardModel

/// A piece of a text around what was found in it.
public struct Excerpt: Hashable, Sendable {
  /// The piece, on one line; an ellipsis stands where more was left out.
  public let text: String
  /// Where what was found stands, as ranges of the piece's characters.
  public let matches: [Range<Int>]
  /// The language of the text from which it is.
  public let language: LanguageTag
}

/// What the list of testimonies shows of one testimony.
public struct TestimonyRow: Hashable, Sendable {
  /// The testimony.
  public let id: TestimonyID
  /// Where it was told.
  public let event: EventID
  /// The event's title.
  public let eventTitle: String
  /// The event's country.
  public let country: CountryCode?
  /// The day on which it was taken down, else the event's date.
  public let date: KnownDate?
  /// What the speaker is called here; empty when the testimony was withdrawn.
  public let pseudonym: String
  /// The language of the original words.
  public let language: LanguageTag
  /// What was told.
  public let type: TestimonyType
  /// Whether something went wrong.
  public let polarity: Polarity
  /// How far the work is.
  public let stage: TestimonyStage
  /// How soon somebody has to look at it.
  public let triage: Triage
  /// Whether the words may hurt those who read them.
  public let hasWarning: Bool
  /// How publishing stands.
  public let publishing: ConsentState
  /// Passages chosen to be quoted.
  public let quotes: Int
  /// Passages that may be quoted in public, in their own language.
  public let publishable: Int
  /// Actions that answer it.
  public let actions: Int
  /// Whether the reader may see the words.
  public internal(set) var visibility: TestimonyVisibility
}

/// The words of a testimony made ready to be searched.
struct TestimonyText: Sendable {
  /// What everyone may search: pseudonym, id, event.
  var about: Folded
  /// Original and translations, in this order; searched only for who may read them.
  var words: [Folded]
  /// The words by which a speaker withdraws; found only as a whole, and never shown.
  var code = Folded("")
}
