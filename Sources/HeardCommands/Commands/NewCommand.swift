import ArgumentParser
import HeardKit
import HeardModel
import HeardStore

/// Makes a new programme folder.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes the folder of a new programme.",
    discussion: """
      EXAMPLES
        heard new my-programme
        heard new my-programme --dry-run
        heard new dialogues --name "Dialogues in the north" --country fr,br --language fr,pt
      """)

  @Argument(help: "Where to make it: a name that is not taken, or an empty folder.")
  var folder: String

  @Option(help: "What the programme is called; without it the name of the folder.")
  var name: String?

  @Option(help: "Its countries by their codes, with commas; without it the ten of the programme.")
  var country: String?

  @Option(help: "The languages in which it works, as fr or pt-BR, with commas.")
  var language: String?

  @Flag(help: "The files may be read and changed by the folder's group.")
  var shared = false

  @OptionGroup var saving: SavingOptions

  func run() throws {
    let words = Words(PersonalSettings.chosen.language ?? Surroundings.language)
    var settings = ProgrammeSettings()
    var ids = IdentifierSource(seed: UInt64.random(in: .min ... .max))
    settings.id = Code(stored: ids.characters(10)) ?? settings.id
    settings.name = name ?? Self.lastPart(of: folder)
    settings.isSharedByGroup = shared
    if let country {
      settings.countries = try values(country, "--country", words) {
        CountryCode(stored: $0.uppercased())
      }
    }
    if let language {
      settings.languages = try values(language, "--language", words, LanguageTag.init(stored:))
    }
    do throws(StoreError) {
      if saving.dryRun {
        try ProgrammeStore.mayCreate(at: folder)
      } else {
        try ProgrammeStore.create(at: folder, settings: settings)
      }
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    if saving.dryRun { return try show(settings, words) }
    Output.say(words("cli.made", ["path": folder]))
  }

  /// Prints what would be made.
  private func show(_ settings: ProgrammeSettings, _ words: Words) throws {
    let formats = Formats(words)
    let lines = [
      words("cli.wouldAdd", ["kind": words("kind.programme"), "title": settings.name]),
      "  " + words.labelled(words("cli.path"), folder),
      "  "
        + words.labelled(
          words("cli.countries"), words.list(settings.countries.map(formats.country))),
      "  "
        + words.labelled(
          words("field.languages"), words.list(settings.languages.map(formats.language))),
    ]
    try Output.write(lines: lines.map { "\($0)\n" }.joined())
    Output.say(words("cli.dryRun"))
  }

  private func values<T>(
    _ text: String, _ option: String, _ words: Words, _ read: (String) -> T?
  ) throws -> [T] {
    try text.split(whereSeparator: { $0 == "," || $0 == " " }).map { part in
      if let value = read(String(part)) { return value }
      let problem = FieldProblem.notAnOption(String(part), nearest: nil)
      throw Failure(
        words("cli.option", ["option": option, "problem": problem.sentence(words)]), .usage)
    }
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
