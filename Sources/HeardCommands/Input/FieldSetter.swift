import HeardKit
import HeardModel

/// Sets fields of one record by their names, under the same rules as its form.
struct FieldSetter<Subject: Sendable> {
  private let fields: [FieldSpec<Subject>]
  private let spec: FormSpec<Subject>
  private let desk: Desk
  private(set) var subject: Subject

  init(
    _ spec: FormSpec<Subject>, _ subject: Subject, _ desk: Desk,
    alsoSetting more: [FieldSpec<Subject>] = []
  ) {
    fields = spec.fields + more
    self.spec = spec
    self.desk = desk
    self.subject = subject
  }

  /// Sets a field from `name=value`.
  ///
  /// - Throws: `Failure` with what is wrong with the name or the value.
  mutating func set(_ assignment: String) throws {
    guard let sign = assignment.firstIndex(of: "=") else {
      throw Failure(desk.words("cli.notAssigned", ["text": assignment]), .usage)
    }
    try set(
      String(assignment[..<sign]), to: String(assignment[assignment.index(after: sign)...]),
      option: "--set")
  }

  /// Sets a field where a value was given for an option.
  mutating func set(_ name: String, to value: String?, option: String) throws {
    guard let value else { return }
    guard let field = fields.first(where: { $0.id.stored == name }) else {
      throw Failure(unknown(name), .usage)
    }
    let text = Self.trimmed(value)
    let problem =
      field.isRequired && text.isEmpty ? .missing : field.write(text, &subject, desk)
    guard let problem else { return }
    let place = option == "--set" ? name : option
    throw Failure(
      desk.words("cli.option", ["option": place, "problem": problem.sentence(desk.words)]),
      .usage)
  }

  /// Holds the record against the rules that look at more than one field.
  ///
  /// - Throws: `Failure` with the first rule that is broken.
  func check() throws {
    guard let broken = spec.rules(subject, desk).first else { return }
    throw Failure(
      desk.words(
        "cli.option",
        ["option": broken.field.stored, "problem": broken.problem.sentence(desk.words)]), .usage)
  }

  private func unknown(_ name: String) -> String {
    let names = fields.map(\.id.stored)
    let options = names.map { FieldOption($0, $0) }
    if case .failure(.notAnOption(_, let near?)) = OptionInput.value(name, options) {
      return desk.words("cli.unknownField.near", ["name": name, "near": near])
    }
    return desk.words(
      "cli.unknownField", ["name": name, "names": names.joined(separator: ", ")])
  }

  private static func trimmed(_ text: String) -> String {
    var part = text[...]
    while part.first?.isWhitespace ?? false { part.removeFirst() }
    while part.last?.isWhitespace ?? false { part.removeLast() }
    return String(part)
  }
}
