import HeardModel

extension Insight {
  /// The facts that pass the filter, kind by kind, within a kind by their day and name.
  public func facts(_ query: Query = Query()) -> [ProgrammeFact] {
    let matcher = Matcher(query, for: .facts, in: self)
    let kinds = Dictionary(uniqueKeysWithValues: zip(FactKind.allCases, 0...))
    return programme.facts.values.filter { fact in
      !programme.erased.contains(fact.id.text) && holds(fact, matcher)
    }.sorted { a, b in
      if a.kind != b.kind { return (kinds[a.kind] ?? 0) < (kinds[b.kind] ?? 0) }
      // What has no day comes last.
      let days = [a, b].map { $0.from?.dayText ?? "~" }
      if days[0] != days[1] { return days[0] < days[1] }
      if collation.isBefore(a.title, b.title) { return true }
      return !collation.isBefore(b.title, a.title) && a.id < b.id
    }
  }

  private func holds(_ fact: ProgrammeFact, _ matcher: Matcher) -> Bool {
    matcher.holds(
      words: { word in
        [fact.title, fact.text, fact.unit, fact.place, fact.provenance.source, fact.id.text]
          .contains { Folded($0).contains(word) }
      },
      key: { key, values in
        switch key {
        case .id: values.stored.contains { fact.id.text.hasPrefix($0.lowercased()) }
        case .kind: values.stored.contains(fact.kind.rawValue)
        case .country: fact.country.map { values.stored.contains($0.stored) } ?? false
        case .place: values.folded.contains { Folded(fact.place).contains($0) }
        case .year: values.years.contains { $0.years.overlaps(fact.years) }
        case .partner: fact.organisation.map { organisation($0, is: values) } ?? false
        case .provenance: values.stored.contains(fact.provenance.kind.rawValue)
        case .has: values.stored.contains("conflicts") && !fact.conflicts.isEmpty
        default: false
        }
      })
  }
}

extension ProgrammeFact {
  /// The years in which it holds; none where no day is known.
  fileprivate var years: Range<Int> {
    guard let first = from ?? to else { return 0..<0 }
    return first.year..<max(first.year, (to ?? first).year) + 1
  }
}
