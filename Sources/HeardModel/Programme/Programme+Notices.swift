extension Programme {
  /// The notices with which consent can be asked at an event, those of its country first.
  public func noticesInUse(at event: Event) -> [Notice] {
    notices.values.filter { notice in
      !notice.isRetired
        && (notice.countries.isEmpty || event.country.map(notice.countries.contains) ?? false)
    }.sorted { a, b in
      a.countries.isEmpty != b.countries.isEmpty ? !a.countries.isEmpty : a.id < b.id
    }
  }

  /// Those of them that somebody at the event was told already.
  public func noticesTold(at event: Event) -> [Notice] {
    let told =
      event.participations.compactMap(\.consent?.notice)
      + testimonies.values.filter { $0.event == event.id }.compactMap(\.consent.notice)
    let known = Set(told)
    return noticesInUse(at: event).filter { known.contains($0.id) }
  }
}
