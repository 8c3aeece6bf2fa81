import HeardKit
import HeardModel
import TerminalCanvas
import Testing

@testable import HeardScreens

@Suite struct TourTests {
  @Test func `each step waits until what it asks for is done, whatever keys were used`() {
    var driver = guided()
    #expect(step(driver) == 1)
    driver.press("<Down>")
    #expect(step(driver) == 1)
    driver.press("2")
    #expect(step(driver) == 2)
    driver.press("/lyon<Enter>")
    #expect(step(driver) == 3)
    driver.press("<Enter>")
    #expect(step(driver) == 4)
    driver.press("c+")
    #expect(step(driver) == 5)
    driver.press("<Esc>u")
    #expect(step(driver) == 6)
    // Skipping and going back.
    driver.press("<Ctrl-G>")
    #expect(step(driver) == 7)
    driver.press("<Ctrl-B>")
    #expect(step(driver) == 6)
    driver.press("<Ctrl-G>3<Enter><Tab><Tab>")
    #expect(step(driver) == 8)
    driver.press("aRamps at the door<Ctrl-S>")
    #expect(step(driver) == 9)
    driver.press("Fd<Ctrl-S>")
    #expect(step(driver) == 10)
    driver.press("0")
    #expect(step(driver) == 11)
    driver.press("5")
    #expect(step(driver) == 12)
    driver.press("<Enter>")
    #expect(step(driver) == 13)
    driver.press(":approvals<Enter>")
    #expect(step(driver) == 14)
    driver.press("I")
    #expect(step(driver) == 15)
    driver.press("<Esc><Ctrl-P>recife<Enter>")
    #expect(step(driver) == 16)
    driver.press("9")
    #expect(step(driver) == 17)
    driver.press("<Ctrl-G>")
    #expect(driver.effects.suffix(2) == [.state(.noteTour(nil)), .terminal(.quit)])
  }

  @Test func `how far one is, is kept at every step`() {
    var driver = guided()
    driver.press("2")
    #expect(driver.effects.contains(.state(.noteTour(1))))
    #expect(step(guided(from: 4)) == 5)
  }

  @Test func `it can be left and gone on with`() {
    var driver = guided()
    driver.press("<Ctrl-Y>")
    #expect(driver.application.describe().guide.isEmpty)
    driver.press("2:guided tour<Enter>")
    #expect(step(driver) == 2 || step(driver) == 1)
    #expect(!driver.application.describe().guide.isEmpty)
  }

  @Test(arguments: Languages.all)
  func `the guidance stands above the keys in four rows, in every language`(language: String) {
    for place in Tour.Step.allCases.indices {
      let lines = Tour(from: place).lines(Words(LanguageTag(stored: language)))
      let rows = Scroll([.prose(Prose(lines))]).lineCount(columns: 78)
      #expect(rows <= Tour.rows, "\(language) \(Tour.Step.allCases[place])")
    }
    let driver = guided(language: language)
    #expect(
      driver.screen.split(separator: "\n").suffix(6).contains {
        $0.contains("1/\(Tour.Step.allCases.count)")
      })
    #expect(driver.lines.suffix(4).contains { $0.contains("1/\(Tour.Step.allCases.count)") })
  }

  @Test func `in a programme of one's own the tour is asked for first`() {
    var driver = Driver()
    driver.press(":guided tour<Enter>")
    #expect(driver.lines.joined().contains("copy of the sample"))
    driver.press("<Enter>")
    #expect(!driver.effects.contains(.terminal(.leave(.tour))))
    driver.press(":guided tour<Enter>2")
    #expect(driver.effects.contains(.terminal(.leave(.tour))))
  }

  private func guided(from place: Int = 0, language: String = "en") -> Driver {
    var driver = Driver(language: language)
    driver.application = Application(driver.application.desk, tour: Tour(from: place))
    driver.application.resize(driver.size)
    return driver
  }

  /// The number of the step that the guidance tells.
  private func step(_ driver: Driver) -> Int? {
    driver.application.describe().guide.first.flatMap { line in
      line.text.firstMatch(of: /Tour (\d+)\//).flatMap { Int($0.1) }
    }
  }
}

@Suite struct WelcomeTests {
  @Test func `who comes for the first time chooses what to begin with`() {
    var driver = welcome()
    #expect(driver.screen.contains("Take the tour"))
    driver.press("<Enter>")
    #expect(driver.effects == [.terminal(.leave(.tour))])
    driver = welcome()
    driver.press("<Down><Enter>")
    #expect(driver.effects == [.terminal(.leave(.sample))])
  }

  @Test func `without a sample neither tour nor sample is offered`() {
    let driver = welcome(hasSample: false)
    #expect(!driver.screen.contains("tour") && !driver.screen.contains("sample"))
  }

  @Test func `what was opened last stands first`() {
    var driver = welcome(recent: ["/home/ada/dialogues"])
    driver.press("<Enter>")
    #expect(driver.effects == [.machine(.checkFolder("/home/ada/dialogues"))])
    #expect(
      driver.application.take(
        .machine(.canOpen("/home/ada/dialogues", importing: false)), driver.occasion)
        == [.terminal(.leave(.folder("/home/ada/dialogues")))])
  }

  @Test func `no screen of a programme can be reached without one`() {
    var driver = welcome()
    driver.press("2")
    #expect(driver.lines[0].contains("Welcome"))
    driver.press("<Ctrl-P>")
    #expect(driver.application.describe().overlay == nil)
  }

  @Test func `a path is completed and chosen from what is there`() {
    var driver = welcome()
    driver.press("<Down><Down><Down><Down><Enter>~/di")
    #expect(driver.effects.last == .machine(.listFolders("~/di")))
    let offers = [
      FolderOffer(path: "~/dialogues", isProgramme: true),
      FolderOffer(path: "~/dialects", isProgramme: false),
    ]
    _ = driver.application.take(.machine(.folders("~/di", offers)), driver.occasion)
    #expect(driver.screen.contains("~/dialogues"))
    driver.press("<Tab>")
    #expect(driver.effects.last == .machine(.listFolders("~/dial")))
    _ = driver.application.take(.machine(.folders("~/dial", offers)), driver.occasion)
    driver.press("<Down><Enter>")
    #expect(driver.effects.last == .machine(.checkFolder("~/dialogues")))
  }

  @Test func `a new programme knows who made it`() throws {
    var driver = welcome()
    driver.press("<Down><Down><Enter>Listening<Tab><Tab>France<Tab><Tab>Ada<Ctrl-S>")
    guard case .machine(.makeProgramme(let new))? = driver.effects.last else {
      Issue.record("\(driver.screen)")
      return
    }
    #expect(new.settings.name == "Listening")
    #expect(new.settings.countries.map(\.stored) == ["FR"])
    #expect(new.settings.id != ProgrammeSettings().id)
    #expect(new.yourName == "Ada" && !new.importsSheet)
    var sheet = welcome()
    sheet.press("<Down><Down><Down><Enter>Listening<Tab><Tab><Tab><Tab>Ada<Ctrl-S>")
    _ = sheet.application.take(.machine(.canOpen("/p", importing: true)), sheet.occasion)
    guard case .machine(.makeProgramme(let other))? = sheet.effects.last else {
      Issue.record("\(sheet.screen)")
      return
    }
    #expect(other.importsSheet)
  }

  private func welcome(hasSample: Bool = true, recent: [String] = []) -> Driver {
    var driver = Driver(Programme())
    driver.application = Application(
      welcoming: driver.application.desk, hasSample: hasSample, recent: recent)
    driver.application.resize(driver.size)
    return driver
  }
}
