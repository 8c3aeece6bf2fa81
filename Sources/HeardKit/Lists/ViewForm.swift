import HeardInsight
import HeardModel
import TerminalCanvas

/// What is typed about a view: its name, and who sees it.
struct ViewSheet: Sendable {
  var name = ""
  var isShared = false
  /// The view that stands there already; its name is no other's.
  var id = ViewID()
  /// What it shows.
  var shown = SavedView()
}

/// Keeps what a list shows under a name, or gives a view another name.
struct ViewForm: FormScreen {
  let name = "viewForm"
  var form: RecordForm<ViewSheet>
  /// The list that is kept; nil where a view is only renamed.
  private let list: (any ListScreen)?

  /// Keeps what a list shows; where it shows a view, that one is proposed.
  init(_ list: any ListScreen, _ desk: Desk) {
    self.list = list
    var sheet = ViewSheet()
    sheet.shown = list.present(desk)
    if let view = list.openedView, let there = desk.views.first(where: { $0.view.id == view.id }) {
      (sheet.id, sheet.name, sheet.isShared) = (view.id, there.view.name, there.isShared)
    }
    form = RecordForm(Self.spec, sheet, draftID: "view", desk)
  }

  /// Gives a view another name.
  init(renaming named: NamedView, _ desk: Desk) {
    list = nil
    let sheet = ViewSheet(
      name: named.view.name, isShared: named.isShared, id: named.view.id, shown: named.view)
    form = RecordForm(Self.spec, sheet, draftID: "view", desk)
  }

  private static let spec = FormSpec<ViewSheet>(
    [
      .text("viewName", \.name, isRequired: true),
      .toggle("viewShared", \.isShared),
    ],
    rules: { sheet, desk in
      let name = Folded(sheet.name)
      let isTaken = desk.views.contains { other in
        other.view.id != sheet.id && other.view.list == sheet.shown.list
          && Folded(other.view.name).bytes == name.bytes
      }
      if desk.holdsWithdrawalCode(sheet.shown.filter) {
        return [("viewName", .holdsWithdrawalCode)]
      }
      return isTaken ? [("viewName", .nameTaken)] : []
    })

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = form.original.shown
    let words = desk.words
    let what = words.list([
      words("screen.\(shown.list.rawValue)"),
      shown.filter.isEmpty ? words("filter.none") : shown.filter,
    ])
    return ScreenContent(
      context: StyledText(what, .faint),
      blocks: [form.block(desk), .gap, .prose(Prose(words("view.whatIsKept"), style: .faint))])
  }

  mutating func save(_ desk: inout Desk) {
    guard let sheet = subject(&desk) else { return }
    var view = sheet.shown
    view.name = sheet.name
    // Another name for an opened view makes another view; a rename keeps its id.
    let isSame = list == nil || sheet.name == form.original.name
    view.id = isSame && !sheet.id.isEmpty ? sheet.id : desk.ids.make("v")
    let before = desk.views.first { $0.view.id == view.id }
    guard desk.keep(view, isShared: sheet.isShared) else { return }
    if let before, before.isShared != sheet.isShared {
      let news = desk.news
      desk.remove(before)
      desk.news = news
    }
    desk.pop()
    guard var list else { return }
    list.open(view, desk)
    desk.replace(with: list)
  }
}
