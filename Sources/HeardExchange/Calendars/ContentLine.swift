/// One line of a calendar file, after RFC 5545.
enum ContentLine {
  // Octets of a line without its end; what is longer goes on in the next line after a space.
  private static let most = 75

  /// The line with its end, folded between characters.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    // Characters as people see them stay whole where one fits in a line at all.
    let pieces = line.flatMap { character in
      character.utf8.count < most
        ? [String(character)] : character.unicodeScalars.map { String($0) }
    }
    for piece in pieces {
      if octets + piece.utf8.count > most {
        result += "\r\n "
        octets = 1
      }
      result += piece
      octets += piece.utf8.count
    }
    return result + "\r\n"
  }

  /// A text as it may stand in a value: nothing in it ends the line or the value.
  static func escaped(_ text: String) -> String {
    var result = ""
    var wasReturn = false
    for scalar in text.unicodeScalars {
      defer { wasReturn = scalar == "\r" }
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": if !wasReturn { result += "\\n" }
      case "\r", "\u{2028}", "\u{2029}": result += "\\n"
      case "\t": result += " "
      default: result.unicodeScalars.append(scalar.isUnseen ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}
