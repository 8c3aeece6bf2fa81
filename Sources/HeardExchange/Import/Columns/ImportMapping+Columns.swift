import HeardModel

extension ImportMapping {
  /// The field of a column; nil where the mapping does not know it.
  public func field<Field: ImportField>(of column: String, as type: Field.Type = Field.self)
    -> Field?
  {
    columns.first { $0.id == column }.flatMap { Field(rawValue: $0.field.stored) }
  }

  /// Says for which field a column stands.
  public mutating func set(_ column: String, to field: some ImportField) {
    set(column, to: field.rawValue)
  }

  /// Says for which field, by its name, a column stands.
  public mutating func set(_ column: String, to field: String) {
    guard let code = Code(stored: field) else { return }
    if let place = columns.firstIndex(where: { $0.id == column }) {
      columns[place].field = code
    } else {
      columns.append(MappedColumn(column, code))
    }
  }

  /// Says whether empty cells of a column mean the one above.
  public mutating func fillDown(_ column: String, _ isFilledDown: Bool = true) {
    guard let place = columns.firstIndex(where: { $0.id == column }) else { return }
    columns[place].isFilledDown = isFilledDown
  }

  /// Says whether a column is asked about still.
  public mutating func leaveOpen(_ column: String, _ isOpen: Bool) {
    guard let place = columns.firstIndex(where: { $0.id == column }) else { return }
    columns[place].isOpen = isOpen
  }

  /// The name of a mapping made of what somebody calls it: lower-case letters, digits, hyphens.
  public static func name(_ text: String) -> Code? {
    let words = SheetCell.folded(text).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return Identifier<Event>(stored: words.joined(separator: "-"))
      .flatMap { Code(stored: $0.text) }
  }
}
