import ArgumentParser
import HeardExchange
import HeardInsight
import HeardKit
import HeardModel

/// Writes the events to come in the form of calendars.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Writes planned and confirmed events for calendars (iCalendar).",
    discussion: """
      Nobody is named in it, and no note or address for joining stands in it. A closed event has \
      only its time. What was called off stays in it as cancelled until its day is over. A filter \
      is the same as for heard list events.

      EXAMPLES
        heard calendar --output dialogues.ics
        heard calendar country:fr year:2025 --output - --language fr
      """)

  @Argument(
    help: ArgumentHelp("Which events, as for heard list.", valueName: "filter"),
    completion: Completing.filter)
  var filter: [String] = []

  @Option(
    help: ArgumentHelp("Where to; - is the standard output.", valueName: "file"),
    completion: .file())
  var output: String

  @Option(help: ArgumentHelp("The language of its few words; else yours.", valueName: "tag"))
  var language: String = ""

  @Flag(help: "Lets a file that is there give way.")
  var replace = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let words = inquiry.words
    let query = try TypedFilter.query(filter, for: .events, inquiry)
    let tags = try LanguageList.tags(language, words)
    let voice = PageVoice(tags.first ?? words.language, words, inquiry.programme)
    let ids = inquiry.insight.events(query).map(\.id)
    let file = CalendarFile(ids, in: inquiry.programme, at: Surroundings.now, voice: voice)
    let line = RegisterLine(
      "calendar", as: "ics", of: ids.map(\.text), query: query.unnamedText, at: Surroundings.now)
    try inquiry.write(file.bytes, to: output, replacing: replace, noting: line)
    if file.leftOut > 0 { Output.say(words("file.leftOut", count: file.leftOut)) }
    if file.withoutTime > 0 { Output.say(words("file.withoutTime", count: file.withoutTime)) }
    try inquiry.finish()
  }
}
