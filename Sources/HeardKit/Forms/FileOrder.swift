import HeardModel

/// A page to print or a calendar that somebody wants as a file.
public struct FileOrder: Hashable, Sendable {
  /// What is to be written.
  public enum Kind: String, CaseIterable, Sendable, StoredText {
    /// Lines for those who come.
    case signIn = "signin"
    /// The questions of consent.
    case consent
    /// Tables with their seats.
    case tables
    /// Events in the form of calendars.
    case calendar
  }

  /// What is to be written.
  public var kind: Kind
  /// The event of a page; nil for a calendar.
  public var event: EventID?
  /// The filter of a calendar, as it is typed.
  public var filter = ""
  /// The languages of the page; empty takes those of the event.
  public var languages: [LanguageTag] = []
  /// The notices whose questions stand on a consent sheet; empty takes all in use at the event.
  public var notices: [NoticeID] = []
  /// Whether the pseudonyms of the list stand on the sign-in sheet.
  public var namesPeople = false
  /// How many people sit at a table.
  public var seats: Int? = 6
  /// Where to; `~/` is the home folder.
  public var path: String

  /// A page of an event, by default with a name of its own in the home folder.
  public init(_ kind: Kind, of event: EventID) {
    self.kind = kind
    self.event = event
    path = "~/\(kind.rawValue)-\(event.text).html"
  }

  /// A calendar of the events that a filter lets pass.
  public init(calendarOf filter: String) {
    kind = .calendar
    self.filter = filter
    path = "~/heard.ics"
  }
}

extension Desk {
  /// The id of the question whether a file that is there may give way.
  public static let replaceQuestion = "replaceFile"

  /// Has a page or a calendar made of what is known now, and written.
  public mutating func make(_ order: FileOrder, replacing: Bool) {
    guard let file = OrderedFile(order, insight, words, at: now) else {
      return refuse(words("event.gone"))
    }
    run(.writeFile(order, file, replacing: replacing))
  }

  /// Asks whether a file that is there may give way.
  mutating func askToReplace(_ order: FileOrder, _ path: String) {
    fileInTheWay = order
    ask(
      Question(
        Self.replaceQuestion, words("file.exists", ["path": path]),
        [.init("keep", words("file.keep")), .init("replace", words("file.replace"))]))
  }

  /// Takes the answer.
  public mutating func replaceFile(_ answer: String) {
    guard let order = fileInTheWay else { return }
    fileInTheWay = nil
    if answer == "replace" {
      make(order, replacing: true)
    } else {
      say(words("file.kept"))
    }
  }
}
