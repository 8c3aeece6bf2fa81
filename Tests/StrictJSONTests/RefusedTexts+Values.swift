import StrictJSON

extension RefusedTexts {
  static let numbers: [MarkedText] = [
    MarkedText("a zero before a digit", "¦01", .badNumber),
    MarkedText("a minus and a zero before a digit", "¦-01", .badNumber),
    MarkedText("two zeros", "¦00", .badNumber),
    MarkedText("a zero before a decimal", "[¦08.5]", .badNumber),
    MarkedText("thousands after a comma", "[1,¦000]", .badNumber),
    MarkedText("a dot at the end", "[¦1.]", .badNumber),
    MarkedText("a dot at the start", "[¦.5]", .badNumber),
    MarkedText("a minus and a dot", "[¦-.5]", .badNumber),
    MarkedText("a plus", "[¦+1]", .badNumber),
    MarkedText("an exponent without digits", "[¦1e]", .badNumber),
    MarkedText("an exponent with only a plus", "[¦1e+]", .badNumber),
    MarkedText("an exponent with only a minus", "[¦1E-]", .badNumber),
    MarkedText("an exponent with a dot", "[¦1E.5]", .badNumber),
    MarkedText("an exponent after a dot", "[¦1.e5]", .badNumber),
    MarkedText("a fraction of an exponent", "[¦1e5.5]", .badNumber),
    MarkedText("two exponents", "[¦1e5e5]", .badNumber),
    MarkedText("two e", "[¦1ee5]", .badNumber),
    MarkedText("two dots", "[¦1..2]", .badNumber),
    MarkedText("two fractions", "[¦1.5.2]", .badNumber),
    MarkedText("two minuses", "[¦--1]", .badNumber),
    MarkedText("a minus alone", "[¦-]", .badNumber),
    MarkedText("a minus before a space", "[¦- 1]", .badNumber),
    MarkedText("a minus and a plus", "[¦-+1]", .badNumber),
    MarkedText("a sum", "[¦1+2]", .badNumber),
    MarkedText("a date", "[¦2024-05-28]", .badNumber),
    MarkedText("a hexadecimal number", "[¦0x1F]", .badNumber),
    MarkedText("a binary number", "[¦0b1]", .badNumber),
    MarkedText("underscores", "[¦1_000]", .badNumber),
    MarkedText("a suffix", "[¦1f]", .badNumber),
    MarkedText("a unit", "[¦5km]", .badNumber),
    MarkedText("minus infinity", "[¦-Infinity]", .badNumber),
    MarkedText("a minus before letters", "[¦-a]", .badNumber),
    MarkedText("a number cut after its minus", "-¦", .unterminated),
    MarkedText("a number cut after its dot", "1.¦", .unterminated),
    MarkedText("a number cut after its e", "1e¦", .unterminated),
    MarkedText("a number cut after its exponent's sign", "1e+¦", .unterminated),
    MarkedText("a fraction sign", "[1¦½]", unexpected("½")),
    MarkedText("a currency", "[¦$1]", unexpected("$")),
    MarkedText("a percentage", "[1¦%]", unexpected("%")),
    MarkedText("one above 64 bits", "¦9223372036854775808", .integerOutOfRange),
    MarkedText("one below 64 bits", "¦-9223372036854775809", .integerOutOfRange),
    MarkedText("unsigned 64 bits", "[¦18446744073709551615]", .integerOutOfRange),
    MarkedText("twenty digits", "[1, ¦10000000000000000000]", .integerOutOfRange),
    MarkedText("thirty digits", "{\"a\":¦-999999999999999999999999999999}", .integerOutOfRange),
  ]

