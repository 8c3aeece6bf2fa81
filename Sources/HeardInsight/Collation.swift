import Foundation
import _FoundationICU

/// Orders texts as people of one language look for them.
public struct Collation: Sendable {
  /// The language and region whose order it is; `Locale.current` is wrong on Linux.
  public let locale: Locale
  private let collator = Lazy<Collator>()

  /// The order of a locale.
  public init(_ locale: Locale) { self.locale = locale }

  /// Whether the first text stands before the second; numbers inside texts count as numbers.
  public func isBefore(_ a: String, _ b: String) -> Bool {
    key(a).lexicographicallyPrecedes(key(b))
  }

  // Who makes a key looks at all of a text, however long it is.
  private static let mostBytes = 1024

  /// As much of a text as its place in an order depends on.
  private static func beginning(_ text: String) -> String {
    guard text.utf8.count > mostBytes else { return text }
    return String(decoding: text.utf8.prefix(mostBytes), as: UTF8.self)
  }

  /// The place of each text in the order; texts that are alike share one, empty ones come last.
  public func ranks(_ texts: [String]) -> [Int] {
    // A key is made once for each text, not for each comparison of two.
    let distinct = Set(texts).map { (text: $0, key: $0.isEmpty ? [] : key($0)) }
    let sorted = distinct.sorted { a, b in
      if a.text.isEmpty || b.text.isEmpty { return !a.text.isEmpty }
      return a.key == b.key ? a.text < b.text : a.key.lexicographicallyPrecedes(b.key)
    }
    var places: [String: Int] = [:]
    for (place, entry) in sorted.enumerated() { places[entry.text] = place }
    return texts.map { places[$0] ?? 0 }
  }

  /// Bytes in the order of texts.
  private func key(_ text: String) -> [UInt8] {
    collator.value { Collator(locale) }.key(Self.beginning(text))
  }
}

/// The order of one locale in the Unicode library that Foundation brings.
///
/// It is not changed once it is open, and may then be asked by several threads.
private final class Collator: @unchecked Sendable {
  private let collator: OpaquePointer?

  init(_ locale: Locale) {
    var status = U_ZERO_ERROR
    collator = swift_ucol_open(locale.identifier, &status)
    guard collator != nil else { return }
    // Case makes no difference, accents do.
    swift_ucol_setStrength(collator, UCOL_SECONDARY)
    swift_ucol_setAttribute(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status)
    swift_ucol_setAttribute(collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status)
  }

  deinit { swift_ucol_close(collator) }

  /// Without the library's data texts stand by their bytes.
  func key(_ text: String) -> [UInt8] {
    guard let collator else { return Array(text.lowercased().utf8) }
    let units = Array(text.utf16)
    let count = Int32(units.count)
    var key = [UInt8](repeating: 0, count: units.count * 4 + 16)
    var length = swift_ucol_getSortKey(collator, units, count, &key, Int32(key.count))
    if length > key.count {
      key = [UInt8](repeating: 0, count: Int(length))
      length = swift_ucol_getSortKey(collator, units, count, &key, length)
    }
    return Array(key.prefix(Int(length)))
  }
}
