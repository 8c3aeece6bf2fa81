import HeardModel

/// By what the list of actions is ordered.
public enum ActionOrder: String, CaseIterable, Sendable {
  /// By the day: overdue ones first, closed ones last.
  case due
  /// By the title, in the order of the language.
  case title
  /// By the first of its themes.
  case theme
  /// By the country's code.
  case country
  /// By who answers for it, in the order of the language.
  case owner
  /// By how far it is.
  case status
  /// By how late telling people is.
  case told
  /// By the number of testimonies that it answers.
  case testimonies

  private func key(_ row: ActionRow) -> (number: Int?, text: String) {
    switch self {
    case .due: (0, "")
    case .title: (0, row.title)
    case .theme: (row.themes.compactMap { ActionTheme.allCases.firstIndex(of: $0) }.min(), "")
    case .country: (0, row.country?.stored ?? "")
    case .owner: (0, row.owner)
    case .status: (ActionStatus.allCases.firstIndex(of: row.status), "")
    case .told: (lateness(row.told), "")
    case .testimonies: (row.testimonies.count, "")
    }
  }

  // Nothing to do is lowest, the latest is highest.
  private func lateness(_ told: Told) -> Int {
    switch told {
    case .nothing: 0
    case .told: 1
    case .notPossible: 2
    case .toldLacking: 3
    case .notDue: 4
    case .due: 5
    case .late(let days): 5 + days
    }
  }

  /// The rows in this order; those that are alike stay with overdue ones first, and those of which
  /// it is not known come last.
  func sorted(_ rows: [ActionRow], descending: Bool, _ collation: Collation) -> [ActionRow] {
    if self == .due { return descending ? rows.reversed() : rows }
    let keyed = rows.enumerated().map { (place: $0, row: $1, key: key($1)) }
    return keyed.sorted { a, b in
      if a.key.number != b.key.number {
        guard let first = a.key.number, let second = b.key.number else {
          return a.key.number != nil
        }
        return descending ? first > second : first < second
      }
      if a.key.text != b.key.text {
        if a.key.text.isEmpty || b.key.text.isEmpty { return b.key.text.isEmpty }
        if collation.isBefore(a.key.text, b.key.text) { return !descending }
        if collation.isBefore(b.key.text, a.key.text) { return descending }
      }
      return a.place < b.place
    }.map(\.row)
  }
}

extension Insight {
  /// The actions that a filter lets pass, in an order.
  public func actions(
    _ query: Query = Query(), sortedBy order: ActionOrder, descending: Bool = false
  ) -> [ActionRow] {
    order.sorted(actions(query), descending: descending, collation)
  }
}

// Rows of lists are told apart by their records.
extension EventRow: Identifiable {}
extension ActionRow: Identifiable {}
extension TestimonyRow: Identifiable {}
extension PersonRow: Identifiable {}
extension OrganisationRow: Identifiable {}
