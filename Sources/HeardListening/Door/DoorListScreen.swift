import HeardKit
import HeardModel
import TerminalCanvas

/// People who are put on the event's list at the door: a pseudonym, a role by one letter, Enter.
struct DoorListScreen: Screen {
  let name = "attendancePeople"
  let smallest = Size.telephone

  private var id: EventID { sitting.id }
  private let sitting: DoorSitting
  /// The pseudonym as it was typed; nil takes the one that is proposed.
  private var typed: String?
  /// The pseudonym while it is being typed.
  private var typing: TextField?
  private var roles: [Code] = []
  private var focused = 0
  /// Names that were pasted and wait for an answer.
  private var pasted: [String] = []
  /// Who was put on the list last in this sitting.
  private var latest: PersonID?

  init(_ sitting: DoorSitting) { self.sitting = sitting }

  var takesDigits: Bool { true }

  var takesText: Bool { typing != nil }

  func commands(_ desk: Desk) -> [Command] {
    let name: [Command] = latest == nil ? [] : [.noteName]
    return [.putOnList, .nextPart, .mark, .edit] + name
      + [.addPerson, .undo, .moveUp, .moveDown, .previousPart]
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    switch command {
    case .mark: desk.words("slips.tick")
    case .edit: desk.words("field.personPseudonym")
    case .addPerson: desk.words("people.wholeForm")
    default: DoorPart.people.label(of: command, desk)
    }
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    guard let event = desk.programme.events[id] else { return false }
    if case .paste(let text) = key {
      paste(text, event, &desk)
      return true
    }
    if typing != nil { return typePseudonym(key) }
    if let row = DoorLetters.row(key, count: RolesScreen.roles(event, desk).count) {
      focused = row
      turn(RolesScreen.roles(event, desk)[row])
      return true
    }
    guard DoorLetters.isLetterOrDigit(key), !Self.passing.contains(key.plain) else { return false }
    desk.refuse(letter: key)
    return true
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    let all = RolesScreen.roles(event, desk)
    switch command {
    case .putOnList: add(event, &desk)
    case .mark: if all.indices.contains(focused) { turn(all[focused]) }
    case .edit: typing = TextField(pseudonym(event))
    case .noteName: if let latest { desk.go(.newIdentity(latest, at: id)) }
    case .addPerson: desk.go(.newPerson(at: id))
    case .undo: desk.undoPress()
    case .nextPart: DoorPart.people.turn(1, sitting, &desk)
    case .previousPart: DoorPart.people.turn(-1, sitting, &desk)
    default: focused = ListMove.cursor(focused, command, count: all.count, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    let names = pasted
    pasted = []
    guard question == "pasted", let way = PastedNames(rawValue: answer) else { return }
    desk.add(names, way, to: id, as: roles)
  }

  mutating func refresh(_ desk: Desk) {
    let list = desk.programme.events[id]?.participations ?? []
    if let latest, !list.contains(where: { $0.id == latest }) { self.latest = nil }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let sensitive: [Block] =
      event.aboutCommunities.isEmpty
      ? [] : [.notice(Notice(.warning, desk.words("person.sensitiveList")))]
    let how: [Block] =
      desk.isCompact ? [] : [.prose(Prose(desk.words("people.how"), style: .faint))]
    return ScreenContent(
      context: StyledText(
        desk.words("person.on", count: event.participations.count, ["title": event.title]),
        .faint),
      blocks: DoorPart.people.heading(event, desk) + next(event, desk)
        + (desk.isCompact ? [] : sensitive) + [.table(table(event, desk))]
        + [.prose(Prose(AttendanceRemarks.rule(event, desk)))]
        + (desk.isCompact ? sensitive : how))
  }

  func place(_ desk: Desk) -> Place? { .door(id) }

  func focus(_ desk: Desk) -> String {
    guard let event = desk.programme.events[id] else { return desk.words("event.gone") }
    return desk.words.list(
      [event.title, pseudonym(event), roleLabels(desk)].filter { !$0.isEmpty })
  }
}

// Putting people on the list.
extension DoorListScreen {
  // The keys of its own commands, and undoing.
  private static let passing: [Key] = ["e", "n", "p", "u"].map { .character($0) }

  private mutating func typePseudonym(_ key: Key) -> Bool {
    switch key {
    case .enter, .tab, .down, .up:
      let text = trimmed(typing?.text ?? "")
      typed = text.isEmpty ? nil : text
      typing = nil
    case .escape: typing = nil
    case .function: return false
    case .control: return typing?.handle(key) ?? false
    default: _ = typing?.handle(key)
    }
    return true
  }

  private mutating func turn(_ role: Code) {
    if roles.contains(role) { roles.removeAll { $0 == role } } else { roles.append(role) }
  }

  private func pseudonym(_ event: Event) -> String {
    typed ?? event.freePseudonyms(1).first ?? ""
  }

  private mutating func add(_ event: Event, _ desk: inout Desk) {
    let pseudonym = pseudonym(event)
    if event.participations.contains(where: { $0.pseudonym == pseudonym }) {
      return desk.refuse(desk.words("people.taken", ["pseudonym": pseudonym]))
    }
    guard let id = desk.add([pseudonym], to: event, as: roles).first else { return }
    latest = id
    typed = nil
    desk.say(
      desk.words(
        roles.isEmpty ? "people.added" : "people.addedAs",
        ["pseudonym": pseudonym, "roles": roleLabels(desk)]))
    roles = []
  }

  private mutating func paste(_ text: String, _ event: Event, _ desk: inout Desk) {
    let names = PastedNames.names(text)
    if names.count > 1 {
      pasted = names
      return desk.ask(PastedNames.question(names, desk))
    }
    var field = typing ?? TextField()
    _ = field.handle(.paste(text))
    typing = field
  }
}

// What it shows.
extension DoorListScreen {
  private func roleLabels(_ desk: Desk) -> String {
    desk.words.list(roles.map { desk.formats.label($0, in: .role, of: desk.programme) })
  }

  /// The one who is put on the list next.
  private func next(_ event: Event, _ desk: Desk) -> [Block] {
    let words = desk.words
    if let typing {
      let field = Field(
        words("field.personPseudonym"), .text(typing), hint: words("people.typing"))
      return [.fields(Fields([field], cursor: 0))]
    }
    let namesake = typed.map { KnownPerson.called($0, desk).count } ?? 0
    let known: [Block] =
      namesake > 0
      ? [.notice(Notice(.warning, words("people.namesake", count: namesake)))] : []
    let chosen = roles.isEmpty ? words("people.noRole") : roleLabels(desk)
    return [
      .line(StyledText(words("people.next", ["pseudonym": pseudonym(event)]), .strong)),
      .line(StyledText(chosen, .accent)),
    ] + known
  }

  private func table(_ event: Event, _ desk: Desk) -> Table {
    let rows = RolesScreen.roles(event, desk).enumerated().map { place, role -> TableRow in
      let isOn = roles.contains(role)
      return TableRow([
        StyledText(DoorLetters.letter(place).map(String.init) ?? "", .accent),
        StyledText(isOn ? "[x]" : "[ ]", isOn ? .strong : .faint),
        StyledText(
          desk.formats.label(role, in: .role, of: desk.programme), isOn ? .strong : .plain),
      ])
    }
    return Table(
      columns: [
        Column("", width: .fixed(1)), Column("", width: .fixed(3)),
        Column("", width: .fill(minimum: 18, weight: 1)),
      ],
      rowCount: rows.count, cursor: typing == nil ? focused : nil, isFocused: typing == nil,
      showsHeader: false
    ) { rows[$0] }
  }
}
