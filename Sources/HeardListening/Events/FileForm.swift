import HeardKit
import HeardModel
import TerminalCanvas

/// Asks how and where a page or a calendar is written, and has it written.
///
/// No draft is kept of it: all that stands in it is proposed, and a file that was not written is
/// nothing that anybody goes on with.
struct FileForm: FormScreen {
  let name = "fileForm"
  static let question = "printPage"
  private let order: FileOrder
  var form: RecordForm<FileOrder>

  init(_ order: FileOrder, _ desk: Desk) {
    self.order = order
    form = RecordForm(FileFields.spec(order.kind), order, draftID: "file", desk)
  }

  /// Asks which page of an event is meant.
  static func ask(_ desk: inout Desk) {
    let kinds: [FileOrder.Kind] = [.signIn, .consent, .tables]
    let words = desk.words
    desk.ask(
      Question(
        question, words("file.ask"),
        [.init("none", words("answer.cancel"))]
          + kinds.map { .init($0.rawValue, words("file.kind.\($0.rawValue)")) }))
  }

  /// Opens the form for the answer.
  static func open(_ answer: String, of event: EventID, _ desk: inout Desk) {
    guard let kind = FileOrder.Kind(rawValue: answer) else { return }
    var order = FileOrder(kind, of: event)
    if kind == .consent, let event = desk.programme.events[event] {
      order.notices = desk.programme.noticesTold(at: event).map(\.id)
    }
    desk.push(FileForm(order, desk))
  }

  mutating func save(_ desk: inout Desk) {
    guard let order = subject(&desk) else { return }
    desk.make(order, replacing: false)
    desk.pop()
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let kind = desk.words("file.kind.\(order.kind.rawValue)")
    let title = order.event.flatMap { desk.programme.events[$0]?.title } ?? order.filter
    return ScreenContent(
      context: StyledText([kind, title].filter { !$0.isEmpty }.joined(separator: " · "), .faint),
      blocks: [
        form.block(desk), .gap,
        .prose(Prose(desk.words("file.about.\(order.kind.rawValue)"), style: .faint)),
      ])
  }
}

/// The fields of a file that is to be written.
enum FileFields {
  static func spec(_ kind: FileOrder.Kind) -> FormSpec<FileOrder> {
    let path = FieldSpec<FileOrder>.text("filePath", \.path, isRequired: true)
    let languages = FieldSpec<FileOrder>.lookupMany("fileLanguages", \.languages) { _, desk in
      desk.languageOptions
    }
    switch kind {
    case .signIn: return FormSpec([path, languages, .toggle("fileNames", \.namesPeople)])
    case .consent: return FormSpec([path, notices, languages])
    case .tables:
      return FormSpec([path, .number("fileSeats", \.seats), languages]) { order, _ in
        (1...100).contains(order.seats ?? 0) ? [] : [("fileSeats", .notWithin(1, 100))]
      }
    case .calendar: return FormSpec([path])
    }
  }

  private static var notices: FieldSpec<FileOrder> {
    .lookupMany("fileNotices", \.notices) { order, desk in
      guard let event = order.event.flatMap({ desk.programme.events[$0] }) else { return [] }
      return desk.programme.noticesInUse(at: event).map { notice in
        FieldOption(notice.id.text, desk.words.list([notice.title, notice.version]))
      }
    }
  }
}
