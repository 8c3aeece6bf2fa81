/// In which order a column writes day and month.
public enum DateOrder: String, CaseIterable, Sendable, StoredText {
  /// 13/02/2024.
  case dayFirst
  /// 02/13/2024.
  case monthFirst
}

/// A column of a sheet with the field for which it stands.
public struct MappedColumn: StoredRecord, Hashable {
  /// The column's name; of columns with the same name the second is `name (2)`.
  public var id = ""
  /// The field, as `start`; `notes` keeps the cells in the notes, `leaveOut` drops them.
  public var field: Code = "notes"
  /// Whether an empty cell means the one above, as where cells were merged.
  public var isFilledDown = false
  /// Whether it is asked about and nobody has answered, so that it is asked again.
  public var isOpen = false

  /// A column before it is read.
  public init() {}
  /// A column with its field.
  public init(_ id: String, _ field: Code) {
    self.id = id
    self.field = field
  }
  /// The name as it stands in the file.
  public var recordID: String { id }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.required("field", &field)
    visitor.flag("fillDown", &isFilledDown)
    visitor.flag("open", &isOpen)
  }
}

/// What a word in a kind of sheet means; never a name and nothing that somebody told.
public struct MappedWord: StoredRecord, Hashable {
  /// The word, as it stands in cells; of a word in two fields the second is `word (field)`.
  public var id = ""
  /// The field in which it stands.
  public var field: Code = "status"
  /// The value of the field that it means.
  public var means: Code = "attended"
  /// The word where the id is another one, since it stands in two fields; else empty.
  public var word = ""

  /// A word before it is read.
  public init() {}
  /// The word as it stands in cells.
  public var text: String { word.isEmpty ? id : word }
  /// The id as it stands in the file.
  public var recordID: String { id }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.required("field", &field)
    visitor.required("means", &means)
    visitor.text("word", &word)
  }
}

/// Which column of a kind of sheet stands for what: the file `mappings/NAME.json`.
public struct ImportMapping: StoredRecord, Hashable {
  /// The name under which it is kept; the file's name.
  public var id: Code = "mapping"
  /// What the sheet lists: `events` or `people`.
  public var kind: Code = "events"
  /// The columns in the order of the sheet.
  public var columns: [MappedColumn] = []
  /// The order of day and month, where nobody can tell it from the dates.
  public var dateOrder: DateOrder?
  /// How the numbers of attendances are known, where no column tells.
  public var source: AttendanceSource?
  /// The zone of the times in a country, where the rows do not tell it.
  public var zones: [CountryCode: ZoneName] = [:]
  /// What words of the sheet mean that Heard did not know, and somebody said.
  public var words: [MappedWord] = []
  /// How far everybody on a sheet of people came, where no column tells and somebody said.
  public var everybody: AttendanceStatus?

  /// A mapping of no column.
  public init() {}
  /// The name as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("kind", &kind)
    visitor.records("columns", &columns)
    visitor.value("dateOrder", &dateOrder)
    visitor.value("source", &source)
    visitor.map("zones", &zones)
    visitor.records("words", &words)
    visitor.value("everybody", &everybody)
  }
}
