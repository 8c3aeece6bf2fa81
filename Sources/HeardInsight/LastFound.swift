import HeardModel
import Synchronization

/// Something that was asked for, of which one can tell whether it finds less than another.
protocol Narrowing: Equatable, Sendable {
  /// Whether whatever this finds is found by the other one, too.
  func narrows(_ other: Self) -> Bool
}

/// What was found by what was typed last, of the records as they stand.
///
/// One letter more looks only at what was found before, and one that is taken away finds what was
/// found then.
final class LastFound<Asked: Narrowing>: Sendable {
  private struct Entry: Sendable {
    let asked: Asked
    let reader: Reader
    let places: [Int32]
  }

  private let entries = Mutex<[Entry]>([])

  /// The places that are found; `find` looks among some, nil being all of them.
  func places(
    _ asked: Asked, for reader: Reader = Reader(), find: (_ among: [Int32]?) -> [Int32]
  ) -> [Int32] {
    let known = entries.withLock { $0.filter { $0.reader == reader } }
    if let same = known.last(where: { $0.asked == asked }) { return same.places }
    let wider = known.filter { asked.narrows($0.asked) }
    let places = find(wider.min { $0.places.count < $1.places.count }?.places)
    entries.withLock { entries in
      if entries.count >= 12 { entries.removeFirst() }
      entries.append(Entry(asked: asked, reader: reader, places: places))
    }
    return places
  }
}

extension Query: Narrowing {
  /// Each condition of the other stands here too, or as longer words: what holds these holds their
  /// parts.
  func narrows(_ other: Query) -> Bool {
    other.terms.allSatisfy { wide in terms.contains { $0.implies(wide) } }
  }
}

/// Words of which all have to be found.
struct SoughtWords: Narrowing {
  let words: [Folded]

  /// Each word of the other is a part of one of these.
  func narrows(_ other: SoughtWords) -> Bool {
    other.words.allSatisfy { wide in words.contains { $0.contains(wide) } }
  }
}

extension QueryTerm {
  fileprivate func implies(_ other: QueryTerm) -> Bool {
    if self == other { return true }
    guard !isNegated, !other.isNegated, case .words(let words) = condition,
      case .words(let wider) = other.condition
    else { return false }
    let folded = wider.map { Folded($0) }
    return words.allSatisfy { word in
      let word = Folded(word)
      return folded.contains { word.contains($0) }
    }
  }
}

/// What readers may see of the testimonies, of each who was asked about.
final class LastSeen: Sendable {
  private let seen = Mutex<[Reader: [TestimonyVisibility]]>([:])

  func visibilities(
    for reader: Reader, make: () -> [TestimonyVisibility]
  ) -> [TestimonyVisibility] {
    seen.withLock { seen in
      if let known = seen[reader] { return known }
      let made = make()
      seen[reader] = made
      return made
    }
  }
}
