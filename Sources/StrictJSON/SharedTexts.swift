/// Texts that stand in a document again and again, as the name of who wrote something down: each is
/// made once, and whoever reads it holds the same memory.
///
/// A reading of one thread has its own. It remembers the last text at each of a few places, which a
/// text finds by its bytes, so that nothing grows and two texts never become one.
public final class SharedTexts {
  // Shorter ones need no memory of their own; longer ones hardly ever stand twice.
  fileprivate static let lengths = 16...64
  private var known = [String](repeating: "", count: 32)

  /// Knows no text yet.
  public init() {}

  /// The text of checked bytes, of which there are at least sixteen.
  fileprivate func text(_ source: UnsafeBufferPointer<UInt8>) -> String {
    let raw = UnsafeRawBufferPointer(source)
    let last = raw.count - 8
    let ends =
      raw.loadUnaligned(as: UInt64.self)
      ^ (raw.loadUnaligned(fromByteOffset: last, as: UInt64.self) &* 31)
    let place = Int((ends &* 0x9E37_79B9_7F4A_7C15) >> 59)
    let isKnown =
      known[place].utf8.withContiguousStorageIfAvailable { known in
        Self.areEqual(UnsafeRawBufferPointer(known), raw)
      } ?? false
    if !isKnown { known[place] = String(decoding: source, as: UTF8.self) }
    return known[place]
  }

  /// Compares texts of at least eight bytes, eight at once.
  private static func areEqual(
    _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
  ) -> Bool {
    guard first.count == second.count else { return false }
    var next = 0
    let last = first.count - 8
    while true {
      let one = first.loadUnaligned(fromByteOffset: next, as: UInt64.self)
      if one != second.loadUnaligned(fromByteOffset: next, as: UInt64.self) { return false }
      if next == last { return true }
      next = min(next + 8, last)
    }
  }
}

extension JSONCursor {
  /// The text of a string, from those that were read before where it is the same; nil for other
  /// kinds.
  public func string(from texts: SharedTexts) -> String? {
    let entry = entry
    guard entry.kind == .string else { return nil }
    guard !entry.isEscaped, SharedTexts.lengths.contains(entry.text.count) else {
      return entry.string(in: bytes)
    }
    return texts.text(UnsafeBufferPointer(rebasing: bytes[entry.text]))
  }
}
