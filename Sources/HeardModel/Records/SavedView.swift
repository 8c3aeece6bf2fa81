/// One column of a list, where a person chose which are shown.
public struct ListColumnChoice: StoredRecord, Hashable {
  /// The column; one that a version does not know is passed over and kept.
  public var id: Code = "title"

  /// A column before it is read.
  public init() {}
  /// A column by its code.
  public init(_ id: Code) { self.id = id }
  /// The code as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
  }
}

/// The columns that one person wants to see on one list.
public struct ListChoice: StoredRecord, Hashable {
  /// The list; one choice a list.
  public var id = QueryTarget.events
  /// The columns in their order.
  public var columns: [ListColumnChoice] = []

  /// A choice before it is read.
  public init() {}
  /// The columns of a list.
  public init(_ id: QueryTarget, _ columns: [Code]) {
    self.id = id
    self.columns = columns.map(ListColumnChoice.init)
  }
  /// The list as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.records("columns", &columns)
  }
}

/// A list as somebody wants to see it again: filter, order and columns under a name.
public struct SavedView: StoredRecord, Hashable {
  /// Never changes.
  public var id = ViewID()
  /// What it is called.
  public var name = ""
  /// The list that it shows.
  public var list = QueryTarget.events
  /// The filter, as it is typed.
  public var filter = ""
  /// By what it is sorted; nil for the list's own order.
  public var sort: Code?
  /// Whether the highest stands first.
  public var isDescending = false
  /// The columns in their order; none for the list's own.
  public var columns: [ListColumnChoice] = []
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// A view that is being made.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("name", &name)
    visitor.required("list", &list)
    visitor.text("filter", &filter)
    visitor.value("sort", &sort)
    visitor.flag("descending", &isDescending)
    visitor.records("columns", &columns)
    visitor.records("conflicts", &conflicts)
  }

  /// Whether it shows the same as another, whatever it is called.
  public func showsTheSame(as other: SavedView) -> Bool {
    var other = other
    (other.id, other.name, other.conflicts) = (id, name, conflicts)
    return other == self
  }
}

/// The views that everybody of the programme shares: the file `views.json`.
public struct SavedViews: Stored, Hashable {
  /// In the order in which they were made.
  public var views: [SavedView] = []

  /// No view.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("views", &views)
  }
}
