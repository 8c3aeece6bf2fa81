import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Equal things that wait for somebody, as one row of Home.
struct HomeGroup: Sendable {
  /// What the row stands for; it stays the same while things come and go.
  enum ID: Hashable, Sendable {
    case disclosures
    case drafts
    case left(String)
    case unreadable
    case conflicts
    case copies
    case pastTime
    case waiting(WaitingKind)
    case imported
  }

  let id: ID
  /// How many things there are; nil where the sentence says it.
  var count: Int?
  /// What is to be done.
  let what: StyledText
  /// Where, and what else there is to say; takes the rest of the row where nothing waits since a day.
  let about: String
  /// How long what waits longest has waited; empty where no day tells it.
  var wait = ""
  var isLate = false
  /// What it unfolds into; empty where the row itself opens the one thing.
  var lines: [HomeScreen.Row] = []
  /// The draft that the row stands for where it is the only one.
  var onlyDraft: String?
}

/// Everything that waits for this person, in the order in which it matters.
struct HomeGroups {
  private(set) var groups: [HomeGroup] = []
  private let desk: Desk
  private let words: Words

  /// As many places are named in a row.
  private static let mostPlaces = 3
  /// From so many events on their years say more than places.
  private static let manyEvents = 13

  init(_ desk: Desk) {
    self.desk = desk
    words = desk.words
    // Somebody may need help at once; nothing of it stands here.
    if desk.openDisclosures > 0 {
      add(.disclosures, "home.disclosures", .bad, "home.notHandedOver", desk.openDisclosures)
    }
    addDrafts()
    for item in desk.left { addLeft(item) }
    if !desk.unreadable.isEmpty {
      add(.unreadable, "home.unreadable", .bad, "home.unreadableFiles", desk.unreadable.count)
    }
    let conflicts = desk.insight.conflicts().count
    if conflicts > 0 { add(.conflicts, "home.conflicts", .bad, "home.conflictFields", conflicts) }
    if !desk.copies.isEmpty {
      add(.copies, "home.copies", .warning, "home.copyFiles", desk.copies.count)
    }
    let pastTime = desk.pastTimeToTell
    if pastTime > 0 {
      add(.pastTime, "home.pastTime", .warning, "home.pastTimeThings", pastTime)
    }
    let waiting = desk.waitingGroups
    for group in waiting where group.kind != .conflicts { groups.append(row(group)) }
    addImported(waiting)
  }

  private mutating func add(
    _ id: HomeGroup.ID, _ what: String, _ style: Style, _ about: String, _ count: Int
  ) {
    groups.append(
      HomeGroup(id: id, what: StyledText(words(what), style), about: words(about, count: count)))
  }

  private mutating func addDrafts() {
    guard let oldest = desk.drafts.map(\.at).min(), let first = desk.drafts.first else { return }
    let days = max(0, desk.now.day.dayNumber - oldest.day.dayNumber)
    let abouts = desk.drafts.map { HomeCells.about($0, desk) }
    groups.append(
      HomeGroup(
        id: .drafts, count: desk.drafts.count,
        what: StyledText(words("home.group.draft"), .accent),
        about: desk.drafts.count == 1
          ? HomeCells.about(first, desk) : named(abouts, of: desk.drafts.count),
        wait: days == 0 ? words("waiting.today") : words("waiting.held", count: days),
        lines: desk.drafts.count > 1 ? desk.drafts.map { .draft($0.id) } : [],
        onlyDraft: desk.drafts.count == 1 ? first.id : nil))
  }

  /// A change of an earlier sitting: what it was about, why it waits, and since when.
  private mutating func addLeft(_ item: LeftChange) {
    let why = item.doubt.map { words("left.\($0.rawValue)") } ?? ""
    groups.append(
      HomeGroup(
        id: .left(item.id), what: StyledText(words("home.group.left"), .bad),
        about: words.list([why, desk.title(of: item)]),
        wait: desk.formats.moment(item.pending.at)))
  }

  /// Events that came from a sheet and are over: whether all of them are history is asked.
  private mutating func addImported(_ waiting: [WaitingGroup]) {
    let older = Set(waiting.first { $0.kind == .older }?.events ?? [])
    let count = desk.insight.importedHistory(in: desk.waiting).subtracting(older).count
    if count > 1 { add(.imported, "home.group.imported", .accent, "home.importedHistory", count) }
  }

  private func row(_ group: WaitingGroup) -> HomeGroup {
    let longest = group.items.max { ($0.days ?? .min) < ($1.days ?? .min) }
    let isLate = longest.map { ($0.days ?? 0) > 0 } ?? false
    return HomeGroup(
      id: .waiting(group.kind), count: group.count,
      what: StyledText(words("home.group.\(group.kind.rawValue)"), isLate ? .bad : .accent),
      about: about(group), wait: longest.map { HomeCells.lateness($0, words) } ?? "",
      isLate: isLate,
      lines: group.items.count > 1 ? group.items.map { .line($0) } : [])
  }

  private func about(_ group: WaitingGroup) -> String {
    if group.kind == .older { return words("home.olderHow") }
    if group.kind == .closeOut, group.count >= Self.manyEvents, let years = years(group) {
      return words("home.eventsOf", ["years": years])
    }
    if group.items.count == 1, let item = group.items.first {
      return HomeCells.about(item, desk)
    }
    return named(
      group.items.map { item in
        if case .approval = item.record { return "\(item.place) \(item.title)" }
        return item.place.isEmpty ? item.title : item.place
      }, of: group.items.count)
  }

  /// The years of the events, as `2023–24`; nil where none of them has a date.
  private func years(_ group: WaitingGroup) -> String? {
    let years = group.events.compactMap { desk.programme.events[$0]?.start?.year }
    guard let first = years.min(), let last = years.max() else { return nil }
    let (from, to) = (KnownDate(year: first).dayText, KnownDate(year: last).dayText)
    if first == last { return from }
    return "\(from)–\(from.prefix(2) == to.prefix(2) ? String(to.suffix(2)) : to)"
  }

  /// The first names, each once, and how many things are elsewhere.
  private func named(_ names: [String], of all: Int) -> String {
    var shown: [String] = []
    for name in names where !shown.contains(name) && shown.count < Self.mostPlaces {
      shown.append(name)
    }
    let rest = all - names.count { shown.contains($0) }
    let list = words.list(shown)
    return rest > 0 ? words("home.andMore", count: rest, ["names": list]) : list
  }
}
