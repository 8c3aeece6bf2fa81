import HeardKit
import HeardModel
import TerminalCanvas

/// The form of a new programme.
struct NewProgrammeForm: FormScreen {
  let name = "newProgramme"
  var form: RecordForm<NewProgramme>

  init(_ desk: Desk, importingSheet: Bool = false) {
    var new = NewProgramme()
    new.importsSheet = importingSheet
    new.folder = "~/heard"
    new.settings.languages = [desk.words.language]
    new.settings.countries = []
    new.yourName = desk.settings.name
    new.yourRole = desk.settings.role
    form = RecordForm(Self.spec, new, draftID: "programme", desk)
  }

  private static let spec = FormSpec<NewProgramme>([
    .text("programmeName", \.settings.name, isRequired: true),
    .text("programmeFolder", \.folder, isRequired: true),
    .lookupMany("programmeCountries", \.settings.countries) { _, desk in desk.countryOptions },
    .lookupMany("languages", \.settings.languages) { _, desk in
      desk.languageOptions
        + Words.languages.map { FieldOption($0.stored, desk.formats.language($0)) }
    },
    .text("yourName", \.yourName, isRequired: true),
    .choice("settingsRole", \.yourRole, labels: "role"),
  ])

  mutating func save(_ desk: inout Desk) {
    guard var new = subject(&desk) else { return }
    // Ten letters that no other programme has: drafts and undo are kept under them.
    new.settings.id = Code(stored: desk.ids.characters(10)) ?? new.settings.id
    desk.run(.makeProgramme(new))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    ScreenContent(blocks: [
      form.block(desk), .gap, .prose(Prose(desk.words("newProgramme.how"), style: .faint)),
    ])
  }
}
