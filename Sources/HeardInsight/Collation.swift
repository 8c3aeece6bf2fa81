import Foundation

/// Orders texts as people of one language look for them.
public struct Collation: Sendable {
  /// The language and region whose order it is; `Locale.current` is wrong on Linux.
  public let locale: Locale

  /// The order of a locale.
  public init(_ locale: Locale) { self.locale = locale }

  /// Whether the first text stands before the second; numbers inside texts count as numbers.
  public func isBefore(_ a: String, _ b: String) -> Bool {
    Self.beginning(a).compare(
      Self.beginning(b), options: [.caseInsensitive, .numeric], range: nil, locale: locale)
      == .orderedAscending
  }

  // A comparison looks at all of both texts before the first letter that differs.
  private static let mostBytes = 1024

  /// As much of a text as its place in an order depends on.
  private static func beginning(_ text: String) -> String {
    guard text.utf8.count > mostBytes else { return text }
    return String(decoding: text.utf8.prefix(mostBytes), as: UTF8.self)
  }

  /// The place of each text in the order; texts that are alike share one, empty ones come last.
  public func ranks(_ texts: [String]) -> [Int] {
    let distinct = Set(texts).sorted { a, b in
      if a.isEmpty || b.isEmpty { return !a.isEmpty }
      return isBefore(a, b) || (!isBefore(b, a) && a < b)
    }
    var places: [String: Int] = [:]
    for (place, text) in distinct.enumerated() { places[text] = place }
    return texts.map { places[$0] ?? 0 }
  }
}
