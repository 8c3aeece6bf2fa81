import Foundation
import HeardExchange
import TestKit
import Testing

/// Files as people have them, read without a question.
@Suite struct SheetTests {
  /// A text and the cells that it means, rows apart by `/`, cells by `|`.
  private static let texts: [(String, String)] = [
    ("a,b\n1,2", "a|b/1|2"),
    ("a;b\r\n1;2\r\n", "a|b/1|2"),
    ("a\tb\r1\t2", "a|b/1|2"),
    ("a|b\n1|2", "a|b/1|2"),
    ("\u{FEFF}a,b\n1,2", "a|b/1|2"),
    ("sep=;\r\na,x;b\n1;2", "a,x|b/1|2"),
    ("a,b\n\n,,\n1,2\n\n", "a|b/1|2"),
    ("a,b\n\"1, or 2\",\"3 \"\"or\"\" 4\"", "a|b/1, or 2|3 \"or\" 4"),
    ("a,b\n\"1\r\n2\",3", "a|b/1\r\n2|3"),
    ("a,b\n \"1\" , 2 ", "a|b/1|2"),
    // A quotation mark within words, before more words, and one that is never closed.
    ("a,b\nthe 5\" pipe,2", "a|b/the 5\" pipe|2"),
    ("a,b\n\"Voices\" evening,2\n3,4", "a|b/\"Voices\" evening|2/3|4"),
    ("a,b\n\"never closed,2\n3,4", "a|b/\"never closed|2/3|4"),
    ("a,b\n\"x, y\" and z,2", "a|b/x, y and z|2"),
    // Rows that are too short and too long; a separator within most cells.
    ("a;b;c\n1\n1;2;3;4\n1,5;2,5;3,5", "a|b|c/1/1|2|3|4/1,5|2,5|3,5"),
    ("a;b\n\u{A0}1\u{A0};\u{3000}2", "a|b/1|2"),
    ("a,b,,,\n1,2,,,", "a|b/1|2"),
    ("one column\nonly", "one column/only"),
    // What our own CSV writes before a formula, and an apostrophe that belongs to a name.
    ("a,b\n'=1+1,'-4\n't Hart,''quoted'", "a|b/=1+1|-4/'t Hart|'quoted'"),
  ]

  @Test(arguments: texts.indices)
  func `a sheet is read as people mean it`(_ index: Int) throws {
    let (text, cells) = Self.texts[index]
    let sheet = try Bench.sheet(text)
    #expect(sheet.rows.map { $0.cells.joined(separator: "|") }.joined(separator: "/") == cells)
  }

  private static let word = "Écoute à l’hôpital – 対話"

  @Test(arguments: [
    "utf8", "utf8bom", "utf16le", "utf16be", "utf16plain", "sjis", "1252", "latin1",
  ])
  func `letters are read however they are written`(_ how: String) throws {
    let isJapanese = how == "sjis"
    let isWestern = how == "1252" || how == "latin1"
    let word =
      isJapanese ? "語りの会・カフェ" : isWestern ? "Écoute à l\u{92}hôpital" : Self.word
    let text = "Title;Place\n\(word);Zoë\n"
    let wide = Array(text.utf16)
    let bytes: [UInt8] =
      switch how {
      case "utf8": Array(text.utf8)
      case "utf8bom": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "utf16le": [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf16be": [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case "utf16plain": wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "sjis":
        Array(try #require("Title;Place\n\(word);大阪\n".data(using: .shiftJIS)))
      default: text.unicodeScalars.map { UInt8($0.value) }
      }
    let sheet = try Sheet(bytes, name: "a.csv")
    let expected = isWestern ? "Écoute à l’hôpital" : word
    #expect(
      sheet.rows.map(\.cells) == [["Title", "Place"], [expected, isJapanese ? "大阪" : "Zoë"]])
  }

  @Test func `a line is the one on which a row begins`() throws {
    let sheet = try Bench.sheet("a,b\n\n\"1\n2\n3\",4\n5,6\n")
    #expect(sheet.rows.map(\.line) == [1, 3, 6])
    #expect(sheet.emptyRows == 1)
  }

  @Test func `what is too large is refused whole`() throws {
    var limits = SheetLimits()
    (limits.bytes, limits.rows, limits.columns, limits.cell) = (200, 3, 4, 20)
    func fault(_ text: String) -> SheetFault? {
      do throws(SheetFault) {
        _ = try Sheet(Array(text.utf8), name: "a.csv", limits: limits)
        return nil
      } catch { return error }
    }
    #expect(fault(String(repeating: "a", count: 201)) == .tooLarge(limit: 200))
    #expect(fault("a\nb\nc\nd") == .tooManyRows(limit: 3))
    #expect(fault("a\nb\nc\n\n\n\n") == nil)
    #expect(fault("a,b,c,d\n\n1,2,3,4,5") == .tooManyColumns(line: 3, limit: 4))
    #expect(fault("a,b,c,d\n1,2,3,4,,,,,") == nil)
    #expect(
      fault("a,b\n1,\(String(repeating: "x", count: 21))") == .cellTooLong(line: 2, limit: 20))
    #expect(fault(" ,\n,,") == .empty)
    #expect(fault("") == .empty)
    #expect(fault("PK\u{3}\u{4}\u{0}\u{1}\u{0}") == .other(.archive))
    #expect(fault("a;\u{0}\u{1}b") == .notText)
  }

