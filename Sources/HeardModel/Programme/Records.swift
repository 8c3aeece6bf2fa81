/// One record in memory of its own, so that who keeps it twice holds it once.
public final class RecordBox<Record: Sendable>: Sendable {
  /// The record.
  public let record: Record

  /// Holds a record.
  @inlinable public init(_ record: Record) { self.record = record }
}

/// Records by their ids.
///
/// It is used as a dictionary is, and is a value. Records are large: here they lie beside the table
/// of ids, so that a table that grows or is copied moves none of them.
public struct Records<ID: Hashable & Sendable, Record: Sendable>: Sendable {
  /// Each record as it is held, for whoever goes through many and takes none.
  public private(set) var boxes: [ID: RecordBox<Record>] = [:]

  /// No records.
  @inlinable public init() {}

  /// The record of an id; nil where there is none.
  public subscript(id: ID) -> Record? {
    @inlinable get { boxes[id]?.record }
    set { boxes[id] = newValue.map(RecordBox.init) }
  }

  /// The ids in no order.
  @inlinable public var keys: Dictionary<ID, RecordBox<Record>>.Keys { boxes.keys }

  /// The records in no order.
  @inlinable public var values: Values { Values(boxes.values) }

  /// How many there are.
  @inlinable public var count: Int { boxes.count }

  /// Whether there is none.
  @inlinable public var isEmpty: Bool { boxes.isEmpty }

  /// Makes room for so many.
  public mutating func reserveCapacity(_ count: Int) { boxes.reserveCapacity(count) }

  /// Takes a record out.
  ///
  /// - Returns: the record; nil where there was none.
  @discardableResult public mutating func removeValue(forKey id: ID) -> Record? {
    boxes.removeValue(forKey: id)?.record
  }

  /// Changes the records that fit; the others stay where they are.
  public mutating func change(
    where fits: (Record) -> Bool, _ change: (inout Record) -> Void
  ) {
    for place in boxes.values.indices where fits(boxes.values[place].record) {
      var record = boxes.values[place].record
      change(&record)
      boxes.values[place] = RecordBox(record)
    }
  }

  /// The records that fit, under their ids.
  public func filter(_ fits: ((key: ID, value: Record)) throws -> Bool) rethrows -> Self {
    var some = Self()
    some.boxes = try boxes.filter { try fits(($0.key, $0.value.record)) }
    return some
  }
}

extension Records {
  /// The records in no order.
  public struct Values: Collection {
    @usableFromInline let boxes: Dictionary<ID, RecordBox<Record>>.Values

    @inlinable init(_ boxes: Dictionary<ID, RecordBox<Record>>.Values) { self.boxes = boxes }

    /// The first place.
    @inlinable public var startIndex: Dictionary<ID, RecordBox<Record>>.Values.Index {
      boxes.startIndex
    }
    /// The place behind the last.
    @inlinable public var endIndex: Dictionary<ID, RecordBox<Record>>.Values.Index {
      boxes.endIndex
    }
    /// How many there are.
    @inlinable public var count: Int { boxes.count }
    /// The place behind another.
    @inlinable public func index(
      after place: Dictionary<ID, RecordBox<Record>>.Values.Index
    ) -> Dictionary<ID, RecordBox<Record>>.Values.Index { boxes.index(after: place) }
    /// The record at a place.
    @inlinable
    public subscript(
      place: Dictionary<ID, RecordBox<Record>>.Values.Index
    ) -> Record {
      _read { yield boxes[place].record }
    }
  }
}

extension Records: Sequence {
  /// Goes through ids and records in no order.
  @inlinable public func makeIterator() -> AnyIterator<(key: ID, value: Record)> {
    var rest = boxes.makeIterator()
    return AnyIterator { rest.next().map { ($0.key, $0.value.record) } }
  }
}

extension Records: ExpressibleByDictionaryLiteral {
  /// Records that are written out, each id once.
  public init(dictionaryLiteral records: (ID, Record)...) {
    boxes = Dictionary(uniqueKeysWithValues: records.map { ($0, RecordBox($1)) })
  }

  /// Records under ids that differ.
  public init(uniqueKeysWithValues records: some Sequence<(ID, Record)>) {
    boxes = Dictionary(uniqueKeysWithValues: records.map { ($0, RecordBox($1)) })
  }
}

extension Records: Equatable where Record: Equatable {
  /// Whether both hold the same records under the same ids.
  public static func == (a: Self, b: Self) -> Bool {
    a.count == b.count
      && a.boxes.allSatisfy { id, box in
        b.boxes[id].map { $0 === box || $0.record == box.record } ?? false
      }
  }
}
