import TerminalCanvas
import Testing

@Suite struct ByteDecoderTests {
  private static func text(_ bytes: [UInt8]) -> String {
    var decoder = ByteDecoder()
    return String(String.UnicodeScalarView(bytes.compactMap { decoder.decode($0) }))
  }

  @Test(arguments: ["plain", "é", "水の証言", "😀👩‍🌾", "\u{10FFFF}", "\u{0}\u{7F}\u{80}"])
  func `bytes that arrive one by one become their characters`(text: String) {
    #expect(Self.text(Array(text.utf8)) == text)
  }

  @Test(arguments: [
    ([0xFF, 0x61], "a"), ([0xC3, 0x61, 0x62], "ab"), ([0x80, 0x61], "a"),
    ([0xC0, 0xAF, 0x61], "a"),
    ([0xE6, 0xB0, 0xC3, 0xA9], "é"), ([0xED, 0xA0, 0x80, 0x61], "a"),
    ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"),
  ])
  func `bytes that fit nowhere take nothing else with them`(bytes: [UInt8], text: String) {
    #expect(Self.text(bytes) == text)
  }
}
