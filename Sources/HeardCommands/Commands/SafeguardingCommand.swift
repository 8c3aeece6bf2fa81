import ArgumentParser
import HeardInsight
import HeardKit
import HeardModel
import HeardStore
import StrictJSON

/// Lists disclosures of this machine, hands one over to the safeguarding lead, notes the receipt.
struct SafeguardingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safeguarding",
    abstract: "Lists disclosures of this machine, hands one over, or notes the lead's receipt.",
    discussion: """
      Call the lead first: the list says whom. What was told is printed by no command; it leaves \
      only in the file of --seal, which the holder of the key in heard.json alone can read (with \
      the program age), or on the page of --page. It stays listed as not handed over until \
      --receipt notes the number that the lead gives back.

      EXAMPLES
        heard safeguarding
        heard safeguarding t-7kq2m9x4ab --seal disclosure.age
        heard safeguarding t-7kq2m9x4ab --page disclosure.html
        heard safeguarding t-7kq2m9x4ab --receipt 2024-017
      """)

  @Argument(help: "The id of one disclosure; without it all are listed.")
  var id: String?

  @Flag(help: "Lists them, as without an id.")
  var list = false

  @Option(
    help: ArgumentHelp("Writes it sealed to the lead's key.", valueName: "file"),
    completion: .file())
  var seal: String?

  @Option(
    help: ArgumentHelp("Writes it as one page to print.", valueName: "file"),
    completion: .file())
  var page: String?

  @Option(help: ArgumentHelp("Notes the number that the lead gave.", valueName: "number"))
  var receipt: String?

  @Option(help: "How to print the list.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let deeds = [seal, page, receipt].compactMap { $0 }
    guard let id else {
      let inquiry = try Inquiry(options)
      if !deeds.isEmpty { throw Failure(inquiry.words("cli.deedNeedsDisclosure"), .usage) }
      return try printList(inquiry)
    }
    let opened = try OpenedProgramme.toChange(options)
    let words = opened.desk.words
    if list || deeds.count != 1 { throw Failure(words("cli.oneDeed"), .usage) }
    let known = opened.store.disclosures().first { $0.id.text == id.lowercased() }
    guard let known else { throw Failure(words("cli.noDisclosure", ["id": id]), .usage) }
    opened.prepare()
    if let receipt { return try note(receipt, known, opened) }
    if let seal { try handOver(known, .sealed, to: seal, opened) }
    if let page { try handOver(known, .page, to: page, opened) }
  }

  /// Prints how far each is; nothing of what was told.
  private func printList(_ inquiry: Inquiry) throws {
    let store = try? ProgrammeStore(path: options.path, device: "")
    let kept = store?.disclosures() ?? []
    try Listing(Disclosure.values(inquiry), kept).print(format, inquiry)
    if format == .table || format == .plain {
      if kept.isEmpty { Output.say(inquiry.words("disclosures.none")) }
      if kept.contains(where: { !$0.isReceived }) { sayLeads(inquiry) }
    }
    try inquiry.finish()
  }

  private func sayLeads(_ inquiry: Inquiry) {
    let desk = Desk(
      programme: inquiry.programme, settings: inquiry.settings,
      machineLanguage: Surroundings.language, occasion: Surroundings.occasion)
    Output.say(desk.callInCommands(at: nil))
  }

  private func handOver(
    _ disclosure: Disclosure, _ way: HandOver.Way, to path: String, _ opened: OpenedProgramme
  ) throws {
    let desk = opened.desk
    var order = desk.handOver(disclosure, way)
    order.path = path
    do throws(HandOverProblem) {
      guard let told = try Self.told(disclosure.id, opened.store) else {
        throw HandOverProblem.gone
      }
      let written = try order.write(told, outside: opened.store.path)
      Output.say(desk.words("file.written", ["path": written]))
      do throws(StoreError) {
        try opened.store.noteHandedOver(
          disclosure.id, to: order.lead, how: order.how, at: desk.now,
          settings: desk.programme.settings)
      } catch {
        throw HandOverProblem.notNoted(path: written, error)
      }
    } catch {
      throw Failure(desk.words.sentence(error), .io)
    }
    if way == .sealed, let key = order.key {
      Output.say(
        desk.words(
          "disclosure.fingerprint", ["name": order.lead, "groups": key.fingerprint]))
    }
    Output.say(desk.words("cli.askReceipt", ["id": disclosure.id.text]))
  }

  private static func told(
    _ id: TestimonyID, _ store: ProgrammeStore
  ) throws(HandOverProblem) -> Disclosure? {
    do throws(StoreError) { return try store.disclosure(id) } catch { throw .folder(error) }
  }

  private func note(
    _ number: String, _ disclosure: Disclosure, _ opened: OpenedProgramme
  ) throws {
    let desk = opened.desk
    let number = trimmed(number)
    guard !number.isEmpty else {
      let problem = FieldProblem.missing.sentence(desk.words)
      throw Failure(
        desk.words("cli.option", ["option": "--receipt", "problem": problem]), .usage)
    }
    do throws(StoreError) {
      try opened.store.noteReceipt(
        number, of: disclosure.id, at: desk.now, settings: desk.programme.settings)
    } catch {
      throw Failure(desk.words.sentence(error), .io)
    }
    let day = desk.now.day.adding(days: desk.programme.settings.daysAfterReceipt)
    Output.say(desk.words("disclosure.receiptNoted", ["day": desk.formats.day(day)]))
  }
}

extension Disclosure {
  /// What is printed of a disclosure: how far it is, and nothing of what was told.
  fileprivate static func values(_ inquiry: Inquiry) -> [RowValue<Disclosure>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("date", .date, isInTable: true) { .of($0.at?.day) },
      RowValue("eventTitle", isInTable: true, isFlexible: true) { it in
        .of(it.event.flatMap { inquiry.programme.events[$0]?.title } ?? "")
      },
      RowValue("handingOver", .fixed("disclosure.state"), isInTable: true) { it in
        .string(it.isReceived ? "received" : it.handedOverAt == nil ? "kept" : "handedOver")
      },
      RowValue("receipt", isInTable: true) { .of($0.receipt) },
      RowValue("event") { .of($0.event) },
      RowValue("takenBy", .staff) { .of($0.takenBy) },
      RowValue("handedOverAt") { .of($0.handedOverAt) },
      RowValue("handedOverTo") { .of($0.handedOverTo) },
      RowValue("handedOverHow") { .of($0.handedOverHow) },
      RowValue("receivedAt") { .of($0.receivedAt) },
      RowValue("removedOn", .date) { .of($0.removal(inquiry.programme.settings)) },
    ]
  }
}

extension Desk {
  /// Whom to call at once; where nobody is named, what to do first on a command line.
  func callInCommands(at event: EventID?) -> String {
    leadContacts(at: event).map { words("safeguarding.call", ["names": $0]) }
      ?? words("cli.noLead")
  }

  /// Says where a disclosure is kept, whom to call, and how it is handed over.
  func sayKept(_ testimony: Testimony) {
    Output.say(words("cli.disclosureKept"))
    Output.say(callInCommands(at: testimony.event))
    Output.say(words("cli.handOver", ["id": testimony.id.text]))
  }
}
