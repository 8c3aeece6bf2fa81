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

  /// Whether the person answered, be it that nothing applies.
  var isAnswered: Bool { !isEmpty && !contains(.noAnswer) }

  func contains(_ item: SlipItem) -> Bool { items.contains(item) }

  /// What the desk takes in of it; `unanswered` are those before it of this sitting without an answer.
  func entered(_ base: SlipBase, unanswered: Int) -> EnteredSlip {
    var slip = EnteredSlip()
    for item in items {
      switch item {
      case .community(let community): slip.communities.append(community)
      case .ageBand(let band): slip.ageBand = band
      case .nothing, .noAnswer: break
      }
    }
    slip.isAnswered = isAnswered
    slip.isOneMoreAsked = base == .each
    slip.unansweredBefore = unanswered
    return slip
  }

  /// Ticks or unticks; an age takes the place of another one, and nothing stands beside nothing.
  mutating func turn(_ item: SlipItem) {
    if contains(item) { return items.removeAll { $0 == item } }
    switch item {
    case .nothing, .noAnswer: items = []
    case .ageBand:
      items.removeAll { if case .ageBand = $0 { true } else { $0.cell == nil } }
    case .community: items.removeAll { $0.cell == nil }
    }
    items.append(item)
  }
}

/// Of whom the slips are: what the number of those asked becomes as slips are entered.
enum SlipBase: String, Sendable {
  /// Everybody who was counted got a slip.
  case everybody
  /// The number that stands there holds these slips.
  case given
  /// Each slip is one more person who was asked.
  case each

  /// The base where nothing has to be asked.
  static func certain(_ event: Event) -> SlipBase? {
    let declared = event.attendance.declared
    let all = event.attendance.tally
    guard let asked = declared.asked else { return (all ?? 0) > 0 ? nil : .each }
    return asked == all || asked <= declared.answered ?? 0 ? .given : nil
  }

  static func question(_ event: Event, _ desk: Desk) -> Question {
    let words = desk.words
    let declared = event.attendance.declared
    guard let asked = declared.asked else {
      let all = ["all": words.number(event.attendance.tally ?? 0)]
      return Question(
        "base", words("slips.askBase"),
        [
          .init("keep", words("slips.notNow")),
          .init(everybody.rawValue, words("slips.everybody", all)),
          .init(each.rawValue, words("slips.each")),
        ])
    }
    let known = [
      "asked": words.number(asked), "answered": words.number(declared.answered ?? 0),
    ]
    return Question(
      "base", words("slips.askAmong", known),
      [
        .init("keep", words("slips.notNow")), .init(given.rawValue, words("slips.among", known)),
        .init(each.rawValue, words("slips.more")),
      ])
  }
}
