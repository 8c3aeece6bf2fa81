import Foundation
import HeardKit
import HeardModel
import HeardScreens
import HeardStore
import TerminalCanvas
import TestKit

/// The whole application on the sample programme, driven by keys, without a terminal.
struct SampleScreen {
  private var application: Application
  private let size: Size
  private let occasion: Occasion

  /// Starts on the sample; `change` makes what it does not hold.
  init(
    language: String, columns: Int = 80, rows: Int = 24, role: TeamRole = .coordinator,
    change: (inout Programme) -> Void = { _ in }
  ) throws {
    size = Size(columns: columns, rows: rows)
    let now = Moment(stored: "2024-12-01T09:00:00Z") ?? Moment(seconds: 0)
    occasion = Occasion(now: now, today: now.day, seed: 7)
    var settings = PersonalSettings()
    settings.role = role
    let loaded = try ProgrammeStore(path: Project.sample, device: "test").load()
    var programme = loaded.programme
    change(&programme)
    application = Application(
      Desk(
        programme: programme, settings: settings,
        machineLanguage: LanguageTag(stored: language), occasion: occasion))
    application.resize(size)
  }

  /// Presses keys, each a letter or a key without one.
  mutating func press(_ keys: Key...) {
    for key in keys {
      _ = application.handle(key, occasion)
      application.noteDrawn()
    }
  }

  /// Types a text.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The rows between bars, so that blanks at their ends are seen, then the cursor's place.
  var snapshot: String {
    let canvas = self.canvas
    let rows = (0..<size.rows).map { "|\(canvas.text(ofRow: $0))|" }
    let cursor = canvas.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
    return (rows + [cursor]).joined(separator: "\n") + "\n"
  }

  /// What each cell means, a letter for each, of the rows in which something is not plain.
  var styles: String {
    let canvas = self.canvas
    return (0..<size.rows).reduce(into: "") { text, row in
      let letters = String(canvas.row(row).map(\.style.letter))
      if letters.contains(where: { $0 != Style.plain.letter }) {
        text += "\(row < 10 ? " " : "")\(row)|\(letters)|\n"
      }
    }
  }

  /// The rows without blanks at their ends.
  var plainRows: [String] {
    let canvas = self.canvas
    return (0..<size.rows).map { row in
      var text = canvas.text(ofRow: row)[...]
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  private var canvas: Canvas {
    CanvasRenderer.render(
      application.describe(), size: size, glyphs: .unicode,
      tooSmall: application.tooSmall)
  }
}

private extension Style {
  /// The letter that stands for it in a snapshot.
  var letter: Character {
    switch self {
    case .plain: "."
    case .faint: "F"
    case .strong: "O"
    case .title: "T"
    case .accent: "A"
    case .good: "G"
    case .warning: "W"
    case .bad: "B"
    case .selected: "S"
    case .selectedFaint: "s"
    case .field: "e"
    case .fieldFocused: "E"
    case .chart: "C"
    case .restricted: "R"
    }
  }
}
