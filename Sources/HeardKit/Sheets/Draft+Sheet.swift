import HeardExchange
import HeardModel

// What was said of a sheet that was not brought in yet.
extension Draft {
  /// Every content of a file has a draft of its own: lines of another mean other rows.
  public static func id(of sheet: Sheet) -> String { "import-\(sheet.digest)" }

  /// Keeps one thing that was said of a sheet.
  public mutating func note(_ name: String, _ text: String) {
    if let code = Code(stored: name) { fields[code] = text }
  }

  /// How the letters of the file were read.
  public var encoding: SheetEncoding? { fields["letters"].flatMap(SheetEncoding.init(rawValue:)) }

  /// What stood between the cells.
  public var separator: SheetSeparator? {
    fields["separator"].flatMap(SheetSeparator.init(rawValue:))
  }

  /// Whether it is about a sheet that lists the same.
  public func lists(_ subject: ImportSubject) -> Bool {
    switch subject {
    case .events: event == nil
    case .people(let signIn): event == signIn.event.id
    }
  }

  /// Whether the same file was read with other letters or separators.
  public func reads(otherwise sheet: Sheet) -> Bool {
    (encoding.map { $0 != sheet.encoding } ?? false)
      || (separator.map { $0 != sheet.separator } ?? false)
  }

  /// Puts back what was said of a sheet's columns, and of its rows where it is still the same file.
  public func restore(_ work: inout SheetImport) {
    if let line = Int(fields["header"] ?? ""), line != work.table.headerLine {
      work.header(line: line)
    }
    var mapping = work.mapping
    mapping.dateOrder = DateOrder(stored: fields["order"] ?? "")
    mapping.source = AttendanceSource(stored: fields["source"] ?? "")
    for (name, text) in fields where name.stored.hasPrefix("zone.") {
      guard let country = CountryCode(stored: String(name.stored.dropFirst(5))) else { continue }
      mapping.zones[country] = ZoneName(stored: text)
    }
    mapping.everybody = AttendanceStatus(stored: fields["everybody"] ?? "")
    mapping.words = fields.filter { $0.key.stored.hasPrefix("word.") }
      .sorted { $0.key < $1.key }.compactMap { MappedWord(draft: $0.value) }
    for column in work.table.columns {
      func text(_ kind: String) -> String? {
        Code(stored: "\(kind).\(column.place)").flatMap { fields[$0] }
      }
      if let field = text("field"), work.subject.fields.contains(field) {
        mapping.set(column.name, to: field)
        mapping.leaveOpen(column.name, text("open") != nil)
      }
      mapping.fillDown(column.name, text("down") != nil)
    }
    work.use(mapping)
    for making in SheetMaking.allCases {
      let name = Code(stored: "make.\(making.rawValue)")
      if name.map({ fields[$0] != nil }) ?? false { work.make(making, true) }
    }
    for column in work.table.columns {
      guard let name = Code(stored: "only.\(column.place)"), let text = fields[name] else {
        continue
      }
      let value = text == "*" ? nil : String(text.dropFirst())
      work.only(OnlyRows(column: column.name, value: value))
    }
    if id == Self.id(of: work.sheet) { restoreRows(&work) }
  }

  private func restoreRows(_ work: inout SheetImport) {
    for (name, text) in fields {
      let parts = name.stored.split(separator: ".")
      let numbers = parts.dropFirst().compactMap { Int($0) }
      guard let kind = parts.first, let first = numbers.first else { continue }
      switch kind {
      case "cell" where numbers.count == 2: work.correct(line: first, place: numbers[1], to: text)
      case "keep" where numbers.count == 2:
        let columns = work.table.columns
        let name = columns.first { $0.place == numbers[1] }?.name ?? "+"
        work.keep(true, cellOf: name, line: first)
      case "answer":
        if let decision = DoubtDecision(draft: text) { work.decide(decision) }
      case "join":
        let ids = text.split(separator: "=").map(String.init)
        if ids.count == 2 { work.join(ids[0], to: ids[1]) }
      case "alike":
        if let (pair, answer) = AlikePair.kept(text) { work.answer(pair, answer) }
      case "row": work.choose(ImportChoice(rawValue: text), line: first)
      default: break
      }
    }
  }
}

extension DoubtDecision {
  /// A decision as a draft keeps it: what it says, lines, kind, field, word, column.
  public var draft: String {
    let lines = lines.sorted().map(String.init).joined(separator: ",")
    return [isLeftOut ? "out" : "read", lines, cause.kind, cause.field, cause.word, cause.column]
      .joined(separator: "\u{1F}")
  }

  fileprivate init?(draft text: String) {
    let parts = text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6 else { return nil }
    self.init(
      DoubtCause(kind: parts[2], field: parts[3], column: parts[5], word: parts[4]),
      lines: parts[1].split(separator: ",").compactMap { Int($0) }, isLeftOut: parts[0] == "out")
  }
}

extension AlikePair {
  /// What was said of a pair, as a draft keeps it: `14=one=13`, or `14=one=` and the id of an event
  /// or a person.
  public func kept(as answer: AlikeAnswer) -> String {
    switch other {
    case .line(let earlier): "\(line)=\(answer.rawValue)=\(earlier)"
    case .event(let id): "\(line)=\(answer.rawValue)=\(id.text)"
    case .person(let id): "\(line)=\(answer.rawValue)=\(id.text)"
    }
  }

  fileprivate static func kept(_ text: String) -> (AlikePair, AlikeAnswer)? {
    let parts = text.split(separator: "=").map(String.init)
    guard parts.count == 3, let line = Int(parts[0]), let answer = AlikeAnswer(rawValue: parts[1])
    else { return nil }
    let other =
      Int(parts[2]).map(Other.line)
      ?? (parts[2].hasPrefix("p-")
        ? PersonID(stored: parts[2]).map(Other.person)
        : EventID(stored: parts[2]).map(Other.event))
    return other.map { (AlikePair(line: line, $0), answer) }
  }
}

extension MappedWord {
  /// A word as a draft keeps it: field, value, word.
  fileprivate init?(draft text: String) {
    let parts = text.split(separator: "=", maxSplits: 2).map(String.init)
    guard parts.count == 3, let field = Code(stored: parts[0]), let means = Code(stored: parts[1])
    else { return nil }
    self.init()
    (self.id, self.field, self.means) = (parts[2], field, means)
  }
}
