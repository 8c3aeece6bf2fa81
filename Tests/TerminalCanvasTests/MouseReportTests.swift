import TerminalCanvas
import Testing

/// What a mouse sends, as keys.
@Suite struct MouseReportTests {
  @Test(
    arguments: [
      ("0;1;1M", .click(Position(column: 0, row: 0))),
      ("0;120;7M", .click(Position(column: 119, row: 6))),
      ("64;3;4M", .wheel(-1)), ("65;3;4M", .wheel(1)),
    ] as [(String, Key)])
  func `the first button and the wheel mean something`(report: String, key: Key) {
    #expect(MouseReport.key(report) == key)
  }

  @Test(arguments: [
    "0;1;1m", "2;1;1M", "32;1;1M", "0;0;1M", "0;1M", "0;1;1;1M", ";;M", "M", "", "a;b;cM", "0;1;1",
    "99999999999999999999;1;1M",
  ])
  func `nothing else does`(report: String) {
    #expect(MouseReport.key(report) == nil)
  }
}
