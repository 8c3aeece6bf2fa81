import HeardInsight
import HeardKit
import HeardModel

/// The filter on a command line, as the shell hands it over piece by piece.
public enum TypedFilter {
  // Stands before what begins with a minus sign while the arguments are sorted, so that
  // `-status:cancelled` is not taken for an option. No shell hands it over by accident.
  private static let shield = "\u{1}"
  private static let commands: Set<String> = ["list", "figures", "calendar"]

  /// The arguments with those shielded that a filter negates.
  public static func shielded(_ arguments: [String]) -> [String] {
    guard let command = arguments.first, commands.contains(command) else { return arguments }
    return arguments.map { isNegation($0) ? shield + $0 : $0 }
  }

  /// A text as it was typed.
  public static func unshielded(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0 != "\u{1}" })
  }

  /// The filter that the pieces make together, behind that of a view.
  ///
  /// - Throws: `Failure` with what could not be understood.
  static func query(
    _ pieces: [String], of view: String = "", for target: QueryTarget, _ inquiry: Inquiry
  ) throws -> Query {
    if pieces.isEmpty && view.isEmpty { return Query() }
    return try query(pieces, of: view, for: target, inquiry.insight, inquiry.words)
  }

  /// The filter that the pieces make together, asked of records that a command may change.
  ///
  /// - Throws: `Failure` with what could not be understood.
  static func query(
    _ pieces: [String], of view: String = "", for target: QueryTarget, _ insight: Insight,
    _ words: Words
  ) throws -> Query {
    let typed = pieces.map { quoted(unshielded($0)) }
    let query = Query(([view] + typed).filter { !$0.isEmpty }.joined(separator: " "))
    let problems = insight.problems(of: query, for: target)
    if problems.isEmpty { return query }
    throw Failure(problems.map { words.sentence($0) }, .usage)
  }

  /// `-word` and `-key:value`, but no option of ours, which all have two minus signs, and not `-h`.
  private static func isNegation(_ argument: String) -> Bool {
    argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.utf8.count > 2
  }

  /// A piece with the quotation marks that the shell took away: what it kept together stays so.
  private static func quoted(_ piece: String) -> String {
    guard piece.contains(" "), !piece.contains("\"") else { return piece }
    let colons = piece.split(separator: " ").filter { $0.contains(":") }
    guard let first = colons.first else {
      return piece.hasPrefix("-") ? "-\"\(piece.dropFirst())\"" : "\"\(piece)\""
    }
    guard colons.count == 1, piece.hasPrefix(first), let colon = piece.firstIndex(of: ":") else {
      return piece
    }
    let values = piece[piece.index(after: colon)...].split(separator: ",")
    return "\(piece[...colon])" + values.map { "\"\($0)\"" }.joined(separator: ",")
  }
}
