import ArgumentParser
import Glibc
import HeardCommands
import HeardKit
import HeardModel
import HeardScreens
import HeardStore

/// Shows the program round on a copy of the sample that is thrown away.
struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Shows the program round in ten minutes, on a copy of the sample.",
    discussion: "A tour that was left goes on where it was. The copy is removed at the end.")

  @Flag(help: "Begins anew.")
  var anew = false

  @Flag(help: "Opens a copy of the sample without a tour; it is removed when you leave it.")
  var explore = false

  func run() throws {
    let words = Words(PersonalSettings.chosen.language ?? Surroundings.language)
    guard isatty(STDOUT_FILENO) == 1 else { throw Failure(words("terminal.none"), .io) }
    guard SampleCopy.original != nil else { throw Failure(words("cli.noSample"), .io) }
    let copy: SampleCopy
    do throws(StoreError) {
      SampleCopy.removeLeftovers()
      if anew { SampleCopy.remove("tour") }
      copy = try SampleCopy(explore ? SampleCopy.passingName : "tour")
      try copy.moveIn()
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    let tour = explore ? nil : Tour(from: TourPlace.current ?? 0)
    let explore = explore
    try OpenCommand.sit(OpenedProgramme(folder: copy.programme), tour: tour) {
      if explore || TourPlace.current == nil { copy.remove() }
    }
  }
}
