import HeardModel

/// A text of a page; it stands in the catalogs as `page.NAME`.
public enum PageText: String, CaseIterable, Sendable {
  /// The title of the sign-in sheet.
  case signIn
  /// The title of the consent sheet.
  case consent
  /// The title of the table plan.
  case tables
  /// Stands for the title of a closed event.
  case closed
  /// The column of slip numbers.
  case number
  /// The column of what people are called here.
  case calledHere
  /// The column of roles.
  case cameAs
  /// The column of age bands.
  case ageBand
  /// The column of declared communities.
  case communities
  /// Above everything that nobody has to fill in.
  case ifYouLike
  /// What becomes of the sheet.
  case privacy
  /// Why the list of an event is not printed although asked for.
  case listNotPrinted
  /// The column of questions.
  case question
  /// The answer yes.
  case yes
  /// The answer no.
  case no
  /// The number of a consent sheet.
  case sheetNumber
  /// The day.
  case date
  /// Who of the team asked.
  case takenBy
  /// Who heard an answer that was spoken.
  case witness
  /// The words with which consent is taken back.
  case withdrawal
  /// Which wording this is: `title`, `version`.
  case wording
  /// The organisations that the wording speaks of.
  case partners
  /// That there is no wording in a language: `language`.
  case noWording
  /// That there is no wording at all.
  case noNotice
  /// One table: `n`.
  case table
  /// How many people at how many tables: `people`, `tables`, `seats`.
  case howMany
  /// That nobody knows how many come.
  case howManyUnknown
  /// Who leads a table.
  case facilitator
  /// A place for an interpreter: `language`.
  case interpreter
  /// What is ready so that everyone can take part.
  case access
  /// The title of a disclosure that is handed over.
  case disclosure
  /// That nobody but the lead may have it, and what becomes of the sheet.
  case confidential
  /// For whom it is.
  case forLead
  /// Where it was told.
  case toldAt
  /// The time of an event of which nobody knows the zone.
  case timeWithoutZone
  /// Who took it down.
  case takenDownBy
  /// The language in which it was told.
  case language
  /// What the speaker is called here.
  case speaker
  /// By what the lead and the machine name it.
  case reference
  /// What was told.
  case toldWords
  /// What the team noted about it.
  case teamNote
  /// What was done at once.
  case doneAtOnce
  /// The number that the lead gives back.
  case receipt
}

/// The words of one language for pages and calendars; HeardExchange has none of its own.
public struct PageVoice: Sendable {
  /// The language that was asked for, in which wordings are looked up.
  public let language: LanguageTag
  /// The language of the page's own texts; another one where no catalog has it.
  public let textLanguage: LanguageTag
  let text: @Sendable (PageText, [String: String]) -> String
  let label: @Sendable (Code, TaxonomyName) -> String
  let access: @Sendable (AccessState) -> String
  let date: @Sendable (KnownDate?) -> String
  let languageName: @Sendable (LanguageTag) -> String
  let countryName: @Sendable (CountryCode?) -> String

  /// The words of a language, each told by a question to the catalogs.
  public init(
    language: LanguageTag, textLanguage: LanguageTag,
    text: @escaping @Sendable (PageText, [String: String]) -> String,
    label: @escaping @Sendable (Code, TaxonomyName) -> String,
    access: @escaping @Sendable (AccessState) -> String,
    date: @escaping @Sendable (KnownDate?) -> String,
    languageName: @escaping @Sendable (LanguageTag) -> String,
    countryName: @escaping @Sendable (CountryCode?) -> String
  ) {
    self.language = language
    self.textLanguage = textLanguage
    self.text = text
    self.label = label
    self.access = access
    self.date = date
    self.languageName = languageName
    self.countryName = countryName
  }

  func callAsFunction(_ key: PageText, _ arguments: [String: String] = [:]) -> String {
    text(key, arguments)
  }

  /// What an event is called where others can read it: a closed one is not named.
  func title(of event: Event) -> String {
    event.confidentialityOrClosed == .closed ? self(.closed) : event.title
  }
}

extension [PageVoice] {
  /// A text in all languages beside each other, each once.
  func callAsFunction(_ key: PageText, _ arguments: [String: String] = [:]) -> String {
    joined { $0(key, arguments) }
  }

  func joined(_ text: (PageVoice) -> String) -> String {
    var seen: [String] = []
    for text in map(text) where !seen.contains(text) { seen.append(text) }
    return seen.joined(separator: " / ")
  }
}
