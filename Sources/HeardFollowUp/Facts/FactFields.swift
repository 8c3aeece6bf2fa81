import HeardKit
import HeardModel

/// The fields of a fact, for its form and for `heard edit`.
public enum FactFields {
  /// What everybody fills, then what was counted or given, then where it is known from.
  public static let spec = FormSpec<ProgrammeFact>(
    [
      .choice("kind", \.kind, labels: "factKind"),
      .text("title", \.title, isRequired: true),
      .text("text", \.text, rows: 3),
      .date("from", \.from, at: place),
      .date("to", \.to, at: place),
      .lookup("country", \.country) { _, desk in desk.countryOptions },
      .text("place", \.place),
      .lookup("organisation", \.organisation) { _, desk in desk.organisationOptions },
      amount, .toggle("upTo", \.isUpTo), currency, number, .text("unit", \.unit),
      .toggle("derived", \.isDerived),
      .choice("provenance", \.provenance.kind, labels: "provenance"),
      .text("provenanceSource", \.provenance.source),
    ], rules: rules)

  /// Where the fact's days are written.
  @Sendable private static func place(_ fact: ProgrammeFact, _ desk: Desk) -> DatePlace {
    DatePlace(fact.country)
  }

  // Money goes far beyond what a number of people can be.
  private static let amount = FieldSpec<ProgrammeFact>(
    "amount", { _, _ in .line }, read: { fact, _ in fact.amount.map(String.init) ?? "" },
    write: { text, fact, _ in
      if text.isEmpty {
        fact.amount = nil
        return nil
      }
      guard let amount = whole(text) else { return .notANumber(text) }
      fact.amount = amount
      return nil
    })

  private static let currency = FieldSpec<ProgrammeFact>(
    "currency", { _, _ in .line }, read: { fact, _ in fact.currency?.stored ?? "" },
    write: { text, fact, _ in
      if text.isEmpty {
        fact.currency = nil
        return nil
      }
      guard text.count == 3, text.allSatisfy({ $0.isASCII && $0.isLetter }) else {
        return .notACurrency(text)
      }
      fact.currency = Code(stored: text.uppercased())
      return nil
    },
    suggestions: { text, _, desk in
      let known = desk.programme.facts.values.compactMap(\.currency?.stored)
      return Set(known).filter { $0.hasPrefix(text.uppercased()) }.sorted()
    })

  private static let number = FieldSpec<ProgrammeFact>(
    "number", { _, _ in .line }, read: { fact, _ in fact.numberText },
    write: { text, fact, desk in
      if text.isEmpty {
        (fact.number, fact.places) = (nil, nil)
        return nil
      }
      let sign = desk.words("number.decimalSign")
      let plain = whole(text).map(String.init) ?? text.replacing(sign, with: ".")
      guard let read = ProgrammeFact.number(plain) else { return .notADecimal(text) }
      (fact.number, fact.places) = read
      return nil
    })

  // Up to a million millions, as files hold it; separators of thousands may stand in it.
  private static func whole(_ text: String) -> Int? {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { " ,.'\u{202F}\u{A0}".contains($0) })
    guard let first = parts.first, (1...13).contains(first.count),
      parts.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let number = Int(parts.joined()), number <= 1_000_000_000_000
    else { return nil }
    return number
  }

  @Sendable private static func rules(
    _ fact: ProgrammeFact, _ desk: Desk
  ) -> [(field: Code, problem: FieldProblem)] {
    guard let from = fact.from, let to = fact.to, to.lastDay < from.firstDay else { return [] }
    return [("to", .endBeforeStart)]
  }
}
