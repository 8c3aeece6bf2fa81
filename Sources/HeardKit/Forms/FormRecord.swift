import HeardModel
import TerminalCanvas

/// A kind of record that has a form of its own, and what is particular about that form.
public protocol FormRecord: Hashable, Sendable {
  /// The id under which it is stored; empty for a new one.
  var id: Identifier<Self> { get set }
  /// What the record is called in news.
  var title: String { get }
  /// The record as any record.
  var record: Record { get }
  /// The name of its form in the catalogs: `screen.NAME`.
  static var formName: String { get }
  /// What it is in names of changes.
  static var recordKind: RecordKind { get }
  /// The name of its form in drafts, and the beginning of their ids.
  static var draftForm: Code { get }
  /// The field in which what it is called is typed.
  static var titleField: Code { get }
  /// The fields and rules of its form.
  static var spec: FormSpec<Self> { get }
  /// Whether a field may still be filled in when the record's quarter is locked.
  static func isOpenUnderLock(_ field: Code) -> Bool
  /// A new one with what is most likely.
  static func blank(_ desk: Desk) -> Self
  /// The one that is there.
  static func stored(_ id: Identifier<Self>, in programme: Programme) -> Self?
  /// What a form is called in which nothing is typed yet.
  static func untitled(_ words: Words) -> String
  /// An id for a new one.
  func newID(_ desk: inout Desk) -> Identifier<Self>
  /// What there is to know of the record as it is typed; stands below the form.
  func remarks(_ desk: Desk) -> [String]
  /// Says what was noted by itself when it was saved from a form.
  func sayMore(than form: Form, _ desk: inout Desk)
  /// Leaves the form in which it was saved.
  func leave(isNew: Bool, _ desk: inout Desk)
}

extension FormRecord {
  /// Locks are about events.
  public static func isOpenUnderLock(_ field: Code) -> Bool { false }

  /// Most records need no remarks.
  public func remarks(_ desk: Desk) -> [String] { [] }

  /// For most records nothing is noted by itself.
  public func sayMore(than form: Form, _ desk: inout Desk) {}

  /// Most forms go back to the screen before.
  public func leave(isNew: Bool, _ desk: inout Desk) { desk.pop() }
}
