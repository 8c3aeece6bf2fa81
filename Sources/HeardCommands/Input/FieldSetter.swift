import HeardKit
import HeardModel

/// A text that another one took the place of.
struct ReplacedText {
  /// The field in which it stood.
  let field: String
  /// The text; empty where it is told nowhere.
  let text: String
}

/// Sets fields of one record by their names, under the same rules as its form.
struct FieldSetter<Subject: Sendable> {
  private let fields: [FieldSpec<Subject>]
  private let spec: FormSpec<Subject>
  private var desk: Desk
  /// Whether lines of a list may go without being told first.
  private let isSure: Bool
  private(set) var subject: Subject
  /// The texts that stood in the record and gave way to others.
  private(set) var replaced: [ReplacedText] = []
  /// What was understood from words, to be said back: `Date: Tuesday, 4 March 2025`.
  private(set) var understood: [String] = []
  /// What waits until everything else is set: how it is read depends on that.
  private var waiting: [Setting] = []

  /// One field with what is to become of it.
  private struct Setting {
    /// How a value meets what stands there.
    enum Way { case set, add, take }

    let field: FieldSpec<Subject>
    let way: Way
    let value: String
    let option: String
  }

  init(
    _ spec: FormSpec<Subject>, _ subject: Subject, _ desk: Desk,
    alsoSetting more: [FieldSpec<Subject>] = [], isSure: Bool = true
  ) {
    fields = spec.fields + more
    self.spec = spec
    self.desk = desk
    self.isSure = isSure
    self.subject = subject
  }

  /// Sets a field from `name=value`; `name+=value` adds to one that holds several, `name-=value`
  /// takes out of it.
  ///
  /// - Throws: `Failure` with what is wrong with the name or the value.
  mutating func set(_ assignment: String) throws {
    guard let sign = assignment.firstIndex(of: "=") else {
      throw Failure(desk.words("cli.notAssigned", ["text": desk.words.quoted(assignment)]), .usage)
    }
    let name = assignment[..<sign]
    let value = Self.trimmed(String(assignment[assignment.index(after: sign)...]))
    let (way, id): (Setting.Way, Substring) =
      switch name.last {
      case "+"?: (.add, name.dropLast())
      case "-"?: (.take, name.dropLast())
      default: (.set, name)
      }
    let field = try field(String(id))
    try take(Setting(field: field, way: way, value: value, option: String(id)))
  }

  /// Sets a field where a value was given for an option.
  mutating func set(_ name: String, to value: String?, option: String) throws {
    guard let value else { return }
    try take(
      Setting(field: field(name), way: .set, value: Self.trimmed(value), option: option))
  }

  /// Sets what waited, and holds the record against the rules that look at more than one field.
  ///
  /// - Throws: `Failure` with what is wrong with a value that waited, or the first rule that is broken.
  mutating func finish() throws {
    for setting in waiting { try make(setting) }
    waiting = []
    guard let broken = spec.rules(subject, desk).first else { return }
    throw Failure(
      desk.words(
        "cli.option",
        ["option": broken.field.stored, "problem": broken.problem.sentence(desk.words)]), .usage)
  }

  private mutating func take(_ setting: Setting) throws {
    if setting.field.isReadLast { waiting.append(setting) } else { try make(setting) }
  }

  private mutating func make(_ setting: Setting) throws {
    let before = subject
    switch setting.way {
    case .add: try add(setting.value, to: setting.field)
    case .take: return try take(setting.value, outOf: setting.field)
    case .set:
      try write(setting.value, to: setting.field, option: setting.option)
      if !setting.option.hasPrefix("--") { try noteReplaced(setting.field, before) }
    }
    noteUnderstood(setting)
  }

  /// Notes how a value was understood that was not typed as files hold it.
  private mutating func noteUnderstood(_ setting: Setting) {
    let field = setting.field
    let held = field.read(subject, desk)
    guard !Self.holds(held, setting),
      let found = field.understood(
        setting.value, as: field.kind(subject, desk), subject, desk),
      found.words != setting.value, found.text != setting.value || !found.words.isEmpty
    else { return }
    let name = "field.\(field.id.stored)"
    let label = desk.words.has(name) ? desk.words(name) : field.id.stored
    let lines = Self.lines(found.text).joined(separator: "; ")
    understood.append(desk.words.labelled(label, found.words.isEmpty ? lines : found.words))
  }

  /// Whether a value stands there as it was typed, but for the spaces between several.
  private static func holds(_ held: String, _ setting: Setting) -> Bool {
    if held == setting.value { return true }
    let (held, typed) = (values(held), values(setting.value))
    return setting.way == .add ? typed.allSatisfy(held.contains) : held == typed
  }

  /// Says what was understood from words, where it was not typed as files hold it.
  func sayUnderstood() {
    for line in understood { Output.say(line) }
  }

