import HeardKit

/// News that nobody can have read yet: the next key does not take them away, what is said meanwhile
/// stands behind them.
struct NewsBeingRead: Sendable {
  private var items: [(news: News, since: Int)] = []

  // Two of the three lines that news get on the smallest usual screen.
  private static let mostCharacters = 150

  /// The milliseconds that somebody needs at least to see a line change and read it.
  private static func time(for text: String) -> Int { min(2_000, max(1_500, 25 * text.count)) }

  /// Lets go of what could be read by now, and of what does not last.
  mutating func readOn(at tick: Int?) {
    items.removeAll { item in
      guard let tick, item.news.isLasting else { return true }
      return tick - item.since >= Self.time(for: item.news.text)
    }
  }

  /// Takes in what was said just now.
  mutating func take(_ news: News, at tick: Int?) {
    // Who asks for it again, or says it with more, means this.
    items.removeAll { news.text.contains($0.news.text) }
    items = items.suffix(1)
    items.append((news, tick ?? 0))
  }

  /// What is to be read now, the oldest first; nil where nothing is.
  ///
  /// Where both together are too long for the screen the newest stands first: it must be seen.
  func joined(_ words: Words) -> News? {
    guard let last = items.last?.news else { return nil }
    guard items.count > 1 else { return last }
    let isLong = items.reduce(0) { $0 + $1.news.text.count } > Self.mostCharacters
    let items = isLong ? items.reversed() : items
    let kinds = items.map(\.news.kind)
    return News(
      kinds.contains(.bad) ? .bad : kinds.contains(.refused) ? .refused : .done,
      items.dropFirst().reduce(items[0].news.text) { text, item in
        let isSentence = text.last.map { ".!?。！？".contains($0) } ?? true
        return isSentence
          ? words.inARow([text, item.news.text]) : words.stopped([text, item.news.text])
      }, isLasting: items.contains { $0.news.isLasting })
  }
}
