import HeardInsight
import HeardModel
import StrictJSON

extension ProgrammeFact {
  /// What is printed of a fact: all its members.
  static var values: [RowValue<ProgrammeFact>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("kind", .fixed("factKind"), isInTable: true) { .of($0.kind) },
      RowValue("title", isInTable: true, isFlexible: true) { .of($0.title) },
      RowValue("from", .date, isInTable: true) { .of($0.from) },
      RowValue("to", .date) { .of($0.to) },
      RowValue("country", .country, isInTable: true) { .of($0.country) },
      RowValue("place") { .of($0.place) },
      RowValue("amount", isInTable: true) { .of($0.amount) },
      RowValue("currency", isInTable: true) { .of($0.currency) },
      RowValue("upTo") { .boolean($0.isUpTo) },
      RowValue("number", isInTable: true) { fact in
        fact.number == nil
          ? .null
          : fact.places ?? 0 == 0
            ? .of(fact.number) : .decimal(fact.numberText)
      },
      RowValue("unit", isInTable: true) { .of($0.unit) },
      RowValue("organisation", .organisation, title: "field.organisation") { .of($0.organisation) },
      RowValue("text", title: "field.text") { .of($0.text) },
      RowValue("derived") { .boolean($0.isDerived) },
      RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) },
      RowValue("provenanceSource") { .of($0.provenance.source) },
    ]
  }
}

extension Release {
  /// What is printed of a release: all its members.
  static var values: [RowValue<Release>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.stored) },
      RowValue("at", isInTable: true) { .of($0.at) },
      RowValue("by", isInTable: true) { .of($0.by) },
      RowValue("query", isInTable: true, isFlexible: true) { .of($0.query) },
      RowValue("measure", .fixed("figures.measure"), isInTable: true) { .of($0.measure) },
      RowValue("rows", isInTable: true) { .of($0.rows) },
      RowValue("columns", isInTable: true) { .of($0.columns) },
      RowValue("rule", title: "field.rule") { .of($0.rule) },
      RowValue("cutOff", .date) { .of($0.cutOff) },
      RowValue("approvals", title: "field.approvals") { .of($0.approvals) },
      RowValue("cells") { .array($0.cells.map(JSONValue.of(cell:))) },
    ]
  }

  /// Whether each of some words stands in its name, in what was asked or in who gave it out.
  func holds(_ words: [Folded]) -> Bool {
    let texts = [id.stored, query, by, measure.stored, rows?.stored, columns?.stored]
      .compactMap { $0.map { Folded($0) } }
    return words.allSatisfy { word in texts.contains { $0.contains(word) } }
  }
}

extension JSONValue {
  /// A cell of a release as it was shown.
  fileprivate static func of(cell: ReleasedCell) -> JSONValue {
    .object([
      "id": .string(cell.id), "number": .of(cell.number), "withheld": .boolean(cell.isWithheld),
      "earlier": .boolean(cell.isEarlier),
    ])
  }
}
