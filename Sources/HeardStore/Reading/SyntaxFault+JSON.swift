import HeardModel
import StrictJSON

extension SyntaxFault {
  /// What the reader of JSON found, in the words of the model, which knows no reader.
  init(_ kind: JSONFault.Kind) {
    switch kind {
    case .empty: self = .empty
    case .byteOrderMark: self = .byteOrderMark
    case .notUTF8: self = .notUTF8
    case .unexpectedCharacter(let scalar): self = .unexpectedCharacter(scalar)
    case .unterminated: self = .unterminated
    case .trailingComma: self = .trailingComma
    case .missingComma: self = .missingComma
    case .missingColon: self = .missingColon
    case .duplicateMember(let name): self = .duplicateMember(name)
    case .controlCharacter: self = .controlCharacter
    case .badEscape: self = .badEscape
    case .loneSurrogate: self = .loneSurrogate
    case .badNumber: self = .badNumber
    case .integerOutOfRange: self = .integerOutOfRange
    case .tooDeep(let limit): self = .tooDeep(limit: limit)
    case .tooLarge(let limit): self = .tooLarge(limit: limit)
    case .trailingContent: self = .trailingContent
    }
  }
}

extension FileFault {
  /// Where and why a file with these bytes is no JSON of the strict kind.
  init(file: String, _ fault: JSONFault, in bytes: [UInt8]) {
    if let line = MergeMarks.line(in: bytes) {
      self.init(file: file, line: line, column: 1, kind: .json(.mergeMarks))
    } else {
      self.init(
        file: file, line: fault.line, column: fault.column, kind: .json(SyntaxFault(fault.kind)))
    }
  }
}

/// The marks that a merge by lines, as that of git, leaves round two versions.
enum MergeMarks {
  private static let sides = ["<<<<<<<", ">>>>>>>"].map { Array($0.utf8) }
  private static let dividers = ["=======", "|||||||"].map { Array($0.utf8) }

  /// The first line that begins or ends two versions, from 1; nil where there is none.
  ///
  /// No line of a JSON text begins so. A line of equal signs does not count by itself: somebody may
  /// have pasted a heading into a text.
  static func line(in bytes: [UInt8]) -> Int? {
    var number = 1
    var rest = bytes[...]
    while !rest.isEmpty {
      if isMark(rest, of: sides) { return number }
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      rest = rest[(end + 1)...]
      number += 1
    }
    return nil
  }

  /// Whether a line of a file of lines is one of the marks.
  static func isMark(_ line: ArraySlice<UInt8>) -> Bool { isMark(line, of: sides + dividers) }

  private static func isMark(_ line: ArraySlice<UInt8>, of marks: [[UInt8]]) -> Bool {
    marks.contains { mark in
      guard line.starts(with: mark) else { return false }
      let next = line.dropFirst(mark.count).first
      return next.map { " \r\n".utf8.contains($0) } ?? true
    }
  }
}
