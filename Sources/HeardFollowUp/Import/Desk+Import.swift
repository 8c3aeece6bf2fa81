import HeardExchange
import HeardKit
import HeardModel

extension Desk {
  /// What the rows of a sheet are held against: the records, the day, and the words of cells.
  public var importContext: ImportContext {
    ImportContext(programme: programme, words: cellWords, today: today, zones: zones)
  }

  /// The words of cells in all languages for which there is a catalog, and those of the programme.
  private var cellWords: CellWords {
    var cells = CellWords()
    for language in Words.languages {
      let words = language == self.words.language ? self.words : Words(language)
      addLabels(words, &cells)
    }
    for (id, organisation) in programme.organisations {
      cells.add(organisation.name, meaning: id.text, for: EventImportField.partners)
      cells.add(organisation.name, meaning: id.text, for: PersonImportField.organisation)
    }
    for (id, member) in programme.team where !member.hasLeft {
      cells.add(member.name, meaning: id.text, for: EventImportField.facilitators)
    }
    return cells
  }

  private func addLabels(_ words: Words, _ cells: inout CellWords) {
    let formats = Formats(words)
    func add(_ list: TaxonomyName, _ field: some ImportField) {
      for entry in programme.taxonomy(list).entries {
        let label = formats.label(entry.id, in: list, of: programme)
        for word in [label, entry.id.stored] + entry.labels.values {
          cells.add(word, meaning: entry.id.stored, for: field)
        }
      }
    }
    add(.eventType, EventImportField.type)
    add(.topic, EventImportField.topics)
    add(.role, PersonImportField.role)
    add(.community, PersonImportField.community)
    add(.ageBand, PersonImportField.ageBand)
    add(.access, PersonImportField.accessNeeds)
    for tag in languageOptions.compactMap({ LanguageTag(stored: $0.value) }) {
      for word in [formats.language(tag), tag.stored] {
        cells.add(word, meaning: tag.stored, for: EventImportField.languages)
        cells.add(word, meaning: tag.stored, for: PersonImportField.language)
      }
    }
    for value in EventStatus.allCases {
      cells.add(
        words("status.\(value.stored)"), meaning: value.stored, for: EventImportField.status)
    }
    for value in EventFormat.allCases {
      cells.add(
        words("format.\(value.stored)"), meaning: value.stored, for: EventImportField.format)
    }
    for value in Involvement.allCases {
      cells.add(
        words("involvement.\(value.stored)"), meaning: value.stored,
        for: EventImportField.involvement)
    }
  }

  /// The change that brings rows in, with the event of each by its line: every new event with an id
  /// of its own, every event that is there with what its rows say, before them what is made of
  /// names; all taken back by one undo.
  ///
  /// - Returns: nil where no row is brought in.
  public mutating func importChange(
    of rows: [ImportRow], making records: [Record] = []
  ) -> (change: Change, events: [Int: EventID])? {
    var events: [Int: EventID] = [:]
    var after: [EventID: Event] = [:]
    var order: [EventID] = []
    for row in rows {
      guard let event = imported(row, after) else { continue }
      if after.updateValue(event, forKey: event.id) == nil { order.append(event.id) }
      events[row.line] = event.id
    }
    let edits = order.compactMap { id -> Edit? in
      let before = programme.events[id].map(Record.event)
      return after[id].flatMap { Edit(before: before, after: .event($0)) }
    }
    let made = records.compactMap { Edit(before: nil, after: $0) }
    return edits.isEmpty
      ? nil : (Change(.imported(kind: .event, count: edits.count), made + edits), events)
  }

  /// The event of a row: a new one, or one that is there with what the row says.
  private mutating func imported(_ row: ImportRow, _ taken: [EventID: Event]) -> Event? {
    if let id = row.knownID { return (taken[id] ?? programme.events[id]).map { updated($0, row) } }
    guard var event = row.event else { return nil }
    repeat {
      event.id = ids.makeEvent(
        start: event.start, country: event.country, placeSlug: slug(event.place))
    } while programme.events[event.id] != nil || taken[event.id] != nil
    guard let id = row.joins, let there = taken[id] ?? programme.events[id] else { return event }
    return row.joined(to: there, as: event.id, in: programme)
  }

  private func updated(_ there: Event, _ row: ImportRow) -> Event {
    var event = row.updated(there)
    // Another country has another clock; what the row says of it is taken already.
    if event.country != there.country { event.zone = row.event?.zone }
    return event
  }
}
