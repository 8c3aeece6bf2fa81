import ArgumentParser
import HeardKit
import HeardModel

/// Prints what is held where of people, for who answers for it and for the day a machine is lost.
struct InventoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: "Prints what is held where of people, why, until when, and who can read it.",
    discussion: """
      For the data-protection officer, and for the day a machine is lost: every place of the \
      programme and of this machine, with what of people lies there, of how many, and whether it is \
      under version control. Nobody's words and names stand in it.

      EXAMPLES
        heard inventory
        heard inventory --format csv --output inventory.csv
      """)

  @Option(help: "How to print it.")
  var format = ListFormat.table

  @Option(
    help: ArgumentHelp("A file to write it to instead.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  @Flag(help: "Lets a file that is there give way.")
  var replace = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let listing = InventoryListing(inquiry).listing
    if output == "-" {
      try listing.print(format, inquiry)
    } else {
      try OutputFile.write(
        listing.bytes(format, inquiry), to: output, replacing: replace, inquiry.words)
    }
    try inquiry.finish()
  }
}
