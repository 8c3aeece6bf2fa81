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
  /// Where and why a file is no JSON of the strict kind.
  init(file: String, _ fault: JSONFault) {
    self.init(
      file: file, line: fault.line, column: fault.column, kind: .json(SyntaxFault(fault.kind)))
  }
}
