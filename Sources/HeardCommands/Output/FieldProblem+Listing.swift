import HeardKit

extension FieldProblem {
  private static let most = 12

  /// The problem in words, with what there is where nothing is near: a line has no list to look at.
  func sentence(listing options: [FieldOption], isLookup: Bool = false, _ words: Words) -> String {
    guard case .notAnOption(_, nearest: nil) = self else { return sentence(words) }
    // What is looked up by its name may be a person, or the words of one: only codes are told.
    let names = options.filter { !$0.value.isEmpty && ($0.isCode || !isLookup) }.map(\.value)
    if names.isEmpty { return sentence(words) }
    let few = names.prefix(Self.most) + (names.count > Self.most ? ["…"] : [])
    return words(
      "cli.thereIs", ["problem": sentence(words), "names": few.joined(separator: ", ")])
  }
}

extension FieldKind {
  /// What can stand in the field, and whether it is looked up by its name.
  var offered: (options: [FieldOption], isLookup: Bool) {
    switch self {
    case .choice(let options), .many(let options): (options, false)
    case .lookup(let options), .lookupMany(let options): (options, true)
    case .line, .area, .date, .number, .toggle: ([], false)
    }
  }
}
