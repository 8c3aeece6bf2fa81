import ArgumentParser
import HeardKit
import HeardModel
import HeardStore
import StrictJSON

/// Prints what the files of a programme may hold, for programs that write or check them.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of the files of a programme.",
    discussion: """
      One object with the schema of each kind of file by its name, or that of one kind. It is made of \
      the lists by which Heard itself reads. Of register and history it is that of one line.

      EXAMPLES
        heard schema > heard.schema.json
        heard schema events
      """)

  @Argument(help: "A kind of file, as events, testimonies or heard.")
  var kind: String?

  func run() throws {
    guard let kind else {
      let all = FormatSchema.all.map { ($0.name, $0.schema) }
      return try Output.write(.object(Dictionary(uniqueKeysWithValues: all)))
    }
    guard let found = FormatSchema.all.first(where: { $0.name == kind }) else {
      let words = Words(PersonalSettings.chosen.language ?? Surroundings.language)
      let names = words.list(FormatSchema.all.map(\.name))
      throw Failure(words("cli.unknownSchema", ["kind": kind, "names": names]), .usage)
    }
    try Output.write(found.schema)
  }
}

extension Output {
  fileprivate static func write(_ schema: JSONValue) throws {
    try write(SafeJSON.bytes(schema))
  }
}
