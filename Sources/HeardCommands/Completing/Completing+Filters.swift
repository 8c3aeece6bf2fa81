import ArgumentParser
import HeardInsight
import HeardModel

// Keys and values of a filter.
extension Completing {
  /// The next piece of a filter: of the list that the line names, else of events.
  static let filter = of { typed, inquiry in
    let target = typed.kind?.target ?? .events
    let sign = typed.current.hasPrefix("-") ? "-" : ""
    let piece = typed.current.dropFirst(sign.count)
    let keys = QueryKey.allCases.filter { $0.targets.contains(target) }
    if let colon = piece.firstIndex(of: ":") {
      guard let key = keys.first(where: { $0.rawValue == piece[..<colon] }) else { return [] }
      let done = String(piece[piece.index(after: colon)...])
      return values(of: key, target, inquiry).map { Candidate($0) }.listed(behind: done)
        .map { Candidate("\(sign)\(key.rawValue):\($0.value)") }
    }
    let begun = keys.filter { $0.rawValue.hasPrefix(piece) }
    // A shell would put a space behind the only word that fits.
    if begun.count == 1, let key = begun.first {
      let values = values(of: key, target, inquiry)
      if values.count > 1 { return values.map { Candidate("\(sign)\(key.rawValue):\($0)") } }
    }
    return begun.map { Candidate("\(sign)\($0.rawValue):") }
  }

  private static func values(
    of key: QueryKey, _ target: QueryTarget, _ inquiry: Inquiry
  ) -> [String] {
    let programme = inquiry.programme
    func codes(_ list: TaxonomyName) -> [String] {
      programme.taxonomy(list).offered.map(\.stored)
    }
    switch key {
    case .country: return programme.settings.countries.map(\.stored)
    case .about, .declared: return codes(.community)
    case .topic: return codes(.topic)
    case .type:
      return target == .testimonies ? TestimonyType.allCases.map(\.rawValue) : codes(.eventType)
    case .role: return codes(.role)
    case .language: return programme.settings.languages.map(\.stored)
    case .year:
      return Set(programme.events.values.compactMap { $0.start?.year }).sorted().map { "\($0)" }
    case .status:
      switch target {
      case .events: return EventStatus.allCases.map(\.rawValue)
      case .actions: return ActionStatus.allCases.map(\.rawValue)
      default: return AttendanceStatus.allCases.map(\.rawValue)
      }
    default: return key.closedValues
    }
  }
}
