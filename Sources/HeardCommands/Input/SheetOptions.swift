import ArgumentParser
import Foundation
import HeardExchange
import HeardKit
import HeardModel
import HeardStore
import Synchronization

extension SheetEncoding: ExpressibleByArgument {}
extension SheetSeparator: ExpressibleByArgument {}

/// What is said of a sheet that is brought in, whatever it lists.
struct SheetOptions: ParsableArguments {
  @Argument(
    help: "The CSV file; - is the standard input.",
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @Option(
    name: .customLong("map"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What a column stands for; leaveOut drops it. Several times.", valueName: "column=field"))
  var map: [String] = []

  @Option(
    name: .customLong("word"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What a word that is not known means, by a code or a known word. Several times.",
      valueName: "word=value"))
  var words: [String] = []

  @Option(help: "Reads the columns as they were kept under this name.")
  var mapping: String?

  @Option(help: "Keeps what the columns stand for under a name, for the next file of this kind.")
  var keepMapping: String?

  @Option(help: "The line of the headings, where it is not found.")
  var header: Int?

  @Option(help: "How the letters are written, where it is not found out.")
  var encoding: SheetEncoding?

  @Option(help: "What stands between the cells, where it is not found out.")
  var separator: SheetSeparator?

  @Option(help: "Takes the doubtful rows on these lines as they are, as 12,15.")
  var accept: String?

  @Flag(
    help: ArgumentHelp(
      "Takes all doubtful rows as they are, but those that are perhaps there already or no events.")
  )
  var yes = false

  @Flag(help: "Writes nothing; prints row by row what would happen.")
  var dryRun = false

  @Option(help: "Prints all rows: table, json, csv or plain; a dry run prints a table.")
  var format: ListFormat?

  /// Reads the file.
  ///
  /// - Throws: `Failure` when it cannot be read, or is no sheet.
  func read(_ words: Words) throws -> Sheet {
    let bytes: [UInt8]
    let isInput = file == "-"
    let name = isInput ? words("cli.standardInput") : file
    do throws(SheetFile.Errno) {
      bytes = try isInput ? SheetFile.standardInput() : SheetFile.bytes(SheetFile.path(file))
    } catch {
      throw Failure(words.sentence(StoreError.cannotRead(path: name, errno: error.number)), .io)
    }
    let watch = progress(ofBytes: bytes.count, words)
    do throws(SheetFault) {
      return try Sheet(
        bytes, name: name, encoding: encoding, separator: separator,
        watch: watch.part(from: 0, to: 40))
    } catch {
      throw Failure(words.sentence(error, name), .io)
    }
  }

  /// Reads the rows, telling how far that is where they are many.
  func readRows(_ work: inout SheetImport, _ words: Words) throws {
    let watch = progress(ofBytes: work.rows.isEmpty ? work.table.rows.count * 200 : 0, words)
    do throws(SheetFault) {
      try work.read(watch.part(from: 40, to: 100))
    } catch {
      throw Failure(words.sentence(error, file), .io)
    }
  }

  /// Says every fifth part of a long reading; of a short one nothing.
  private func progress(ofBytes count: Int, _ words: Words) -> SheetWatch {
    if count < 1_000_000 { return .none }
    let told = Mutex(-20)
    return SheetWatch { percent in
      let isNew = told.withLock { last in
        if percent < last + 20 { return false }
        last = percent
        return true
      }
      if isNew {
        Output.say(words("import.progress.line", ["file": file, "percent": words.number(percent)]))
      }
      return true
    }
  }

  /// The mapping that was kept under the name that is asked for.
  func mapping(_ desk: Desk, kind: Code) throws -> ImportMapping? {
    guard let mapping else { return nil }
    let known = desk.programme.mappings
    if let name = ImportMapping.name(mapping), let kept = known[name], kept.kind == kind {
      if let refusal = desk.words.consentRefusal(of: kept) { throw Failure(refusal, .usage) }
      return kept
    }
    let names = known.values.filter { $0.kind == kind }.map(\.id.stored).sorted()
    throw Failure(
      desk.words(
        names.isEmpty ? "import.noMapping.none" : "import.noMapping",
        ["name": mapping, "names": names.joined(separator: ", ")]), .usage)
  }

  /// Keeps the mapping under a name, where that is asked for.
  func keep(_ work: SheetImport, _ opened: OpenedProgramme) throws {
    guard let keepMapping else { return }
    let words = opened.desk.words
    guard let name = ImportMapping.name(keepMapping) else {
      throw Failure(words("import.badName", ["name": keepMapping]), .usage)
    }
    opened.prepare()
    var mapping = work.mapping
    (mapping.id, mapping.kind) = (name, work.subject.kind)
    do throws(StoreError) {
      try opened.store.keep(mapping, settings: opened.desk.programme.settings)
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    Output.say(words("import.kept", ["name": name.stored]))
  }

  /// The columns and fields of `--map`.
  func mapped(_ work: SheetImport, _ words: Words) throws -> [(SheetColumn, String)] {
    try map.map { text in
      // A column's name may have an equals sign in it, a field never.
      guard let sign = text.lastIndex(of: "=") else {
        throw Failure(words("cli.notAssigned", ["text": text]), .usage)
      }
      let name = String(text[text.index(after: sign)...])
      guard work.subject.fields.contains(name) else {
        throw Failure(
          words(
            "cli.unknownField",
            ["name": name, "names": work.subject.fields.joined(separator: ", ")]), .usage)
      }
      return (try column(String(text[..<sign]), work.table, words), name)
    }
  }

  /// The column of a name, or of the letters that a spreadsheet gives it.
  func column(_ name: String, _ table: SheetTable, _ words: Words) throws -> SheetColumn {
    if let column = table.column(named: name) { return column }
    throw Failure(
      words(
        "import.noColumn",
        ["name": name, "names": table.columns.map(\.name).joined(separator: ", ")]), .usage)
  }

  /// Takes the doubtful rows that are to be taken; one that is perhaps there already only by its
  /// line.
  ///
  /// - Throws: `Failure` where something is named that is no line of the sheet, or no event.
  func accept(_ work: inout SheetImport, _ words: Words) throws {
    let named = Self.lines(accept ?? "")
    // One that had a doubt the first time may be there by now.
    let lines = Set(work.rows.map(\.line))
    let wrong = (accept ?? "").split { ", ".contains($0) }
      .first { text in Int(text).map { !lines.contains($0) } ?? true }
    if let wrong {
      throw Failure(
        words(
          "cli.option",
          ["option": "--accept", "problem": words("import.notALine", ["text": String(wrong)])]),
        .usage)
    }
    for row in work.rows {
      if case .skipped(let why) = row.state, named.contains(row.line) {
        throw refuse(row.line, why, words)
      }
      if row.doubts.isEmpty { continue }
      if named.contains(row.line) || (yes && !row.needsOwnAnswer) {
        work.choose(.accepted, line: row.line)
      }
    }
  }

  /// Refuses to take a row that is a sum or a remark: its numbers stand in other rows.
  private func refuse(_ line: Int, _ why: ImportSkip, _ words: Words) -> Failure {
    let said = words(
      "import.notTaken", ["line": String(line), "why": words("import.skip.\(why.rawValue)")])
    return Failure(words("cli.option", ["option": "--accept", "problem": said]), .usage)
  }

  /// The numbers of lines in a text such as `12,15`.
  static func lines(_ text: String) -> Set<Int> {
    Set(text.split { ", ".contains($0) }.compactMap { Int($0) })
  }
}

extension Inquiry {
  /// The records as a desk that is only asked.
  var desk: Desk {
    Desk(
      programme: programme, settings: settings, machineLanguage: Surroundings.language,
      zones: { Surroundings.zones }, occasion: Surroundings.occasion)
  }
}
