import HeardKit
import HeardModel
import TerminalCanvas

/// What one person has chosen on this machine; every change acts and is kept at once.
struct SettingsScreen: FormScreen {
  let name = "settings"
  var form: RecordForm<PersonalSettings>

  init(_ desk: Desk) {
    form = RecordForm(SettingsFields.spec, desk.settings, draftID: "settings", desk)
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let handled = form.type(key, desk)
    if handled { use(&desk) }
    return handled || refusesLetter(key, &desk)
  }

  mutating func checkField(_ field: Code, _ desk: inout Desk) {
    form.spec.check(field, in: &form.form, of: form.original, desk)
    use(&desk)
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .back:
      desk.pop()
      if form.subject(desk) == nil { desk.refuse(desk.words("settings.keptWithout")) }
    default: performInForm(command, &desk)
    }
  }

  // They are in use already; saving tells whether all of them could be read.
  mutating func save(_ desk: inout Desk) {
    if subject(&desk) != nil { desk.say(desk.words("settings.kept")) }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let how: [Block] = [.gap, .prose(Prose(desk.words("settings.atOnce"), style: .faint))]
    // On a telephone the fields need the rows.
    return ScreenContent(blocks: [form.block(desk)] + (desk.isCompact ? [] : how))
  }

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
