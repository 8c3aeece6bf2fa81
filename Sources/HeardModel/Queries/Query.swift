/// A filter as somebody typed it: words and `key:value`, space is and, comma is or, `-` is not.
///
/// Reading never fails. A term that cannot be understood finds nothing, negated or not, so that a
/// mistyped filter never shows more than was asked for; `problems` says what is wrong.
public struct Query: Hashable, Sendable {
  /// What all has to hold.
  public var terms: [QueryTerm]
  /// What could not be understood, in the order in which it was typed.
  public var problems: [QueryProblem]

  /// A filter that lets everything pass.
  public init() {
    terms = []
    problems = []
  }

  /// A filter of given terms.
  public init(terms: [QueryTerm]) {
    self.terms = terms
    problems = []
  }

  /// Reads a filter; of one that is still being typed the last term may be unfinished.
  ///
  /// While it is being typed the beginning of a value stands for all values that begin so, and a
  /// key or date without its end narrows nothing yet. Otherwise both are problems.
  public init(_ text: String, isBeingTyped: Bool = false) {
    var reader = QueryReader(text, isBeingTyped: isBeingTyped)
    (terms, problems) = reader.read()
  }

  /// Whether everything passes.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether a condition asks for a key.
  public func names(_ key: QueryKey) -> Bool { terms.contains { $0.key == key } }

  /// The filter as it can be typed; reading it gives the same terms.
  public var text: String { terms.map(\.text).joined(separator: " ") }

  /// The filter with one more condition, replacing what it said about the same key.
  public func setting(_ key: QueryKey, to value: String) -> Query {
    var query = self
    query.terms.removeAll { $0.key == key }
    query.terms.append(QueryTerm(.values(key, [value])))
    return query
  }

  /// What is wrong with the filter on one list: `problems`, and keys that mean nothing there.
  public func problems(for target: QueryTarget) -> [QueryProblem] {
    problems.map { $0 == .splitKey(nil) ? .splitKey(target) : $0 }
      + terms.compactMap(\.key).filter { !$0.targets.contains(target) }
      .map { .keyElsewhere($0, target) }
  }
}

/// One condition of a filter.
public struct QueryTerm: Hashable, Sendable {
  /// What a condition asks for.
  public enum Condition: Hashable, Sendable {
    /// One of several texts stands in the record.
    case words([String])
    /// A key has one of several values; values of closed lists stand as they do in files.
    case values(QueryKey, [String])
    /// Was not understood; finds nothing.
    case faulty(String)
  }

  /// Whether the condition must not hold.
  public var isNegated: Bool
  /// What is asked for.
  public var condition: Condition

  /// A condition, or its opposite.
  public init(_ condition: Condition, isNegated: Bool = false) {
    self.condition = condition
    self.isNegated = isNegated
  }

  /// The key, when the condition has one.
  public var key: QueryKey? {
    if case .values(let key, _) = condition { return key }
    return nil
  }

  /// The term as it can be typed.
  public var text: String {
    let sign = isNegated ? "-" : ""
    switch condition {
    case .words(let words): return sign + words.map(quotedWord).joined(separator: ",")
    case .values(let key, let values):
      return "\(sign)\(key.rawValue):" + values.map(quoted).joined(separator: ",")
    case .faulty(let text): return sign + text
    }
  }

  // A quotation mark cannot be written inside a value, and is none of the values that are read.
  private func quoted(_ value: String) -> String {
    value.unicodeScalars.contains { $0 == " " || $0 == "," } || value.isEmpty
      ? "\"\(value)\"" : value
  }

  private func quotedWord(_ word: String) -> String {
    word.unicodeScalars.contains(":") || word.unicodeScalars.first == "-"
      ? "\"\(word)\"" : quoted(word)
  }
}

/// Something in a filter that could not be understood.
public enum QueryProblem: Hashable, Sendable {
  /// A key that does not exist, with the one that looks most like it.
  case unknownKey(String, nearest: QueryKey?)
  /// A value that the key's list does not hold, with the one that looks most like it.
  case unknownValue(QueryKey, String, nearest: String?)
  /// A key without a value.
  case noValue(QueryKey)
  /// A date, month or year that is none.
  case notADate(QueryKey, String)
  /// `community`, which became two keys; on which list it was typed, where that is known.
  case splitKey(QueryTarget?)
  /// A key that means nothing on this list.
  case keyElsewhere(QueryKey, QueryTarget)
}
