import HeardModel

/// Support given to an organisation as lines that people type: `2023 FR 10000 EUR what for`.
///
/// A hyphen stands for what is not known.
enum SupportLines {
  /// The lines of some entries.
  static func text(_ support: [PartnerSupport]) -> String {
    support.map { entry in
      let purpose = entry.purpose.split(whereSeparator: \.isNewline).joined(separator: " ")
      let parts = [
        entry.year.map(String.init), entry.country?.stored, entry.amount.map(String.init),
        entry.currency?.stored,
      ]
      return (parts.map { $0 ?? "-" } + (purpose.isEmpty ? [] : [purpose])).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// The entries of some lines; one that stays in its year, country and purpose keeps its id.
  static func support(
    _ text: String, before: [PartnerSupport], _ desk: Desk
  ) -> Result<[PartnerSupport], FieldProblem> {
    var ids = desk.ids
    var left = before
    var support: [PartnerSupport] = []
    for line in text.split(whereSeparator: \.isNewline).map({ trimmed(String($0)) })
    where !line.isEmpty {
      guard var entry = entry(line) else {
        return .failure(.unreadableLine(line, as: desk.words("organisation.supportExample")))
      }
      let same =
        left.firstIndex { $0.isLike(entry) && $0.amount == entry.amount }
        ?? left.firstIndex { $0.isLike(entry) }
      if let same {
        entry.id = left.remove(at: same).id
      } else {
        entry.id = Code(stored: "s-\(ids.characters(8))") ?? entry.id
      }
      support.append(entry)
    }
    return .success(support)
  }

  private static func entry(_ line: String) -> PartnerSupport? {
    let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard words.count >= 4 else { return nil }
    var entry = PartnerSupport()
    if words[0] != "-" {
      guard let year = Int(words[0]), (1900...2200).contains(year) else { return nil }
      entry.year = year
    }
    if words[1] != "-" {
      guard let country = CountryCode(stored: words[1].uppercased()) else { return nil }
      entry.country = country
    }
    if words[2] != "-" {
      guard let amount = amount(words[2]) else { return nil }
      entry.amount = amount
    }
    if words[3] != "-" {
      let currency = words[3].uppercased()
      guard currency.count == 3, currency.allSatisfy(\.isLetter) else { return nil }
      guard let code = Code(stored: currency) else { return nil }
      entry.currency = code
    }
    entry.purpose = words.dropFirst(4).joined(separator: " ")
    return entry
  }

  // Whole units up to a million millions, as files hold them; separators of thousands may stand.
  private static func amount(_ word: String) -> Int? {
    let parts = word.split(
      omittingEmptySubsequences: false, whereSeparator: { ",.'\u{202F}\u{A0}".contains($0) })
    guard let first = parts.first, (1...13).contains(first.count),
      parts.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let amount = Int(parts.joined()), amount <= 1_000_000_000_000
    else { return nil }
    return amount
  }
}

extension PartnerSupport {
  fileprivate func isLike(_ other: PartnerSupport) -> Bool {
    year == other.year && country == other.country && purpose == other.purpose
  }
}
