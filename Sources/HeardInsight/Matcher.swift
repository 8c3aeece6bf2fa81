import HeardModel

/// A filter made ready to be asked about many records of one list.
struct Matcher {
  /// One condition made ready.
  enum Condition {
    /// One of the folded texts stands in the record.
    case words([Folded])
    /// A key has one of several values.
    case key(QueryKey, Values)
    /// Not understood, or a key that means nothing on this list: never holds, negated or not.
    case nothing
  }

  /// The values of a key in the forms in which records are compared with them.
  struct Values {
    var stored: Set<String> = []
    var folded: [Folded] = []
    var codes: Set<Code> = []
    var years: [QueryYears] = []
    var months: [QueryMonth] = []
    var dates: [KnownDate] = []

    /// Whether a value of a closed list is asked for, or, where there is none, what nobody knows.
    func hold(_ value: String?) -> Bool {
      stored.contains(value ?? FigureSource.notKnown.rawValue)
    }
  }

  /// A condition and whether it must not hold.
  struct Term {
    var isNegated: Bool
    var condition: Condition
  }

  let terms: [Term]

  init(_ query: Query, for target: QueryTarget, in insight: Insight) {
    terms = query.terms.map { term in
      Term(
        isNegated: term.isNegated,
        condition: Self.condition(term.condition, target, insight))
    }
  }

  /// Whether all conditions hold by the two questions.
  func holds(
    words: (Folded) -> Bool, key: (QueryKey, Values) -> Bool
  ) -> Bool {
    terms.allSatisfy { term in
      switch term.condition {
      case .nothing: false
      case .words(let texts): texts.contains(where: words) != term.isNegated
      case .key(let name, let values): key(name, values) != term.isNegated
      }
    }
  }

  /// The texts that have to be found, to show where they stand.
  var soughtWords: [Folded] {
    terms.flatMap { term in
      if case .words(let texts) = term.condition, !term.isNegated { return texts }
      return []
    }
  }

  /// The words that have to be found as one text in the order in which they were typed.
  var soughtCode: Folded {
    Folded(bytes: Array(soughtWords.map(\.bytes).joined(separator: [UInt8(ascii: " ")])))
  }

  private static func condition(
    _ condition: QueryTerm.Condition, _ target: QueryTarget, _ insight: Insight
  ) -> Condition {
    switch condition {
    case .faulty: return .nothing
    case .words(let words): return .words(words.map { Folded($0) })
    case .values(let key, let texts):
      guard key.targets.contains(target) else { return .nothing }
      var values = Values()
      values.stored = Set(texts)
      values.folded = texts.map { Folded($0) }
      values.years = texts.compactMap(QueryYears.init)
      values.months = texts.compactMap(QueryMonth.init)
      values.dates = texts.compactMap(KnownDate.init(stored:))
      for text in texts { values.codes.formUnion(insight.codes(of: key, typed: text)) }
      return .key(key, values)
    }
  }
}

extension Insight {
  /// What is wrong with a filter on one list, with codes that none of the programme's lists holds.
  public func problems(of query: Query, for target: QueryTarget) -> [QueryProblem] {
    query.problems(for: target)
      + query.terms.flatMap { term -> [QueryProblem] in
        guard case .values(let key, let values) = term.condition,
          let known = codeNames(of: key)
        else { return [] }
        return values.filter { codes(of: key, typed: $0).isDisjoint(with: known) }
          .map { .unknownValue(key, $0, nearest: nil) }
      }
  }

  /// The codes that a typed value means: the code itself, else all that begin so, and those that
  /// they replaced.
  func codes(of key: QueryKey, typed text: String) -> Set<Code> {
    guard let known = codeNames(of: key) else { return [] }
    let plain = Self.plain(text)
    var found = known.filter { Self.plain($0.stored) == plain }
    if found.isEmpty { found = known.filter { Self.plain($0.stored).hasPrefix(plain) } }
    if found.isEmpty, let code = Code(stored: text) { found = [code] }
    for name in taxonomies(of: key) {
      for entry in programme.taxonomy(name).entries {
        if let later = entry.replacedBy, found.contains(later) { found.insert(entry.id) }
      }
    }
    return Set(found)
  }

  private func codeNames(of key: QueryKey) -> Set<Code>? {
    let names = taxonomies(of: key)
    if names.isEmpty { return nil }
    var known = Set(names.flatMap { programme.taxonomy($0).entries.map(\.id) })
    if key == .type {
      known.formUnion(TestimonyType.allCases.compactMap { Code(stored: $0.rawValue) })
    }
    return known
  }

  private func taxonomies(of key: QueryKey) -> [TaxonomyName] {
    switch key {
    case .type: [.eventType]
    case .about, .declared: [.community]
    case .topic: [.topic]
    case .role: [.role]
    default: []
    }
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }
}
