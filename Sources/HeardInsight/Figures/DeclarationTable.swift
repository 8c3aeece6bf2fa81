import HeardModel

/// What is known of every question at every event.
struct DeclarationTable: Sendable {
  struct Row: Sendable {
    /// By the place of the question; nil where nothing was declared.
    var answers: [DeclaredAnswer?]
    var areForbidden: [Bool]
    var answered: Int?
  }

  let communities: MergedCodes
  /// Every community that stands for itself, in the order of the list, then others that were found;
  /// one that is no longer offered where somebody answered.
  let questions: [Code]
  /// By the place of the event.
  private(set) var rows: [Row]
  /// The questions of which a number stands at an event, by its place.
  private var named: [Set<Code>]

  init(_ events: some Collection<Event>, _ programme: Programme, _ today: CalendarDay) {
    communities = MergedCodes(programme.taxonomies[.community] ?? Taxonomy())
    let reader = DeclarationReader(programme, events, on: today)
    let read = events.map(reader.read)
    named = read.map(\.named)
    questions = Self.questions(named, programme)
    rows = read.map { [questions] event in Row(event, questions) }
  }

  /// The table where some events changed; nil where that asks for other questions.
  ///
  /// `origins` tells where all events stood before, nil where they stay.
  func carried(
    from origins: [Int?]?, _ changed: Set<Int>, _ events: Ordered<Event>, _ programme: Programme,
    _ today: CalendarDay
  ) -> DeclarationTable? {
    var table = self
    if let origins {
      table.rows = origins.map { $0.map { rows[$0] } ?? Row() }
      table.named = origins.map { $0.map { named[$0] } ?? [] }
    }
    let reader = DeclarationReader(programme, changed.map { events[$0] }, on: today)
    for place in changed {
      let read = reader.read(events[place])
      table.rows[place] = Row(read, questions)
      table.named[place] = read.named
    }
    return Self.questions(table.named, programme) == questions ? table : nil
  }

  private static func questions(_ named: [Set<Code>], _ programme: Programme) -> [Code] {
    let named = named.reduce(into: Set()) { $0.formUnion($1) }
    let listed = programme.taxonomy(.community).entries.filter {
      $0.replacedBy == nil && (!$0.isRetired || named.contains($0.id))
    }.map(\.id)
    return listed + named.subtracting(listed).sorted()
  }
}

extension DeclarationTable.Row {
  fileprivate init() { self.init(answers: [], areForbidden: [], answered: nil) }

  fileprivate init(_ event: EventDeclarations, _ questions: [Code]) {
    self.init(
      answers: questions.map(event.answer), areForbidden: questions.map(event.isForbidden),
      answered: event.answered)
  }
}
