import ArgumentParser
import HeardKit
import HeardModel
import HeardStore

/// Removes records under the rules of the key that removes them on the screens.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Removes events, actions, organisations, members of the team, facts or releases.",
    discussion: """
      What other records name is not removed. What would go along with a record, as the people on \
      the list of an event, is named, and goes with --yes. All are looked at before the first is removed; \
      heard undo brings each of them back, unless that is said. People and testimonies are erased, by \
      heard erase.

      EXAMPLES
        heard delete 2024-05-28-fr-lyon --dry-run
        heard delete 2024-05-28-fr-lyon --yes
        heard delete a-3m8c2q0v5d a-7kq2m9x4ab
      """)

  @Argument(
    help: "The ids of the records, or their beginnings.",
    completion: Completing.ids(.events, .actions, .organisations, .team, .facts, .releases))
  var ids: [String]

  @Flag(help: "Removes also what has something that goes along with it.")
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange(ids, isRemoval: true))
    var changes: [Change] = []
    for id in ids {
      let record = try record(id, opened.desk)
      if changes.contains(where: { $0.edits.first?.key == record.key }) { continue }
      changes.append(try change(removing: record, opened.desk))
    }
    if opened.isDryRun {
      let edits = changes.flatMap(\.edits)
      guard let kind = edits.first?.key.kind else { return }
      return try opened.show(Change(.several(kind: kind, count: edits.count), edits))
    }
    for change in changes {
      let saved = try opened.save(change)
      opened.say(opened.desk.words.name(of: change, opened.desk.formats), saved)
    }
  }

  /// The record of an id.
  ///
  /// - Throws: `Failure` for people and testimonies, which are not removed but erased.
  private func record(_ id: String, _ desk: Desk) throws -> Record {
    switch try FoundRecord(id, desk.insight, desk.unreadable, desk.words) {
    case .event(let it): return .event(it)
    case .action(let it): return .action(it)
    case .organisation(let it): return .organisation(it)
    case .staff(let it): return .staff(it)
    case .fact(let it): return .fact(it)
    case .release(let it): return .release(it)
    case .testimony(let it): throw Self.notRemovable(it.id.text, desk)
    case .person(let it): throw Self.notRemovable(it.text, desk)
    }
  }

  private static func notRemovable(_ id: String, _ desk: Desk) -> Failure {
    Failure(desk.words("cli.notRemovable", ["id": id]), .usage)
  }

  /// The change that removes a record.
  ///
  /// - Throws: `Failure` where others name it or a lock holds it, and where something goes along with
  ///   it and nobody said that this is meant.
  private func change(removing record: Record, _ desk: Desk) throws -> Change {
    let (words, key, title) = (desk.words, record.key, desk.title(of: record))
    guard
      let change = Change(
        .removed(kind: key.kind, title: title), before: record, after: nil)
    else { throw Failure(words("cli.noRecord", ["id": key.recordID]), .usage) }
    let belongings = desk.programme.belongings(of: key)
    if belongings.isNamed || key == desk.settings.staff.map(RecordKey.staff) {
      throw Failure(Self.named(key, belongings, words), .io)
    }
    if let file = desk.fileThatMayName(key) {
      throw Failure(words("remove.unreadable", ["file": file]), .io)
    }
    var asked = desk
    if asked.unlocked(change) == nil { throw Failure(asked.news?.text ?? "", .io) }
    if !belongings.isNothing {
      let along = ["id": key.recordID, "what": words.list(belongings)]
      let lasting = UndoFolder.keeps(change) ? "" : words("cli.lasting")
      if saving.dryRun {
        Output.say(words.inARow([words("cli.goesAlong", along), lasting].filter { !$0.isEmpty }))
      } else if !yes {
        let sentences = [words("cli.goesAlong", along), lasting, words("cli.deleteYes")]
        throw Failure(words.inARow(sentences.filter { !$0.isEmpty }), .usage)
      }
    }
    return change
  }

  /// That others name a record, and what can be done instead.
  private static func named(_ key: RecordKey, _ belongings: Belongings, _ words: Words) -> String {
    let id = ["id": key.recordID]
    return switch key {
    case .event: words("cli.named.event", id)
    case .organisation: words("cli.named.organisation", id)
    case .staff: words("cli.named.staff", id)
    default: words.refusal(toRemove: key.kind, belongings)
    }
  }
}
