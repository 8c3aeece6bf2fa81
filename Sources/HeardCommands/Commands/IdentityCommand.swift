import ArgumentParser
import HeardKit
import HeardModel
import HeardStore
import StrictJSON

/// Prints the name behind one pseudonym, and notes that somebody looked.
struct IdentityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identity",
    abstract: "Prints the name and contact behind one pseudonym, and notes it in the register.",
    discussion: """
      Names lie apart from everything else, on this machine alone. Each look at one stands in the \
      register, by the person's id and without the name.

      EXAMPLES
        heard identity p-7kq2m9x4ab
      """)

  @Argument(
    help: "The person, by their id or the beginning of it.",
    completion: Completing.ids(.people))
  var person: String

  @Option(help: "How to print it.")
  var format = ShowCommand.Format.plain

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let words = inquiry.words
    guard case .person(let id) = try FoundRecord(person, inquiry.insight, inquiry.unreadable, words)
    else {
      throw Failure(words("cli.notAPerson", ["id": person]), .usage)
    }
    guard let identity = inquiry.store?.identities(of: [id]).first else {
      throw Failure(words("cli.noIdentity", ["id": id.text]), .usage)
    }
    inquiry.register(
      RegisterLine("identity", as: format.rawValue, of: [id.text], at: Surroundings.now))
    let listing = Listing(Self.values, [identity])
    if format == .json {
      try Output.write(SafeJSON.bytes(listing.rows.first.map(listing.object) ?? .null))
    } else {
      try listing.print(.plain, inquiry)
    }
    try inquiry.finish()
  }

  private static var values: [RowValue<Identity>] {
    [
      RowValue("id") { .string($0.id.text) },
      RowValue("name") { .of($0.name) },
      RowValue("nameReading") { .of($0.nameReading) },
      RowValue("contact") { .of($0.contact) },
      RowValue("language", .language) { .of($0.language) },
      RowValue("keepUntil", .date) { .of($0.keepUntil) },
    ]
  }
}
