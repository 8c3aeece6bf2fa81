import HeardModel

/// Records in the order of their ids, each in a place of its own.
///
/// The places are those of the programme, so that no record stands in memory twice. A record that is
/// changed is put there without a copy of the others, and whoever holds the order as it was before
/// keeps it.
struct Ordered<Record: Sendable>: RandomAccessCollection, Sendable {
  typealias Index = Int
  typealias Indices = Range<Int>
  private var places: [RecordBox<Record>]

  init(_ records: some Sequence<RecordBox<Record>>, by isBefore: (Record, Record) -> Bool) {
    places = records.sorted { isBefore($0.record, $1.record) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(place: Int) -> Record {
    _read { yield places[place].record }
  }

  /// The first place whose record does not stand before something.
  func partition(_ isBefore: (Record) -> Bool) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(places[middle].record) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func set(_ record: Record, at place: Int) { places[place] = RecordBox(record) }

  /// Takes records out and puts others in; where they come and go all others move up or down.
  ///
  /// - Returns: for each place the one at which its record stood before, nil for one that is new.
  mutating func move(
    removing old: Set<Int>, adding new: [Record], by isBefore: (Record, Record) -> Bool
  ) -> [Int?] {
    let added = new.map { (origin: Int?.none, place: RecordBox($0)) }
    let moved = places.enumerated().filter { !old.contains($0.offset) }
      .map { (origin: Int?.some($0.offset), place: $0.element) }
    let all = (moved + added).sorted { isBefore($0.place.record, $1.place.record) }
    places = all.map(\.place)
    return all.map(\.origin)
  }
}
