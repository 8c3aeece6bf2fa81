/// A list whose every element is an object with an id of its own.
struct RecordList {
  let ids: [String]
  let records: [String: JSONValue]

  /// Nil if an element has no id, or two have the same: merging by id would then lose one.
  init?(_ elements: [JSONValue]) {
    var ids: [String] = []
    var records = [String: JSONValue](minimumCapacity: elements.count)
    ids.reserveCapacity(elements.count)
    for element in elements {
      guard let id = element.recordID, records.updateValue(element, forKey: id) == nil else {
        return nil
      }
      ids.append(id)
    }
    self.ids = ids
    self.records = records
  }
}
