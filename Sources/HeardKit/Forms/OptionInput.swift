import HeardModel

/// Values of a list as people type them: the value, its label, or the beginning of one label.
public enum OptionInput {
  /// The value that a text means.
  public static func value(
    _ text: String, _ options: [FieldOption]
  ) -> Result<String, FieldProblem> {
    let wanted = fold(text)
    if let exact = options.first(where: { $0.isCalled(wanted) }) {
      return .success(exact.value)
    }
    let beginning = options.filter { fold($0.label).hasPrefix(wanted) }
    if beginning.count == 1, let only = beginning.first { return .success(only.value) }
    if beginning.count > 1 && !wanted.isEmpty {
      return .failure(.fitsSeveral(text, beginning.map(\.label)))
    }
    return .failure(
      .notAnOption(text, nearest: nearest(text, among: options.map(\.label))))
  }

  /// The code of a list that a text means; one that is retired only as the code itself, so that a
  /// line of what stands in a record is read again.
  static func code(
    _ text: String, of list: TaxonomyName, _ desk: Desk
  ) -> Result<Code, FieldProblem> {
    if let code = Code(stored: text),
      desk.programme.taxonomy(list).entries.contains(where: { $0.id == code })
    {
      return .success(code)
    }
    return value(text, desk.options(list)).flatMap { value in
      Code(stored: value).map(Result.success) ?? .failure(.notAnOption(text, nearest: nil))
    }
  }

  /// The values that a text with commas means, in its order, each once; a label that holds a comma
  /// itself is one value.
  public static func values(
    _ text: String, _ options: [FieldOption]
  ) -> Result<[String], FieldProblem> {
    var values: [String] = []
    for word in parts(text, options) {
      switch value(word, options) {
      case .success(let value): if !values.contains(value) { values.append(value) }
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(values)
  }

  /// The options whose label holds what is typed, or that are called so otherwise, those that begin with it first.
  public static func matches(_ text: String, _ options: [FieldOption]) -> [FieldOption] {
    let wanted = fold(text)
    if wanted.isEmpty { return options }
    let first = options.filter { fold($0.label).hasPrefix(wanted) || $0.isCalled(wanted) }
    let rest = options.filter { option in
      !first.contains(option)
        && (fold(option.label).contains(wanted) || option.hasAlias(beginning: wanted))
    }
    return first + rest
  }
}

/// The candidate that is nearest to a text; nil when none is near.
public func nearest(_ text: String, among candidates: [String]) -> String? {
  // A letter has a few bytes: what was pasted is not taken apart to see that it is too long.
  guard text.utf8.count <= 1000 else { return nil }
  let wanted = Array(fold(text))
  guard (2...40).contains(wanted.count) else { return nil }
  let ranked = candidates.filter { $0.utf8.count <= 1000 }
    .map { (name: $0, distance: distance(wanted, Array(fold($0)))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(1, wanted.count / 3) ? best.name : nil
}

/// How many letters must be put in, taken out or changed to make one word of another.
private func distance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, left) in a.enumerated() {
    var corner = row[0]
    row[0] = i + 1
    for (j, right) in b.enumerated() {
      let change = corner + (left == right ? 0 : 1)
      corner = row[j + 1]
      row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}

// Several values in one text.
extension OptionInput {
  /// The parts of a text between its separators; a label that holds one itself is one part.
  public static func parts(_ text: String, _ options: [FieldOption]) -> [String] {
    pieces(text, options).map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// The part that is being typed: the last one, or the beginning of a label that holds separators.
  public static func last(of text: String, _ options: [FieldOption]) -> Substring {
    let pieces = pieces(text, options)
    if pieces.count == 1 { return text[...] }
    let long = long(options)
    let reach = (long.map(separators(in:)).max() ?? 0) + 1
    let begun = pieces.suffix(reach).lazy.map { text[$0.startIndex...] }.first { rest in
      let begun = fold(trimmed(String(rest)))
      return !begun.isEmpty && long.contains { $0.hasPrefix(begun) }
    }
    return begun ?? pieces.last ?? text[text.endIndex...]
  }

  /// Values as a text that is read as these again: their labels, with semicolons between them where
  /// a comma would make two of them the label of a third.
  public static func text(of values: [String], _ options: [FieldOption]) -> String {
    let labels = values.map { value in options.first { $0.value == value }?.label ?? value }
    let text = labels.joined(separator: ", ")
    return parts(text, options) == labels ? text : labels.joined(separator: "; ")
  }

  /// What a text chooses, by its values, which mean the same in every language; what chooses
  /// nothing stays as it is.
  public static func stored(_ text: String, _ options: [FieldOption]) -> String {
    options.first { $0.label == text }?.value ?? text
  }

  // By scalars: thousands of labels are looked through while somebody types.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", "、", "，", "；": true
    default: false
    }
  }

  private static func isSeparator(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    return scalars.count == 1 && scalars.allSatisfy(isSeparator)
  }

  private static func separators(in label: String) -> Int {
    label.unicodeScalars.count(where: isSeparator)
  }

  /// The labels that hold separators themselves, folded.
  private static func long(_ options: [FieldOption]) -> Set<String> {
    Set(
      options.lazy.map(\.label).filter { $0.unicodeScalars.contains(where: isSeparator) }.map(fold))
  }

  /// A text cut at its separators, but for those inside the longest label that stands there.
  private static func pieces(_ text: String, _ options: [FieldOption]) -> [Substring] {
    let cut = text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    let long = cut.count == 1 ? [] : long(options)
    guard let reach = long.map(separators(in:)).max() else { return cut }
    var pieces: [Substring] = []
    var rest = cut[...]
    while let first = rest.first {
      let whole = rest.prefix(reach + 1).indices.reversed().first { place in
        long.contains(fold(trimmed(String(text[first.startIndex..<rest[place].endIndex]))))
      }
      let end = whole ?? rest.startIndex
      pieces.append(text[first.startIndex..<rest[end].endIndex])
      rest = rest[(end + 1)...]
    }
    return pieces
  }
}

extension [FieldOption] {
  /// The options with the value behind a label that stands for two: it would choose the wrong one.
  var distinct: [FieldOption] {
    var uses: [String: Int] = [:]
    let folded = map { fold($0.label) }
    for label in folded { uses[label, default: 0] += 1 }
    return zip(self, folded).map { option, label in
      uses[label] == 1 ? option : FieldOption(option.value, "\(option.label) · \(option.value)")
    }
  }
}
