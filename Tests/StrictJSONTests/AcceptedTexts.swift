import StrictJSON
import Testing

/// A text that a strict reader accepts, and the tree that it is.
struct AcceptedText: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let tree: JSONValue

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ tree: JSONValue) {
    self.name = name
    self.text = text
    self.tree = tree
  }
}

enum AcceptedTexts {
  static let structure: [AcceptedText] = [
    AcceptedText("an empty object", "{}", .object([:])),
    AcceptedText("an empty array", "[]", .array([])),
    AcceptedText(
      "empty containers with spaces", "[ { } , [ ] ]", .array([.object([:]), .array([])])),
    AcceptedText("spaces around", " \t\r\n1 \t\r\n", .integer(1)),
    AcceptedText(
      "a long indentation", "[" + String(repeating: " ", count: 61) + "1]", .array([.integer(1)])),
    AcceptedText("line ends of two characters", "[\r\n1\r\n]\r\n", .array([.integer(1)])),
    AcceptedText(
      "no spaces", #"{"a":[1,{"b":null}]}"#,
      .object(["a": .array([.integer(1), .object(["b": .null])])])),
    AcceptedText("true", "true", .boolean(true)),
    AcceptedText("false", "false", .boolean(false)),
    AcceptedText("null", "null", .null),
    AcceptedText(
      "words in an array", "[true,false,null]", .array([.boolean(true), .boolean(false), .null])),
    AcceptedText("an empty name", #"{"":1}"#, .object(["": .integer(1)])),
    AcceptedText(
      "names that differ in case", #"{"a":1,"A":2}"#, .object(["a": .integer(1), "A": .integer(2)])),
    AcceptedText(
      "names that differ in a space", #"{"a":1,"a ":2}"#,
      .object(["a": .integer(1), "a ": .integer(2)])),
    AcceptedText(
      "a name that starts another", #"{"ab":1,"a":2,"abc":3}"#,
      .object(["ab": .integer(1), "a": .integer(2), "abc": .integer(3)])),
    AcceptedText(
      "a name again in another object", #"[{"a":1},{"a":2}]"#,
      .array([.object(["a": .integer(1)]), .object(["a": .integer(2)])])),
    AcceptedText(
      "a name again inside", #"{"a":{"a":1}}"#, .object(["a": .object(["a": .integer(1)])])),
    AcceptedText(
      "names equal only in compatibility", "{\"\u{FB01}\":1,\"fi\":2}",
      .object(["\u{FB01}": .integer(1), "fi": .integer(2)])),
    AcceptedText("e and é", #"{"é":1,"e":2}"#, .object(["é": .integer(1), "e": .integer(2)])),
    AcceptedText("a name with escapes", #"{"a\"\\\n":1}"#, .object(["a\"\\\n": .integer(1)])),
    AcceptedText(
      "64 arrays", String(repeating: "[", count: 64) + String(repeating: "]", count: 64), nested(64)
    ),
    AcceptedText(
      "many beside each other", "[" + String(repeating: "[],", count: 500) + "[]]",
      .array(Array(repeating: .array([]), count: 501))),
  ]

  static let numbers: [AcceptedText] = [
    AcceptedText("zero", "0", .integer(0)),
    AcceptedText("minus one", "-1", .integer(-1)),
    AcceptedText("ten", "10", .integer(10)),
    AcceptedText("eighteen digits", "999999999999999999", .integer(999_999_999_999_999_999)),
    AcceptedText("nineteen digits", "1000000000000000000", .integer(1_000_000_000_000_000_000)),
    AcceptedText("beyond 53 bits", "9007199254740993", .integer(9_007_199_254_740_993)),
    AcceptedText("the greatest integer", "9223372036854775807", .integer(.max)),
    AcceptedText("the least integer", "-9223372036854775808", .integer(.min)),
    AcceptedText("minus zero", "-0", .decimal("-0")),
    AcceptedText("minus zero in an array", "[-0]", .array([.decimal("-0")])),
    AcceptedText("a decimal", "1.5", .decimal("1.5")),
    AcceptedText("a decimal's zeros", "1.50", .decimal("1.50")),
    AcceptedText("a decimal below one", "0.1", .decimal("0.1")),
    AcceptedText("a negative decimal", "-0.5", .decimal("-0.5")),
    AcceptedText("a whole decimal", "1.0", .decimal("1.0")),
    AcceptedText("an exponent", "1e5", .decimal("1e5")),
    AcceptedText("a capital exponent", "1E5", .decimal("1E5")),
    AcceptedText("a positive exponent", "1e+5", .decimal("1e+5")),
    AcceptedText("a negative exponent", "1.5e-10", .decimal("1.5e-10")),
    AcceptedText("an exponent with zeros", "0e00", .decimal("0e00")),
    AcceptedText("a huge exponent", "1e999999", .decimal("1e999999")),
    AcceptedText(
      "many digits in a decimal", "12345678901234567890.12345678901234567890",
      .decimal("12345678901234567890.12345678901234567890")),
    AcceptedText("a number before a brace", #"{"a":1.5}"#, .object(["a": .decimal("1.5")])),
  ]

  static let strings: [AcceptedText] = [
    AcceptedText("an empty string", #""""#, .string("")),
    AcceptedText("a short string", #""a""#, .string("a")),
    AcceptedText("seven bytes", #""1234567""#, .string("1234567")),
    AcceptedText("eight bytes", #""12345678""#, .string("12345678")),
    AcceptedText(
      "a long string", #""The quick brown fox, twice; then some more.""#,
      .string("The quick brown fox, twice; then some more.")),
    AcceptedText("structure inside", #""{}[],: // true""#, .string("{}[],: // true")),
    AcceptedText("every short escape", #""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{08}\u{0C}\n\r\t")),
    AcceptedText("an escaped letter", #""\u0041""#, .string("A")),
    AcceptedText("escapes of both cases", #""\u00e9\u00E9""#, .string("éé")),
    AcceptedText("an escaped zero", #""a\u0000b""#, .string("a\u{0}b")),
    AcceptedText("an escaped control character", #""\u001b""#, .string("\u{1B}")),
    AcceptedText("an escape of three bytes", #""\u3042""#, .string("あ")),
    AcceptedText("a pair", #""\ud83d\ude00""#, .string("😀")),
    AcceptedText("the first pair", #""\ud800\udc00""#, .string("\u{10000}")),
    AcceptedText("the last pair", #""\udbff\udfff""#, .string("\u{10FFFF}")),
    AcceptedText("two pairs", #""\uD83D\uDE00\ud83d\ude01""#, .string("😀😁")),
    AcceptedText("a pair among letters", #""a\ud83d\ude00b""#, .string("a😀b")),
    AcceptedText("a backslash before u", #""\\u0041""#, .string("\\u0041")),
    AcceptedText(
      "before and after the surrogates", #""\ud7ff\ue000""#, .string("\u{D7FF}\u{E000}")),
    AcceptedText("escapes among é", #""é\né\u00e9é""#, .string("é\nééé")),
    AcceptedText("two bytes", "\"é\"", .string("é")),
    AcceptedText("three bytes", "\"山田花子\"", .string("山田花子")),
    AcceptedText("four bytes", "\"👩🏽‍🦽\"", .string("👩🏽‍🦽")),
    AcceptedText(
      "é among ASCII", "\"Amélie Rocher, Montréal\"", .string("Amélie Rocher, Montréal")),
    AcceptedText("right to left", "\"שלום عالم\"", .string("שלום عالم")),
    AcceptedText(
      "edges of UTF-8", "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
      .string("\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}")),
    AcceptedText("around the surrogates", "\"\u{D7FF}\u{E000}\"", .string("\u{D7FF}\u{E000}")),
    AcceptedText("a raw delete character", "\"\u{7F}\"", .string("\u{7F}")),
    AcceptedText("line separators", "\"\u{2028}\u{2029}\"", .string("\u{2028}\u{2029}")),
    AcceptedText("a mark inside a string", "\"\u{FEFF}\"", .string("\u{FEFF}")),
    AcceptedText("a noncharacter", "\"\u{FFFE}\"", .string("\u{FFFE}")),
  ]

  private static func nested(_ depth: Int) -> JSONValue {
    (1..<depth).reduce(.array([])) { inner, _ in .array([inner]) }
  }
}
