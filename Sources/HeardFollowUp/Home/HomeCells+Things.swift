import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

// What the lists behind Home say of one thing.
extension HomeCells {
  static func draft(_ id: String, _ desk: Desk) -> TableRow {
    let draft = desk.drafts.first { $0.id == id }
    return TableRow([
      StyledText(desk.words("home.draft"), .accent),
      StyledText(draft.map { about($0, desk) } ?? ""),
      StyledText(draft.map { desk.formats.moment($0.at) } ?? "", .faint),
    ])
  }

  /// What a draft is about: never the words of a testimony, since Home stands open on a desk.
  static func about(_ draft: Draft, _ desk: Desk) -> String {
    let names: [Code] = ["title", "personPseudonym", "pseudonym", "name"]
    let title = names.lazy.compactMap { draft.fields[$0] }.first { !$0.isEmpty } ?? ""
    let event = draft.event.flatMap { desk.programme.events[$0]?.title } ?? ""
    return [desk.words("draft.form.\(draft.form.stored)"), firstLine(title), event]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What waits: the matter, where, and since or until when.
  static func waiting(_ item: WaitingItem, _ desk: Desk) -> TableRow {
    let isLate = (item.days ?? 0) > 0
    return TableRow([
      StyledText(desk.words("waiting.\(item.matter.name)"), isLate ? .bad : .accent),
      StyledText(about(item, desk)),
      StyledText(lateness(item, desk.words), isLate ? .bad : .faint),
    ])
  }

  static func about(_ item: WaitingItem, _ desk: Desk) -> String {
    parts(item, desk).joined(separator: " · ")
  }

  /// The place, the title, and what is missing, which stands before a title that may be cut.
  static func parts(_ item: WaitingItem, _ desk: Desk) -> [String] {
    let lacking = lacking(item, desk)
    return
      (item.isCloseOut && !item.place.isEmpty
      ? [item.place, lacking, item.title] : [item.place, item.title, lacking])
      .filter { !$0.isEmpty }
  }

  private static func lacking(_ item: WaitingItem, _ desk: Desk) -> String {
    let words = desk.words
    switch item.matter {
    case .closeOut(let gaps):
      return words(
        "home.missing", count: gaps.count,
        ["gaps": words.list(gaps.map { words("gap.short.\($0.rawValue)") })])
    case .toldLacking(let lacks):
      return words("home.missing", count: lacks.count, ["gaps": ToldCell.names(lacks, words)])
    default: return ""
    }
  }

  static func lateness(_ item: WaitingItem, _ words: Words) -> String {
    guard let days = item.days else { return "" }
    if days == 0 { return words("waiting.today") }
    let key = item.matter.isSinceHeld ? "waiting.held" : days > 0 ? "waiting.late" : "waiting.in"
    return words(key, count: abs(days))
  }

  private static func firstLine(_ text: String) -> String {
    String(text.prefix { !$0.isNewline })
  }
}

extension FigureRow {
  /// The country of a row that is split by country; nil where it is not known.
  var country: CountryCode? {
    for case .country(let country) in keys { return country }
    return nil
  }
}

extension WaitingItem {
  fileprivate var isCloseOut: Bool { if case .closeOut = matter { true } else { false } }
}

extension WaitingItem.Matter {
  /// The matter's name in the catalogs.
  var name: String {
    switch self {
    case .saidHeld: "saidHeld"
    case .closeOut: "closeOut"
    case .tell: "tell"
    case .toldLacking: "toldLacking"
    case .act: "act"
    case .access: "access"
    case .conflicts: "conflicts"
    case .askConsent: "askConsent"
    case .readBack: "readBack"
    case .reviewConsent: "reviewConsent"
    case .evidence: "evidence"
    case .askHowTheyAre: "askHowTheyAre"
    case .secondReview: "secondReview"
    case .approve: "approve"
    case .approvalChanged: "approvalChanged"
    }
  }

  /// Whether its days count from when the event was held, not from a day that was set.
  var isSinceHeld: Bool {
    switch self {
    case .closeOut, .saidHeld, .askConsent, .readBack, .approve: true
    default: false
    }
  }
}

extension WaitingItem {
  /// Whether another item is the same matter of the same record, however it stands by now.
  func isSame(_ other: WaitingItem) -> Bool {
    record == other.record && matter.name == other.matter.name
  }
}
