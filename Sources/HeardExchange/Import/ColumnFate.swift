/// What becomes of a column that stands for no field of a record.
public enum ColumnFate: String, CaseIterable, Sendable {
  /// Its words go into the notes, with its name.
  case notes
  /// It is kept apart, in the identities, which one person alone can read.
  case apart
  /// Nothing of it is kept.
  case dropped
}

extension SheetImport {
  /// What becomes of a column that stands for no field; nil for one that does.
  public func fate(of column: SheetColumn) -> ColumnFate? {
    let field = field(of: column)
    switch subject {
    case .events:
      return field == EventImportField.notes.rawValue
        ? .notes : field == EventImportField.leaveOut.rawValue ? .dropped : nil
    case .people(let signIn):
      switch PersonImportField(rawValue: field) {
      case .name, .preferredName, .contact, .language: return signIn.keepsNames ? .apart : .dropped
      case .note: return .notes
      case .leaveOut, nil: return .dropped
      default: return nil
      }
    }
  }

  /// The columns that become nothing of a record by themselves, by what becomes of them; without
  /// those in which nothing stands.
  public func columns(that fate: ColumnFate) -> [SheetColumn] {
    table.columns.filter { self.fate(of: $0) == fate && !samples(of: $0, count: 1).isEmpty }
  }

  /// The fields by which an event is told from others that no column stands for: day and title.
  public var missing: [String] {
    guard case .events = subject else { return [] }
    let there = Set(mapping.columns.map(\.field.stored))
    return [EventImportField.start, .title].map(\.rawValue).filter { !there.contains($0) }
  }
}
