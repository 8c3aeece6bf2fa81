import HeardExchange
import Testing

@Suite struct HTMLTextTests {
  @Test func `nothing in a record becomes markup`() {
    #expect(
      HTMLText.escaped("<b onclick=\"x\">Tom & 'Ann'</b>")
        == "&lt;b onclick=&quot;x&quot;&gt;Tom &amp; &#39;Ann&#39;&lt;/b&gt;")
  }

  @Test func `marks that turn text around are shown as what they are`() {
    #expect(HTMLText.escaped("a\u{202E}b\u{1B}c\nd") == "a\u{FFFD}b\u{FFFD}c\nd")
  }
}
