import HeardKit
import HeardModel

/// The fields of a person's own settings.
enum SettingsFields {
  static let spec = FormSpec<PersonalSettings>([
    .text("settingsName", \.name),
    staff,
    .choice("settingsRole", \.role, labels: "role"),
    .lookupMany("settingsCountries", \.countries) { _, desk in desk.countryOptions },
    language,
    .choice("settingsTheme", \.theme, labels: "theme"),
    .toggle("settingsASCII", \.usesASCII),
    width,
    .toggle("settingsNoLetters", \.hasNoLetterCommands),
    .toggle("settingsMouse", \.usesMouse),
    .number("settingsEscapeWait", \.escapeWait),
    .toggle("settingsPlainLines", \.startsInPlainLines),
    .number("settingsPageItems", \.pageItems),
  ])

  // Somebody who says who they are need not type their name as well.
  private static let staff = FieldSpec<PersonalSettings>(
    "settingsStaff", { _, desk in .lookup(desk.staffOptions(nil)) },
    read: { settings, _ in settings.staff?.stored ?? "" },
    write: { text, settings, desk in
      if text.isEmpty {
        settings.staff = nil
        return nil
      }
      switch OptionInput.value(text, desk.staffOptions(nil)) {
      case .success(let value):
        settings.staff = StaffID(stored: value)
        if settings.name.isEmpty, let id = settings.staff {
          settings.name = desk.programme.team[id]?.name ?? ""
        }
        return nil
      case .failure(let problem): return problem
      }
    }
  ).refusing(FieldProblem.notOnTeam)

  /// Every language under its own name, so that nobody is lost in one they cannot read.
  private static let language = FieldSpec<PersonalSettings>(
    "settingsLanguage",
    { _, desk in
      .choice(
        [FieldOption("", desk.words("settings.machineLanguage"))]
          + Words.languages.map {
            FieldOption($0.stored, Formats(Words($0)).language($0))
          })
    },
    read: { settings, _ in settings.language?.stored ?? "" },
    write: { text, settings, _ in
      settings.language = LanguageTag(stored: text)
      return nil
    })

  // One is what nothing chosen means, so nothing is written for it.
  private static let width = FieldSpec<PersonalSettings>(
    "settingsWidth",
    { _, desk in
      .choice(
        AmbiguousWidth.allCases.map {
          FieldOption($0.stored, desk.formats.label($0, "ambiguous"))
        })
    },
    read: { settings, _ in (settings.ambiguousWidth ?? .one).stored },
    write: { text, settings, _ in
      let width = AmbiguousWidth(stored: text)
      settings.ambiguousWidth = width == .one ? nil : width
      return nil
    })
}
