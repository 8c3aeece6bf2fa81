import Foundation
import HeardModel
import HeardStore
import StrictJSON
import TestKit
import Testing

/// The schema of each file, held against the reader by a validator that knows nothing of Heard.
@Suite struct SchemaTests {
  /// Reads lines of `schema TAB file`, or with a third part the one line of the file that is meant,
  /// and says of each whether it follows the schema.
  private static let validator = """
    import json, sys
    import jsonschema
    schemas = json.load(open(sys.argv[1], encoding="utf-8"))
    made = {}
    for name, schema in schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        made[name] = jsonschema.Draft202012Validator(schema)
    for line in open(sys.argv[2], encoding="utf-8"):
        parts = line.rstrip("\\n").split("\\t")
        text = open(parts[1], encoding="utf-8").read()
        values = text.split("\\n") if parts[1].endswith(".jsonl") else [text]
        errors = [e for v in values if v for e in made[parts[0]].iter_errors(json.loads(v))]
        where = "/".join(map(str, errors[0].absolute_path)) if errors else ""
        print("ok" if not errors else "no " + where + " " + errors[0].message[:80])
    """

  private func validate(_ files: [(schema: String, path: String)]) throws -> [String] {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/x", withIntermediateDirectories: true)
    let all = JSONValue.object(
      Dictionary(uniqueKeysWithValues: FormatSchema.all.map { ($0.name, $0.schema) }))
    try Data(all.canonicalBytes()).write(to: URL(fileURLWithPath: "\(scratch.path)/schemas"))
    let list = files.map { "\($0.schema)\t\($0.path)\n" }.joined()
    try Data(list.utf8).write(to: URL(fileURLWithPath: "\(scratch.path)/files"))
    let process = Process()
    // The machine's own, for which the package with the validator is installed.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", Self.validator, "\(scratch.path)/schemas", "\(scratch.path)/files"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func files(of programme: String) -> [(schema: String, path: String)] {
    let all = FileManager.default.enumerator(atPath: programme)?.compactMap { $0 as? String } ?? []
    return all.sorted().compactMap { file in
      guard file.hasSuffix(".json") || file.hasSuffix(".jsonl"),
        let place = FilePlace(path: file), let name = place.folder ?? place.file
      else { return nil }
      let schema = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
      return (schema, "\(programme)/\(file)")
    }
  }

  @Test func `every file of the sample and of both fixtures follows its schema`() throws {
    let fixtures = [1, 2].map {
      Project.folder.appendingPathComponent("Tests/Fixtures/format-\($0)").path
    }
    let files = ([Project.sample] + fixtures).flatMap(files)
    let kinds = Set(files.map(\.schema))
    #expect(files.count > 150 && kinds.count > 18, "\(kinds.sorted())")
    let answers = try validate(files)
    #expect(answers.count == files.count)
    for (file, answer) in zip(files, answers) { #expect(answer == "ok", "\(file.path)") }
  }

  @Test func `what the reader refuses the schema refuses, member by member`() throws {
    let scratch = try Scratch.programme()
    let fixture = Project.folder.appendingPathComponent("Tests/Fixtures/format-2").path
    let wrong: [JSONValue] = [
      .integer(-7), .string("?!"), .boolean(true), .array([.integer(3)]), .array([.string("?!")]),
      .object(["?!": .string("?!")]), .array([.object([:])]),
    ]
    var files: [(schema: String, path: String)] = []
    var names: [String] = []
    for (schema, path) in self.files(of: fixture) where path.hasSuffix(".json") {
      let tree = try JSONValue([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
      let place = try #require(FilePlace(path: String(path.dropFirst(fixture.count + 1))))
      for (member, value) in (tree.members ?? [:]).sorted(by: { $0.key < $1.key }) {
        // A name is held against the file's name, and a newer format is not read as this one.
        if ["id", "format"].contains(member) && place != .events || member == "id" { continue }
        for (number, other) in wrong.enumerated() where other != value {
          var changed = tree
          changed[member] = other
          let file = "\(schema)-\(member)-\(number).json"
          let text = String(decoding: changed.canonicalBytes(), as: UTF8.self)
          try scratch.write(text, to: "x/\(file)")
          files.append((schema, "\(scratch.programme)/x/\(file)"))
          names.append("\(schema).\(member) \(other)")
        }
      }
    }
    #expect(files.count > 500)
    let answers = try validate(files)
    try #require(answers.count == files.count)
    for (index, file) in files.enumerated() {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
      let isRead = try isRead(bytes, file.schema)
      #expect((answers[index] == "ok") == isRead, "\(names[index]): \(answers[index])")
    }
  }

  /// Whether the check finds nothing in a file that is of the reader's own concern.
  private func isRead(_ bytes: [UInt8], _ schema: String) throws -> Bool {
    let scratch = try Scratch.programme()
    let place = try #require(
      FilePlace(programme: schema) ?? FilePlace(programme: "\(schema).json"))
    let tree = try JSONValue(bytes)
    let id = if case .string(let text)? = tree["id"] { text } else { String?.none }
    let name = id ?? (place == .profiles ? "FR" : "topics")
    try scratch.write(String(decoding: bytes, as: UTF8.self), to: place.path(name))
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    return !faults.contains { $0.file == place.path(name) && $0.code.hasPrefix("H2") }
  }
}
