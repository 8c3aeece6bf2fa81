import ArgumentParser
import HeardKit
import HeardModel
import HeardStore
import StrictJSON

/// Prints who changed a record, and brings back what was written over.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Prints who changed a record, when, which fields, and what stood in them.",
    discussion: """
      Of an event everybody sees status, start, country, type, involvement and the number of \
      attendances before and after. What else you wrote over yourself is kept on this machine for 90 \
      days; --restore brings a field back as it stood before you changed it last, or at --at. Of \
      testimonies and people no value is kept.

      EXAMPLES
        heard history 2024-05-28-fr-lyon
        heard history a-3m8c2q0v5d --format json
        heard history 2024-05-28-fr-lyon --restore summary
        heard history 2024-05-28-fr-lyon --restore notes --at 2024-06-01T12:00:00Z --dry-run
      """)

  @Argument(
    help: "The id of the record, or its beginning; heard for the programme's settings.",
    completion: Completing.ids(
      .events, .testimonies, .actions, .organisations, .team, .facts, .releases))
  var id: String

  @Option(help: "How to print it.")
  var format = ListFormat.table

  @Option(
    help: ArgumentHelp(
      "Brings a field back as it stood before; named as under values.", valueName: "field"))
  var restore: String?

  @Option(help: ArgumentHelp("Of which change: its moment, as it is printed.", valueName: "moment"))
  var at: String?

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    if let restore { return try bringBack(restore) }
    let inquiry = try Inquiry(options, around: id)
    let record = try record(inquiry.desk)
    let lines = try lines(of: record, inquiry.words)
    try Listing(values(record, inquiry.desk), lines).print(format, inquiry)
    if lines.isEmpty && (format == .table || format == .plain) {
      Output.say(inquiry.words("history.none"))
    }
    try inquiry.finish()
  }

  /// The record that is meant.
  ///
  /// - Throws: `Failure` for a person, who is part of events, and for a testimony that this person
  ///   may not read: which of its fields were changed tells of it.
  private func record(_ desk: Desk) throws -> Record {
    let words = desk.words
    if id == RecordKey.settings.recordID { return .settings(desk.programme.settings) }
    switch try FoundRecord(id, desk.insight, desk.unreadable, words) {
    case .event(let it): return .event(it)
    case .action(let it): return .action(it)
    case .organisation(let it): return .organisation(it)
    case .staff(let it): return .staff(it)
    case .fact(let it): return .fact(it)
    case .release(let it): return .release(it)
    case .testimony(let it):
      let isReadable = it.visibility(to: desk.reader, on: desk.today).isReadable
      if !isReadable { throw Failure(words("cli.historyClosed", ["id": it.id.text]), .io) }
      return .testimony(it)
    case .person(let it): throw Failure(words("cli.historyOfPerson", ["id": it.text]), .usage)
    }
  }

  private func lines(of record: Record, _ words: Words) throws -> [HistoryLine] {
    do throws(StoreError) {
      return try ProgrammeStore(path: options.path, device: "").history(of: record.key.recordID)
    } catch {
      throw Failure(words.sentence(error), .io)
    }
  }

  /// What is printed of a line; values in words for people, as in files for programs.
  private func values(_ record: Record, _ desk: Desk) -> [RowValue<HistoryLine>] {
    let format = format
    return [
      RowValue("at", isInTable: true) { .of($0.at) },
      RowValue("by", isInTable: true) { .of($0.by) },
      RowValue("what", .fixed("history"), isInTable: true) { .of($0.what) },
      RowValue("fields", isInTable: true) { line in
        switch format {
        case .json, .csv, .excelCSV: .of(line.fields)
        case .table, .plain:
          .array(line.fields.map { .string(desk.label(of: FieldPath($0.stored), in: record)) })
        }
      },
      RowValue("values", isInTable: true, isFlexible: true) { line in
        .array(
          line.values.map { value -> JSONValue in
            switch format {
            case .json: return Self.json(value)
            case .csv, .excelCSV: return .string(Self.plain(value))
            case .table, .plain: return .string(desk.difference(value, in: record))
            }
          })
      },
    ]
  }

  private static func json(_ value: HistoryValue) -> JSONValue {
    .object([
      "field": .string(value.id.stored), "before": JSONValue(of: value.before),
      "after": JSONValue(of: value.after),
    ])
  }

  private static func plain(_ value: HistoryValue) -> String {
    let sides = [value.before, value.after].map { PlainWriter.text(of: JSONValue(of: $0)) }
    return "\(value.id.stored): \(sides[0]) → \(sides[1])"
  }
}

// Bringing back.
extension HistoryCommand {
  /// Puts what stood in a field before a change in its place again.
  private func bringBack(_ field: String) throws {
    let isOfSettings = id == RecordKey.settings.recordID
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange(isOfSettings ? [] : [id]))
    let (words, desk) = (opened.desk.words, opened.desk)
    let record = try record(desk)
    let lines = try lines(of: record, words).filter { at == nil || $0.at.stored == at }
    let known = lines.flatMap(\.values).filter { $0.before != nil }
    guard let value = known.first(where: { $0.id.stored == field }), let before = value.before
    else {
      let names = Set(known.map(\.id.stored)).sorted().joined(separator: ", ")
      throw Failure(
        words(
          names.isEmpty ? "cli.restoreNothing" : "cli.restoreUnknown",
          ["field": field, "names": names]), .usage)
    }
    guard let back = record.putting(before, at: value.path) else {
      return Output.say(words("form.nothingChanged"))
    }
    let (kind, title) = (record.kind, desk.title(of: record))
    guard let change = Change(.edited(kind: kind, title: title), before: record, after: back) else {
      return Output.say(words("form.nothingChanged"))
    }
    let saved = try opened.save(change)
    if saved == .shown { return }
    opened.say("change.edited", kind, title, saved)
  }
}

extension JSONValue {
  /// A value of which nobody knew the kind; null where there is none.
  fileprivate init(of value: StoredValue?) {
    self =
      switch value {
      case nil, .null?: .null
      case .text(let text)?: .string(text)
      case .number(let number)?: .integer(number)
      case .decimal(let digits)?: .decimal(digits)
      case .flag(let flag)?: .boolean(flag)
      case .list(let elements)?: .array(elements.map { JSONValue(of: $0) })
      case .object(let members)?: .object(members.mapValues { JSONValue(of: $0) })
      }
  }
}
