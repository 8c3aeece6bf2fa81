import HeardModel

/// One question about a whole sheet, answered once; the rows that it touches wait for that.
public struct ImportQuestion: Hashable, Sendable {
  /// What is not known.
  public enum Cause: Hashable, Sendable {
    /// Which column stands for a field, by its name.
    case column(field: String)
    /// Whether those on a sheet of people came, which no column tells.
    case whoCame
    /// Whether the rows are events at all.
    case kind(SheetKind)
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
    /// All on the sheet came as far as this.
    case everybody(AttendanceStatus)
    /// The rows are events all the same.
    case events
  }

  /// What is not known.
  public let cause: Cause
  /// The answers, the likeliest first.
  public let options: [Option]

  /// The columns between which it asks, by their places from the left.
  public var columns: [SheetColumn] {
    options.compactMap(\.column).sorted { $0.place < $1.place }
  }

  /// Whether all on the sheet came: no column says so, and nothing is filled in.
  static let whoCame = ImportQuestion(
    cause: .whoCame,
    options: [AttendanceStatus.attended, .registered].map {
      Option(answer: .everybody($0), column: nil, reasons: [])
    })

  /// Whether the answer changes what a row says.
  func touches(_ cells: [String]) -> Bool {
    guard case .column = cause else { return true }
    let texts = columns.map { column in
      cells.indices.contains(column.place) ? SheetCell.folded(cells[column.place]) : ""
    }
    return texts.count == 1 ? texts[0] != "" : Set(texts).count > 1
  }
}

extension ImportQuestion.Cause {
  /// The name of the question, for programs and for files; never changed.
  public var name: String {
    switch self {
    case .column(let field): field
    case .whoCame: "whoCame"
    case .kind: "kind"
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
