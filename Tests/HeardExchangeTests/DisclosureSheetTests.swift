import Foundation
import HeardExchange
import HeardModel
import TestKit
import Testing

/// A disclosure as one page and as plain text.
@Suite struct DisclosureSheetTests {
  private static var told: Disclosure {
    var told = Disclosure()
    told.id = id("t-1")
    told.event = Sample.paris.id
    told.takenBy = id("s-noor")
    told.at = Sample.now
    told.pseudonym = "Camélia"
    told.text = "First <b>line</b>\n\nSecond & last"
    told.note = "Note"
    return told
  }

  private static var sheet: DisclosureSheet {
    DisclosureSheet(
      told.withoutWords(), for: "Imani <Lead>", in: Sample.programme(), voice: Sample.voice())
  }

  @Test func `the page tells all of it, marked confidential, and holds no markup of it`() throws {
    let html = try #require(
      String(bytes: Self.sheet.page(of: Self.told), encoding: .utf8))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
    for part in [
      "[confidential]", "Imani &lt;Lead&gt;", "Soins &amp; &lt;confiance&gt;", "Camélia",
      "<p dir=\"auto\">First &lt;b&gt;line&lt;/b&gt;</p>", "Second &amp; last", "[teamNote]",
      "[receipt]", "2024-12-01", "t-1",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!html.contains("[doneAtOnce]"))
    for foreign in ["<b>", "<Lead>", "http", "src=", "href="] { #expect(!html.contains(foreign)) }
  }

  @Test func `the plain text tells the same`() throws {
    let text = try #require(
      String(bytes: Self.sheet.plainText(of: Self.told), encoding: .utf8))
    #expect(text.hasPrefix("[disclosure]\n[confidential]\n"))
    #expect(text.contains("First <b>line</b>\n\nSecond & last\n"))
    #expect(text.contains("[forLead]: Imani <Lead>") && text.contains("Camélia"))
  }

  @Test func `without the disclosure nothing of it stands in a sheet`() {
    #expect(!"\(Self.sheet)".contains("Second") && !"\(Self.sheet)".contains("Camélia"))
  }
}
