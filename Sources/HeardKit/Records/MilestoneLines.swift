import HeardModel

/// Milestones as lines that people type: `2024-06-01 title`, or `x 2024-06-01 title` when done.
///
/// Without `x` the day is the one by which the step is to be reached, with it the one on which it
/// was. An `x` put before a line that was there sets today.
public enum MilestoneLines {
  /// The lines of some milestones.
  public static func text(_ milestones: [Milestone]) -> String {
    milestones.map(line).joined(separator: "\n")
  }

  /// The milestones of some lines; one whose title stays keeps its id and its other day.
  static func milestones(
    _ text: String, before: [Milestone], at place: DatePlace, _ desk: Desk
  ) -> Result<[Milestone], FieldProblem> {
    var ids = desk.ids
    var left = before
    var milestones: [Milestone] = []
    for part in text.split(whereSeparator: \.isNewline) {
      let line = Line(trimmed(String(part)), today: desk.today)
      if line.isEmpty { continue }
      let date = line.day?.written(in: place.country)
      if case .two(let dayFirst, let monthFirst)? = date {
        return .failure(
          .openDate(line.dayText, dayFirst: dayFirst, monthFirst: monthFirst))
      }
      let day = date?.date?.exactDay
      guard !line.title.isEmpty, date == nil || day != nil else {
        return .failure(
          .unreadableLine(trimmed(String(part)), as: "2024-06-01 \(desk.words("field.title"))"))
      }
      var milestone = Milestone()
      if let place = left.firstIndex(where: { $0.title == line.title }) {
        milestone = left.remove(at: place)
      } else {
        milestone.id = Code(stored: "m-\(ids.characters(8))") ?? milestone.id
        milestone.title = line.title
      }
      milestone.take(isDone: line.isDone, day: day, today: desk.today)
      milestones.append(milestone)
    }
    return .success(milestones)
  }

  private static func line(_ milestone: Milestone) -> String {
    let title = milestone.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    if let done = milestone.doneOn { return "x \(done.stored) \(title)" }
    if let due = milestone.due { return "\(due.stored) \(title)" }
    let read = Line(title, today: CalendarDay(dayNumber: 0))
    // A title that looks like a mark or a day is told from one by a dash.
    return read.title == title && !read.isDone ? title : "- \(title)"
  }

  /// What stands in one line.
  private struct Line {
    var isDone = false
    /// What the text in the place of a day means; nil where none stands there.
    var day: TypedDate?
    /// The text in the place of a day.
    var dayText = ""
    var title = ""
    let isEmpty: Bool

    init(_ text: String, today: CalendarDay) {
      isEmpty = text.isEmpty
      var words = text.split(separator: " ", omittingEmptySubsequences: true)[...]
      if words.first == "-" {
        title = words.dropFirst().joined(separator: " ")
        return
      }
      if let mark = words.first, ["x", "X"].contains(mark) {
        isDone = true
        words = words.dropFirst()
      }
      if let first = words.first, Self.looksLikeADay(first) {
        dayText = String(first)
        day = DateInput.date(dayText, today: today)
        words = words.dropFirst()
      }
      title = words.joined(separator: " ")
    }

    // Two separators between digits, so that "24/7 line" is a title and 2024-02-30 is a slip.
    private static func looksLikeADay(_ word: Substring) -> Bool {
      let parts = word.split(
        omittingEmptySubsequences: false, whereSeparator: { "-/.".contains($0) })
      return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }
  }
}

extension Milestone {
  fileprivate mutating func take(isDone: Bool, day: CalendarDay?, today: CalendarDay) {
    switch (isDone, doneOn) {
    case (true, nil): doneOn = day == nil || day == due ? today : day
    case (true, _?): doneOn = day ?? doneOn
    case (false, let done?):
      doneOn = nil
      if day != done { due = day }
    case (false, nil): due = day
    }
  }
}
