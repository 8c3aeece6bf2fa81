import HeardModel
import TerminalCanvas

/// The filter of a list: typed after `/`, working while it is typed, kept when Enter closes it.
public struct FilterLine: Sendable {
  private(set) var field = TextField()
  private(set) var isOpen = false
  private var before = ""
  /// What had the focus when it was opened.
  private(set) var spot: (any Sendable)?
  private var keptReading: KeptReading?

  /// A closed filter with what stands in it.
  public init(_ text: String = "") { field = TextField(text) }

  /// The filter of a view as it reads today; what it was kept with is said while it stands there.
  public init(kept text: String, on list: QueryTarget) {
    let kept = Query.kept(text, on: list)
    field = TextField(kept.text)
    keptReading = kept.splitKey.map { KeptReading(text: kept.text, key: $0) }
  }

  /// The filter as it was typed.
  public var text: String { field.text }
  /// What the text asks for; while it is open its end may still be incomplete.
  public var query: Query { Query(field.text, isBeingTyped: isOpen) }
  /// Whether nothing but spaces stands in it: everything passes.
  public var isEmpty: Bool { trimmed(field.text).isEmpty }

  mutating func open(at spot: any Sendable) {
    isOpen = true
    self.spot = spot
    before = field.text
  }

  mutating func clear() {
    field = TextField()
    isOpen = false
  }

  /// Takes a key while open; the arrows go on to the list below.
  public mutating func type(_ key: Key) -> Bool {
    guard isOpen else { return false }
    switch key {
    case .enter, .tab:
      isOpen = false
      return true
    case .escape:
      // Esc takes back what was typed since the filter was opened, and nothing else.
      field = TextField(before)
      isOpen = false
      return true
    default: return field.handle(key)
    }
  }

  /// The filter as blocks: the field while it is open, its problems in words, as on a list.
  public func blocks(_ desk: Desk, on list: QueryTarget? = nil) -> [Block] {
    var blocks: [Block] = []
    if isOpen {
      blocks.append(
        .fields(
          Fields(
            [
              Field(
                desk.words("filter.label"),
                .text(field, placeholder: desk.words("filter.placeholder")),
                hint: desk.words("filter.hint"))
            ], cursor: 0)))
    }
    for problem in (list.map(query.problems) ?? query.problems).prefix(1) {
      blocks.append(.notice(Notice(.warning, desk.words.sentence(problem))))
    }
    return blocks + keptNotice(desk)
  }

  /// That a view was kept with a key that is read as another now.
  func keptNotice(_ desk: Desk) -> [Block] {
    guard let keptReading, keptReading.text == text, !isOpen else { return [] }
    return [.notice(Notice(.info, desk.words.kept(as: keptReading.key)))]
  }

  /// What the title line says of the filter: how many of how many, and the filter itself.
  public func context(_ shown: Int, of all: Int, _ desk: Desk) -> StyledText {
    let counts = StyledText(
      desk.words(
        "list.shown", ["n": desk.words.number(shown), "all": desk.words.number(all)]), .faint)
    if isEmpty { return counts }
    return counts + StyledText("  ") + StyledText(text, .accent)
  }
}

/// What the filter of a view reads as, since its key became two.
private struct KeptReading: Sendable {
  let text: String
  let key: QueryKey
}
