import ArgumentParser
import HeardInsight
import HeardKit

/// Which rows of a list are printed, in which order, and what of them.
struct RowOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Sorts by values, as they are called in JSON, with commas; -NAME or NAME:desc turns it round.",
      valueName: "names"),
    completion: Completing.columns)
  var sort: String?

  @Option(help: ArgumentHelp("Prints so many rows at most.", valueName: "number"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Prints only these values, as they are called in JSON, with commas, in this order.",
      valueName: "names"),
    completion: Completing.columns)
  var fields: String?

  /// The rows that are wanted in the order that is wanted, with all their values; says where more
  /// there are.
  ///
  /// - Throws: `Failure` for a name that no value has.
  func rows(of listing: Listing, _ format: ListFormat, _ inquiry: Inquiry) throws -> Listing {
    var listing = listing
    if let sort {
      // Rows that are alike stay as they stood, so the first name is sorted by last.
      for name in Self.names(TypedFilter.unshielded(sort)).reversed() {
        let isTurned = name.hasPrefix("-") || name.hasSuffix(":desc")
        let key = name.trimming(prefix: "-").trimming(suffix: ":desc").trimming(suffix: ":asc")
        listing = listing.sorted(
          by: try known(key, listing, "--sort", inquiry.words), descending: isTurned, inquiry)
      }
    }
    guard let limit else { return listing }
    guard limit > 0 else {
      let problem = inquiry.words("cli.limitTooSmall")
      throw Failure(
        inquiry.words("cli.option", ["option": "--limit", "problem": problem]), .usage)
    }
    let all = listing.rows.count
    listing.rows = Array(listing.rows.prefix(limit))
    if all > limit && (format == .table || format == .plain) {
      Output.say(
        inquiry.words(
          "cli.limited",
          ["shown": inquiry.words.number(limit), "all": inquiry.words.number(all)]))
    }
    return listing
  }

  /// The values that are wanted, behind those without which a row tells nothing; nil where all are.
  ///
  /// - Throws: `Failure` for a name that no value has.
  func chosen(
    of listing: Listing, behind first: [String] = [], _ words: Words
  ) throws -> Listing? {
    guard let fields else { return nil }
    let keys = try Self.names(fields).map { try known($0, listing, "--fields", words) }
    if keys.isEmpty { _ = try known("", listing, "--fields", words) }
    return listing.only(first + keys.filter { !first.contains($0) })
  }

  private static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private func known(
    _ name: String, _ listing: Listing, _ option: String, _ words: Words
  ) throws -> String {
    let keys = listing.columns.map(\.key)
    if let key = keys.first(where: { $0.lowercased() == name.lowercased() }) { return key }
    // By the words that stand above the column, too.
    let titled = listing.columns.first { fold(words.title(of: $0)) == fold(name) }
    if let titled { return titled.key }
    let problem =
      nearest(name, among: keys).map { words("cli.noColumn.near", ["name": name, "near": $0]) }
      ?? words("cli.noColumn", ["name": name, "names": keys.joined(separator: ", ")])
    throw Failure(words("cli.option", ["option": option, "problem": problem]), .usage)
  }
}

extension String {
  fileprivate func trimming(prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }

  fileprivate func trimming(suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
