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
  let rows: [Row]

  init(_ events: some Collection<Event>, _ programme: Programme, _ today: CalendarDay) {
    communities = MergedCodes(programme.taxonomies[.community] ?? Taxonomy())
    let reader = DeclarationReader(programme, events, on: today)
    let read = events.map(reader.read)
    let list = programme.taxonomy(.community)
    let named = Set(read.flatMap(\.named))
    let listed = list.entries.filter {
      $0.replacedBy == nil && (!$0.isRetired || named.contains($0.id))
    }.map(\.id)
    questions = listed + named.subtracting(listed).sorted()
    rows = read.map { [questions] event in
      Row(
        answers: questions.map(event.answer), areForbidden: questions.map(event.isForbidden),
        answered: event.answered)
    }
  }
}
