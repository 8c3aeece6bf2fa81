/// The values of a key: a closed list, a form of date, or any text.
enum QueryValues {
  /// Values as they stand in files, each with the forms in which it may be typed.
  case closed([(stored: String, typed: [String])])
  /// A year or a span of years.
  case year
  /// A month, of one year or of any.
  case month
  /// A date as exact as it is typed.
  case date
  /// A purpose, or a purpose with its state.
  case consent
  /// A language tag.
  case language
  /// Any text.
  case text

  /// The form of values that a key takes.
  init(_ key: QueryKey) {
    switch key {
    case .country: self = Self.countries
    case .year: self = .year
    case .month: self = .month
    case .after, .before, .due: self = .date
    case .consent: self = .consent
    case .language: self = .language
    case .region, .place, .type, .about, .declared, .topic, .series, .partner, .person, .role,
      .owner, .event, .id:
      self = .text
    default: self = Self.closedList(key)
    }
  }

  /// The value of a closed list as it stands in files, without heed to case and hyphens.
  static func plain(_ text: String) -> String {
    text.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  private static let countries = closed(
    CountryCode.all.map { code in
      (code.stored, [plain(code.stored)] + (code.stored == "GB" ? ["uk"] : []))
    })

  /// What asks for records of which nobody has said it, as with `source`.
  static let notKnown = "notKnown"

  private static func closedList(_ key: QueryKey) -> QueryValues {
    switch key {
    case .status:
      let all =
        EventStatus.allCases.map(\.rawValue) + ActionStatus.allCases.map(\.rawValue)
        + AttendanceStatus.allCases.map(\.rawValue)
      var seen: Set<String> = []
      return list(all.filter { seen.insert($0).inserted })
    case .kind: return list(FactKind.allCases.map(\.rawValue))
    case .format: return list(EventFormat.allCases.map(\.rawValue) + [notKnown])
    case .involvement: return list(Involvement.allCases.map(\.rawValue) + [notKnown])
    case .confidentiality: return list(Confidentiality.allCases.map(\.rawValue) + [notKnown])
    case .source: return list(FigureSource.allCases.map(\.rawValue))
    case .open: return list(QueryOpen.allCases.map(\.rawValue))
    case .told: return list(QueryTold.allCases.map(\.rawValue))
    case .closed: return list(["yes", "no"])
    case .closeout: return list(QueryCloseOut.allCases.map(\.rawValue))
    case .provenance: return list(ProvenanceKind.allCases.map(\.rawValue))
    case .theme:
      return closed(ActionTheme.allCases.map { ($0.rawValue, [plain($0.rawValue), "\($0)"]) })
    case .level: return list(ActionLevel.allCases.map(\.rawValue))
    case .stage: return list(TestimonyStage.allCases.map(\.rawValue))
    case .triage: return list(Triage.allCases.map(\.rawValue))
    case .quote: return list(QueryQuote.allCases.map(\.rawValue))
    case .has: return list(QueryPresence.allCases.map(\.rawValue))
    default: return .text
    }
  }

  private static func list(_ values: [String]) -> QueryValues {
    closed(values.map { ($0, [plain($0)]) })
  }
}

extension QueryKey {
  /// The values of a closed list that can stand behind the key, as they stand in files; empty where
  /// any text or date can.
  public var closedValues: [String] {
    switch QueryValues(self) {
    case .closed(let list): list.map(\.stored)
    case .consent: ConsentPurpose.allCases.map(\.rawValue)
    case .year, .month, .date, .language, .text: []
    }
  }
}

/// What reading one value gave.
enum QueryValueReading {
  /// Values as they stand in files; several when the beginning of a value is still being typed.
  case values([String])
  /// What is wrong.
  case problem(QueryProblem)
}

extension QueryKey {
  /// Reads a value of this key; `isBeingTyped` lets the beginning of a value of a list stand for
  /// all values that begin so.
  func read(_ text: String, isBeingTyped: Bool) -> QueryValueReading {
    switch QueryValues(self) {
    case .text: return .values([text])
    case .closed(let list): return readClosed(text, list, isBeingTyped: isBeingTyped)
    case .consent: return readConsent(text, isBeingTyped: isBeingTyped)
    case .language:
      if let tag = LanguageTag(stored: text) { return .values([tag.stored.lowercased()]) }
      return isBeingTyped && text.utf8.count == 1
        ? .values([]) : .problem(.unknownValue(self, text, nearest: nil))
    case .year: return dated(QueryYears(text)?.text, text, isBeingTyped: isBeingTyped)
    case .month: return dated(QueryMonth(text)?.text, text, isBeingTyped: isBeingTyped)
    case .date: return dated(KnownDate(stored: text)?.dayText, text, isBeingTyped: isBeingTyped)
    }
  }

