import ArgumentParser
import HeardKit
import HeardModel
import HeardStore
import StrictJSON
import TerminalCanvas

/// Looks through all files of a folder and tells every fault.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks through the files of a programme and tells every fault.",
    discussion: """
      Every fault is one line: file, line, column, code and sentence. The exit code is 1 when there \
      is a fault; what is only worth knowing, as the rights of a fresh clone, is told and is none. \
      So is what somebody else has changed, removed or added since this machine wrote the file or \
      --accept took it over. Nothing in the folder is changed.

      EXAMPLES
        heard check my-programme
        heard check my-programme --strict
        heard check my-programme --accept
        heard check --format json | jq '.[] | select(.stops)'
      """)

  /// The forms in which faults are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain
    case table
    case json
  }

  @Argument(help: "The programme folder; without it as for --programme.", completion: .directory)
  var folder: String?

  @Option(help: "How to print them.")
  var format = Format.plain

  @Flag(help: "Counts also what is only worth knowing as a fault.")
  var strict = false

  @Flag(help: "Takes over what others have changed: from now on only later changes are told.")
  var accept = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let words = Words(PersonalSettings.chosen.language ?? Surroundings.language)
    let faults: [FileFault]
    do throws(StoreError) {
      if accept {
        OpenedProgramme.tellWaiting(words)
        let store = try ProgrammeStore(path: folder ?? options.path, device: "")
        Output.say(words("cli.accepted", count: try store.acceptFiles()))
      }
      faults = try ProgrammeCheck.faults(path: folder ?? options.path, on: Surroundings.today)
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    let listing = Listing(Self.values(words), faults)
    switch format {
    case .plain:
      let lines = Self.lines(faults, words)
      try Output.write(lines.map { "\($0)\n" }.joined())
    case .table:
      try Output.write(TableWriter.text(listing, words, columns: Output.columns))
    case .json: try Output.write(SafeJSON.bytes(listing.json))
    }
    if faults.contains(where: { strict || !$0.isRemark }) {
      throw ExitCode(Failure.Code.faults.rawValue)
    }
    if format != .json { Output.say(words(faults.isEmpty ? "cli.noFaults" : "cli.onlyRemarks")) }
  }

  /// One line a fault; where a whole folder lies open to others, as after a fresh clone, one line
  /// for all of that, so that it hides nothing else.
  private static func lines(_ faults: [FileFault], _ words: Words) -> [String] {
    func isOpen(_ fault: FileFault) -> Bool { fault.isOpenToOthers && fault.isRemark }
    let open = faults.filter(isOpen)
    let told = open.count > 3 ? faults.filter { !isOpen($0) } : faults
    var lines = told.map { DisplayText.safe(words.sentence($0)) }
    if told.count < faults.count {
      lines.append(words("fault.openToOthers.all", count: open.count, ["code": open[0].code]))
    }
    return lines
  }

  private static func values(_ words: Words) -> [RowValue<FileFault>] {
    [
      RowValue("file", isInTable: true) { .string($0.file) },
      RowValue("line", isInTable: true) { .of($0.line) },
      RowValue("column", isInTable: true) { .of($0.column) },
      RowValue("code", isInTable: true) { .string($0.code) },
      RowValue("member") { .of($0.member) },
      RowValue("stops") { .boolean($0.stopsReading) },
      RowValue("remark") { .boolean($0.isRemark) },
      RowValue("sentence", isInTable: true, isFlexible: true) { .string(words.sentence($0)) },
    ]
  }
}
