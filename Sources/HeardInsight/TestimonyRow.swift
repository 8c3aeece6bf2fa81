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

/// What the list of testimonies shows of one testimony, to one reader.
///
/// Of one that the reader may not read it holds where and when it was told, in which language, what
/// hides it and how many actions answer it; nothing of who spoke, what was told or the work on it.
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
  /// What the speaker is called here; empty where the reader may not read it.
  public internal(set) var pseudonym: String
  /// The language of the original words.
  public let language: LanguageTag
  /// What was told; this and what follows is nil where the reader may not read it.
  public internal(set) var type: TestimonyType?
  /// Whether something went wrong.
  public internal(set) var polarity: Polarity?
  /// How far the work is.
  public internal(set) var stage: TestimonyStage?
  /// How soon somebody has to look at it.
  public internal(set) var triage: Triage?
  /// Whether the words may hurt those who read them.
  public internal(set) var hasWarning: Bool?
  /// How publishing stands.
  public internal(set) var publishing: ConsentState?
  /// Passages chosen to be quoted.
  public internal(set) var quotes: Int?
  /// Passages that may be quoted in public, in their own language.
  public internal(set) var publishable: Int?
  /// Actions that answer it.
  public let actions: Int
  /// Whether the reader may see the words.
  public internal(set) var visibility: TestimonyVisibility

  /// The row as a reader gets it: what must not be told to who may not read it is out.
  func seen(_ visibility: TestimonyVisibility) -> TestimonyRow {
    var row = self
    row.visibility = visibility
    if visibility.isReadable { return row }
    row.pseudonym = ""
    (row.type, row.polarity, row.stage, row.triage) = (nil, nil, nil, nil)
    (row.hasWarning, row.publishing, row.quotes, row.publishable) = (nil, nil, nil, nil)
    return row
  }
}
