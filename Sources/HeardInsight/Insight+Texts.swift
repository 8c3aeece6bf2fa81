import Foundation
import HeardModel

extension Insight {
  /// What is searched of each event, folded when something is first searched.
  var eventTexts: [Folded] {
    kept.eventTexts.value {
      let names = countryNames(of: Set(events.compactMap(\.country)))
      return events.indices.map { makeEventText($0, names) }
    }
  }

  func makeEventText(_ place: Int, _ names: [CountryCode: String]) -> Folded {
    let event = events[place]
    return Folded(
      fields: [
        event.title, event.place, event.region, event.venue, event.series.name, event.summary,
        event.notes, event.country.flatMap { names[$0] } ?? "", event.id.text,
      ] + event.partners.map { programme.organisations[$0.id]?.name ?? "" })
  }

  /// Whether something stands in what everybody may search of a testimony: its id and its event.
  func testimony(_ place: Int, isOf word: Folded) -> Bool {
    guard counts(at: place) else { return false }
    if word.stands(in: testimonies[place].id.text) { return true }
    guard let event = eventPlaces[testimonies[place].event] else { return false }
    return word.stands(in: events[event].title) || word.stands(in: events[event].place)
  }

  /// Whether something stands in what only who may read the words of a testimony may search: what
  /// the speaker is called, the words and their translations.
  func testimony(_ place: Int, says word: Folded) -> Bool {
    guard counts(at: place) else { return false }
    return word.stands(in: testimonies[place].pseudonym)
      || word.stands(in: testimonies[place].text)
      || testimonies[place].translations.contains { word.stands(in: $0.text) }
  }

  /// The testimonies whose withdrawal code something is, as a whole.
  func testimonies(withCode code: Folded) -> Set<Int> {
    if code.isEmpty { return [] }
    return Set(
      testimonies.indices.filter { place in
        let own = testimonies[place].consent.withdrawalCode
        return !own.isEmpty && code.stands(in: own) && Folded(own) == code && counts(at: place)
      })
  }

  /// What is searched of each action.
  var actionTexts: [Folded] {
    kept.actionTexts.value { actions.indices.map(makeActionText) }
  }

  func makeActionText(_ place: Int) -> Folded {
    let action = actions[place]
    return Folded(
      fields: [
        action.title, action.description, action.owner, action.reason, action.evidence,
        action.measure.unit, action.id.text,
      ] + action.milestones.map(\.title)
        + action.partners.map { programme.organisations[$0]?.name ?? "" })
  }

  /// The piece of a testimony's words in which something was found, else their beginning.
  ///
  /// Nil when the reader may not see the words, or there are none. `length` counts characters.
  public func excerpt(
    of id: TestimonyID, _ query: Query = Query(), for reader: Reader = Reader(), length: Int = 80
  ) -> Excerpt? {
    guard let place = testimonyPlaces[id], counts(at: place),
      testimonies[place].visibility(to: reader, on: today).isReadable
    else { return nil }
    let testimony = testimonies[place]
    let words = Matcher(query, for: .testimonies, in: self).soughtWords
    let folded =
      words.isEmpty
      ? [] : ([testimony.text] + testimony.translations.map(\.text)).map { Folded($0) }
    let hit = folded.firstIndex { text in words.contains { text.contains($0) } }
    let language = hit.map { $0 == 0 ? testimony.language : testimony.translations[$0 - 1].id }
    let text = hit.map { $0 == 0 ? testimony.text : testimony.translations[$0 - 1].text }
    return Excerpt(
      text ?? testimony.text, hit.map { folded[$0] }, language ?? testimony.language,
      around: hit == nil ? [] : words, length: max(length, 8))
  }

  // In English and in the language of the screen, so that "Japan" and "Japon" find JP.
  func countryNames(of countries: Set<CountryCode>) -> [CountryCode: String] {
    let locales = [Locale(identifier: "en"), collation.locale]
    return Dictionary(
      uniqueKeysWithValues: countries.map { country in
        let names = locales.compactMap { $0.localizedString(forRegionCode: country.stored) }
        return (country, names.joined(separator: " "))
      })
  }
}

extension Excerpt {
  /// A piece of so many characters around the first place where one of the words stands; `folded`
  /// is the folded text.
  init?(
    _ text: String, _ folded: Folded?, _ language: LanguageTag, around words: [Folded], length: Int
  ) {
    if text.isEmpty { return nil }
    let places = folded.map { folded in words.compactMap { folded.firstPlace(of: $0, from: 0) } }
    let hit = Self.character(in: text, atFolded: places?.min() ?? 0)
    var start =
      text.index(hit, offsetBy: -length / 3, limitedBy: text.startIndex)
      ?? text.startIndex
    var end = text.index(start, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
    if end == text.endIndex {
      start = text.index(end, offsetBy: -length, limitedBy: text.startIndex) ?? text.startIndex
    }
    // An ellipsis takes a place of its own.
    let (isCutBefore, isCutAfter) = (start > text.startIndex, end < text.endIndex)
    if isCutBefore { start = text.index(after: start) }
    if isCutAfter { end = text.index(before: end) }
    // Line ends and tabs become spaces, one character each, so that places stay the same.
    let piece = String(text[start..<end].map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let shift = isCutBefore ? 1 : 0
    self.text = (isCutBefore ? "…" : "") + piece + (isCutAfter ? "…" : "")
    matches = words.flatMap { Folded.ranges(of: $0, in: piece) }
      .map { $0.lowerBound + shift..<$0.upperBound + shift }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    self.language = language
  }

  // The character of which a byte of the folded text is part.
  private static func character(in text: String, atFolded place: Int) -> String.Index {
    if place == 0 { return text.startIndex }
    var folder = Folder()
    var index = text.startIndex
    while index < text.endIndex {
      folder.append(scalar: text.unicodeScalars[index])
      if folder.bytes.count > place { break }
      text.unicodeScalars.formIndex(after: &index)
    }
    return index < text.endIndex ? text.index(before: text.index(after: index)) : text.startIndex
  }
}
