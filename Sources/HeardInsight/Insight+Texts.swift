import Foundation
import HeardModel

extension Insight {
  /// What is searched of each event, folded when something is first searched.
  var eventTexts: [Folded] {
    kept.eventTexts.value {
      let names = countryNames
      return events.map { event in
        Folded(
          fields: [
            event.title, event.place, event.region, event.venue, event.series.name, event.summary,
            event.notes, event.country.flatMap { names[$0] } ?? "", event.id.text,
          ] + event.partners.map { programme.organisations[$0.id]?.name ?? "" })
      }
    }
  }

  /// What is searched of each testimony; nothing of one that was refused or withdrawn.
  var testimonyTexts: [TestimonyText] {
    kept.testimonyTexts.value {
      testimonies.map { testimony in
        guard counts(testimony) else { return TestimonyText(about: Folded(""), words: []) }
        let event = event(testimony.event)
        return TestimonyText(
          about: Folded(
            fields: [
              testimony.pseudonym, testimony.id.text, event?.title ?? "", event?.place ?? "",
            ]),
          words: ([testimony.text] + testimony.translations.map(\.text)).map { Folded($0) })
      }
    }
  }

  /// What is searched of each action.
  var actionTexts: [Folded] {
    kept.actionTexts.value {
      actions.map { action in
        Folded(
          fields: [
            action.title, action.description, action.owner, action.reason, action.evidence,
            action.measure.unit, action.id.text,
          ] + action.milestones.map(\.title)
            + action.partners.map { programme.organisations[$0]?.name ?? "" })
      }
    }
  }

  /// The piece of a testimony's words in which something was found, else their beginning.
  func makeExcerpt(_ place: Int, _ words: [Folded], columns: Int) -> Excerpt? {
    let testimony = testimonies[place]
    let texts =
      [(testimony.language, testimony.text)] + testimony.translations.map { ($0.id, $0.text) }
    let folded = words.isEmpty ? [] : testimonyTexts[place].words
    let hit = folded.firstIndex { text in words.contains { text.contains($0) } }
    let (language, text) = texts[hit ?? 0]
    if text.isEmpty { return nil }
    return Excerpt(text, language, around: hit == nil ? [] : words, length: max(columns, 8))
  }

  // In English and in the language of the screen, so that "Japan" and "Japon" find JP.
  private var countryNames: [CountryCode: String] {
    let locales = [Locale(identifier: "en"), collation.locale]
    return Dictionary(
      uniqueKeysWithValues: Set(events.compactMap(\.country)).map { country in
        let names = locales.compactMap { $0.localizedString(forRegionCode: country.stored) }
        return (country, names.joined(separator: " "))
      })
  }
}

extension Excerpt {
  /// A piece of so many characters around the first place where one of the words stands.
  init?(_ text: String, _ language: LanguageTag, around words: [Folded], length: Int) {
    // Line ends and tabs become spaces, one character each, so that places stay the same.
    let characters = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let found = words.flatMap { Folded.ranges(of: $0, in: text) }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    let first = found.first?.lowerBound ?? 0
    let latest = max(0, characters.count - length)
    var start = min(max(0, first - length / 3), latest)
    var end = min(characters.count, start + length)
    // The ellipsis takes a place of its own.
    if start > 0 { start += 1 }
    if end < characters.count { end -= 1 }
    guard start <= end else { return nil }
    let shift = start > 0 ? 1 : 0
    self.text =
      (start > 0 ? "…" : "") + String(characters[start..<end])
      + (end < characters.count ? "…" : "")
    matches = found.filter { $0.lowerBound >= start && $0.upperBound <= end }
      .map { $0.lowerBound - start + shift..<$0.upperBound - start + shift }
    self.language = language
  }
}
