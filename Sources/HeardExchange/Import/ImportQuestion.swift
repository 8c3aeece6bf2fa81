import HeardModel

/// One question about a whole sheet, answered once; the rows that it touches wait for that.
public struct ImportQuestion: Hashable, Sendable {
  /// What is not known.
  public enum Cause: Hashable, Sendable {
    /// Which column stands for a field, by its name.
    case column(field: String)
    /// What a word means that says one thing on one sheet and another on the next.
    case word(field: String, String)
    /// Whether those on a sheet of people came, which no column tells.
    case whoCame
    /// Which rows are of this event, where the sheet has people of several.
    case severalEvents
    /// Whether the rows are events at all.
    case kind(SheetKind)
    /// Whether a name of which a record is made is that of one with much the same name.
    case sameName(SheetName)

    /// Whether it is about a name.
    var isOfName: Bool { if case .sameName = self { true } else { false } }
  }

  /// One answer.
  public struct Option: Hashable, Sendable {
    /// What it says.
    public let answer: Answer
    /// The column that it is about, where it is about one.
    public let column: SheetColumn?
    /// What speaks for or against it.
    public let reasons: [ColumnReason]
  }

  /// What an answer says.
  public enum Answer: Hashable, Sendable {
    /// This column stands for the field.
    case column(String)
    /// None of the columns does.
    case noColumn
    /// The word means this value of its field.
    case means(String)
    /// All on the sheet came as far as this.
    case everybody(AttendanceStatus)
    /// The rows with this value are of the event, no others.
    case only(String)
    /// All rows are of the event.
    case oneEvent
    /// The rows are events all the same.
    case events
    /// It is the name of this one.
    case sameAs(KnownName)
    /// It is a name of its own.
    case itself
  }

  /// What is not known.
  public let cause: Cause
  /// The answers, the likeliest first.
  public let options: [Option]

  /// Whether even the likeliest answer is perhaps wrong, so that rows on which all agree wait, too.
  var isOfAllRows = false

  /// The column in which the word stands about which it asks.
  public var about: SheetColumn?

  /// The columns between which it asks, by their places from the left; else that of the word.
  public var columns: [SheetColumn] {
    about.map { [$0] } ?? options.compactMap(\.column).sorted { $0.place < $1.place }
  }

  /// What a word on a sheet of people means for whether they came.
  static func coming(_ word: String, in column: SheetColumn) -> ImportQuestion {
    let statuses: [AttendanceStatus] = [.attended, .registered, .noShow, .cancelled]
    return ImportQuestion(
      cause: .word(field: PersonImportField.status.rawValue, word),
      options: statuses.map { Option(answer: .means($0.stored), column: nil, reasons: []) },
      about: column)
  }

  /// Whether all on the sheet came: no column says so, and nothing is filled in.
  static let whoCame = ImportQuestion(
    cause: .whoCame,
    options: [AttendanceStatus.attended, .registered].map {
      Option(answer: .everybody($0), column: nil, reasons: [])
    })

  /// Whether the answer changes what a row says.
  func touches(_ cells: [String]) -> Bool {
    if case .word(_, let word) = cause, let place = about?.place {
      return cells.indices.contains(place)
        && SheetCell.folded(cells[place]) == SheetCell.folded(word)
    }
    if case .sameName(let name) = cause, let place = about?.place {
      return cells.indices.contains(place)
        && ([cells[place]] + SheetCell.parts(cells[place]))
          .contains { SheetName.key($0) == SheetName.key(name.text) }
    }
    guard case .column = cause else { return true }
    let texts = columns.map { column in
      cells.indices.contains(column.place) ? SheetCell.folded(cells[column.place]) : ""
    }
    if isOfAllRows { return texts.contains { $0 != "" } }
    return texts.count == 1 ? texts[0] != "" : Set(texts).count > 1
  }
}

extension ImportQuestion.Cause {
  /// The name of the question, for programs and for files; never changed.
  public var name: String {
    switch self {
    case .column(let field): field
    case .word: "word"
    case .whoCame: "whoCame"
    case .severalEvents: "severalEvents"
    case .kind: "kind"
    case .sameName: "sameName"
    }
  }
}

/// What a sheet lists that is no list of events.
public enum SheetKind: String, CaseIterable, Sendable {
  /// One value a row, with the name of what it tells: event, variable, value.
  case longForm
  /// Money that was awarded: amount, recipient, day of the award.
  case awards
  /// What people said, one remark a row.
  case remarks
}
