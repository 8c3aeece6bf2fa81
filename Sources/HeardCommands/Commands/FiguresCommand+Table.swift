import HeardFollowUp
import HeardInsight
import HeardKit
import HeardModel
import StrictJSON

// A table of one number by one or two keys: as it is known, or as it may be published.
extension FiguresCommand {
  /// What can be counted, by its names; answers are what people declared of themselves.
  static let measures = FigureMeasure.choices.map { $0 == .declared ? "answers" : $0.rawValue }

  func printTable() throws {
    if isPublic { return try publish() }
    let inquiry = try Inquiry(options)
    if release != nil {
      throw Failure(inquiry.words("cli.releaseNeedsPublic"), .usage)
    }
    let question = try question(inquiry)
    let desk = inquiry.desk
    let table = desk.publicTable(question)
    let listing = CrossListing(question, desk.figureGrid(question))
    let bytes = listing.bytes(
      format, desk, inquiry, more: ["publish": Self.json(table.verdict)])
    if Output.leaves && table.verdict != .empty { note(question, inquiry) }
    try Output.write(bytes)
    let words = inquiry.words
    Output.say("\(words("figures.internal")): \(words("figures.notPublic"))")
    Output.say(PublicWords.title(question, words))
    Output.say(PublicWords.verdict(table, words))
    if case .notYet(let events) = table.verdict {
      Output.say(lines: events.prefix(20).map { "- \($0.text)" })
    }
    try inquiry.finish()
  }

  private func note(_ question: TableQuestion, _ inquiry: Inquiry) {
    let asked = ["--by \(by)", of.map { "--of \($0)" } ?? "", question.query.unnamedText]
    inquiry.register(
      RegisterLine(
        "figures", as: format.rawValue,
        query: asked.filter { !$0.isEmpty }.joined(separator: " "), at: Surroundings.now))
  }

  /// Prints the table as it may be published, which makes it a release.
  private func publish() throws {
    let opened = try OpenedProgramme.toChange(options)
    let inquiry = try Inquiry(options)
    let (desk, words) = (opened.desk, opened.desk.words)
    let question = try question(inquiry)
    let table = desk.publicTable(question)
    guard table.verdict.isOpen else {
      throw Failure(PublicWords.verdict(table, words), .faults)
    }
    let name = try releaseName(table, desk)
    let release = table.release(name, by: opened.desk.settings.name, at: Surroundings.now)
    guard let change = desk.adding(release) else {
      throw Failure(words("release.taken", ["name": name.stored]), .usage)
    }
    try opened.save(change)
    try Output.write(
      CrossListing(table, release: name).bytes(
        format, desk, inquiry, more: ["publish": Self.json(table.verdict)]))
    Output.say(PublicWords.title(question, words))
    let legend = PublicWords.legend(table, words)
    if !legend.isEmpty { Output.say(legend) }
    Output.say(PublicWords.verdict(table, words))
    Output.say(words("release.made", ["name": name.stored]))
  }

  private func releaseName(_ table: PublicTable, _ desk: Desk) throws -> Code {
    guard let release else { return desk.releaseName(for: table) }
    guard let name = Code(stored: release.lowercased()) else {
      throw Failure(desk.words("release.noName", ["name": release]), .usage)
    }
    return name
  }

  private func question(_ inquiry: Inquiry) throws -> TableQuestion {
    let words = inquiry.words
    let options = FigureKey.allCases.map { FieldOption($0.rawValue, $0.rawValue) }
    let names = by.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let keys = try names.flatMap { try chosen($0, options, "--by", words) }
    guard !by.isEmpty, names.count < 3, keys.count == names.count,
      let rows = keys.first.flatMap(FigureKey.init(rawValue:))
    else { throw Failure(words("cli.rowsAndColumns"), .usage) }
    let columns = keys.dropFirst().first.flatMap(FigureKey.init(rawValue:))
    let isDeclared = declared || rows == .declared || columns == .declared
    var measure = isDeclared ? FigureMeasure.declared : .attendances
    if let of {
      let names = Self.measures.map { FieldOption($0, $0) }
      let name = try chosen(of, names, "--of", words).first ?? ""
      measure = name == "answers" ? .declared : FigureMeasure(rawValue: name) ?? measure
    }
    let question = TableQuestion(
      rows, measure == .declared && rows != .declared ? columns ?? .declared : columns,
      of: measure, try TypedFilter.query(filter, for: .events, inquiry))
    if let problem = question.problem {
      throw Failure(PublicWords.sentence(problem, words), .usage)
    }
    return question
  }

  private func chosen(
    _ text: String, _ options: [FieldOption], _ option: String, _ words: Words
  ) throws -> [String] {
    switch OptionInput.values(text, options) {
    case .success(let names): return names
    case .failure(let problem):
      let sentence = problem.sentence(listing: options, words)
      throw Failure(words("cli.option", ["option": option, "problem": sentence]), .usage)
    }
  }

  /// Whether it may be published, for programs.
  static func json(_ verdict: PublicTable.Verdict) -> JSONValue {
    let name: String
    var more: [String: JSONValue] = [:]
    switch verdict {
    case .exposesNobody: name = "exposesNobody"
    case .rounded(let withheld):
      name = "rounded"
      more["withheld"] = .integer(withheld)
    case .notYet(let events):
      name = "notYet"
      more["events"] = .of(events)
    case .tells(let release):
      name = "tells"
      more["beside"] = .of(release)
    case .namesSomebody: name = "namesSomebody"
    case .tooLarge: name = "tooLarge"
    case .empty: name = "empty"
    }
    return .object(
      more.merging(["verdict": .string(name), "mayBe": .boolean(verdict.isOpen)]) { $1 })
  }
}
