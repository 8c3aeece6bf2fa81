import HeardKit
import HeardModel
import HeardStore
import TerminalCanvas

// What a change would do, for who wants to see it first.
extension OpenedProgramme {
  /// Prints what a change would do to each of its records, field by field.
  func show(_ change: Change) throws {
    let told = change.edits.flatMap { lines($0) }
    try Output.write(told.map { "\(DisplayText.safe($0))\n" }.joined())
    Output.say(desk.words("cli.dryRun"))
  }

  /// What an edit would do: the record in one line, and each field that differs in another.
  private func lines(_ edit: Edit) -> [String] {
    guard let record = edit.after ?? edit.before else { return [] }
    let key =
      edit.before == nil
      ? "cli.wouldAdd" : edit.after == nil ? "cli.wouldRemove" : "cli.wouldChange"
    let words = desk.words
    let what = words(
      key, ["kind": words("kind.\(record.kind.rawValue)"), "title": desk.title(of: record)])
    // Of what goes as a whole its name is enough; it is kept on this machine.
    if edit.after == nil { return [what] }
    let fields = edit.differences.filter { isTold($0.path, record) }.map { line($0, edit, record) }
    return [what] + (fields + answers(edit)).map { "  \($0)" }
  }

  private func line(_ difference: Difference, _ edit: Edit, _ record: Record) -> String {
    let label = desk.label(of: difference.path, in: record)
    let (path, before, after) = (
      difference.path, Self.told(difference.before), Self.told(difference.after)
    )
    // As `heard show`, which hides what may hurt until somebody asks for it, and every trait.
    let isTrait =
      path.goesThrough("participations")
      && path.steps.contains { step in
        Self.traits.contains(step.name)
      }
    if record.isWarnedOf || isTrait { return desk.words.labelled(label, "…") }
    let text =
      edit.before == nil
      ? desk.words.labelled(label, desk.text(of: after, at: path))
      : desk.difference(of: path, from: before, to: after, in: record)
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What a person declared about themselves stands in no output.
  private static let traits: Set<String> = ["communities", "ageBand"]
  private static let untold: Set<String> = traits.union(["id", "consent", "importKey"])

  /// A part of a record without what is told nowhere, or has no meaning to a reader.
  private static func told(_ value: StoredValue?) -> StoredValue? {
    guard case .object(let members)? = value else { return value }
    return .object(members.filter { !untold.contains($0.key) })
  }

  /// Whether a field is told by itself: answers about consent have lines of their own, an id of
  /// what is not there yet is another one the next time, and digests tell nobody anything.
  private func isTold(_ path: FieldPath, _ record: Record) -> Bool {
    switch record {
    case .testimony: !path.goesThrough("consent") && path.names != "id"
    case .approval: !path.goesThrough("events") && path.names != "id"
    // What they come to is told beside them.
    case .event: path.names != "id" && !isOfCounting(path)
    default: path.names != "id"
    }
  }

  private func isOfCounting(_ path: FieldPath) -> Bool {
    let names = path.steps.prefix(2).map(\.name)
    return names == ["attendance", "counts"] || names == ["attendance", "typed"]
  }

  /// The answers of a speaker that differ, purpose by purpose.
  private func answers(_ edit: Edit) -> [String] {
    guard case .testimony(let after)? = edit.after else { return [] }
    var before: Testimony?
    if case .testimony(let testimony)? = edit.before { before = testimony }
    return ConsentPurpose.allCases.compactMap { purpose in
      let old = before?.consent.state(of: purpose, on: desk.today) ?? .notAsked
      let new = after.consent.state(of: purpose, on: desk.today)
      if old == new { return nil }
      return desk.words(
        "history.change",
        [
          "field": desk.words("purpose.\(purpose.stored)"),
          "before": desk.formats.label(old, "consent"), "after": desk.formats.label(new, "consent"),
        ])
    }
  }
}

extension Record {
  /// What kind of record it is.
  var kind: RecordKind { key.kind }

  /// Whether its words may hurt who reads them.
  fileprivate var isWarnedOf: Bool {
    if case .testimony(let testimony) = self { !testimony.contentWarning.isEmpty } else { false }
  }
}
