import Foundation
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import TestKit
import Testing

/// The README against the program.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(
      contentsOf: Project.folder.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test func `the screen in it is what the program shows`() throws {
    var screen = try SampleScreen(language: "en")
    screen.press(.character("2"))
    let block = "```\n" + screen.plainRows.joined(separator: "\n") + "\n```"
    #expect(readme.contains(block), "the block should be:\n\(block)")
  }

  @Test func `its table of keys is that of the program`() {
    let words = Words(LanguageTag(stored: "en"))
    let commands: [Command] = [
      .open, .back, .nextPart, .goHome, .goEvents, .goTestimonies, .goActions, .goFigures,
      .goPeople, .goOrganisations, .goApprovals, .goConflicts, .goSettings, .goTeam, .goCalendar,
      .importEvents,
      .filter, .clearFilter,
      .sort, .mark, .changeMarked,
      .newRecord, .newEvent, .newTestimony, .newAction, .edit, .duplicate, .attendance,
      .changeStatus, .closeOut, .planSeries, .arrangeAccess, .printPage,
      .delete, .save, .fold, .undo, .redo,
      .find, .palette, .showTrail, .forward, .related, .listNews, .whereAmI, .help, .quit,
    ]
    let rows = commands.map { command in
      let keys = KeyTable.binding(command)?.keys.map { "`\(KeyTable.name($0, words))`" } ?? []
      return "| \(keys.joined(separator: " ")) | \(words("meaning.\(command.rawValue)")) |"
    }
    let table = rows.joined(separator: "\n")
    #expect(readme.contains(table), "the table should be:\n\(table)")
  }

  @Test func `it fits on few pages`() {
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }
}
