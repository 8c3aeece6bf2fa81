import HeardExchange
import HeardModel
import Testing

/// The whole way of one sheet with every fault that people make.
@Suite struct OddSheetTests {
  @Test func `a sheet of 65 events goes in with the doubtful ones corrected`() throws {
    var work = try Bench.work(OddSheet.text)
    #expect(work.table.headerLine == 3)
    #expect(work.dateEvidence == .found(.dayFirst))
    #expect(work.rows.count { $0.event != nil } == OddSheet.events)
    #expect(work.rows.count { !$0.doubts.isEmpty } == OddSheet.doubtful)
    #expect(work.taken.count == OddSheet.events - OddSheet.doubtful)
    #expect(work.rows.last?.state == .skipped(.totals))
    for correct in OddSheet.mends {
      let row = try #require(work.rows.first { $0.cells.first == correct.reference })
      let column = try #require(work.table.column(named: correct.column))
      work.correct(line: row.line, place: column.place, to: correct.text)
      let corrected = work.rows.first { $0.line == row.line }
      #expect(corrected?.doubts == [], "\(correct.reference)")
    }
    let left = work.rows.filter { !$0.doubts.isEmpty }
    #expect(left.count == OddSheet.doubtful - OddSheet.mends.count)
    for row in left where !row.needsOwnAnswer { work.choose(.accepted, line: row.line) }
    let programme = Bench.applied(work, to: Bench.programme())
    #expect(programme.events.count == OddSheet.events)
    let again = try Bench.work(OddSheet.text, programme)
    #expect(again.taken.isEmpty)
    #expect(again.rows.count { $0.knownID != nil } == OddSheet.events - 1)
  }

  @Test(arguments: [SheetEncoding.utf8, .utf16LittleEndian])
  func `the sheet is the same in every way of writing it`(_ encoding: SheetEncoding) throws {
    let text = OddSheet.text
    let bytes =
      encoding == .utf8
      ? Array(text.utf8)
      : [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let sheet = try Sheet(bytes, name: "a.csv")
    #expect(sheet.encoding == encoding)
    let plain = try Bench.sheet(text)
    #expect(sheet.rows == plain.rows)
  }

  @Test func `no e-mail address of the sheet stands in an event`() throws {
    var work = try Bench.work(OddSheet.text)
    for row in work.rows { work.choose(.accepted, line: row.line) }
    #expect(work.taken.allSatisfy { !"\($0.event ?? Event())".contains("@") })
  }
}
