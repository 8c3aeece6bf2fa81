import HeardModel

// Organisations and members of the team that are made of the names in a sheet, on request.
extension SheetImport {
  /// Says whether records are made of names.
  public mutating func make(_ making: SheetMaking, _ isMade: Bool) {
    if isMade { makes.insert(making) } else { makes.remove(making) }
    changed()
  }

  /// Says whose name it is: that of another record, or its own; nil asks again.
  public mutating func join(_ name: String, to id: String?) {
    joined[name] = id
    changed()
  }

  /// Whether records are made of names.
  public func isMade(_ making: SheetMaking) -> Bool { makes.contains(making) }

  /// Whose names some are, by the ids that they would get.
  public var joinedNames: [String: String] { joined }

  /// The names of one kind that name nothing of the programme.
  public func names(for making: SheetMaking) -> [SheetName] { names.filter { $0.making == making } }

  /// The records that rows bring along: of each name in them that is nobody else's, and not there.
  public func made(of rows: [ImportRow]) -> [Record] {
    var used: Set<String> = []
    for event in rows.lazy.compactMap(\.event) {
      used.formUnion(event.partners.map(\.id.text))
      used.formUnion(event.facilitators.map(\.text))
    }
    return names.filter { makes.contains($0.making) && used.contains($0.id) }.compactMap(record)
  }

  private func record(of name: SheetName) -> Record? {
    switch name.making {
    case .organisations:
      guard let id = OrganisationID(stored: name.id), context.programme.organisations[id] == nil
      else { return nil }
      var organisation = Organisation()
      (organisation.id, organisation.name) = (id, name.text)
      organisation.provenance.source = sheet.name
      return .organisation(organisation)
    case .team:
      guard let id = StaffID(stored: name.id), context.programme.team[id] == nil else { return nil }
      var member = StaffMember()
      (member.id, member.name) = (id, name.text)
      return .staff(member)
    }
  }

  /// Finds the names of the sheet, and asks about those that are perhaps others.
  mutating func findNames() {
    questions.removeAll { $0.cause.isOfName }
    guard case .events = subject else { return names = [] }
    let rows = table.rows.map { $0.with(corrected[$0.line] ?? [:]) }
    names = SheetNames(rows, table, mapping, context).all
    questions += names.filter {
      makes.contains($0.making) && !$0.near.isEmpty && joined[$0.id] == nil
    }.map(question)
  }

  private func question(of name: SheetName) -> ImportQuestion {
    let near = name.near.map {
      ImportQuestion.Option(answer: .sameAs($0), column: nil, reasons: [])
    }
    let itself = ImportQuestion.Option(answer: .itself, column: nil, reasons: [])
    return ImportQuestion(
      cause: .sameName(name), options: near + [itself],
      about: table.columns.first { field(of: $0) == name.making.field.rawValue })
  }

  /// What words mean, with the names of which records are made.
  var namingContext: ImportContext {
    var naming = context
    for name in names where makes.contains(name.making) {
      naming.words.add(name.text, meaning: meaning(of: name.id), for: name.making.field)
      let key = SheetName.key(name.text)
      naming.words.add(key, meaning: meaning(of: name.id), for: name.making.field)
    }
    return naming
  }

  /// Whose name it is in the end, where one was said to be another that is a third.
  private func meaning(of id: String) -> String {
    var (id, seen) = (id, Set([id]))
    while let next = joined[id], seen.insert(next).inserted { id = next }
    return id
  }
}
