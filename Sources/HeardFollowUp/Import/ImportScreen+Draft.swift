import HeardExchange
import HeardKit
import HeardModel

// What was corrected and decided is kept as a draft; going on reads the file again.
extension ImportScreen {
  /// What was corrected in a sign-in sheet stands nowhere else: its cells may be names.
  var comesBack: Bool {
    guard signIn != nil, let work else { return false }
    return !work.corrected.isEmpty || work.decisions.contains { !$0.cause.word.isEmpty }
  }

  func draft(_ desk: Desk) -> Draft? {
    if let restoring { return restoring }
    guard let work, work.hasDecisions else { return nil }
    var draft = Draft()
    draft.id = Draft.id(of: work.sheet)
    draft.form = "import"
    draft.fields = ["path": path.text, "title": work.sheet.name]
    draft.at = desk.now
    draft.note("header", String(work.table.headerLine))
    draft.note("order", work.mapping.dateOrder?.stored ?? "")
    draft.note("source", work.mapping.source?.stored ?? "")
    for (country, zone) in work.mapping.zones {
      draft.note("zone.\(country.stored)", zone.stored)
    }
    draft.note("everybody", work.mapping.everybody?.stored ?? "")
    for (place, word) in work.mapping.words.enumerated() {
      draft.note("word.\(place)", "\(word.field.stored)=\(word.means.stored)=\(word.text)")
    }
    if let only = work.onlyRows, let column = work.table.column(named: only.column) {
      draft.note("only.\(column.place)", only.value.map { "=\($0)" } ?? "*")
    }
    let names = Dictionary(work.table.columns.map { ($0.name, $0.place) }) { first, _ in first }
    for (line, columns) in work.keptCells {
      for place in columns.map({ names[$0] ?? work.table.columns.count }) {
        draft.note("keep.\(line).\(place)", "yes")
      }
    }
    draft.note("letters", work.sheet.encoding.rawValue)
    draft.note("separator", work.sheet.separator.rawValue)
    for column in work.table.columns {
      draft.note("field.\(column.place)", work.field(of: column))
      if work.isFilledDown(column) { draft.note("down.\(column.place)", "yes") }
      if work.isAsked(column) { draft.note("open.\(column.place)", "yes") }
    }
    for making in SheetMaking.allCases where work.isMade(making) {
      draft.note("make.\(making.rawValue)", "yes")
    }
    for (place, join) in work.joinedNames.enumerated() {
      draft.note("join.\(place)", "\(join.key)=\(join.value)")
    }
    for (place, answer) in work.alikeAnswers.enumerated() {
      draft.note("alike.\(place)", answer.key.kept(as: answer.value))
    }
    for (line, choice) in work.choices { draft.note("row.\(line)", choice.rawValue) }
    for (place, decision) in work.decisions.enumerated()
    where signIn == nil || decision.cause.word.isEmpty {
      draft.note("answer.\(place)", decision.draft)
    }
    if let signIn {
      draft.event = signIn.event.id
      draft.note("names", signIn.keepsNames ? "yes" : "no")
      // A cell of a sign-in sheet can be a name, and names lie nowhere but among the identities.
      return draft
    }
    for (line, cells) in work.corrected {
      for (place, text) in cells { draft.note("cell.\(line).\(place)", text) }
    }
    return draft
  }
}
