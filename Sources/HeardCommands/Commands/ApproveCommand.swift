import ArgumentParser
import Foundation
import HeardInsight
import HeardKit
import HeardModel

/// Approves a quarter of a country: keeps its figures and locks its events.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approves a country's quarter: keeps its figures and locks its events.",
    discussion: """
      What is still open is printed first, and nothing is approved then unless --yes is given. \
      Withdrawal, refusal and erasure win over every lock.

      EXAMPLES
        heard approve FR 2024-Q2
        heard approve fr 2024-q2 --yes
        heard list approvals
      """)

  @OptionGroup var quarter: QuarterArguments

  @Flag(help: "Approves although something is still open.")
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options, dryRun: saving.dryRun)
    let words = opened.desk.words
    let quarter = try quarter.read(words)
    var desk = opened.desk
    if let why = desk.reasonAgainstApproving(quarter) { throw Failure(why, .io) }
    let open = Self.open(in: quarter, desk)
    for line in open { Output.say(line) }
    if !open.isEmpty && !yes {
      throw Failure(words("cli.stillOpen", count: open.count), .faults)
    }
    guard let change = desk.approval(of: quarter) else { return }
    let saved = try opened.save(change)
    if saved == .shown { return }
    opened.say(words("change.approved", ["quarter": desk.formats.quarter(quarter)]), saved)
  }

  /// What is open in a quarter, one line each.
  private static func open(in quarter: ApprovalPeriod, _ desk: Desk) -> [String] {
    func line(_ kind: ApprovalCheckKind, _ title: String) -> String {
      desk.words("cli.check", ["what": desk.words("check.\(kind.stored)"), "title": title])
    }
    let checks = desk.insight.checks(of: quarter).map { check in
      line(
        check.kind, "\(check.event.text) \(desk.programme.events[check.event]?.title ?? "")")
    }
    return checks + desk.unreadable.map { line(.files, desk.words.sentence($0)) }
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

  @OptionGroup var quarter: QuarterArguments

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

/// Which quarter of which country a command is about.
struct QuarterArguments: ParsableArguments {
  @Argument(help: "The country by its code, as FR.")
  var country: String

  @Argument(help: "The quarter, as 2024-Q2.")
  var quarter: String

  /// The quarter that is meant.
  ///
  /// - Throws: `Failure` where there is no such country or quarter.
  func read(_ words: Words) throws -> ApprovalPeriod {
    guard let code = CountryCode(stored: country.uppercased()),
      let quarter = ApprovalPeriod(code, quarter: quarter)
    else {
      throw Failure(words("cli.badQuarter", ["text": "\(country) \(quarter)"]), .usage)
    }
    return quarter
  }
}
