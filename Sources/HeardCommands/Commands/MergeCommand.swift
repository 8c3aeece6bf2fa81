import ArgumentParser
import HeardKit
import HeardModel
import HeardStore
import TerminalCanvas

/// Makes one of two events, or of two people, that stand there twice.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes one of two events, or of two people, that were entered twice.",
    discussion: """
      The first stays under its id; the second goes. What only one of two events has stays; where \
      both say something and not the same, the first holds unless --take or --both name the part. \
      Numbers of people are never added up: where they differ, --keep or --take has to name them. \
      Testimonies, people, actions and partners go along. Of two people the pseudonym of the \
      first stays; at events that list both, the second entry stays beside the first and is not \
      counted. What either refused or withdrew stays closed.

      EXAMPLES
        heard merge 2024-05-28-fr-lyon-4k7q 2024-05-28-fr-lyon-9xw2 --dry-run
        heard merge 2024-05-28-fr-lyon-4k7q 2024-05-28-fr-lyon-9xw2 --keep attendance --both notes
        heard merge p-7kq2m9x4ab p-3m8c2q0v5d --yes
        heard merge p-7kq2m9x4ab p-3m8c2q0v5d --event 2024-05-28-fr-lyon-4k7q --yes
      """)

  @Argument(
    help: "The id of the event or person that stays, or its beginning.",
    completion: Completing.ids(.events, .people))
  var kept: String

  @Argument(
    help: "The id of the one that goes.", completion: Completing.ids(.events, .people))
  var gone: String

  @Option(help: ArgumentHelp("Holds to what stands in the first.", valueName: "part"))
  var keep: [String] = []

  @Option(help: ArgumentHelp("Takes what stands in the second.", valueName: "part"))
  var take: [String] = []

  @Option(help: ArgumentHelp("Of a text: keeps both, one below the other.", valueName: "part"))
  var both: [String] = []

  @Option(
    help: ArgumentHelp("Of people: only at this event.", valueName: "id"),
    completion: Completing.ids(.events))
  var event: String?

  @Flag(help: "Merges also where nothing takes it back.")
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options, dryRun: saving.dryRun)
    let desk = opened.desk
    switch (try found(kept, desk), try found(gone, desk)) {
    case (.event(let one), .event(let other)):
      if event != nil { throw Failure(desk.words("cli.mergePeopleOnly"), .usage) }
      try merge(one, other, opened)
    case (.person(let one), .person(let other)): try merge(one, other, opened)
    default: throw Failure(desk.words("cli.mergeKinds"), .usage)
    }
  }

  /// The record of an id; an event that was merged and whose file is back is one of them.
  private func found(_ id: String, _ desk: Desk) throws -> FoundRecord {
    if let back = EventID(stored: id).flatMap({ desk.programme.returned[$0] }) {
      return .event(back)
    }
    return try FoundRecord(id, desk.insight, desk.unreadable, desk.words)
  }
}

// Two events.
extension MergeCommand {
  private func merge(_ kept: Event, _ gone: Event, _ opened: OpenedProgramme) throws {
    let (desk, words) = (opened.desk, opened.desk.words)
    var merge = EventMerge(kept, with: gone, in: desk.programme)
    if let why = desk.refusal(of: merge) { throw Failure(why, .io) }
    try choose(&merge, words)
    let change = merge.change(in: desk.programme)
    try Output.write(preview(merge, desk).map { "\(DisplayText.safe($0))\n" }.joined())
    if let part = merge.undecided.first, !opened.isDryRun {
      throw Failure(words("cli.mergeChoose", ["part": part.rawValue]), .usage)
    }
    try carryOut(change, opened)
  }

