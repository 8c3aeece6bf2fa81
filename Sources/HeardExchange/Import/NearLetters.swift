/// Whether two words are the same but for a slip of a key.
enum NearLetters {
  /// Whether so few letters have to be put in, taken out or changed to make one of the other.
  static func isWithin(_ most: Int, _ a: [Character], _ b: [Character]) -> Bool {
    if abs(a.count - b.count) > most { return false }
    var row = Array(0...b.count)
    for (place, letter) in a.enumerated() {
      var left = row[0]
      row[0] = place + 1
      for other in b.indices {
        let changed = left + (letter == b[other] ? 0 : 1)
        left = row[other + 1]
        row[other + 1] = min(changed, left + 1, row[other] + 1)
      }
      if (row.min() ?? 0) > most { return false }
    }
    return row[b.count] <= most
  }
}
