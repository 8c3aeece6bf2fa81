import HeardModel

// What is not on disk yet, for the case that the program dies.
extension Desk {
  /// Everything that is not on disk, in its order: what waits for a decision, what could not be
  /// written, what is being written.
  public var pending: [PendingChange] {
    left.map(\.pending)
      + (unsaved + saving).map { change in
        PendingChange(
          change, at: now, draft: change.edits.lazy.compactMap { pendingDrafts[$0.key] }.first)
      }
  }

  /// Whether all that is not on disk comes back at the next start.
  public var isAllKept: Bool { journalTrouble == nil && unjournaled == 0 && unkept.isEmpty }

  /// Takes in what earlier sittings did not bring to disk: what nobody has to look at is saved now,
  /// the rest waits on Home.
  mutating func take(_ found: [LeftChange]) {
    var saved = 0
    for var item in found {
      let change = item.pending.change.closed(on: today)
      if item.doubt == nil && mayBeMade(change) {
        make(change, discardingDraft: item.pending.draft)
        drafts.removeAll { $0.id == item.pending.draft }
        saved += 1
      } else {
        item.doubt = item.doubt ?? .closed
        left.append(item)
      }
    }
    run(.forgetTaken)
    let waiting = found.count - saved
    let sentences = [
      saved == 0 ? "" : words("left.saved", count: saved),
      waiting == 0 ? "" : words("left.waiting", count: waiting),
    ]
    if !found.isEmpty { say(words.inARow(([news?.text ?? ""] + sentences).filter { !$0.isEmpty })) }
  }

  private func mayBeMade(_ change: Change) -> Bool {
    readOnly == nil && refusal(of: change) == nil
      && programme.separated(change, on: today).locks.isEmpty
  }

  /// A change of an earlier sitting; nil when it was decided about.
  public func left(_ id: String) -> LeftChange? { left.first { $0.id == id } }

  /// What a change of an earlier sitting was about: never the words or name of a speaker.
  public func title(of item: LeftChange) -> String {
    let change = item.pending.change
    let testimony = change.edits.lazy.compactMap { edit -> Record? in
      if case .testimony? = edit.after ?? edit.before { edit.after ?? edit.before } else { nil }
    }.first
    return testimony.map(title(of:)) ?? words.name(of: change, formats)
  }

  /// Asks what is to become of a change of an earlier sitting, and says what it would change.
  public mutating func ask(left id: String) {
    guard let item = left(id), let doubt = item.doubt else { return }
    let fields = item.fields.sorted().filter { words.has("field.\($0)") }.map {
      words("field.\($0)")
    }
    let what = [
      title(of: item), words("left.doubt.\(doubt.rawValue)"),
      fields.isEmpty ? "" : words("left.fields", ["fields": words.list(fields)]),
    ]
    ask(
      Question(
        "left \(id)",
        words.stopped([what[0], words.inARow(what.dropFirst().filter { !$0.isEmpty })]),
        [
          .init("keep", words("left.keep")), .init("save", words("left.save")),
          .init("drop", words("left.drop")),
        ]))
  }

  /// Does with a change of an earlier sitting what a person answered.
  ///
  /// - Returns: false where the question was another one.
  public mutating func take(leftAnswer answer: String, to question: String) -> Bool {
    guard question.hasPrefix("left "), let item = left(String(question.dropFirst(5))) else {
      return false
    }
    switch answer {
    case "save":
      if change(item.pending.change, discardingDraft: item.pending.draft) {
        left.removeAll { $0.id == item.id }
      }
    case "drop":
      left.removeAll { $0.id == item.id }
      say(words("left.dropped"))
    default: break
    }
    return true
  }
}
