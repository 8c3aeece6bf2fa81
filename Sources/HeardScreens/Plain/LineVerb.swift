import HeardKit
import HeardModel

/// What a person says in plain lines to the conversation itself, rather than to a screen.
enum LineVerb: String, CaseIterable, Sendable {
  /// Say everything once more.
  case again
  /// The next page of a list; in a form the folded questions.
  case more
  /// The page before.
  case less
  /// How to talk, and what this screen is for.
  case help
  /// The commands that work here.
  case commands
  /// Where the focus is.
  case whereAmI
  /// In a form: the question before.
  case back
  /// In a form: goes past these questions.
  case skip
  /// In a form: saves.
  case save
  /// In a form: goes back, what is typed stays as a draft.
  case leave
  /// In a form: all fields with what stands in them.
  case fields
  /// Goes on in the full screen.
  case screen

  /// The verbs that are meant in a form, where any other word is an answer.
  static let inForms: [LineVerb] = [
    .again, .more, .help, .whereAmI, .back, .skip, .save, .leave, .fields, .screen,
  ]

  /// The verbs that are meant everywhere else.
  static let elsewhere: [LineVerb] = [.again, .more, .less, .help, .commands, .whereAmI]

  /// The verb as people type it, in their language and in English.
  func names(_ words: Words) -> [String] {
    [words, Words(nil)].map { fold($0("linear.verb.\(rawValue)")) }
  }
}

/// What a typed word may ask for.
enum Wish: Hashable, Sendable {
  case command(Command)
  case verb(LineVerb)
  case view(SavedView)

  /// What it is called.
  func name(_ words: Words) -> String {
    switch self {
    case .command(let command): words("command.\(command.rawValue)")
    case .verb(let verb): words("linear.verb.\(verb.rawValue)")
    case .view(let view): words("view.named", ["name": view.name])
    }
  }

  /// What it is called, and what it does, which tells two of one name apart.
  func description(_ words: Words) -> String {
    switch self {
    case .command(let command): "\(name(words)): \(words("meaning.\(command.rawValue)"))"
    case .verb: name(words)
    case .view(let view): words.list([name(words), words("screen.\(view.list.rawValue)")])
    }
  }

  /// Everything by which it can be called: in the person's language, in English, and as it is
  /// called in the program (`new testimony`), since names of one word can be short of a verb.
  func names(_ words: Words) -> [String] {
    switch self {
    case .verb(let verb): verb.names(words)
    case .view: [fold(name(words))]
    case .command(let command):
      [words, Words(nil)].map { fold($0("command.\(command.rawValue)")) }
        + [Self.parted(command.rawValue)]
    }
  }

  /// `newTestimony` as `new testimony`.
  private static func parted(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
      text += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
    }
  }
}

/// Finds what a typed word asks for among what can be asked for now.
struct WishFinder {
  let wishes: [Wish]
  let words: Words

  /// What was found.
  enum Found {
    case one(Wish)
    case several([Wish])
    case none(near: [Wish])
  }

  /// Looks for a name, else for the names that begin so.
  func find(_ typed: String) -> Found {
    let wanted = fold(typed)
    let named = wishes.map { (wish: $0, names: $0.names(words)) }
    let exact = named.filter { $0.names.contains(wanted) }.map(\.wish)
    if let first = exact.first { return exact.count == 1 ? .one(first) : .several(exact) }
    let begun = named.filter { $0.names.contains { $0.hasPrefix(wanted) } }.map(\.wish)
    switch begun.count {
    case 1: return .one(begun[0])
    case 0: return .none(near: near(wanted, named))
    default: return .several(begun)
    }
  }

  /// Names that hold the word, or differ from it by a slip.
  private func near(_ wanted: String, _ named: [(wish: Wish, names: [String])]) -> [Wish] {
    let holding = wanted.count < 2 ? [] : named.filter { $0.names.contains { $0.contains(wanted) } }
    if !holding.isEmpty { return Array(holding.map(\.wish).prefix(5)) }
    guard let name = nearest(wanted, among: named.flatMap(\.names)) else { return [] }
    return named.filter { $0.names.contains(name) }.map(\.wish)
  }
}
