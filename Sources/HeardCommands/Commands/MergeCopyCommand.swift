import ArgumentParser
import Glibc
import HeardKit
import HeardModel
import HeardStore

/// Merges a copy that another program left beside a record into it.
struct MergeCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-copy",
    abstract: "Merges a copy that a sync program or an editor left beside a record into it.",
    discussion: """
      Fields that stand in both with different values become conflicts; the copy then goes to \
      where this machine keeps what was removed. heard check names copies with H704.

      EXAMPLES
        heard merge-copy "events/2024-05-28-fr-lyon-4k7q (1).json" --programme my-programme
      """)

  @Argument(help: "The copy, inside the programme folder or by its path.", completion: .file())
  var file: String

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options, dryRun: saving.dryRun)
    let words = opened.desk.words
    if saving.dryRun { return try show(opened) }
    opened.prepare()
    let merged: MergedCopy
    do throws(StoreError) {
      merged = try opened.store.mergeCopy(
        inside, settings: opened.desk.programme.settings, by: opened.desk.settings.name,
        at: opened.desk.now)
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    guard let kept = merged.keptAt else {
      return Output.say(words("copy.wasErased", ["file": merged.file]))
    }
    Output.say(words("copy.merged", ["file": merged.original, "path": kept]))
    if merged.newConflicts > 0 {
      Output.say(words("copy.conflicts", count: merged.newConflicts))
    }
  }

  /// Prints what the merge would change.
  private func show(_ opened: OpenedProgramme) throws {
    let words = opened.desk.words
    let plan: (edits: [Edit], newConflicts: Int)
    do throws(StoreError) {
      plan = try opened.store.plannedMerge(of: inside, on: opened.desk.now.day)
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    try opened.show(Change(.several(kind: .event, count: plan.edits.count), plan.edits))
    if plan.newConflicts > 0 { Output.say(words("copy.conflicts", count: plan.newConflicts)) }
  }

  /// The copy's name inside the programme folder, however it was named.
  private var inside: String {
    guard let folder = Self.real(options.path), let path = Self.real(file),
      path.hasPrefix("\(folder)/")
    else { return file }
    return String(path.dropFirst(folder.count + 1))
  }

  private static func real(_ path: String) -> String? {
    let real = realpath(path, nil)
    defer { free(real) }
    return real.map { String(cString: $0) }
  }
}
