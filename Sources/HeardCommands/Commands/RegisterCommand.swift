import ArgumentParser
import HeardKit
import HeardModel
import HeardStore
import StrictJSON

/// Prints what left the folder, when, in which form and for whom.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Prints what left the folder: lists, pages, figures, files, copies for people.",
    discussion: """
      The register names records by their ids and nobody by a name. With --of an id only what held \
      that record; of a person also what held what they told.

      EXAMPLES
        heard register
        heard register --of t-7kq2m9x4ab
        heard register --format json | jq '.[] | select(.organisation)'
      """)

  @Option(help: ArgumentHelp("Only what held a record, by its whole id.", valueName: "id"))
  var of: String?

  @Option(help: "How to print it.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let lines = inquiry.store?.registered(of: of.map { ids($0, inquiry.programme) }) ?? []
    let listing = Listing(Self.values, lines)
    try listing.print(format, inquiry)
    if lines.isEmpty && (format == .table || format == .plain) {
      Output.say(inquiry.words(of == nil ? "register.none" : "register.noneOf"))
    }
    try inquiry.finish()
  }

  /// The id of a record that may be erased by now, and of what a person told.
  private func ids(_ id: String, _ programme: Programme) -> Set<String> {
    let told = programme.testimonies.values.filter { $0.person?.text == id }.map(\.id.text)
    return Set([id] + told)
  }

  private static var values: [RowValue<RegisterLine>] {
    [
      RowValue("at", isInTable: true) { .of($0.at) },
      RowValue("what", .fixed("register.what"), isInTable: true) { .of($0.what) },
      RowValue("form", isInTable: true) { .of($0.form) },
      RowValue("count", isInTable: true) { .integer($0.records.count) },
      RowValue("organisation", .organisation, isInTable: true) { .of($0.organisation) },
      RowValue("audience", .fixed("audience"), isInTable: true) { .of($0.audience) },
      RowValue("query", isInTable: true, isFlexible: true) { .of($0.query) },
      RowValue("records") { .of($0.records) },
    ]
  }
}