  static let duplicates: [MarkedText] = [
    MarkedText("the same name", #"{"a":1,¦"a":2}"#, .duplicateMember("a")),
    MarkedText("the same name and value", #"{"a":1,¦"a":1}"#, .duplicateMember("a")),
    MarkedText("the same name later", #"{"a":1,"b":2,¦"a":3}"#, .duplicateMember("a")),
    MarkedText("the same name at the end", #"{"a":1,"b":2,¦"b":3}"#, .duplicateMember("b")),
    MarkedText("the same name in any order", #"{"c":1,"b":2,¦"c":3,"a":4}"#, .duplicateMember("c")),
    MarkedText("the same empty name", #"{"":1,¦"":2}"#, .duplicateMember("")),
    MarkedText("a nested object", #"[{"x":{"b":1,¦"b":2}}]"#, .duplicateMember("b")),
    MarkedText("after containers", #"{"a":{"a":[1]},¦"a":[[]]}"#, .duplicateMember("a")),
    MarkedText(
      "a second status", "{\"status\":\"done\",\n¦\"status\":\"open\"}", .duplicateMember("status")),
    MarkedText("an escaped letter", #"{"a":1,¦"\u0061":2}"#, .duplicateMember("a")),
    MarkedText("an escaped letter first", #"{"\u0061":1,¦"a":2}"#, .duplicateMember("a")),
    MarkedText("an escaped slash", #"{"a/b":1,¦"a\/b":2}"#, .duplicateMember("a/b")),
    MarkedText("an escaped zero", #"{"\u0000":1,¦"\u0000":2}"#, .duplicateMember("\u{0}")),
    MarkedText("an escaped pair", #"{"😀":1,¦"\ud83d\ude00":2}"#, .duplicateMember("😀")),
    MarkedText("é twice", #"{"é":1,¦"é":2}"#, .duplicateMember("é")),
    MarkedText("é and e with accent", "{\"\u{E9}\":1,¦\"e\u{301}\":2}", .duplicateMember("é")),
    MarkedText("e with accent and é", "{\"e\u{301}\":1,¦\"\u{E9}\":2}", .duplicateMember("é")),
    MarkedText(
      "é and e with escaped accent", #"{"é":1,"z":2,¦"e\u0301":3}"#, .duplicateMember("é")),
    MarkedText(
      "a Hangul syllable and its parts", "{\"\u{AC00}\":1,¦\"\u{1100}\u{1161}\":2}",
      .duplicateMember("\u{AC00}")),
    MarkedText("Å and the unit", "{\"\u{C5}\":1,¦\"\u{212B}\":2}", .duplicateMember("\u{C5}")),
    MarkedText("omega and ohm", "{\"\u{2126}\":1,¦\"\u{3A9}\":2}", .duplicateMember("\u{3A9}")),
    MarkedText(
      "marks in another order", "{\"a\u{323}\u{307}\":1,¦\"a\u{307}\u{323}\":2}",
      .duplicateMember("a\u{323}\u{307}")),
  ]

  static let limits: [MarkedText] = [
    MarkedText("65 arrays", repeated("[", 64) + "¦[", .tooDeep(limit: 64)),
    MarkedText(
      "65 closed arrays", repeated("[", 64) + "¦[" + repeated("]", 65), .tooDeep(limit: 64)),
    MarkedText("65 objects", repeated("{\"a\":", 64) + "¦{", .tooDeep(limit: 64)),
    MarkedText("objects in arrays", repeated("[{\"a\":", 32) + "¦[1]", .tooDeep(limit: 64)),
    MarkedText(
      "100,000 arrays", repeated("[", 64) + "¦" + repeated("[", 99_936), .tooDeep(limit: 64)),
    MarkedText(
      "two where one is allowed", "[1,¦[2]]", .tooDeep(limit: 1), limits: JSONLimits(depth: 1)),
    MarkedText(
      "one where none is allowed", "¦[]", .tooDeep(limit: 0), limits: JSONLimits(depth: 0)),
    MarkedText("five bytes of four", "¦[1,2]", .tooLarge(limit: 4), limits: JSONLimits(bytes: 4)),
    MarkedText(
      "a broken text too large", "¦[[[[[", .tooLarge(limit: 4), limits: JSONLimits(bytes: 4)),
    MarkedText("one byte of none", "¦1", .tooLarge(limit: 0), limits: JSONLimits(bytes: 0)),
  ]

  static let encoding: [MarkedText] =
    brokenSequences.flatMap { name, sequence in
      [
        MarkedText("\(name) in a string", bytes("[\"a"), sequence + bytes("\"]"), .notUTF8),
        MarkedText("\(name) in a name", bytes("{\""), sequence + bytes("\":1}"), .notUTF8),
        MarkedText(
          "\(name) after é and text", bytes("\"é 1234567"), sequence + bytes("\""), .notUTF8),
        MarkedText("\(name) after a value", bytes("[1 "), sequence + bytes("]"), .notUTF8),
      ]
    } + wholeTexts

  private static let wholeTexts: [MarkedText] = [
    MarkedText("UTF-16 with a mark, low byte first", [], [0xFF, 0xFE, 0x5B, 0, 0x5D, 0], .notUTF8),
    MarkedText(
      "UTF-16 with a mark, high byte first", [], [0xFE, 0xFF, 0, 0x5B, 0, 0x5D], .notUTF8),
    MarkedText("UTF-16, low byte first", [0x5B], [0, 0x5D, 0], unexpected("\u{0}")),
    MarkedText("UTF-16, high byte first", [], [0, 0x5B, 0, 0x5D], unexpected("\u{0}")),
    MarkedText("a byte order mark", [], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], .byteOrderMark),
    MarkedText("only a byte order mark", [], [0xEF, 0xBB, 0xBF], .byteOrderMark),
    MarkedText("half a byte order mark", [0xEF, 0xBB], [], .unterminated),
    MarkedText("a broken byte after the text", bytes("[] "), [0x80], .notUTF8),
    MarkedText("a broken byte for a colon", bytes("{\"a\""), [0xC0, 0x3A, 0x31], .notUTF8),
    MarkedText("a broken byte in a word", bytes("[tr"), [0xFF, 0x75, 0x65], .notUTF8),
    MarkedText("two bytes cut", bytes("[\"a") + [0xC3], [], .unterminated),
    MarkedText("three bytes cut", bytes("[\"a") + [0xE3, 0x81], [], .unterminated),
    MarkedText("four bytes cut", bytes("[\"") + [0xF0, 0x9F, 0x98], [], .unterminated),
  ]

  /// Sequences that are wrong whatever ASCII follows.
  private static let brokenSequences: [(String, [UInt8])] = [
    ("a continuation alone", [0x80]),
    ("the last continuation alone", [0xBF]),
    ("an overlong zero", [0xC0, 0x80]),
    ("an overlong slash", [0xC0, 0xAF]),
    ("the last overlong of two bytes", [0xC1, 0xBF]),
    ("an overlong of three bytes", [0xE0, 0x80, 0x80]),
    ("the last overlong of three bytes", [0xE0, 0x9F, 0xBF]),
    ("an overlong of four bytes", [0xF0, 0x80, 0x80, 0x80]),
    ("the last overlong of four bytes", [0xF0, 0x8F, 0xBF, 0xBF]),
    ("the first surrogate", [0xED, 0xA0, 0x80]),
    ("the last surrogate", [0xED, 0xBF, 0xBF]),
    ("a pair of surrogates", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
    ("one beyond the last scalar", [0xF4, 0x90, 0x80, 0x80]),
    ("a lead beyond F4", [0xF5, 0x80, 0x80, 0x80]),
    ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
    ("six bytes", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]),
    ("FE", [0xFE]),
    ("FF", [0xFF]),
    ("Latin-1 é", [0xE9]),
    ("two bytes of three", [0xE3, 0x81]),
    ("three bytes of four", [0xF0, 0x9F, 0x98]),
    ("one byte of two", [0xC3]),
    ("a letter for a continuation", [0xC3, 0x28]),
    ("a lead for a continuation", [0xE3, 0xC3, 0xA9]),
  ]
}

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}
