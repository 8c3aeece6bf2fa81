import TerminalCanvas

/// The path of a file being typed, with what it can mean in the folders of this machine.
struct PathEntry: Sendable {
  private(set) var field = TextField()
  private(set) var suggestions: [String] = []
  private(set) var cursor: Int?
  private var listed: ListedFolder?

  var text: String { trimmed(field.text) }

  init(_ text: String = "") { field = TextField(text) }

  /// The folder part of what is typed: all up to the last slash.
  var folder: String {
    guard let slash = text.lastIndex(of: "/") else { return "" }
    return String(text[...slash])
  }

  /// Takes a folder's names; another folder's are of no use any more.
  mutating func take(_ folder: ListedFolder?) {
    guard let folder, folder.path == self.folder else { return }
    listed = folder
    match()
  }

  /// Takes a key; false when it is none of its own.
  ///
  /// - Returns: whether it was taken, and whether Enter chose a file that is to be read.
  mutating func type(_ key: Key) -> (isTaken: Bool, isChosen: Bool) {
    switch (key, cursor) {
    case (.down, _) where !suggestions.isEmpty:
      cursor = min((cursor ?? -1) + 1, suggestions.count - 1)
    case (.up, let place?): cursor = place == 0 ? nil : place - 1
    case (.enter, let place?):
      complete(with: suggestions[place])
      return (true, !text.hasSuffix("/"))
    case (.enter, nil): return (true, !text.isEmpty)
    case (.tab, _): completeShared()
    case (.escape, _?): cursor = nil
    case (.backTab, _), (.escape, nil): return (false, false)
    default:
      guard field.handle(key) else { return (false, false) }
      cursor = nil
      match()
    }
    return (true, false)
  }

  private mutating func match() {
    guard let listed, listed.path == folder else {
      suggestions = []
      return
    }
    let typed = fold(String(text.dropFirst(folder.count)))
    suggestions = Array(listed.names.filter { fold($0).hasPrefix(typed) && $0 != typed }.prefix(6))
    if let cursor, cursor >= suggestions.count { self.cursor = nil }
  }

  private mutating func complete(with name: String) {
    field = TextField(folder + name)
    cursor = nil
    match()
  }

  /// Tab: the only name there is, else as much as all of them share.
  private mutating func completeShared() {
    guard let first = suggestions.first else { return }
    if let cursor { return complete(with: suggestions[cursor]) }
    let shared = suggestions.reduce(first) { shared, name in
      String(zip(shared, name).prefix { $0 == $1 }.map(\.0))
    }
    if folder.count + shared.count >= text.count { complete(with: shared) }
  }
}
