import ArgumentParser
import HeardKit
import HeardModel

/// To whom something goes that leaves the folder, for the register.
struct Recipient: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The organisation to which it goes, for the register.", valueName: "id"),
    completion: Completing.ids(.organisations))
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      "The group to which it goes, for the register: participants, community, partners or public.",
      valueName: "group"),
    completion: .list(FeedbackAudience.allCases.map(\.rawValue)))
  var audience: String?

  /// Whether it is said to whom it goes, so that it leaves by whichever way.
  var isGiven: Bool { organisation != nil || audience != nil }

  /// A line of the register with whom it goes to.
  ///
  /// - Throws: `Failure` where there is no such organisation or group.
  func noted(_ line: RegisterLine, _ inquiry: Inquiry) throws -> RegisterLine {
    let words = inquiry.words
    var line = line
    if let organisation {
      let found = try FoundRecord(organisation, inquiry.insight, inquiry.unreadable, words)
      guard case .organisation(let it) = found else {
        throw Failure(words("cli.notAnOrganisation", ["id": organisation]), .usage)
      }
      line.organisation = it.id
    }
    if let audience {
      let options = FeedbackAudience.allCases.map {
        FieldOption($0.stored, inquiry.formats.label($0, "audience"))
      }
      switch OptionInput.value(audience, options) {
      case .success(let value): line.audience = FeedbackAudience(stored: value)
      case .failure(let problem):
        throw Failure(
          words("cli.option", ["option": "--audience", "problem": problem.sentence(words)]),
          .usage)
      }
    }
    return line
  }
}
