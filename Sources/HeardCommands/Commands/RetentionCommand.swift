import ArgumentParser
import HeardInsight
import HeardKit
import HeardModel
import HeardStore
import StrictJSON

/// Prints what is kept although its time is over, and takes it out once somebody says so.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "Prints what is kept although its time is over, and with --apply takes it out.",
    discussion: """
      Access needs go 90 days after an event; names and contacts once the person knows what came of \
      it, at most 365 days after their last event, or on a day of their own; notes on people 365 \
      days after the event. retentionDays in heard.json sets other numbers. Testimonies are listed \
      when the day has come to ask again, and go only where --class names them. Numbers of people \
      stay. No approval of a quarter refuses it, and nothing brings back what was taken out.
      Classes: \(RetentionRule.allCases.map(\.rawValue).joined(separator: ", ")).

      EXAMPLES
        heard retention
        heard retention --apply --yes
        heard retention --class testimonies --apply --yes
        heard retention --format json | jq 'group_by(.rule)'
      """)

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("Only these classes, with commas.", valueName: "classes"))
  var classes: String = ""

  @Flag(help: "Takes out what is listed.")
  var apply = false

  @Flag(help: "Takes it out without asking first.")
  var yes = false

  @Option(help: "How to print it.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let words = inquiry.words
    let named = try rules(words)
    let due = pastTime(inquiry).filter { named.isEmpty || named.contains($0.rule) }
    try Listing(RetentionRow.values, due.map { RetentionRow($0, inquiry) }).print(format, inquiry)
    if due.isEmpty && (format == .table || format == .plain) { Output.say(words("retention.none")) }
    if apply {
      let rules = named.isEmpty ? Set(RetentionRule.allCases.filter(\.goesUnnamed)) : named
      let going = due.filter { rules.contains($0.rule) }
      if !going.isEmpty && !yes {
        throw Failure(words("cli.retention.notYet", count: going.count), .faults)
      }
      try retire(going, rules)
    }
    try inquiry.finish()
  }

  /// What is past its time, names on this machine with it.
  private func pastTime(_ inquiry: Inquiry) -> [RetentionDue] {
    let isWhole = inquiry.unreadable.allSatisfy {
      !$0.file.hasPrefix(FilePlace.events.folder ?? "")
    }
    return inquiry.insight.pastTime(inquiry.store?.keptIdentities() ?? [], isWhole: isWhole)
  }

  private func retire(_ due: [RetentionDue], _ rules: Set<RetentionRule>) throws {
    let opened = try OpenedProgramme.toChange(options)
    opened.prepare()
    let desk = opened.desk
    let words = desk.words
    let order = Retirement(
      due, of: rules, in: desk.programme, by: desk.settings.name, on: desk.today)
    let locked = order.edits.count { desk.programme.lock(against: $0, on: desk.today) != nil }
    let left: [String]
    do throws(StoreError) {
      left = try opened.store.retire(
        order, settings: desk.programme.settings, by: desk.settings.name, at: desk.now)
    } catch {
      throw Failure(words("retention.failed", ["why": words.sentence(error)]), .io)
    }
    if !due.isEmpty { Output.say(words("retention.done", count: due.count)) }
    if locked > 0 { Output.say(words("retention.overLock", count: locked)) }
    if !left.isEmpty {
      throw Failure(words("retention.left", ["files": words.list(left)]), .io)
    }
  }

  /// The classes that are named; empty for all.
  private func rules(_ words: Words) throws -> Set<RetentionRule> {
    let options = RetentionRule.allCases.map {
      FieldOption($0.rawValue, words("retention.rule.\($0.rawValue)"))
    }
    switch OptionInput.values(classes, options) {
    case .success(let names): return Set(names.compactMap(RetentionRule.init(rawValue:)))
    case .failure(let problem):
      throw Failure(
        words("cli.option", ["option": "--class", "problem": problem.sentence(words)]), .usage)
    }
  }
}

/// One thing that is past its time, as it is printed: whose it is, never what.
private struct RetentionRow {
  let due: RetentionDue
  let event: Event?
  let isLocked: Bool
  let days: Int

  init(_ due: RetentionDue, _ inquiry: Inquiry) {
    self.due = due
    event = due.event.flatMap { inquiry.programme.events[$0] }
    isLocked = event.map { inquiry.programme.lock(of: $0) != nil } ?? false
    days = inquiry.insight.today.dayNumber - due.until.dayNumber
  }

  static var values: [RowValue<RetentionRow>] {
    [
      RowValue("rule", .fixed("retention.rule"), isInTable: true) { .of($0.due.rule) },
      RowValue("until", .date, isInTable: true) { .of($0.due.until) },
      RowValue("daysPast", isInTable: true) { .integer($0.days) },
      RowValue("event") { .of($0.due.event) },
      RowValue("eventTitle", isInTable: true, isFlexible: true) { .of($0.event?.title ?? "") },
      RowValue("person", isInTable: true) { .of($0.due.person) },
      RowValue("testimony", isInTable: true) { .of($0.due.testimony) },
      RowValue("locked") { .boolean($0.isLocked) },
    ]
  }
}
