import HeardModel
import TerminalCanvas

/// A screen round the form of one record: keys go into its fields, Ctrl-S saves, Esc keeps a draft.
public protocol FormScreen: Screen {
  /// The record, or what is typed about it.
  associatedtype Subject: Sendable
  /// What is typed.
  var form: RecordForm<Subject> { get set }
  /// Whether it is being filled in: some screens show other steps before or after.
  var isAsking: Bool { get }
  /// What is done with a form that is filled in.
  var closing: Command { get }
  /// Saves what stands in the form, or says why it cannot be saved.
  mutating func save(_ desk: inout Desk)
  /// Looks at a field in which something was put: notes what is wrong, lets others follow it.
  mutating func checkField(_ field: Code, _ desk: inout Desk)
}

extension FormScreen {
  /// Most forms are always typed into.
  public var takesText: Bool { true }

  /// Most forms are filled in as long as they are shown.
  public var isAsking: Bool { true }

  /// Most forms are saved.
  public var closing: Command { .save }

  /// Forms can be filled in on a telephone.
  public var smallest: Size { .telephone }

  /// Most forms offer what every form offers.
  public func commands(_ desk: Desk) -> [Command] { form.commands }

  /// Most forms take a key into the focused field.
  public mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    form.type(key, desk) || refusesLetter(key, &desk)
  }

  /// Letters typed where nothing is written are no commands: nobody means to leave by a slip.
  public func refusesLetter(_ key: Key, _ desk: inout Desk) -> Bool {
    // The way back elsewhere; here it is a step to the left that leads nowhere.
    if key == .left { return true }
    guard case .character(let character) = key, character.isLetter || character.isNumber else {
      return false
    }
    desk.refuse(desk.words("form.noLetter"))
    return true
  }

  /// Most forms do what every form does.
  public mutating func perform(_ command: Command, _ desk: inout Desk) {
    performInForm(command, &desk)
  }

  /// The label of the focused field with what stands in it.
  public func focus(_ desk: Desk) -> String { form.focus(desk) }

  /// In most forms no field follows another: only what is wrong is noted.
  public mutating func checkField(_ field: Code, _ desk: inout Desk) {
    form.spec.check(field, in: &form.form, of: form.original, desk)
  }

  /// The text of the focused field where it has several lines; nil in any other.
  public var longText: String? {
    if case .area(let area)? = form.form.focused?.value { area.text } else { nil }
  }

  /// Puts a long text in the place of the focused one; nothing where that is one line.
  public mutating func take(longText: String, _ desk: inout Desk) {
    let place = form.form.cursor
    guard form.form.entries.indices.contains(place),
      case .area(var area) = form.form.entries[place].value
    else { return }
    // As one step: Ctrl-Z brings back what stood there.
    area.replaceAll(with: longText)
    form.form.entries[place].value = .area(area)
  }

  /// Does what every form does, for screens that offer more.
  public mutating func performInForm(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .save: save(&desk)
    case .back: desk.leave(keeping: draft(desk))
    default: form.perform(command)
    }
  }

  /// The record as it is to be saved; nil where something stands against it, which is said.
  public mutating func subject(_ desk: inout Desk) -> Subject? {
    let subject = form.subject(desk)
    if subject == nil { desk.refuse(desk.words("form.problems")) }
    return subject
  }

  /// Makes the change that saving comes to; a form in which nothing changed is closed.
  ///
  /// - Returns: false when the records stand as before, which is said.
  public func make(_ change: Change?, _ desk: inout Desk) -> Bool {
    guard let change else {
      desk.pop()
      desk.say(desk.words("form.nothingChanged"))
      return false
    }
    return desk.change(change, discardingDraft: form.draftID)
  }
}
