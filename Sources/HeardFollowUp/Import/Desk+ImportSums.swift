import HeardExchange
import HeardKit
import HeardModel

// What a sheet comes to, as lines that are read one after the other.
extension Desk {
  /// What a sheet comes to as things stand, then its own sums beside that of its rows.
  public func sums(of work: SheetImport) -> [String] {
    switch work.subject {
    case .events: lines(work.eventSums)
    case .people: lines(work.peopleSums)
    }
  }

  private func lines(_ sums: EventSums) -> [String] {
    var lines = [words("import.sums.head")]
    for part in sums.saved {
      lines.append(words.labelled(label(of: part.place), words.sentence(part.sum)))
    }
    func line(_ label: String, _ sum: EventSum) -> String? {
      sum.events == 0 ? nil : words.labelled(words(label), words.sentence(sum))
    }
    let together = words.sentence(sums.allSaved)
    lines.append(words.labelled(words("import.sums.together"), together))
    let others = [
      line("import.sums.waiting", sums.waiting), line("import.sums.there", sums.there),
      line("import.sums.leftOut", sums.leftOut),
    ].compactMap { $0 }
    lines += others
    if !others.isEmpty { lines += [line("import.sums.rows", sums.all)].compactMap { $0 } }
    return lines + closing(sums.skipped, sums.totals)
  }

  /// A country and a year, as `France, 2024`.
  func label(of place: CountryYear) -> String {
    let year = place.year.map(String.init) ?? words("date.unknown")
    return words.list([formats.country(place.country), year])
  }

  /// Of the people of one event: where and when it was, how many of them count, and who they are.
  func sentence(_ sums: PeopleSums) -> String {
    words.list([
      words("count.attendances", count: sums.attendances),
      words("import.sums.people", count: sums.saved),
    ])
  }

  private func lines(_ sums: PeopleSums) -> [String] {
    func line(_ label: String, _ count: Int) -> String? {
      count == 0 ? nil : words.labelled(words(label), words.number(count))
    }
    let statuses = statusCounts(sums).map { words.labelled($0, words.number($1)) }
    let roles = roleCounts(sums).map { words.labelled($0, words.number($1)) }
    let parts = [
      words.labelled(words("people.status"), words.list(statuses)),
      words.labelled(words("people.roles"), words.list(roles)),
    ]
    let others = [
      line("import.sums.waiting", sums.waiting), line("import.sums.there", sums.there),
      line("import.sums.leftOut", sums.leftOut),
    ].compactMap { $0 }
    let saved = words.labelled(words("import.sums.together"), words.number(sums.saved))
    let place = words.labelled(label(of: sums.place), sentence(sums))
    return [words("import.sums.head"), place, saved] + (sums.saved == 0 ? [] : parts) + others
      + closing(sums.skipped, sums.totals)
  }

  /// How many of those who are brought in came how far, by the label.
  func statusCounts(_ sums: PeopleSums) -> [(label: String, count: Int)] {
    AttendanceStatus.allCases.compactMap { status in
      sums.byStatus[status].map { (words("attendance.\(status.stored)"), $0) }
    }
  }

  /// How many of those who are brought in came as what, by the label.
  func roleCounts(_ sums: PeopleSums) -> [(label: String, count: Int)] {
    let roles = programme.taxonomy(.role).entries.compactMap { entry in
      sums.byRole[entry.id].map { (formats.label(entry.id, in: .role, of: programme), $0) }
    }
    return sums.withoutRole == 0
      ? roles : roles + [(words("import.sums.noRole"), sums.withoutRole)]
  }

  private func closing(_ skipped: [LeftRow], _ totals: [SheetTotal]) -> [String] {
    [words.skipped(skipped)].compactMap { $0 } + totals.map { words.sentence($0) }
  }
}
