import HeardModel

/// What is wrong with what stands in a field; its sentence is `problem.NAME` in the catalogs.
public enum FieldProblem: Error, Hashable, Sendable {
  /// Nothing stands in a field that must be filled.
  case missing
  /// The text is no date.
  case notADate(String)
  /// The text is a date that can be read in two ways, and no custom tells which.
  case openDate(String, dayFirst: KnownDate, monthFirst: KnownDate)
  /// The text is no whole number from 0 up.
  case notANumber(String)
  /// The text is no number, whole or with digits behind the point.
  case notADecimal(String)
  /// The text is not the three letters of a currency.
  case notACurrency(String)
  /// The text is none of the values; the nearest one where there is one.
  case notAnOption(String, nearest: String?)
  /// The text is the beginning of several values.
  case fitsSeveral(String, [String])
  /// The text finds options of which none was ticked by it.
  case notTicked(String)
  /// The text is neither the name of a language nor a tag in common use.
  case notALanguage(String)
  /// The end lies before the start.
  case endBeforeStart
  /// The country's profile does not allow the value on a person; its note says why.
  case notAllowedHere(note: String)
  /// Whether people were asked is told already, or nothing was declared at all.
  case nothingToSay(String)
  /// A status that needs its reason has none.
  case reasonMissing
  /// What is noted as seen by somebody else says nowhere what shows it.
  case evidenceMissing
  /// The text names nobody of the team; the nearest one where there is one.
  case notOnTeam(String, nearest: String?)
  /// A line of several parts cannot be read; with how one is written.
  case unreadableLine(String, as: String)
  /// Of answers from 0 to 10 there are not eleven counts, but so many.
  case notEleven(String, Int)
  /// A sensitive trait stands on a person of whom consent to be counted by it is not recorded.
  case consentMissing
  /// Who may not read a testimony cannot open it by noting that somebody agreed.
  case notYoursToOpen
  /// The person stands on the event's list already.
  case alreadyListed
  /// The event lies ahead, and cannot be history.
  case stillToCome
  /// The text is no step by which a date is moved.
  case notAStep
  /// Another view of the list has this name.
  case nameTaken
  /// The view's filter holds the words by which a speaker withdraws.
  case holdsWithdrawalCode
  /// The clocks of the zone leap over the time, from one time to another.
  case timeSkipped(String, zone: ZoneName, from: String, to: String)
  /// The number lies outside of what is possible.
  case notWithin(Int, Int)
  /// The text has more characters than a field takes.
  case tooLong(limit: Int)

  /// The problem in words.
  public func sentence(_ words: Words) -> String {
    switch self {
    case .missing: words("problem.missing")
    case .notYoursToOpen: words("problem.notYoursToOpen")
    case .notADate(let text): words("problem.notADate", ["text": words.quoted(text)])
    case .openDate(let text, let dayFirst, let monthFirst):
      words("problem.openDate", Self.readings(text, dayFirst, monthFirst, words))
    case .notANumber(let text): words("problem.notANumber", ["text": words.quoted(text)])
    case .notADecimal(let text): words("problem.notADecimal", ["text": words.quoted(text)])
    case .notACurrency(let text): words("problem.notACurrency", ["text": words.quoted(text)])
    case .notAnOption(let text, let nearest?):
      words("problem.notAnOption.near", ["text": words.quoted(text), "near": nearest])
    case .notAnOption(let text, nil): words("problem.notAnOption", ["text": words.quoted(text)])
    case .fitsSeveral(let text, let names):
      words(
        "problem.fitsSeveral",
        [
          "text": words.quoted(text),
          "names": words.list(names.prefix(6) + (names.count > 6 ? ["…"] : [])),
        ])
    case .notTicked(let text): words("problem.notTicked", ["text": words.quoted(text)])
    case .notALanguage(let text): words("problem.notALanguage", ["text": words.quoted(text)])
    case .endBeforeStart: words("problem.endBeforeStart")
    case .notAllowedHere(let note): words("problem.notAllowedHere", ["note": note])
    case .nothingToSay(let text): words("problem.nothingToSay", ["text": words.quoted(text)])
    case .reasonMissing: words("problem.reasonMissing")
    case .evidenceMissing: words("problem.evidenceMissing")
    case .notOnTeam(let text, let nearest?):
      words("problem.notOnTeam.near", ["text": words.quoted(text), "near": nearest])
    case .notOnTeam(let text, nil): words("problem.notOnTeam", ["text": words.quoted(text)])
    case .unreadableLine(let text, let example):
      words("problem.unreadableLine", ["text": words.quoted(text), "example": example])
    case .notEleven(let text, let count):
      words("problem.notEleven", ["text": words.quoted(text), "n": String(count)])
    case .consentMissing: words("problem.consentMissing")
    case .alreadyListed: words("problem.alreadyListed")
    case .stillToCome: words("problem.stillToCome")
    case .notAStep: words("problem.notAStep")
    case .nameTaken: words("problem.nameTaken")
    case .holdsWithdrawalCode: words("problem.holdsWithdrawalCode")
    case .timeSkipped(let time, let zone, let from, let to):
      words(
        "problem.timeSkipped",
        ["time": words.quoted(time), "zone": zone.stored, "from": from, "to": to])
    case .notWithin(let least, let most):
      words("problem.notWithin", ["least": String(least), "most": String(most)])
    case .tooLong(let limit): words("problem.tooLong", ["limit": words.number(limit)])
    }
  }

  /// The parts of a sentence about a date that can be read in two ways.
  static func readings(
    _ text: String, _ dayFirst: KnownDate, _ monthFirst: KnownDate, _ words: Words
  ) -> [String: String] {
    let formats = Formats(words)
    return [
      "text": words.quoted(text), "dayFirst": formats.inFull(dayFirst),
      "monthFirst": formats.inFull(monthFirst),
      "one": dayFirst.typed, "other": monthFirst.typed,
    ]
  }

  /// What may be meant, to be chosen from; empty where the problem does not tell.
  func offers(_ words: Words, isLookup: Bool = false) -> [String] {
    switch self {
    case .openDate(_, let dayFirst, let monthFirst):
      [dayFirst, monthFirst].map { TypedDate.offer($0, words) }
    case .fitsSeveral(_, let names) where isLookup: Array(names.prefix(6))
    default: []
    }
  }

  /// Whether what else stands in the form may settle it.
  var isOpenDate: Bool { if case .openDate = self { true } else { false } }
}
