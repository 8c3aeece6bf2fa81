/// The first fault found while reading a text, and where it stands.
public struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong, as a fact with its evidence.
  public enum Kind: Hashable, Sendable {
    /// The text holds no value at all.
    case empty
    /// The text starts with a UTF-8 byte order mark.
    case byteOrderMark
    /// A byte that cannot stand here in UTF-8: overlong forms and surrogates included.
    case notUTF8
    /// A character that can start or continue nothing here.
    case unexpectedCharacter(Unicode.Scalar)
    /// The text ends inside a value; the position is the end of the text.
    case unterminated
    /// A comma with no value after it; the position is the comma.
    case trailingComma
    /// A value follows another without a comma between them.
    case missingComma
    /// A member's name is not followed by a colon.
    case missingColon
    /// A name that its object already has, or one canonically equivalent to it.
    case duplicateMember(String)
    /// A raw control character inside a string.
    case controlCharacter
    /// A backslash followed by what JSON does not know.
    case badEscape
    /// Half of an escaped surrogate pair.
    case loneSurrogate
    /// A number written as JSON does not write numbers.
    case badNumber
    /// A number without fraction or exponent that does not fit 64 bits.
    case integerOutOfRange
    /// More containers inside each other than the limit allows.
    case tooDeep(limit: Int)
    /// More bytes than the limit allows.
    case tooLarge(limit: Int)
    /// More text after the one value.
    case trailingContent
  }

  /// What is wrong.
  public let kind: Kind
  /// The place in bytes from the start of the text.
  public let offset: Int
  /// The line, counted from 1; lines end with U+000A.
  public let line: Int
  /// The column, counted from 1 in Unicode scalars.
  public let column: Int
}