  private static let others: [(String, OtherFile?)] = [
    ("<html><table><tr><td>Title</td></tr></table></html>", .html),
    ("\n <TABLE border=1><tr><td>Date</td></tr></TABLE>", .html),
    ("<!DOCTYPE html>\n<html></html>", .html),
    ("<?xml version=\"1.0\"?><Workbook></Workbook>", .xml),
    ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", .calendar), ("BEGIN:VCARD\nFN:A\n", .contacts),
    ("[{\"title\":\"A\",\"date\":\"2024-06-12\"}]", .json),
    ("{\n  \"events\": []\n}", .json), ("%PDF-1.7\n%x", .pdf),
    ("PK\u{3}\u{4}aaxl/workbook.xml", .workbook),
    ("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .workbook),
    ("PK\u{3}\u{4}readme.txt", .archive),
    ("<Title>;Date\nA;2024-06-12\n", nil), ("[Title];[Date]\nA;2024-06-12\n", nil),
    ("{Title};Date\nA;2024-06-12\n", nil), ("Begin;Title\n2024-06-12;A\n", nil),
  ]

  @Test(arguments: others.indices)
  func `a file that is no table is told by what it is`(_ index: Int) {
    let (text, kind) = Self.others[index]
    func fault(_ bytes: [UInt8]) -> SheetFault? {
      do throws(SheetFault) {
        _ = try Sheet(bytes, name: "events.csv")
        return nil
      } catch { return error }
    }
    #expect(fault(Array(text.utf8)) == kind.map { .other($0) })
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let isText = kind.map { ![OtherFile.pdf, .workbook, .archive].contains($0) } ?? true
    if isText { #expect(fault(wide) == kind.map { .other($0) }) }
  }

  @Test func `the old files of Excel are known by their beginning`() {
    #expect(throws: SheetFault.other(.workbook)) {
      try Sheet([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], name: "events.xls")
    }
  }

  @Test func `a heading row is found below other rows, and columns of one name are told apart`()
    throws
  {
    let text =
      "Our programme;;\nexported in May;;\n\nDate;Country;Notes;Notes;\n2024-05-03;FR;a;b;c\n"
    let table = SheetTable(try Bench.sheet(text), fields: EventImportField.self)
    #expect(table.headerLine == 4)
    #expect(table.columns.map(\.name) == ["Date", "Country", "Notes", "Notes (2)"])
    #expect(table.rows.count == 1)
    #expect(table.above.count == 2)
  }

  @Test func `random bytes are read or refused, and never more`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var source = RandomSource(seed: seed)
    let signs = Array("\",;\t|\r\n \u{0}aé対1-/~".utf8) + [0xFF, 0xFE, 0x82, 0xC3, 0x80]
    for round in 0..<300 {
      let length = Int(source.next() % 400)
      let bytes = (0..<length).map { _ in
        round % 3 == 0
          ? UInt8(source.next() & 0xFF) : signs[Int(source.next() % UInt64(signs.count))]
      }
      guard let sheet = try? Sheet(bytes, name: "random.csv") else { continue }
      let work = SheetImport(sheet, Bench.context())
      #expect(work.rows.count == work.table.rows.count, "seed \(seed)")
    }
  }
}
