/// A file that is no table of text, though its name may say so.
public enum OtherFile: String, CaseIterable, Sendable {
  /// The own file of a spreadsheet program: Excel, OpenDocument.
  case workbook
  /// Something packed.
  case archive
  /// A PDF.
  case pdf
  /// A web page, as many programs export tables under a name that ends in `.xls`.
  case html
  /// A calendar.
  case calendar
  /// Contacts.
  case contacts
  /// JSON.
  case json
  /// XML.
  case xml
}

extension OtherFile {
  /// What bytes are by their beginning, and of packed ones by the names in them.
  init?(bytes: [UInt8]) {
    func begins(_ signs: [UInt8]) -> Bool { bytes.starts(with: signs) }
    if begins([0x50, 0x4B, 0x03, 0x04]) {
      let isWorkbook = ["xl/workbook", "xl/worksheets", "opendocument.spreadsheet"]
        .contains { Self.hold(bytes, $0) }
      self = isWorkbook ? .workbook : .archive
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .workbook
    } else if begins(Array("%PDF".utf8)) {
      self = .pdf
    } else if begins([0x1F, 0x8B]) || begins(Array("Rar!".utf8)) || begins([0x37, 0x7A, 0xBC]) {
      self = .archive
    } else {
      return nil
    }
  }

  /// What a text is by its beginning; nil where it may be a table.
  init?(text: [UInt8]) {
    let blank = Set(" \t\r\n".utf8)
    let begin = String(decoding: text.drop { blank.contains($0) }.prefix(1000), as: UTF8.self)
      .lowercased()
    let signs = begin.filter { !$0.isWhitespace }
    if Self.tags.contains(where: begin.hasPrefix) {
      self = .html
    } else if begin.hasPrefix("<?xml") {
      self = begin.contains("<html") ? .html : .xml
    } else if begin.hasPrefix("begin:vcalendar") {
      self = .calendar
    } else if begin.hasPrefix("begin:vcard") {
      self = .contacts
    } else if Self.braces.contains(where: signs.hasPrefix) {
      self = .json
    } else {
      return nil
    }
  }

  private static let tags = [
    "<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<!--",
  ]

  // `[x]` can be a heading; these cannot.
  private static let braces = ["{\"", "{}", "[{", "[[", "[\"", "[]"]

  private static func hold(_ bytes: [UInt8], _ name: String) -> Bool {
    let name = Array(name.utf8)
    guard bytes.count >= name.count else { return false }
    return (0...(bytes.count - name.count)).contains { place in
      bytes[place] == name[0] && bytes[place..<(place + name.count)].elementsEqual(name)
    }
  }
}
