import ArgumentParser
import Foundation
import HeardInsight
import HeardKit
import HeardModel

/// Approves a period of a country: keeps its figures and locks its events.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approves a country's quarter: keeps its figures and locks its events.",
    discussion: """
      Also a whole year, what has no date, and events of no country. What will be counted is \
      printed; where something is open or does not fit, nothing is approved unless --yes is given. \
      Else it is approved at once: --dry-run only shows. \
      Approving publishes nothing. Withdrawal, refusal and erasure win over every lock.

      EXAMPLES
        heard approve FR 2024-Q2
        heard approve fr 2024-q2 --yes
        heard approve FR 2024 --dry-run
        heard approve FR undated --dry-run --format json
        heard approve none 2024-Q2
        heard list approvals
      """)

  /// The forms in which what will be counted is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain
    case json
  }

  @OptionGroup var quarter: PeriodArguments

  @Flag(help: "Approves although something is still open, or numbers do not fit.")
  var yes = false

  @Option(help: "How to print what will be counted.")
  var format = Format.plain

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options, dryRun: saving.dryRun)
    let words = opened.desk.words
    let period = try quarter.read(words)
    var desk = opened.desk
    if let why = desk.reasonAgainstApproving(period) { throw Failure(why, .io) }
    let preview = ApprovalPreview(period, desk)
    if format == .json {
      try Output.write(SafeJSON.bytes(preview.json))
    } else if opened.isDryRun {
      try Output.write(lines: preview.lines.map { "\($0)\n" }.joined())
    } else {
      Output.say(lines: preview.lines)
    }
    if preview.open > 0 && !yes {
      throw Failure(words("cli.stillOpen", count: preview.open), .faults)
    }
    // Nothing takes an approval back, and who typed it has seen these numbers for the first time.
    if preview.unfitting > 0 && !yes && !opened.isDryRun {
      throw Failure(words("cli.doesNotFit", count: preview.unfitting), .faults)
    }
    // Digests tell nobody anything: what the approval would keep stands in the preview.
    if opened.isDryRun { return Output.say(words("cli.dryRun")) }
    guard let change = desk.approval(of: period) else { return }
    let saved = try opened.save(change)
    opened.say(words("change.approved", ["quarter": desk.formats.quarter(period)]), saved)
  }
}

/// Unlocks an approved quarter.
struct UnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: "Unlocks an approved quarter, with a reason that stays with the approval.",
    discussion: """
      EXAMPLES
        heard unlock FR 2024-Q2 --reason "The count of Lyon was of another day."
      """)

  @OptionGroup var quarter: PeriodArguments

  @Option(help: "Why; everyone who reads the approval sees it.")
  var reason: String

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options, dryRun: saving.dryRun)
    let words = opened.desk.words
    let quarter = try quarter.read(words)
    let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else {
      let problem = FieldProblem.reasonMissing.sentence(words)
      throw Failure(words("cli.option", ["option": "--reason", "problem": problem]), .usage)
    }
    if let why = opened.desk.reasonAgainstUnlocking(quarter) { throw Failure(why, .io) }
    guard let change = opened.desk.unlocking(of: quarter, because: reason) else { return }
    let saved = try opened.save(change)
    if saved == .shown { return }
    opened.say(words("change.unlocked", ["quarter": opened.desk.formats.quarter(quarter)]), saved)
  }
}

/// Which period of which country a command is about.
struct PeriodArguments: ParsableArguments {
  @Argument(
    help: "The country by its code, as FR; none for events of no country.",
    completion: Completing.countries)
  var country: String

  @Argument(
    help: "The quarter, as 2024-Q2; a year, as 2024; undated for events without a date.",
    completion: Completing.periods)
  var quarter: String

  /// The period that is meant.
  ///
  /// - Throws: `Failure` where there is no such country or period.
  func read(_ words: Words) throws -> ApprovalPeriod {
    guard let period = ApprovalPeriod(typed: country, quarter) else {
      throw Failure(words("cli.badQuarter", ["text": "\(country) \(quarter)"]), .usage)
    }
    return period
  }
}
