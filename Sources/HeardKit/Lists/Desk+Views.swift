import HeardInsight
import HeardModel

/// A view with whose it is.
public struct NamedView: Hashable, Sendable {
  /// Its name, the list, and what the list shows.
  public let view: SavedView
  /// Whether everybody of the programme sees it.
  public let isShared: Bool
}

extension Desk {
  /// All views by their names, this person's own and those that everybody shares.
  public var views: [NamedView] {
    let own = settings.views.map { NamedView(view: $0, isShared: false) }
    let shared = programme.views.values.map { NamedView(view: $0, isShared: true) }
    return (own + shared).sorted { a, b in
      if a.view.name != b.view.name { return insight.collation.isBefore(a.view.name, b.view.name) }
      return a.view.id < b.view.id
    }
  }

  /// Keeps a view, in the place of the one of the same id.
  ///
  /// - Returns: false when the folder is only read, with the reason as news.
  public mutating func keep(_ view: SavedView, isShared: Bool) -> Bool {
    if isShared {
      let before = programme.views[view.id]
      let name: ChangeName =
        before == nil
        ? .added(kind: .view, title: view.name) : .edited(kind: .view, title: view.name)
      if let change = Change(name, before: before.map(Record.view), after: .view(view)),
        !self.change(change)
      {
        return false
      }
      return true
    }
    settings.views.removeAll { $0.id == view.id }
    settings.views.append(view)
    run(.saveSettings(settings))
    say(words("view.kept", ["name": view.name]))
    return true
  }

  /// Takes a view away: of a shared one undo brings it back.
  public mutating func remove(_ named: NamedView) {
    let view = named.view
    if named.isShared {
      if let change = Change(
        .removed(kind: .view, title: view.name), before: .view(view), after: nil)
      {
        self.change(change)
      }
      return
    }
    settings.views.removeAll { $0.id == view.id }
    run(.saveSettings(settings))
    say(words("view.removed", ["name": view.name]))
  }

  /// Whether a text holds a code by which a speaker withdraws: those are written nowhere else.
  func holdsWithdrawalCode(_ text: String) -> Bool {
    let text = Folded(text)
    return programme.testimonies.values.contains {
      let code = $0.consent.withdrawalCode
      return !code.isEmpty && text.contains(Folded(code))
    }
  }
}
