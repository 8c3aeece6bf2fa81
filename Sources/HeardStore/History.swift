import HeardModel
import StrictJSON

extension ChangeName {
  /// What was done, in one word of the format.
  var historyWord: String {
    switch self {
    case .added: "added"
    case .edited: "edited"
    case .removed: "removed"
    case .attendance, .slip: "attendance"
    case .status: "status"
    case .consent: "consent"
    case .people: "people"
    case .feedback: "feedback"
    case .approved: "approved"
    case .unlocked: "unlocked"
    case .several, .addedSeveral: "several"
    case .imported: "imported"
    case .conflict: "conflict"
    case .merged, .mergedPeople: "joined"
    case .forgotten: "erased"
    }
  }
}

extension JSONValue {
  /// The value in one line with its line end.
  ///
  /// A canonical text has line ends only between its parts, never inside a text.
  func lineText() -> String {
    let text = String(decoding: canonicalBytes(), as: UTF8.self)
    return text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ") + "\n"
  }
}

/// Lines of the history that could not be written yet, and why.
struct OwedHistory: Sendable {
  var lines: [(Moment, HistoryLine)] = []
  var trouble: StoreError?
}
