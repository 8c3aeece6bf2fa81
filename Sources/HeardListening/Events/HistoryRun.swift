import HeardKit
import HeardModel

/// One row of a history: a change, or a run of presses at the door.
///
/// The presses are one person's, each made soon after the other. The files keep every press.
struct HistoryRun: Hashable, Sendable {
  private let newest: HistoryLine
  private var oldest: HistoryLine
  private var fields: [Code]
  private var count = 1
  /// What stood before the first and stands after the last of them, as far as it is known here.
  private(set) var values: [HistoryValue]

  // In seconds between two arrivals at a door; after a longer pause it is another time.
  private static let longestPause = 10 * 60

  private init(_ line: HistoryLine) {
    (newest, oldest) = (line, line)
    fields = line.fields
    values = line.values
  }

  /// The rows of a record's history, the newest first as its lines.
  ///
  /// Two people who count at two doors have a row each, although their presses alternate.
  static func runs(of lines: [HistoryLine]) -> [HistoryRun] {
    var runs: [HistoryRun] = []
    for line in lines {
      let counting = runs.indices.reversed().prefix { line.isCounting && runs[$0].isCounting }
      if let place = counting.first(where: { runs[$0].reaches(line) }) {
        runs[place].take(line)
      } else {
        runs.append(HistoryRun(line))
      }
    }
    return runs
  }

  private var isCounting: Bool { newest.isCounting }

  /// Whether an older press is of the same person at the same time.
  private func reaches(_ line: HistoryLine) -> Bool {
    newest.by == line.by && oldest.at.seconds - line.at.seconds <= Self.longestPause
  }

  private mutating func take(_ line: HistoryLine) {
    count += 1
    oldest = line
    fields += line.fields.filter { !fields.contains($0) }
    for value in line.values {
      if let place = values.firstIndex(where: { $0.id == value.id }) {
        values[place].before = value.before
      } else {
        values.append(value)
      }
    }
  }
}

extension HistoryRun {
  /// Who it was.
  var by: String { newest.by }

  /// When it was, to the minute; from the first to the last press of several.
  func time(_ formats: Formats) -> String {
    let (first, last) = (formats.moment(oldest.at), formats.moment(newest.at))
    return first == last ? last : "\(first)–\(last.suffix(5))"
  }

  /// What was done, and how often.
  func what(_ words: Words) -> String {
    let key = "history.\(newest.what)"
    let what = words.has(key) ? words(key) : newest.what
    return count == 1 ? what : words("history.times", ["what": what, "n": words.number(count)])
  }

  /// The fields that were changed, by their labels where they have one; with what stood and stands
  /// in those of which the history itself tells it.
  func changes(_ record: Record, _ desk: Desk) -> String {
    let words = desk.words
    let told = values.filter { HistoryValue.membersOfEvents.contains($0.id) }
    return words.list(
      fields.flatMap { field -> [String] in
        let own = told.filter { $0.path.steps.first?.name == field.stored }
        if !own.isEmpty { return own.map { desk.difference($0, in: record) } }
        let keys = ["field", "history"].map { "\($0).\(field.stored)" }
        return [keys.first(where: words.has).map { words($0) } ?? field.stored]
      })
  }
}

extension HistoryLine {
  /// Whether it is a press at the door, or a number that was set there.
  fileprivate var isCounting: Bool { what == "attendance" }
}
