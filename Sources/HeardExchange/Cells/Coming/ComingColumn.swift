import HeardModel

/// A column of a sign-in sheet that tells whether people came, with what its signs mean there.
struct ComingColumn: Sendable {
  /// Its place in the rows.
  let column: SheetColumn
  private let heading: Heading
  private let sense: ComingSense
  private let holdsCircles: Bool
  private let holdsYes: Bool
  private let hasGaps: Bool

  /// What a cell says.
  enum Reading: Hashable, Sendable {
    /// Nothing of whether somebody came.
    case nothing
    case status(AttendanceStatus)
    /// They were not settled to come, and are not known to have come.
    case waiting
    /// It did not say that they came, as a box that is not ticked.
    case unticked
    /// A word that means one thing or the other.
    case either
    case unknown
  }

  init(_ column: SheetColumn, _ table: SheetTable) {
    self.column = column
    heading = Heading(column.heading)
    sense = ComingSense(heading)
    let cells = table.rows.map { $0.cell(column.place) ?? "" }
    let full = cells.filter { !$0.isEmpty }
    holdsCircles = full.contains(where: ComingWord.isCircle)
    holdsYes = full.contains { [.yes, .said(.attended)].contains(ComingWord($0)) }
    hasGaps = cells.contains { $0.isEmpty || SheetCell.saysNothing($0) }
  }

  /// Whether it tells who was there, and not who meant to come.
  var tellsWhoCame: Bool { sense == .came || sense == .absent }

  /// What a cell says.
  func read(_ text: String) -> Reading {
    if text.isEmpty || SheetCell.saysNothing(text) && ComingWord(text) == nil { return .nothing }
    guard let word = ComingWord(text) ?? ComingWord(withoutBrackets(text)) else {
      if isMoment(text), sense != .words { return truth(true) }
      return .unknown
    }
    switch word {
    case .yes: return truth(true)
    case .no: return truth(false)
    case .cross: return cross(text)
    case .waiting: return .waiting
    case .either: return isRegistration ? .status(.registered) : .either
    case .said(let status): return said(status)
    }
  }

  /// In the room or online, where that stands in brackets behind how far somebody came.
  func presence(_ text: String, _ words: CellWords) -> Presence? {
    guard let open = text.firstIndex(where: { "(（[".contains($0) }) else { return nil }
    let inside = text[text.index(after: open)...].filter { !")）]".contains($0) }
    return words.value(String(inside), for: PersonImportField.presence)
      .flatMap(Presence.init(stored:))
  }

  /// Whether it speaks of those who meant to come: `Registration state`, `RSVP`.
  private var isRegistration: Bool {
    sense == .expected || sense == .words && heading.says(.expected, .planned)
  }

  private func withoutBrackets(_ text: String) -> String {
    SheetCell.trimmed(String(text.prefix { !"(（[".contains($0) }))
  }

  private func said(_ status: AttendanceStatus) -> Reading {
    switch (sense, status) {
    case (.expected, .attended): .status(.registered)
    case (.expected, .noShow): .status(.cancelled)
    default: .status(status)
    }
  }

  /// A yes or a no, by what the heading asks.
  private func truth(_ isYes: Bool) -> Reading {
    switch sense {
    case .came: return isYes ? .status(.attended) : .unticked
    // Not absent, which does not say that somebody came.
    case .absent: return isYes ? .status(absence) : .nothing
    case .expected: return .status(isYes ? .registered : .cancelled)
    case .words where isRegistration: return .status(isYes ? .registered : .cancelled)
    case .words:
      if !heading.says(.came, .people) { return .either }
      return isYes ? .status(.attended) : .unticked
    }
  }

  /// `Cancelled at`, and not `Absent`.
  private var absence: AttendanceStatus {
    let stems = [
      "cancel", "annul", "abgesagt", "absag", "storn", "declin", "refus", "recus", "rechaz",
      "reject", "withdr", "retir", "desist", "apolog", "excus", "entschuld", "キャンセル", "取消", "辞退",
    ]
    return SheetCell.tokens(heading.words).contains { word in
      stems.contains { word.hasPrefix($0) }
    } ? .cancelled : .noShow
  }

  /// A cross says no beside circles, yes where it is the only sign that is typed; else nobody knows.
  private func cross(_ text: String) -> Reading {
    if holdsCircles { return truth(false) }
    let isLetter = SheetCell.folded(text) == "x"
    if isLetter { return holdsYes ? .either : truth(true) }
    return hasGaps && !holdsYes ? .either : truth(false)
  }

  /// Whether a cell holds a day or a time of day, as where it is stamped who comes in.
  private func isMoment(_ text: String) -> Bool {
    switch SheetDate(order: nil).read(text) {
    case .date(let date, _) where date.exactDay != nil: return true
    case .ambiguous: return true
    case .date, .none, .dayNumber, .unreadable: break
    }
    if SheetTime(folded: SheetCell.folded(text)) != nil,
      text.contains(where: { ":h時".contains($0) })
    {
      return true
    }
    let day = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    return day.map(\.count) == [4, 2, 2] && day.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
      && !text.hasPrefix("0000")
  }
}
