import ArgumentParser
import HeardKit
import HeardModel
import HeardStore

/// Upgrades a folder of an older version to the newest format.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Upgrades a programme of an older version to the newest format.",
    discussion: """
      A folder of an older format is only read until it is upgraded. Since formats only add, one \
      number in heard.json changes and no record does. Older versions of Heard can only read the \
      folder from then on: upgrade when everybody who works in it has the newer version.

      EXAMPLES
        heard upgrade my-programme --dry-run
        heard upgrade my-programme
      """)

  @Argument(help: "The programme folder; without it as for --programme.", completion: .directory)
  var folder: String?

  @Flag(help: "Says what would change, and changes nothing.")
  var dryRun = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let settings = PersonalSettings.chosen
    let words = Words(settings.language ?? Surroundings.language)
    OpenedProgramme.tellWaiting(words)
    do throws(StoreError) {
      let store = try ProgrammeStore(path: folder ?? options.path, device: Surroundings.device)
      let upgrade =
        dryRun
        ? try store.plannedUpgrade() : try store.upgrade(by: settings.name, at: Surroundings.now)
      guard let upgrade else {
        return Output.say(
          words("cli.upgrade.none", ["format": String(ProgrammeSettings.currentFormat)]))
      }
      let what = ["found": String(upgrade.from), "known": String(upgrade.to)]
      Output.say(words(dryRun ? "cli.upgrade.would" : "cli.upgrade.done", what))
    } catch {
      throw Failure(words.sentence(error), .io)
    }
  }
}
