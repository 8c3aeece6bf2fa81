// How a text of a catalog becomes what is shown.
extension Words {
  /// A text with its arguments and the keys that it names put in, without the parts whose keys do
  /// nothing.
  func filled(_ text: String, _ arguments: [String: String]) -> String {
    text.utf8.contains(where: Self.opens) ? filled(text[...], arguments) : text
  }

  /// The key of a command as a person can press it now: `u`, or `: Undo` where no key of it works.
  public func key(_ command: Command) -> String {
    workingKey(command) ?? self("key.byName", ["name": self("command.\(command.rawValue)")])
  }

  // Goes through the text once, so that braces and brackets in what somebody typed stay as typed;
  // by bytes, since a frame asks for a hundred texts.
  private func filled(_ text: Substring, _ arguments: [String: String]) -> String {
    var filled = ""
    var rest = text
    let bytes = text.utf8
    while let start = rest.utf8.firstIndex(where: Self.opens) {
      let isPart = bytes[start] == UInt8(ascii: "[")
      let closing = UInt8(ascii: isPart ? "]" : "}")
      guard let end = rest.utf8[start...].firstIndex(of: closing) else { break }
      let inside = rest[bytes.index(after: start)..<end]
      filled += rest[..<start]
      filled += isPart ? part(inside, arguments) : value(inside, arguments)
      rest = rest[bytes.index(after: end)...]
    }
    return filled + rest
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private func value(_ name: Substring, _ arguments: [String: String]) -> String {
    if let command = Self.command(named: name) { return key(command) }
    return arguments[String(name)] ?? "{\(name)}"
  }

  private func part(_ text: Substring, _ arguments: [String: String]) -> String {
    let commands = text.split(separator: "{").compactMap { piece in
      piece.firstIndex(of: "}").flatMap { Self.command(named: piece[..<$0]) }
    }
    return commands.allSatisfy { workingKey($0) != nil } ? filled(text, arguments) : ""
  }

  private static func command(named name: Substring) -> Command? {
    name.hasPrefix("key:") ? Command(rawValue: String(name.dropFirst(4))) : nil
  }

  private func workingKey(_ command: Command) -> String? {
    KeyTable.binding(command)?.workingKey(self)
  }
}
