import HeardModel
import TerminalCanvas

/// What one person has chosen on this machine; every change acts and is kept at once.
struct SettingsScreen: Screen {
  let name = "settings"
  private var form: RecordForm<PersonalSettings>

  init(_ desk: Desk) {
    form = RecordForm(SettingsFields.spec, desk.settings, draftID: "settings", desk)
  }

  var takesText: Bool { true }

  func commands(_ desk: Desk) -> [Command] { [.save, .back, .nextField, .previousField] }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let handled = form.type(key, desk)
    if handled { use(&desk) }
    return handled
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .save:
      guard form.subject(desk) != nil else { return desk.refuse(desk.words("form.problems")) }
      desk.say(desk.words("settings.kept"))
    case .back:
      desk.pop()
      if form.subject(desk) == nil { desk.refuse(desk.words("settings.keptWithout")) }
    default: form.perform(command)
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    ScreenContent(
      blocks: [
        form.form.block(desk), .gap, .prose(Prose(desk.words("settings.atOnce"), style: .faint)),
      ])
  }

  func focus(_ desk: Desk) -> String { form.focus(desk) }

  /// Uses what stands in the form as far as it can be read.
  private mutating func use(_ desk: inout Desk) {
    let settings = form.spec.sketch(form.form, of: form.original, desk)
    guard settings != desk.settings else { return }
    let language = desk.words.language
    let namedItself = settings.name != desk.settings.name && form.form.focused?.id != "settingsName"
    desk.settings = settings
    desk.run(.saveSettings(settings))
    // Labels of the fields' values are in the language in which the form was made.
    if desk.words.language != language || namedItself {
      let place = form.form.cursor
      form = RecordForm(SettingsFields.spec, settings, draftID: form.draftID, desk)
      form.form.cursor = place
    }
  }
}
