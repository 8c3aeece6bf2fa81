import ArgumentParser
import HeardKit
import HeardModel
import HeardStore

/// Takes back what was changed, from the terminal or from the command line.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes back a change: the newest, or the one of a number.",
    discussion: """
      --list shows what you can take back, the newest first, whether it was changed in the terminal \
      or by a command; an import is one change. Only what still stands as the change left it is taken \
      back. Nothing about testimonies, people on lists, consent or approvals is kept for it.

      EXAMPLES
        heard undo --list
        heard undo
        heard undo 3 --dry-run
        heard undo 3 --yes
      """)

  @Argument(help: "Which change, by its number under --list; without it the newest.")
  var number: Int?

  @Flag(help: "Lists what can be taken back, and changes nothing.")
  var list = false

  @Option(help: "How to print the list.")
  var format = ListFormat.table

  @Flag(help: "Takes back also what changed more than one record.")
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    if list { return try printList() }
    // Whatever is kept to be taken back is read with every change.
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange())
    var desk = opened.desk
    let rows = desk.ownSittings()
    let (words, formats) = (opened.desk.words, opened.desk.formats)
    let runs = UndoRun.all(entries(opened))
    guard let run = runs.first(where: { $0.number == number ?? 1 }) else {
      throw Failure(
        words(
          runs.isEmpty ? "undo.nothing" : "cli.noUndo", ["n": words.number(number ?? 1)]), .usage)
    }
    guard let standing = opened.desk.programme.takingBack(run.change, in: rows) else {
      let what = words.name(of: run.change, formats)
      throw Failure(words("undo.changedSince", ["what": what]), .io)
    }
    let count = standing.edits.count
    if count > 1 && !yes && !saving.dryRun {
      let what = words.name(of: run.change, formats)
      throw Failure(words.labelled(what, words("cli.undoSeveral", count: count)), .usage)
    }
    if try opened.save(takingBack: standing, keptAs: run.parts) == .shown { return }
    let moved = run.change.edits.count - count
    Output.say(
      words.stopped([
        words("undo.done", ["what": words.name(of: standing, formats)]),
        moved == 0 ? "" : words("undo.moved", count: moved),
      ]))
  }

  /// What can be taken back, the newest last; in a dry run nothing of it is touched.
  private func entries(_ opened: OpenedProgramme) -> [UndoFolder.Entry] {
    let programme = opened.desk.programme
    guard let undo = opened.undo else {
      return UndoFolder.look(
        programme: programme.settings.id, realPath: options.path, programme)
    }
    _ = undo.load(programme)
    return undo.entries
  }

  private func printList() throws {
    let inquiry = try Inquiry(options, of: ChangeReach())
    let programme = inquiry.programme
    let runs = UndoRun.all(
      UndoFolder.look(programme: programme.settings.id, realPath: options.path, programme))
    let (words, formats) = (inquiry.words, inquiry.formats)
    let listing = Listing(
      [
        RowValue<UndoRun>("number", isInTable: true) { .integer($0.number) },
        RowValue("at", isInTable: true) { .of($0.at) },
        RowValue("records", isInTable: true) { .integer($0.change.edits.count) },
        RowValue("what", isInTable: true, isFlexible: true) {
          .string(words.name(of: $0.change, formats))
        },
        RowValue("ids") { run in .array(run.change.edits.map { .string($0.key.recordID) }) },
      ], runs)
    try listing.print(format, inquiry)
    if runs.isEmpty && (format == .table || format == .plain) {
      Output.say(words("undo.nothing"))
    }
    try inquiry.finish()
  }
}

/// What one undo takes back: a change, or presses at the door that followed each other.
private struct UndoRun {
  /// Its place in the list, the newest being 1.
  let number: Int
  let change: Change
  /// The changes as they are kept.
  let parts: [Change]
  /// When the last of them was made.
  let at: Moment

  /// The runs of some changes, which come with the newest last; the newest first.
  static func all(_ entries: [UndoFolder.Entry]) -> [UndoRun] {
    var left = entries.map(\.change)
    var runs: [UndoRun] = []
    while let newest = entries.prefix(left.count).last, let change = left.popRun() {
      let parts = entries[left.count..<entries.count - runs.reduce(0) { $0 + $1.parts.count }]
      runs.append(
        UndoRun(
          number: runs.count + 1, change: change, parts: parts.map(\.change), at: newest.at))
    }
    return runs
  }
}
