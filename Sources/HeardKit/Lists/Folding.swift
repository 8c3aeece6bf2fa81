import Foundation

/// A text in which letters of one sound are one: without case, accents and full width.
///
/// Japanese stays as it is: が is not か.
public func fold(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  // Texts have the curved apostrophe, keyboards the straight one.
  return text.replacing("\u{2019}", with: "'").precomposedStringWithCompatibilityMapping.folding(
    options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
}