  // A date that is still being typed narrows nothing yet: only digits and hyphens so far.
  private func dated(_ value: String?, _ text: String, isBeingTyped: Bool) -> QueryValueReading {
    if let value { return .values([value]) }
    let canGrow =
      isBeingTyped && text.utf8.count < 10
      && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
    return canGrow ? .values([]) : .problem(.notADate(self, text))
  }

  private func readClosed(
    _ text: String, _ list: [(stored: String, typed: [String])], isBeingTyped: Bool
  ) -> QueryValueReading {
    let plain = QueryValues.plain(text)
    if let entry = list.first(where: { $0.typed.contains(plain) }) {
      return .values([entry.stored])
    }
    if isBeingTyped {
      let begun = list.filter { $0.typed.contains { $0.hasPrefix(plain) } }.map(\.stored)
      if !begun.isEmpty { return .values(begun) }
    }
    let names = list.flatMap(\.typed)
    let near = nearest(to: plain, in: names)
    let stored = near.flatMap { near in list.first { $0.typed.contains(near) }?.stored }
    return .problem(.unknownValue(self, text, nearest: stored))
  }

  private func readConsent(_ text: String, isBeingTyped: Bool) -> QueryValueReading {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let purposes = ConsentPurpose.allCases.map { ($0.rawValue, [QueryValues.plain($0.rawValue)]) }
    let first = parts.first.map(String.init) ?? ""
    let purpose = readClosed(first, purposes, isBeingTyped: isBeingTyped && parts.count == 1)
    guard case .values(let purposes) = purpose, parts.count == 2 else {
      if case .values(let purposes) = purpose {
        return .values(purposes.map { "\($0)=\(ConsentState.given.rawValue)" })
      }
      return purpose
    }
    let states = ConsentState.allCases.map { ($0.rawValue, [QueryValues.plain($0.rawValue)]) }
    let state = readClosed(String(parts[1]), states, isBeingTyped: isBeingTyped)
    guard case .values(let states) = state else { return state }
    return .values(purposes.flatMap { purpose in states.map { "\(purpose)=\($0)" } })
  }
}

/// Years from one to another, as `2024` or `2022-2024`.
public struct QueryYears: Hashable, Sendable {
  /// First and last year.
  public let years: ClosedRange<Int>

  /// Takes one year of four digits, or two joined by a hyphen in their order.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { KnownDate(stored: String($0)) }
      .filter { $0.precision == .year }.map(\.year)
    guard numbers.count == parts.count, (1...2).contains(numbers.count), let first = numbers.first,
      let last = numbers.last, first <= last
    else { return nil }
    years = first...last
  }

  /// The years as they are typed.
  public var text: String {
    years.count == 1
      ? padded(years.lowerBound, 4)
      : "\(padded(years.lowerBound, 4))-\(padded(years.upperBound, 4))"
  }
}

/// A month of one year, as `2024-05`, or of every year, as `5`.
public struct QueryMonth: Hashable, Sendable {
  /// The year, where one was named.
  public let year: Int?
  /// 1 to 12.
  public let month: Int

  /// Takes `2024-05`, `05` or `5`.
  public init?(_ text: String) {
    if let date = KnownDate(stored: text), date.precision == .month, let month = date.month {
      year = date.year
      self.month = month
    } else if let month = Int(text), (1...12).contains(month), text.utf8.count <= 2 {
      year = nil
      self.month = month
    } else {
      return nil
    }
  }

  /// The month as it is typed.
  public var text: String {
    year.map { "\(padded($0, 4))-\(padded(month, 2))" } ?? padded(month, 2)
  }
}

/// The name that differs least from a text, when it differs little enough to be meant.
public func nearest(to text: String, in names: [String]) -> String? {
  let typed = Array(text.unicodeScalars)
  let limit = typed.count <= 3 ? 1 : 2
  var best: (name: String, distance: Int)?
  for name in names {
    let scalars = Array(name.unicodeScalars)
    // Nobody can come nearer than by the letters that one has more.
    if abs(scalars.count - typed.count) > limit { continue }
    let distance = editDistance(typed, scalars)
    if distance <= limit && distance < (best?.distance ?? .max) { best = (name, distance) }
  }
  return best?.name
}

// Insertions, deletions, changes and swaps of neighbours that turn one text into the other.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      let change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var least = min(change, last[j] + 1, row[j - 1] + 1)
      if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
        least = min(least, beforeLast[j - 2] + 1)
      }
      row.append(least)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
