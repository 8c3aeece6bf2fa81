/// Three lists whose every element is an object with an id of its own, by numbers for the ids.
///
/// An id is looked up once for each list that holds it, however often the merge comes back to it: a
/// list may have some hundred thousand records.
struct RecordLists {
  /// One of the lists.
  struct Side {
    /// The numbers in the order of the list.
    fileprivate(set) var numbers: [Int] = []
    private var records: [JSONValue?] = []

    /// The record of that number; nil where the list has none.
    subscript(number: Int) -> JSONValue? {
      number < records.count ? records[number] : nil
    }

    /// Takes a record in; false where there is one of that number.
    fileprivate mutating func take(_ record: JSONValue, _ number: Int) -> Bool {
      while records.count <= number { records.append(nil) }
      if records[number] != nil { return false }
      records[number] = record
      numbers.append(number)
      return true
    }
  }

  /// The ids by their numbers: ours in their order, then what only they have, then what is gone.
  private(set) var ids: [String] = []
  private(set) var base = Side()
  private(set) var ours = Side()
  private(set) var theirs = Side()
  private var numbers: [String: Int] = [:]

  /// Nil if an element has no id, or two of a list have the same: merging by id would then lose one.
  init?(_ base: [JSONValue], _ ours: [JSONValue], _ theirs: [JSONValue]) {
    numbers.reserveCapacity(max(ours.count, theirs.count))
    guard take(ours, as: \.ours), take(theirs, as: \.theirs), take(base, as: \.base) else {
      return nil
    }
  }

  private mutating func take(
    _ elements: [JSONValue], as side: WritableKeyPath<RecordLists, Side>
  ) -> Bool {
    var list = Side()
    for element in elements {
      guard let id = element.recordID else { return false }
      var number = numbers[id] ?? -1
      if number < 0 {
        number = ids.count
        numbers[id] = number
        ids.append(id)
      }
      guard list.take(element, number) else { return false }
    }
    self[keyPath: side] = list
    return true
  }

  /// The records of a list, by their numbers, in the order in which they belong.
  func inOrder(_ merged: [JSONValue?]) -> [Int] {
    RecordOrder(
      base: base.numbers, ours: ours.numbers, theirs: theirs.numbers, ids: ids
    ) { merged[$0] != nil }.numbers
  }
}
