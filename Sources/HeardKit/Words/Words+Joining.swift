import HeardModel
import TerminalCanvas

// How parts become a sentence; signs and spaces between them differ by language.
extension Words {
  /// The parts as a row, without those that are empty: `Lyon, France`.
  public func list(_ parts: [String]) -> String { joined(parts, "join.list") }

  /// Parts that go on a list which stands there already.
  public func further(_ parts: [String]) -> String {
    self("join.list", ["first": "", "rest": list(parts)])
  }

  /// Parts that are no sentences, each closed by a stop before the next one.
  public func stopped(_ parts: [String]) -> String { joined(parts, "join.stop") }

  /// Whole sentences one after the other.
  public func inARow(_ sentences: [String]) -> String { joined(sentences, "join.sentences") }

  /// A text without the stop at its end, for where a sentence puts one behind it.
  public static func unstopped(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, ".。".contains(last) { text.removeLast() }
    return String(text)
  }

  /// A label before what it names; without a text, only what stands before it.
  public func labelled(_ label: String, _ text: String = "") -> String {
    self("join.colon", ["label": label, "text": text])
  }

  /// The text under a key that opens a line, with the space that follows it where there is one.
  public func before(_ key: String) -> String {
    self("join.sentences", ["first": self(key), "rest": ""])
  }

  /// A text with what belongs to it in brackets.
  public func bracketed(_ text: String, _ more: String) -> String {
    self("join.brackets", ["text": text, "more": more])
  }

  /// From where a record comes, with what names its source.
  public func provenance(_ provenance: Provenance) -> String {
    let kind = self("provenance.\(provenance.kind.stored)")
    return provenance.source.isEmpty ? kind : labelled(kind, provenance.source)
  }

  /// A text of at most so many characters, with a mark where it was cut.
  public func cut(_ text: String, to count: Int) -> String {
    // How long the rest is does not matter, and counting it takes as long as it is.
    guard text.index(text.startIndex, offsetBy: count + 1, limitedBy: text.endIndex) != nil else {
      return text
    }
    return self("join.cut", ["text": String(text.prefix(count - 1))])
  }

  /// What somebody wrote, or a file holds, as a sentence repeats it: one line, and not all of it.
  ///
  /// No message repeats more, whatever was typed or pasted: it would be longer than the screen, and
  /// tell what a file holds to everybody who checks it.
  public func quoted(_ text: String, columns: Int = 60) -> String {
    let line = TextWidth.cut(text, to: columns)
    return line.contains(where: \.isNewline)
      ? line.split(whereSeparator: \.isNewline).joined(separator: " ") : line
  }

  private func joined(_ parts: [String], _ key: String) -> String {
    var whole = ""
    for part in parts where !part.isEmpty {
      whole = whole.isEmpty ? part : self(key, ["first": whole, "rest": part])
    }
    return whole
  }
}
