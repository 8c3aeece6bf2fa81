import Foundation
import HeardInsight
import HeardModel

extension Desk {
  /// All countries, those of the programme first.
  public var countryOptions: [FieldOption] {
    let own = programme.settings.countries
    let others = CountryCode.all.filter { !own.contains($0) }
    return (own + others).map { FieldOption($0.stored, formats.country($0), isCode: true) }.apart
  }

  /// The zones of a country, the most usual first; all known zones where it is not known.
  public func zoneOptions(_ country: CountryCode?) -> [FieldOption] {
    let usual = programme.profile(country).zones
    let listed = country.flatMap { zones[$0] } ?? []
    let all = usual + listed.filter { !usual.contains($0) }
    let shown = all.isEmpty ? zones.values.flatMap { $0 }.sorted() : all
    return shown.map { FieldOption($0.stored, $0.stored) }
  }

  /// Languages of the programme and of its countries' profiles, which come before all others: one
  /// that is written as files hold it is this one, whatever other records name.
  public var ownLanguages: Set<String> { Set(listedLanguages.map(\.stored)) }

  private var listedLanguages: [LanguageTag] {
    programme.settings.languages
      + programme.settings.countries.flatMap { programme.profile($0).languages }
  }

  /// Languages of the programme, of its countries' profiles, and those already used.
  public var languageOptions: [FieldOption] {
    var tags = listedLanguages
    for event in programme.events.values { tags += event.languages + event.interpreters }
    tags += LanguageTag.signLanguages.map(\.tag)
    var seen = Set<LanguageTag>()
    return tags.filter { seen.insert($0).inserted }.map { tag in
      let label = formats.language(tag)
      return FieldOption(tag.stored, label, alias: tag.signLanguageShort, isCode: true)
    }
  }

  /// The team, those of a country first; nobody who has left.
  public func staffOptions(_ country: CountryCode?) -> [FieldOption] {
    programme.team.values.filter { !$0.hasLeft }.sorted { a, b in
      let first = country.map(a.countries.contains) ?? false
      let second = country.map(b.countries.contains) ?? false
      return first != second ? first : (a.name, a.id) < (b.name, b.id)
    }.map { FieldOption($0.id.text, $0.name) }.distinct
  }

  /// All organisations by name.
  public var organisationOptions: [FieldOption] {
    programme.organisations.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      .map { FieldOption($0.id.text, $0.name) }.distinct
  }

  /// All events, the newest first and those to come last, each under a label of its own.
  public var eventOptions: [FieldOption] {
    let rows = insight.events()
    let ahead = rows.filter { ($0.start?.firstDay ?? today) > today }
    let begun = rows.filter { ($0.start?.firstDay ?? today) <= today }
    var seen = Set<String>()
    return (begun + ahead).map { row in
      let parts = [
        row.start?.dayText ?? words("date.none"), row.place, words.cut(row.title, to: 60),
      ]
      var label = parts.filter { !$0.isEmpty }.joined(separator: " · ")
      if !seen.insert(label).inserted { label += " · \(row.id.text)" }
      // The id has the place in letters that everybody can type.
      return FieldOption(row.id.text, label, alias: row.id.text)
    }
  }

  /// Languages of the programme first, then all others that the machine can name.
  public var spokenLanguageOptions: [FieldOption] {
    let own = languageOptions
    let known = Set(own.map(\.value))
    let others = Locale.LanguageCode.isoLanguageCodes.map(\.identifier)
      .filter { $0.count == 2 && !known.contains($0) }.sorted()
      .compactMap { code in
        formats.locale.localizedString(forIdentifier: code).map {
          FieldOption(code, $0, isCode: true)
        }
      }
    return own + others
  }

  /// Who may answer for an action: those who do already, then the team, those of its country first.
  func owners(_ text: String, _ country: CountryCode?) -> [String] {
    let known = insight.suggestions(for: .owner, country: country, prefix: text)
    let team = OptionInput.matches(text, staffOptions(country)).map(\.label)
    return known + (text.isEmpty ? [] : team.filter { !known.contains($0) })
  }

  /// The questions of all guides in the language of the screen.
  public var guideQuestionOptions: [FieldOption] {
    programme.guides.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
      .flatMap(\.questions).map { question in
        let wording =
          question.wordings.first { $0.key.base == words.language.base }
          ?? question.wordings.first { $0.key.base == "en" }
          ?? question.wordings.min { $0.key < $1.key }
        return FieldOption(question.id.stored, wording?.value ?? question.id.stored)
      }
  }

  /// The pseudonyms on an event's list, those who attended first.
  public func pseudonyms(at event: EventID) -> [String] {
    let people = programme.events[event]?.participations.filter { !$0.pseudonym.isEmpty } ?? []
    return people.filter(\.status.isAttending).map(\.pseudonym)
      + people.filter { !$0.status.isAttending }.map(\.pseudonym)
  }

  /// The one person of that pseudonym on an event's list; nil where two have the same.
  public func person(named pseudonym: String, at event: EventID) -> PersonID? {
    guard !pseudonym.isEmpty else { return nil }
    let wanted = fold(pseudonym)
    let found = programme.events[event]?.participations.filter { fold($0.pseudonym) == wanted }
    return found?.count == 1 ? found?.first?.id : nil
  }
}
