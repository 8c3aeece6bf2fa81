/// A whole text read strictly; nothing is copied out of it until asked for.
///
/// Strict means: UTF-8 without a byte order mark, one value, names that differ from each other
/// (canonical equivalence counts as the same), integers that fit 64 bits, no comments, no
/// trailing commas, no raw control characters, whole surrogate pairs, and the limits.
public struct JSONDocument: Sendable {
  let tape: Tape

  /// Checks the whole text.
  ///
  /// - Throws: The first fault, with its place.
  public init(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONFault) {
    tape = try Tape(bytes, limits: limits)
  }

  /// The one value of the text.
  public var root: JSONNode { JSONNode(tape: tape, index: 0) }
}