  private func choose(_ merge: inout EventMerge, _ words: Words) throws {
    let all = [(keep, EventMerge.Choice.kept), (take, .gone), (both, .both)]
    for (names, choice) in all {
      for name in names.flatMap({ $0.split(separator: ",") }) {
        guard let part = MergePart(rawValue: String(name)) else {
          let known = MergePart.allCases.map(\.rawValue).joined(separator: ", ")
          throw Failure(words("cli.mergeNoPart", ["part": String(name), "parts": known]), .usage)
        }
        if choice == .both && !part.canHoldBoth {
          let known = MergePart.allCases.filter(\.canHoldBoth).map(\.rawValue)
          throw Failure(
            words(
              "cli.mergeNotBoth", ["part": part.rawValue, "parts": known.joined(separator: ", ")]),
            .usage)
        }
        merge.choices[part] = choice
      }
    }
  }

  /// What stands in both and which of it holds, then what becomes of all else.
  private func preview(_ merge: EventMerge, _ desk: Desk) -> [String] {
    let words = desk.words
    let heads = [("merge.stays", merge.kept), ("merge.ends", merge.gone)].map { key, event in
      words.labelled(words(key), "\(event.id.text) · \(desk.title(of: .event(event)))")
    }
    let rows = desk.rows(of: merge).map { row in
      let blank = words("conflict.empty")
      return words(
        "merge.row",
        [
          "part": row.part.rawValue, "field": row.label,
          "kept": row.kept.isEmpty ? blank : row.kept,
          "gone": row.gone.isEmpty ? blank : row.gone,
          "holds": words("merge.holds.\(row.choice?.rawValue ?? "open")"),
        ])
    }
    return heads + rows.map { "  \($0)" } + desk.sentences(on: merge)
  }
}

// Two people.
extension MergeCommand {
  private func merge(_ kept: PersonID, _ gone: PersonID, _ opened: OpenedProgramme) throws {
    let (desk, words) = (opened.desk, opened.desk.words)
    if !keep.isEmpty || !take.isEmpty || !both.isEmpty {
      throw Failure(words("cli.mergeEventsOnly"), .usage)
    }
    let merge = PersonMerge(kept, with: gone, at: try event.map { try place($0, desk) })
    if let why = desk.refusal(of: merge) { throw Failure(why, .io) }
    let names = [("merge.stays", kept), ("merge.ends", gone)].map { key, id in
      let pseudonym = desk.insight.person(id)?.pseudonym ?? ""
      return words.labelled(
        words(key), [id.text, pseudonym].filter { !$0.isEmpty }.joined(separator: " · "))
    }
    let told = names + desk.sentences(on: merge)
    try Output.write(told.map { "\(DisplayText.safe($0))\n" }.joined())
    let pseudonym = desk.insight.person(kept)?.pseudonym ?? ""
    guard try carryOut(merge.change(in: desk.programme, pseudonym: pseudonym), opened) else {
      return
    }
    do throws(StoreError) {
      try opened.store.joinIdentity(of: gone, to: kept, settings: desk.programme.settings)
    } catch {
      throw Failure(words("identity.failed", ["why": words.sentence(error)]), .io)
    }
  }

  private func place(_ id: String, _ desk: Desk) throws -> EventID {
    guard case .event(let found) = try FoundRecord(id, desk.insight, desk.unreadable, desk.words)
    else { throw Failure(desk.words("cli.noEvent", ["id": id]), .usage) }
    return found.id
  }
}

extension MergeCommand {
  /// Saves it, where it is meant although nothing takes it back.
  ///
  /// - Returns: false where nothing was to be written.
  @discardableResult
  private func carryOut(_ change: Change, _ opened: OpenedProgramme) throws -> Bool {
    let words = opened.desk.words
    if !UndoFolder.keeps(change.counted()) && !yes {
      if !opened.isDryRun {
        throw Failure(words.inARow([words("cli.lasting"), words("cli.mergeYes")]), .usage)
      }
      Output.say(words("cli.lasting"))
    }
    if opened.isDryRun {
      Output.say(words("cli.dryRun"))
      return false
    }
    let saved = try opened.save(change)
    opened.say(words.name(of: change, opened.desk.formats), saved)
    return true
  }
}
