import HeardModel
import StrictJSON

/// Parts of records that stand in one record after another: each is held once, and whoever reads
/// it holds the same memory.
///
/// A reading of one thread has its own. It remembers the last part at each of a few places, so that
/// nothing grows and two parts never become one.
final class SharedParts {
  /// Names of those who wrote something down, wordings, and what else stands again and again.
  let texts = SharedTexts()
  private var lists = [[Code]](repeating: [], count: 32)
  private var terms = [Apart<ConsentTerms>](repeating: Apart(wrappedValue: nil), count: 8)
  private var next = 0

  /// The same codes, as they were read before where they were.
  func codes(_ codes: [Code]) -> [Code] {
    var place = codes.count
    for code in codes {
      place = place &* 5 &+ code.stored.utf8.count
      place = place &* 3 &+ Int(code.stored.utf8.first ?? 0)
    }
    place &= 31
    if lists[place] != codes { lists[place] = codes }
    return lists[place]
  }

  /// Lets a consent hold what another one was asked under, where that is the same.
  func share(_ own: inout Apart<ConsentTerms>) {
    guard own.isThere else { return }
    if let known = terms.first(where: { $0 == own }) {
      own = known
    } else {
      terms[next] = own
      next = (next + 1) % terms.count
    }
  }
}
