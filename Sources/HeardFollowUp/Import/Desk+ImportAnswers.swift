import HeardExchange
import HeardKit
import HeardModel

// What can be answered about many rows at once, in words.
extension Desk {
  /// What can be answered about a group, in the order of the digits.
  func choices(for group: DoubtGroup, _ work: SheetImport) -> [ImportScreen.DoubtChoice] {
    let others = work.answers(for: group).map { ImportScreen.DoubtChoice.answer($0) }
    if case .zoneMissing(let country?) = group.example { return [.zone(country)] + others }
    guard work.asksMeaning(group) else { return others }
    guard let values = work.values(of: group.cause.field) else { return [.meaning] + others }
    return values.map { .answer(.means($0)) } + others
  }

  func label(
    _ choice: ImportScreen.DoubtChoice, of group: DoubtGroup, _ work: SheetImport
  ) -> String {
    switch choice {
    case .answer(let answer): label(answer, of: group, work)
    case .meaning: words("import.answer.meaning")
    case .zone: words("import.answer.chooseZone")
    }
  }

  /// An answer in words, as it is meant for the rows of a group.
  func label(_ answer: DoubtAnswer, of group: DoubtGroup, _ work: SheetImport) -> String {
    switch answer {
    case .asAbove: words("import.answer.asAbove")
    case .order(let order): words("import.order.\(order.stored)")
    case .means(let value): label(ofValue: value, group.cause.field, work.subject)
    case .onePerson: words("import.answer.onePerson")
    case .asRead: words("import.answer.\(kind(of: group.example, work.subject)).asRead")
    case .leftOut: words("import.answer.\(kind(of: group.example, work.subject)).leftOut")
    }
  }

  /// What kind of answers a doubt has: where words are not understood, where rows are perhaps one.
  func kind(of doubt: ImportDoubt, _ subject: ImportSubject) -> String {
    switch doubt {
    case .sameAsLine, .likeLine, .looksLike, .sheetBefore:
      if case .people = subject { "samePerson" } else { "sameEvent" }
    case .knownPerson: "knownPerson"
    case .onlyOneCell, .noTitleNoDate, .perhapsTotal, .belowTotals: "noEvent"
    case .perhapsMerged: "empty"
    case .titleMissing, .dateUnreadable, .timeUnreadable, .zoneMissing, .zoneUnknown,
      .countryUnknown, .countrySeveral, .notANumber, .wordUnknown:
      "unknown"
    case .dateAmbiguous, .dateIsNumber, .yearOdd, .zoneDiffers, .momentOrDay, .nightTime,
      .weekdayDiffers, .endBeforeStart,
      .numberWithNote, .totalDiffers, .countedButNot, .heldBeforeItsDay, .tooManyCells, .openQuote,
      .manyLines, .pseudonymIsName, .moreThanAll, .comingContradicts, .severalPeople, .asked:
      "read"
    }
  }

  /// A value of a field in which somebody can say what words mean.
  private func label(ofValue value: String, _ field: String, _ subject: ImportSubject) -> String {
    if case .people = subject {
      return words(field == "status" ? "attendance.\(value)" : "presence.\(value)")
    }
    return switch EventImportField(rawValue: field) {
    case .attendanceSource: words("source.\(value)")
    case .type:
      Code(stored: value).map { formats.label($0, in: .eventType, of: programme) } ?? value
    case .country: CountryCode(stored: value).map { formats.country($0) } ?? value
    case .languages: LanguageTag(stored: value).map { formats.language($0) } ?? value
    default: words("\(field).\(value)")
    }
  }

  /// The values of a field that has many, of which the word of a group can mean one.
  func meanings(of group: DoubtGroup) -> [FieldOption] {
    switch EventImportField(rawValue: group.cause.field) {
    case .country: countryOptions
    case .languages: languageOptions
    default:
      programme.taxonomy(.eventType).entries.map {
        FieldOption(
          $0.id.stored, formats.label($0.id, in: .eventType, of: programme), isCode: true)
      }
    }
  }
}
