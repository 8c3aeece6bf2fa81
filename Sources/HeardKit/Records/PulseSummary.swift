import HeardInsight
import HeardModel
import TerminalCanvas

/// Trust asked before and after, with its base, and that it stands for nobody else.
enum PulseSummary {
  static func rows(_ pulse: Pulse, _ desk: Desk) -> [TableRow] {
    let words = desk.words
    let answers = [
      answerRow("pulse.before", pulse.before, words), answerRow("pulse.after", pulse.after, words),
    ].compactMap { $0 }
    if answers.isEmpty && pulse.damagedYes == nil && pulse.damagedNo == nil
      && pulse.reasons.isEmpty
    {
      return []
    }
    let question: [TableRow] =
      pulse.question.isEmpty ? [] : [.note(StyledText(pulse.question, .faint))]
    return [.heading(StyledText(words("pulse.title"), .title))] + question
      + [.note(StyledText(words("pulse.notRepresentative"), .faint))] + small(pulse, words)
      + answers
      + damage(pulse, words) + reasons(pulse, desk)
  }

  /// That so few answered that their numbers can point at somebody.
  private static func small(_ pulse: Pulse, _ words: Words) -> [TableRow] {
    let damage = [pulse.damagedYes, pulse.damagedNo].compactMap { $0 }
    let bases = [pulse.before, pulse.after].map { $0.reduce(0, +) }
    // Of a yes and of a reason the number itself points at somebody, however many were asked.
    return (bases + damage + pulse.reasons.values).contains(where: SmallNumbers.isSmall)
      ? [.note(StyledText(words("pulse.small"), .warning))] : []
  }

  /// The mean of answers from 0 upwards in tenths; nil without any.
  static func meanInTenths(_ counts: [Int]) -> Int? {
    let people = counts.reduce(0, +)
    guard people > 0 else { return nil }
    let sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return (20 * sum + people) / (2 * people)
  }

  private static func answerRow(_ key: String, _ counts: [Int], _ words: Words) -> TableRow? {
    guard let mean = meanInTenths(counts) else { return nil }
    let people = counts.reduce(0, +)
    let number = "\(mean / 10)\(words("number.decimalSign"))\(mean % 10)"
    let all = counts.map(words.number).joined(separator: " ")
    return TableRow(
      [
        StyledText(number, .strong), StyledText(words(key, count: people)),
        StyledText(all, .faint),
      ], spoken: [2: all])
  }

  private static func damage(_ pulse: Pulse, _ words: Words) -> [TableRow] {
    [(pulse.damagedYes, "pulse.damagedYes"), (pulse.damagedNo, "pulse.damagedNo")]
      .compactMap { count, key in
        count.map { TableRow([StyledText(words.number($0), .strong), StyledText(words(key))]) }
      }
  }

  private static func reasons(_ pulse: Pulse, _ desk: Desk) -> [TableRow] {
    let most = pulse.reasons.values.max() ?? 0
    return pulse.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
      TableRow([
        StyledText(desk.words.number(count), .strong),
        StyledText(desk.formats.label(code, in: .trustLoss, of: desk.programme)),
        StyledText(
          Bars.text(count, of: most, columns: 24, isASCII: desk.settings.usesASCII), .chart),
      ])
    }
  }
}
