/// An answer as it was given out, frozen under a name: the file `releases/NAME.json`.
///
/// It never changes. Of two of one name both are kept.
public struct Release: StoredRecord, Hashable {
  /// The name under which it was given out; the file's name.
  public var id: Code = "release"
  /// When it was made.
  public var at = Moment(seconds: 0)
  /// By whom.
  public var by = ""
  /// What was asked, in the words of the filter language.
  public var query = ""
  /// What was counted, as `attendances`.
  public var measure: Code = "attendances"
  /// By what the rows stand.
  public var rows: Code?
  /// By what the columns stand.
  public var columns: Code?
  /// The rule for small numbers, by its name.
  public var rule: Code = "none"
  /// The day up to which was counted.
  public var cutOff: CalendarDay?
  /// The cells as they were shown.
  public var cells: [ReleasedCell] = []
  /// The approved quarters from which the numbers come.
  public var approvals: [ApprovalPeriod] = []

  /// A release before it is made.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("at", &at)
    visitor.text("by", &by)
    visitor.text("query", &query)
    visitor.required("measure", &measure)
    visitor.value("rows", &rows)
    visitor.value("columns", &columns)
    visitor.required("rule", &rule)
    visitor.value("cutOff", &cutOff)
    visitor.records("cells", &cells)
    visitor.set("approvals", &approvals)
  }
}

/// What is shown where no number is.
public enum ReleasedSign: String, CaseIterable, Sendable, StoredText {
  /// No event stands behind it, or nobody was asked.
  case none
  /// What it counts may not be asked there.
  case forbidden
  /// There are events, and of none of them it is known.
  case notKnown
}

/// One cell of a release, as it was shown.
public struct ReleasedCell: StoredRecord, Hashable {
  /// The row and the column, with a slash between them; a total leaves its part empty.
  ///
  /// Of counts of answers `/answers` behind both is how many answered.
  public var id = ""
  /// The number that was shown; nil where none was.
  public var number: Int?
  /// Whether it was withheld because of small numbers.
  public var isWithheld = false
  /// Whether of some events it is not known, so that it is the least.
  public var isLeast = false
  /// Whether it is the number of an earlier release, kept since it moved by too little.
  public var isEarlier = false
  /// What was shown in the place of a number; nil where a number was, or was withheld.
  public var sign: ReleasedSign?

  /// A cell before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.number("number", &number, 0...1_000_000_000_000)
    visitor.flag("withheld", &isWithheld)
    visitor.flag("atLeast", &isLeast)
    visitor.flag("earlier", &isEarlier)
    visitor.value("sign", &sign)
  }
}

/// That something left the folder, without who asked for it: a line of `register/DEVICE.jsonl`.
public struct RegisterLine: Stored, Hashable {
  /// When.
  public var at = Moment(seconds: 0)
  /// What left: `list`, `page`, `figures`, `access` and so on.
  public var what = ""
  /// In which form, as `csv`.
  public var form = ""
  /// The ids of the records that were in it.
  public var records: [Code] = []
  /// What was asked, where it was an answer.
  public var query = ""
  /// To which group it went.
  public var audience: FeedbackAudience?
  /// To which organisation it went.
  public var organisation: OrganisationID?

  /// A line before it is read.
  public init() {}
  /// That some records left in a form; a text that can be no code is no id of a record.
  public init(
    _ what: String, as form: String, of records: [String] = [], query: String = "",
    at moment: Moment
  ) {
    at = moment
    self.what = what
    self.form = form
    self.records = records.compactMap(Code.init(stored:))
    self.query = query
  }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("at", &at)
    visitor.text("what", &what)
    visitor.text("form", &form)
    visitor.set("records", &records)
    visitor.text("query", &query)
    visitor.value("audience", &audience)
    visitor.value("organisation", &organisation)
  }
}
