import HeardExchange
import HeardInsight
import HeardModel

/// A page or a calendar made of what a programme knows, in the words of the catalogs.
public struct OrderedFile: Hashable, Sendable {
  /// What stands in the file.
  public let bytes: [UInt8]
  /// How many events could not be put into it, since their day is not known.
  public let leftOut: Int
  /// How many events are in it without their time, since their zone is not known.
  public let withoutTime: Int
  /// The ids of the records that stand in it.
  public let records: [String]

  /// Makes what was ordered, in the words of the person; nil when the event is gone.
  public init?(
    _ order: FileOrder, _ insight: Insight, _ words: Words, at now: Moment, people: Int? = nil
  ) {
    let programme = insight.programme
    guard let id = order.event, let page = order.page(people: people) else {
      let ids = insight.events(Query(order.filter)).map(\.id)
      let voice = PageVoice(order.languages.first ?? words.language, words, programme)
      let file = CalendarFile(ids, in: programme, at: now, voice: voice)
      bytes = file.bytes
      leftOut = file.leftOut
      withoutTime = file.withoutTime
      records = ids.map(\.text)
      return
    }
    guard let event = programme.events[id] else { return nil }
    let voices = Self.languages(of: event, order, words).map { PageVoice($0, words, programme) }
    bytes = page.bytes(of: event, in: programme, voices: voices)
    (leftOut, withoutTime) = (0, 0)
    records = [id.text] + page.people(at: event).map(\.text)
  }

  /// The languages that were asked for, else those of the event; a page whose words come from the
  /// catalogs alone takes only languages that have one.
  private static func languages(
    of event: Event, _ order: FileOrder, _ words: Words
  ) -> [LanguageTag] {
    if !order.languages.isEmpty { return order.languages }
    let spoken = event.languages
    // Those who follow by an interpreter are asked in their language too.
    let own =
      order.kind == .consent
      ? spoken + event.interpreters.filter { !spoken.contains($0) }
      : spoken.filter { tag in Words.languages.contains { $0.base == tag.base } }
    return own.isEmpty ? [words.language] : own
  }
}

extension OrderedFile {
  /// What the register says of it, once it was written.
  public func registerLine(_ order: FileOrder, at moment: Moment) -> RegisterLine {
    let isCalendar = order.kind == .calendar
    return RegisterLine(
      isCalendar ? "calendar" : "page", as: isCalendar ? "ics" : "html", of: records,
      query: isCalendar ? Query(order.filter).unnamedText : order.kind.rawValue, at: moment)
  }
}

extension FileOrder {
  /// The page that is meant; nil for a calendar.
  fileprivate func page(people: Int?) -> PrintedPage? {
    switch kind {
    case .signIn: .signIn(namesPeople: namesPeople)
    case .consent: .consent(notices: notices)
    case .tables: .tables(seats: seats ?? 6, people: people)
    case .calendar: nil
    }
  }
}

extension PageVoice {
  /// The words of a language; those of the person where it has no catalog.
  public init(_ language: LanguageTag, _ own: Words, _ programme: Programme) {
    let hasCatalog = Words.languages.contains { $0.base == language.base }
    let words = hasCatalog ? Words(language) : own
    let formats = Formats(words)
    self.init(
      language: language, textLanguage: words.language,
      text: { words("page.\($0.rawValue)", $1) },
      label: { formats.label($0, in: $1, of: programme) },
      access: { formats.label($0, "access") }, date: { formats.date($0) },
      languageName: { formats.language($0) }, countryName: { formats.country($0) })
  }
}