  private func field(_ name: String) throws -> FieldSpec<Subject> {
    if let field = fields.first(where: { $0.id.stored == name }) { return field }
    throw Failure(unknown(name), .usage)
  }

  private mutating func write(
    _ text: String, to field: FieldSpec<Subject>, option: String
  ) throws {
    let problem =
      field.isRequired && text.isEmpty ? .missing : field.write(text, &subject, desk)
    // Lines that are new get ids: those of the next assignment have to be others.
    desk.ids = IdentifierSource(seed: UInt64.random(in: .min ... .max))
    guard let problem else { return }
    let (options, isLookup) = field.kind(subject, desk).offered
    let sentence = problem.sentence(listing: options, isLookup: isLookup, desk.words)
    throw Failure(desk.words("cli.option", ["option": option, "problem": sentence]), .usage)
  }

  /// Notes a text that stood in a field; lines of a list go only where somebody is sure.
  private mutating func noteReplaced(_ field: FieldSpec<Subject>, _ before: Subject) throws {
    let (old, new) = (field.read(before, desk), field.read(subject, desk))
    guard !old.isEmpty, old != new, field.kind(before, desk).isText else { return }
    let name = field.id.stored
    guard field.holdsLines else {
      replaced.append(ReplacedText(field: name, text: old))
      return
    }
    let gone = Self.lines(old).filter { !Self.lines(new).contains($0) }
    if gone.isEmpty { return }
    let lines = gone.joined(separator: "; ")
    if !isSure {
      throw Failure(
        desk.words("cli.dropsLines", ["field": name, "lines": desk.words.cut(lines, to: 240)]),
        .usage)
    }
    replaced.append(ReplacedText(field: name, text: lines))
  }

  private func unknown(_ name: String) -> String {
    let names = fields.map(\.id.stored)
    let options = names.map { FieldOption($0, $0) }
    if case .failure(.notAnOption(_, let near?)) = OptionInput.value(name, options) {
      return desk.words("cli.unknownField.near", ["name": desk.words.quoted(name), "near": near])
    }
    return desk.words(
      "cli.unknownField", ["name": desk.words.quoted(name), "names": names.joined(separator: ", ")])
  }

  private static func trimmed(_ text: String) -> String {
    var part = text[...]
    while part.first?.isWhitespace ?? false { part.removeFirst() }
    while part.last?.isWhitespace ?? false { part.removeLast() }
    return String(part)
  }
}

// Fields that hold several values, or a value on each line.
extension FieldSetter {
  private mutating func add(_ value: String, to field: FieldSpec<Subject>) throws {
    let old = field.read(subject, desk)
    let text: String
    if field.holdsLines {
      let lines = Self.lines(old)
      text = (lines + Self.lines(value).filter { !lines.contains($0) }).joined(separator: "\n")
    } else {
      _ = try options(of: field)
      text = old.isEmpty ? value : "\(old), \(value)"
    }
    try write(text, to: field, option: field.id.stored)
  }

  private mutating func take(_ value: String, outOf field: FieldSpec<Subject>) throws {
    let old = field.read(subject, desk)
    var left = field.holdsLines ? Self.lines(old) : Self.values(old)
    for gone in try field.holdsLines ? Self.lines(value) : values(value, of: field) {
      guard let place = left.firstIndex(of: gone) else {
        throw Failure(
          desk.words(
            "cli.notInIt",
            [
              "field": field.id.stored, "value": desk.words.quoted(gone),
              "values": desk.words.cut(left.joined(separator: "; "), to: 240),
            ]),
          .usage)
      }
      left.remove(at: place)
    }
    try write(
      left.joined(separator: field.holdsLines ? "\n" : ", "), to: field, option: field.id.stored)
  }

  /// The values that a text means in a field that holds several.
  private func values(_ text: String, of field: FieldSpec<Subject>) throws -> [String] {
    switch OptionInput.values(text, try options(of: field)) {
    case .success(let values): return values
    case .failure(let problem):
      throw Failure(
        desk.words(
          "cli.option",
          ["option": field.id.stored, "problem": problem.sentence(desk.words)]), .usage)
    }
  }

  /// What can stand in a field that holds several values.
  ///
  /// - Throws: `Failure` for a field that holds one.
  private func options(of field: FieldSpec<Subject>) throws -> [FieldOption] {
    switch field.kind(subject, desk) {
    case .many(let options), .lookupMany(let options): return options
    case .line, .area, .date, .number, .choice, .lookup, .toggle:
      throw Failure(desk.words("cli.holdsOne", ["field": field.id.stored]), .usage)
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private static func values(_ text: String) -> [String] {
    text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

extension FieldKind {
  /// Whether a person's words stand there.
  fileprivate var isText: Bool {
    switch self {
    case .line, .area: true
    case .date, .number, .choice, .many, .lookup, .lookupMany, .toggle: false
    }
  }
}
