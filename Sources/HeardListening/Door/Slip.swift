import HeardKit
import HeardModel
import TerminalCanvas

/// What can be ticked on a slip.
enum SlipItem: Hashable, Sendable {
  case community(Code)
  case ageBand(Code)
  /// It was answered, and nothing of it applies.
  case nothing
  /// It came back without an answer.
  case noAnswer

  /// The sum that it adds to; nil for the two that say that nothing is ticked.
  var cell: AttendanceCell? {
    switch self {
    case .community(let community): .community(community)
    case .ageBand(let band): .ageBand(band)
    case .nothing, .noAnswer: nil
    }
  }

  var isCommunity: Bool { if case .community = self { true } else { false } }

  /// The question of the slip to which it belongs; nil for what is said of all of them.
  var question: Code? {
    switch self {
    case .community(let community): community
    case .ageBand: DeclaredQuestion.ageBands
    case .nothing, .noAnswer: nil
    }
  }

  func label(_ desk: Desk) -> String {
    switch self {
    case .nothing: desk.words("slips.nothing")
    case .noAnswer: desk.words("slips.noAnswer")
    default: cell?.label(desk.words, desk.formats, of: desk.programme) ?? ""
    }
  }

  /// Everything that may be ticked in the event's country, each with its key.
  static func items(_ event: Event, _ desk: Desk) -> [(item: SlipItem, key: Key?)] {
    let communities = communities(desk).filter { !isClosed($0, event, desk) }
    let ages = ages(desk).filter { !isClosed($0, event, desk) }
    let letters = communities.enumerated().map { row, item in
      (item: item, key: DoorLetters.letter(row).map(Key.character))
    }
    let digits = ages.enumerated().map { row, item in
      (item: item, key: row < 9 ? Key.character(Character(String(row + 1))) : nil)
    }
    return letters + digits + [(.nothing, .character("0")), (.noAnswer, .character("x"))]
  }

  /// What may not be kept in the event's country, not even as a sum.
  static func closed(_ event: Event, _ desk: Desk) -> [String] {
    let communities = communities(desk).filter { isClosed($0, event, desk) }.map { $0.label(desk) }
    let isAgeClosed = ages(desk).contains { isClosed($0, event, desk) }
    return communities + (isAgeClosed ? [desk.words("person.ageBands")] : [])
  }

  private static func isClosed(_ item: SlipItem, _ event: Event, _ desk: Desk) -> Bool {
    item.cell.flatMap { AttendanceRemarks.refusal($0, event, desk) } != nil
  }

  private static func communities(_ desk: Desk) -> [SlipItem] {
    desk.programme.taxonomy(.community).offered.map(SlipItem.community)
  }

  private static func ages(_ desk: Desk) -> [SlipItem] {
    desk.programme.taxonomy(.ageBand).offered.map(SlipItem.ageBand)
  }
}

/// One slip while it is being entered.
struct Slip: Hashable, Sendable {
  /// What is ticked, in the order of ticking.
  private(set) var items: [SlipItem] = []

  var isEmpty: Bool { items.isEmpty }

  func contains(_ item: SlipItem) -> Bool { items.contains(item) }

  /// What the desk takes in of it, with what could be ticked on it.
  func entered(_ base: SlipBase, of offered: [SlipItem]) -> EnteredSlip {
    var slip = EnteredSlip()
    slip.base = base
    for item in items {
      switch item {
      case .community(let community): slip.communities.append(community)
      case .ageBand(let band): slip.ageBand = band
      case .nothing: slip.isNothing = true
      case .noAnswer: break
      }
    }
    for item in offered {
      guard let question = item.question, !slip.questions.contains(question) else { continue }
      slip.questions.append(question)
    }
    return slip
  }

  /// Ticks or unticks; an age takes the place of another one.
  ///
  /// That nothing applies is said of the communities alone, and a slip that was left empty has
  /// nothing else.
  mutating func turn(_ item: SlipItem) {
    if contains(item) { return items.removeAll { $0 == item } }
    items.removeAll { other in
      switch (item, other) {
      case (.noAnswer, _), (_, .noAnswer), (.ageBand, .ageBand): true
      case (.nothing, .community), (.community, .nothing): true
      default: false
      }
    }
    items.append(item)
  }
}

// Asking of whom the slips are.
extension SlipBase {
  /// The question, with the answer that changes nothing first.
  static func question(_ event: Event, _ desk: Desk) -> Question {
    let words = desk.words
    let declared = event.attendance.declared
    let later = Question.Answer("keep", words("slips.notNow"))
    let all = ["all": words.number(event.attendance.tally ?? 0)]
    let everybody = Question.Answer("everybody", words("slips.everybody", all))
    guard let asked = declared.asked else {
      return Question(
        "base", words("slips.askBase"), [later, everybody, .init("each", words("slips.each"))])
    }
    let known = [
      "asked": words.number(asked), "answered": words.number(declared.answered ?? 0),
    ]
    let isMore = (event.attendance.tally ?? 0) > asked
    return Question(
      "base", words("slips.askAmong", known),
      [later, .init("given", words("slips.among", known))] + (isMore ? [everybody] : [])
        + [.init("each", words("slips.more"))])
  }

  /// How many slips are in, and of whom they are; nil where that is not settled.
  static func line(_ base: SlipBase?, _ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    let slips = event.attendance.declared.slips ?? 0
    switch base {
    case .among(let given)?:
      let asked = max(given, event.attendance.declared.asked ?? 0)
      let key = asked == event.attendance.tally ? "slips.line.all" : "slips.line.some"
      return words(key, ["n": words.number(slips), "asked": words.number(asked)])
    case .each?: return words("slips.line.each", count: slips)
    case nil: return words("slips.line.open", count: slips)
    }
  }

  /// The base that an answer means; nil for the one that changes nothing.
  init?(answer: String, _ event: Event) {
    switch answer {
    case "everybody": self = .among(event.attendance.tally ?? 0)
    case "given": self = .among(event.attendance.declared.asked ?? 0)
    case "each": self = .each
    default: return nil
    }
  }
}
