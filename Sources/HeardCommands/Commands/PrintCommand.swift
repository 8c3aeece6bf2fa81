import ArgumentParser
import HeardInsight
import HeardKit
import HeardModel

/// Writes a page about one event, ready to be printed.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Writes a sign-in sheet, a consent sheet or a table plan as a page to print.",
    discussion: """
      The page is HTML that needs no other file. Consent is asked in the words of the programme's \
      notices; where there are none in a language the page says so. Only you can read the file.

      EXAMPLES
        heard print signin 2024-12-11-fr-paris --output signin.html
        heard print consent 2024-12-11-fr-paris --language fr,ar --output -
        heard print consent 2024-12-11-fr-paris --notice n-ht9zyk98wq --output consent.html
        heard print tables 2024-12-11-fr-paris --seats 8 --output tables.html
      """)

  /// What can be printed.
  enum Page: String, CaseIterable, ExpressibleByArgument {
    case signin
    case consent
    case tables
  }

  @Argument(help: "Which page.")
  var page: Page

  @Argument(
    help: "The event, by its id or the beginning of it.",
    completion: Completing.ids(.events))
  var event: String

  @Option(
    help: ArgumentHelp("Where to; - is the standard output.", valueName: "file"),
    completion: .file())
  var output: String

  @Option(help: ArgumentHelp("Languages with commas; else those of the event.", valueName: "tags"))
  var language: String = ""

  @Option(
    help: ArgumentHelp("Consent: ids of notices with commas; else all in use.", valueName: "ids"))
  var notice: String = ""

  @Flag(help: "Sign-in sheet: prints the pseudonyms of the event's list.")
  var names = false

  @Option(help: ArgumentHelp("Table plan: how many sit at a table.", valueName: "number"))
  var seats: Int = 6

  @Option(help: ArgumentHelp("Table plan: how many people come.", valueName: "number"))
  var people: Int?

  @Flag(help: "Lets a file that is there give way.")
  var replace = false

  @OptionGroup var recipient: Recipient

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let words = inquiry.words
    guard
      case .event(let found) = try FoundRecord(event, inquiry.insight, inquiry.unreadable, words)
    else {
      throw Failure(words("cli.notAnEvent", ["id": event]), .usage)
    }
    var order = FileOrder(FileOrder.Kind(rawValue: page.rawValue) ?? .signIn, of: found.id)
    order.languages = try LanguageList.tags(language, words)
    order.notices = try notices(found.id, inquiry)
    order.namesPeople = names
    for (number, range, option) in [
      (seats, 1...100, "--seats"), (people ?? 1, 1...10_000, "--people"),
    ]
    where !range.contains(number) {
      let problem = FieldProblem.notWithin(range.lowerBound, range.upperBound)
      throw Failure(
        words("cli.option", ["option": option, "problem": problem.sentence(words)]), .usage)
    }
    order.seats = seats
    guard
      let file = OrderedFile(
        order, inquiry.insight, words, at: Surroundings.now, people: people)
    else { throw Failure(words("event.gone"), .usage) }
    let line = try recipient.noted(file.registerLine(order, at: Surroundings.now), inquiry)
    try inquiry.write(
      file.bytes, to: output, replacing: replace, noting: line, evenOnScreen: recipient.isGiven)
    try inquiry.finish()
  }

  /// The notices that were asked for, each of which must be in use at the event.
  private func notices(_ event: EventID, _ inquiry: Inquiry) throws -> [NoticeID] {
    let programme = inquiry.insight.programme
    let inUse = programme.events[event].map { programme.noticesInUse(at: $0).map(\.id.text) } ?? []
    return try notice.split(separator: ",").map { part in
      let id = part.filter { $0 != " " }
      guard inUse.contains(id), let notice = NoticeID(stored: id) else {
        let problem = FieldProblem.notAnOption(id, nearest: nil)
        throw Failure(
          inquiry.words(
            "cli.option",
            ["option": "--notice", "problem": problem.sentence(inquiry.words)]), .usage)
      }
      return notice
    }
  }
}

/// Languages as they are typed on a command line.
enum LanguageList {
  /// The languages of a text with commas.
  ///
  /// - Throws: `Failure` naming the first that is none.
  static func tags(_ text: String, _ words: Words) throws -> [LanguageTag] {
    try text.split(separator: ",").map { part in
      let tag = part.filter { $0 != " " }
      guard let language = LanguageTag(stored: tag) else {
        let problem = FieldProblem.notAnOption(tag, nearest: nil)
        throw Failure(
          words("cli.option", ["option": "--language", "problem": problem.sentence(words)]),
          .usage)
      }
      return language
    }
  }
}
