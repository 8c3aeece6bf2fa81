extension Query {
  /// The filter without what may name somebody or repeat their words, as it can be typed; a mark
  /// stands for what is left out.
  public var unnamedText: String {
    let rest = terms.filter { $0.key?.namesNobody ?? false }
    return (rest.map(\.text) + (rest.count < terms.count ? ["…"] : [])).joined(separator: " ")
  }
}

extension QueryKey {
  /// Whether its values are days or stand on closed lists, so that none of them is anybody's name.
  fileprivate var namesNobody: Bool {
    switch self {
    case .country, .year, .month, .after, .before, .status, .type, .kind, .format, .involvement,
      .confidentiality, .about, .declared, .topic, .language, .role, .source, .open, .told,
      .closed, .closeout, .provenance, .theme, .level, .due, .stage, .consent, .triage, .quote,
      .has:
      true
    case .region, .place, .series, .partner, .person, .owner, .event, .id: false
    }
  }
}
