import ArgumentParser
import HeardInsight
import HeardModel
import StrictJSON

/// Prints one record with all that may be read of it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints one event, testimony, action, organisation, person, fact or release.",
    discussion: """
      The words of a testimony are printed only where consent and your settings let you read them. \
      Those that may hurt who reads them are printed when --yes says so.

      EXAMPLES
        heard show 2024-05-28-fr-lyon
        heard show t-7kq2m9x4ab --yes
        heard show a-3m8c2q0v5d --format json | jq .due
      """)

  /// The forms in which a record is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain
    case json
  }

  @Argument(
    help: "The id of the record, or its beginning.",
    completion: Completing.ids(
      .events, .testimonies, .actions, .organisations, .team, .people, .facts, .releases))
  var id: String

  @Option(help: "How to print it.")
  var format = Format.plain

  @Flag(help: "Prints words that may hurt without asking.")
  var yes = false

  @OptionGroup var recipient: Recipient

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    // An organisation that gets it may be named by the beginning of its id.
    let inquiry = try Inquiry(options, around: recipient.isGiven ? nil : id)
    let found = try FoundRecord(id, inquiry.insight, inquiry.unreadable, inquiry.words)
    var listing = try ShownRecord.listing(found, inquiry)
    try note(found, listing, inquiry)
    if format == .json {
      let marked = listing.forTeam(.json)
      try Output.write(SafeJSON.bytes(marked.rows.first.map(marked.object) ?? .null))
    } else {
      let isHidden = !yes && ShownRecord.warns(found) && listing.hide("text")
      if isHidden {
        for name in ["translations", "quotes", "privateNote"] { _ = listing.hide(name) }
      }
      try listing.print(.plain, inquiry)
      Output.say(inquiry.words("cli.forTeam"))
      if isHidden { Output.say(inquiry.words("cli.warned")) }
    }
    try inquiry.finish()
  }
}

extension ShowCommand {
  /// Notes in the register what is told of somebody, or goes to somebody who is named.
  private func note(_ found: FoundRecord, _ listing: Listing, _ inquiry: Inquiry) throws {
    let isOfPeople =
      switch found {
      case .testimony, .person: true
      case .event, .action, .organisation, .staff, .fact, .release: false
      }
    guard recipient.isGiven || (isOfPeople && Output.leaves) else { return }
    let line = try recipient.noted(
      RegisterLine(
        "record", as: format.rawValue, of: listing.readableIDs, at: Surroundings.now), inquiry)
    if !line.records.isEmpty { inquiry.register(line) }
  }
}

extension Listing {
  /// The ids of the rows, without those of testimonies that this reader may not read.
  var readableIDs: [String] {
    guard let id = columns.firstIndex(where: { $0.key == "id" }) else { return [] }
    let visibility = columns.firstIndex { $0.key == "visibility" }
    return rows.compactMap { row -> String? in
      guard case .string(let text) = row[id] else { return nil }
      if let visibility, case .string(let seen) = row[visibility], seen.hasPrefix("hidden") {
        return nil
      }
      return text
    }
  }

  /// Takes a value out of all rows; false where it was not known anyway.
  mutating func hide(_ key: String) -> Bool {
    guard let place = columns.firstIndex(where: { $0.key == key }) else { return false }
    let isThere = rows.contains { !$0[place].isNull }
    for index in rows.indices { rows[index][place] = .null }
    return isThere
  }

  /// The values of both for the same rows.
  static func + (a: Listing, b: Listing) -> Listing {
    Listing(columns: a.columns + b.columns, rows: zip(a.rows, b.rows).map { $0 + $1 })
  }
}
