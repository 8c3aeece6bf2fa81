import HeardKit
import HeardModel
import TerminalCanvas

/// Which communities people at an event were asked about, of those without a number: one answer
/// each, saved as one change.
struct WhichAskedForm: FormScreen {
  let name = "whichAskedForm"

  private let id: EventID
  private let communities: [Code]
  var form: RecordForm<Event>

  private init(_ event: Event, _ communities: [Code], _ desk: Desk) {
    id = event.id
    self.communities = communities
    form = RecordForm(
      Self.spec(communities, desk), event, draftID: "asked-\(event.id.text)", desk)
  }

  /// The form as it was begun, or a new one; nil where nothing is left to be said, which is told.
  static func open(_ id: EventID, _ desk: inout Desk) -> WhichAskedForm? {
    guard let event = desk.programme.events[id] else {
      desk.refuse(desk.words("event.gone"))
      return nil
    }
    let communities = event.unsettledCommunities(in: desk.programme, on: desk.today)
    if communities.isEmpty {
      desk.refuse(desk.words("whichAsked.none"))
      return nil
    }
    let screen = WhichAskedForm(event, communities, desk)
    guard let draft = desk.drafts.first(where: { $0.id == screen.form.draftID }) else {
      return screen
    }
    desk.say(desk.words("draft.goesOn"))
    return restored(draft, desk) ?? screen
  }

  /// The form of a draft as it was left; nil when its event is no longer there.
  static func restored(_ draft: Draft, _ desk: Desk) -> WhichAskedForm? {
    guard let event = EventID(stored: draft.record).flatMap({ desk.programme.events[$0] }) else {
      return nil
    }
    let communities = event.unsettledCommunities(in: desk.programme, on: desk.today)
    var screen = WhichAskedForm(event, communities, desk)
    screen.form.form.restore(draft)
    return screen
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let lock: [Block] =
      desk.programme.lock(of: event).map {
        [.notice(Notice(.warning, desk.words.notice($0, desk.formats))), .gap]
      } ?? []
    let how: [Block] =
      desk.isCompact ? [] : [.prose(Prose(desk.words("whichAsked.how"), style: .faint)), .gap]
    return ScreenContent(
      context: StyledText(event.title, .faint), blocks: lock + how + [form.form.block(desk)])
  }

  func draft(_ desk: Desk) -> Draft? { form.draft("whichAsked", of: id.text, desk) }

  mutating func save(_ desk: inout Desk) {
    guard let said = subject(&desk) else { return }
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    var changed = event
    for code in communities where said.askedState(of: code) != form.original.askedState(of: code) {
      changed.note(said.askedState(of: code), of: code)
    }
    let change = Change(
      .edited(kind: .event, title: event.title), before: .event(event), after: .event(changed))
    if make(change, &desk) { desk.pop() }
  }

  private static func spec(_ communities: [Code], _ desk: Desk) -> FormSpec<Event> {
    FormSpec(
      communities.map { code in
        FieldSpec(
          Code(stored: "asked.\(code.stored)") ?? code,
          { _, desk in
            .choice(
              AskedState.allCases.map {
                FieldOption($0.stored, desk.words("whichAsked.state.\($0.stored)"))
              })
          },
          label: desk.formats.label(code, in: .community, of: desk.programme),
          read: { event, _ in event.askedState(of: code).stored },
          write: { text, event, _ in
            guard let state = AskedState(stored: text) else {
              return .notAnOption(text, nearest: nil)
            }
            event.note(state, of: code)
            return nil
          })
      })
  }
}
