import HeardExchange
import HeardKit
import HeardModel

// What is said of a row.
extension Desk {
  /// Everything that is to be said of a row, each thing a sentence; its doubts where they are not
  /// told by their cause.
  public func sentences(
    of row: ImportRow, _ subject: ImportSubject, withDoubts: Bool = true
  ) -> [String] {
    let doubts = withDoubts ? row.doubts.map { words.sentence($0, formats) } : []
    guard case .people(let signIn) = subject else { return doubts + eventSentences(of: row) }
    var said = doubts
    switch row.state {
    case .listed(let id):
      let pseudonym = signIn.event.participations.first { $0.id == id }?.pseudonym ?? ""
      said.append(words("import.listed", ["id": pseudonym.isEmpty ? id.text : pseudonym]))
    case .skipped(let why): said.append(words("import.skip.\(why.rawValue)"))
    case .ready, .doubtful, .here: break
    }
    return said + (row.person?.refusals ?? []).map { sentence($0, signIn.event.country) }
  }

  private func sentence(_ refusal: TraitRefusal, _ country: CountryCode?) -> String {
    let profile = programme.profile(country)
    let place = ["country": formats.country(country), "note": profile.note]
    switch refusal {
    case .communityClosed(let code):
      let label = formats.label(code, in: .community, of: programme)
      return words("import.refusal.closed", place.merging(["what": label]) { $1 })
    case .ageClosed:
      return words(
        "import.refusal.closed", place.merging(["what": words("person.ageBands")]) { $1 })
    case .traitUnknown(let field):
      return words("import.refusal.unknown", ["field": words.importField(field)])
    case .consentMissing: return words("import.refusal.consentMissing")
    case .noticeMissing: return words("import.refusal.noticeMissing")
    }
  }

  private func eventSentences(of row: ImportRow) -> [String] {
    switch row.state {
    case .ready, .listed, .doubtful: [words.oneWith(row)].compactMap(\.self) + held(row)
    case .skipped(let why):
      [words("import.skip.\(why.rawValue)")]
        + [row.importedAs].compactMap { $0 }.map {
          words("import.skip.wasImported", ["id": $0.text])
        }
    case .here(let id, let differs) where differs.isEmpty:
      [words("import.here", ["id": id.text])]
    case .here(let id, _): [differing(row, id)]
    }
  }

  private func held(_ row: ImportRow) -> [String] {
    let names = row.held.joined(separator: words("import.comma"))
    return names.isEmpty ? [] : [words("import.held.row", ["columns": names])]
  }

  private func differing(_ row: ImportRow, _ id: EventID) -> String {
    let there = programme.events[id] ?? Event()
    let fields = differences(of: row, from: there).map { field, old, new in
      words("import.difference", ["field": field, "old": old, "new": new])
    }
    return words(
      row.isTaken ? "import.here.taken" : "import.here.differs",
      ["id": id.text, "fields": fields.joined(separator: words("import.comma"))])
  }

  /// In what a row differs from its event: the field, what is there, what the sheet says.
  public func differences(
    of row: ImportRow, from there: Event
  ) -> [(field: String, old: String, new: String)] {
    let taken = row.updated(there)
    return row.differs.map { field in
      (words.importField(field), value(field, of: there), value(field, of: taken))
    }
  }

  /// A member of an event that a column can tell, in words.
  private func value(_ field: String, of event: Event) -> String {
    let text = known(field, of: event)
    return text.isEmpty ? words("import.nothing") : text
  }

  /// A member of an event that a column can tell, in words; empty where it is not known.
  func known(_ field: String, of event: Event) -> String {
    func number(_ number: Int?) -> String { number.map(words.number) ?? "" }
    return
      switch EventImportField(rawValue: field)
    {
    case .title: event.title
    case .start: event.start.map { formats.date($0) } ?? ""
    case .end: event.end.map { formats.date($0) } ?? ""
    case .country: event.country.map { formats.country($0) } ?? ""
    case .zone: event.zone?.stored ?? ""
    case .region: event.region
    case .place: event.place
    case .venue: event.venue
    case .onlineAddress: event.onlineAddress
    case .type: formats.label(event.type, in: .eventType, of: programme)
    case .format: formats.label(event.format, "format")
    case .status: formats.label(event.status, "status")
    case .involvement: formats.label(event.involvement, "involvement")
    case .attendance: number(event.attendance.total)
    case .inPerson: number(event.attendance.inPerson)
    case .online: number(event.attendance.online)
    case .attendanceSource:
      event.attendance.source.map { formats.label($0, "source") } ?? ""
    case .capacity: number(event.capacity)
    case .series: event.series.name
    case .summary: words.cut(event.summary, to: 60)
    case .languages: words.list(event.languages.map { formats.language($0) })
    case .topics:
      words.list(event.topics.map { formats.label($0, in: .topic, of: programme) })
    case .reference, .time, .endTime, .partners, .facilitators, .notes, .leaveOut, nil: ""
    }
  }
}
