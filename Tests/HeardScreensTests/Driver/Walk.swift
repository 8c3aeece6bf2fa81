import HeardKit
import HeardModel
import TerminalCanvas

@testable import HeardScreens

/// Goes through the program by its commands and answers, and keeps one of every kind of place.
enum Walk {
  /// The fixture with a long text in two versions and a sheet to bring in.
  static var programme: Programme {
    var programme = Fixture.programme()
    var conflict = FieldConflict()
    conflict.id = "x-1"
    conflict.path = "summary"
    conflict.kept = .text("kept")
    conflict.other = .text("One here. Three.")
    programme.events[Fixture.lyon.id]?.summary = "One here. Two stands here now."
    programme.events[Fixture.lyon.id]?.conflicts = [conflict]
    return programme
  }

  /// The places that a few commands lead to, from Home, from a sheet on its way in, from the door,
  /// from a field in two versions, and from the welcome of a machine without a programme.
  static func places(depth: Int = 4) -> [Driver] {
    var seen = Set<String>()
    var found: [Driver] = []
    let begun = [at(""), at("!<Enter><Down><Down><Enter>"), at("2cp<Enter>"), sheet(), welcome()]
    var edge = begun.filter { seen.insert(mark($0)).inserted }
    for _ in 0..<depth {
      found += edge
      edge = edge.flatMap { driver in
        steps(from: driver).filter { seen.insert(mark($0)).inserted }
      }
    }
    return found + edge
  }

  /// The places two commands away, by the names of their screens.
  static let near = Dictionary(grouping: places(depth: 2), by: \.application.screen.name)

  // They leave the program, or only look at what is there already.
  private static let idle: Set<Command> = [
    .quit, .suspend, .back, .plainLines, .fullScreen, .redraw, .tour, .find, .palette,
    .writeOutside,
  ]

  private static func steps(from driver: Driver) -> [Driver] {
    if let question = driver.application.question {
      return question.answers.indices.prefix(9).map { answer in
        var next = driver
        next.press(.character(Character(String(answer + 1))))
        return next
      }
    }
    return driver.application.offered.filter { !idle.contains($0) }.map { command in
      var next = driver
      next.perform(command)
      return next
    }
  }

  /// Places of one mark are one kind of place.
  private static func mark(_ driver: Driver) -> String {
    let screen = driver.application.screen
    let commands = screen.commands(driver.application.desk).map(\.rawValue).joined(separator: ",")
    return [
      screen.name, screen.takesText ? "text" : "", driver.application.question?.id ?? "", commands,
    ].joined(separator: "|")
  }

  private static func at(_ keys: String) -> Driver {
    var driver = Driver(programme)
    driver.press(keys)
    return driver
  }

  private static func sheet() -> Driver {
    var driver = Driver(programme)
    driver.files["events.csv"] = "title,country,date\nEvening,FR,2024-03-04\nMorning,XX,\n"
    driver.press("I")
    driver.type("events.csv")
    driver.press("<Enter>")
    return driver
  }

  private static func welcome() -> Driver {
    var driver = Driver(programme)
    driver.application = Application(
      welcoming: driver.application.desk, hasSample: true, recent: [])
    return driver
  }
}
