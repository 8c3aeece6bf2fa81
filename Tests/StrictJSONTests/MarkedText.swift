import StrictJSON
import Testing

/// A text with the place of its fault marked by `¦`, and what is wrong there.
struct MarkedText: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let offset: Int
  let kind: JSONFault.Kind
  let limits: JSONLimits

  var testDescription: String { name }

  init(
    _ name: String, _ text: String, _ kind: JSONFault.Kind, limits: JSONLimits = .standard
  ) {
    let parts = text.unicodeScalars.split(separator: "¦", omittingEmptySubsequences: false)
    precondition(parts.count == 2, "one mark in \(name)")
    let before = Array(String(String.UnicodeScalarView(parts[0])).utf8)
    let after = Array(String(String.UnicodeScalarView(parts[1])).utf8)
    self.init(name, before, after, kind, limits: limits)
  }

  /// A text that is not UTF-8, cut where its fault stands.
  init(
    _ name: String, _ before: [UInt8], _ after: [UInt8], _ kind: JSONFault.Kind,
    limits: JSONLimits = .standard
  ) {
    self.name = name
    bytes = before + after
    offset = before.count
    self.kind = kind
    self.limits = limits
  }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Reads a text that the test itself wrote.
func tree(_ text: String) throws -> JSONValue { try JSONValue(bytes(text)) }
