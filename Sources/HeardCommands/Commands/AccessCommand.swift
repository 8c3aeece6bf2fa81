import ArgumentParser
import Glibc
import HeardInsight
import HeardKit
import HeardModel
import HeardStore

/// Writes what is held about somebody, for them to have.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Writes a copy of what is held about a person or of a testimony, for that person.",
    discussion: """
      A person by their id, or one testimony by its id or its withdrawal number. Names of others are \
      left out, of the team the role stands there. What you may not read is not in it, and how much \
      that is is said: somebody who may read it adds that. Only you can read the file. It is in the \
      language of --language, else of the person, else in yours.

      EXAMPLES
        heard access p-7kq2m9x4ab --output copy.html
        heard access 4821-0937 --output copy.txt --format txt --language fr
      """)

  /// The forms of a copy.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html
    case json
    case txt
  }

  @Argument(
    help: "The person or testimony, by id, or the number of a withdrawal.",
    completion: Completing.ids(.people, .testimonies))
  var id: String

  @Option(
    help: ArgumentHelp("The file to be written.", valueName: "file"),
    completion: .file())
  var output: String

  @Option(help: "In which form.")
  var format = Format.html

  @Option(help: ArgumentHelp("The language of its words.", valueName: "tag"))
  var language: String = ""

  @Flag(help: "Lets a file that is there give way.")
  var replace = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let file = OutputFile(output)
    try refuse(file, inquiry)
    let subject = try subject(inquiry)
    let identities = identities(subject, inquiry)
    let words = try words(subject, identities, inquiry)
    let told: [TestimonyID] =
      switch subject {
      case .person(let id):
        inquiry.programme.testimonies.values.filter { $0.person == id }.map(\.id)
      case .testimony(let id): [id]
      }
    let person: PersonID? = if case .person(let id) = subject { id } else { nil }
    let isLead = inquiry.reader.roles.contains(.safeguardingLead)
    let disclosures = isLead ? inquiry.store?.disclosures(of: told, or: person) ?? [] : []
    let copy = AccessCopy(
      subject, inquiry.insight, words, for: inquiry.reader, identities: identities,
      disclosures: disclosures)
    let bytes =
      switch format {
      case .html: AccessWriter.html(copy, words.language)
      case .json: AccessWriter.json(copy, words.language)
      case .txt: AccessWriter.text(copy, words)
      }
    let line = RegisterLine(
      "access", as: format.rawValue, of: [copy.record], at: Surroundings.now)
    try inquiry.write(bytes, to: output, replacing: replace, noting: line)
    if copy.closed > 0 {
      Output.say(inquiry.words("accessCopy.closedTold", count: copy.closed))
    }
    try inquiry.finish()
  }

  /// Only into a plain file of its own, and none inside the programme, where others would find it.
  private func refuse(_ file: OutputFile, _ inquiry: Inquiry) throws {
    var status = stat()
    let isThere = lstat(file.path, &status) == 0
    if output == "-" || (isThere && status.st_mode & S_IFMT != S_IFREG) {
      throw Failure(inquiry.words("cli.onlyPlainFile", ["path": output]), .usage)
    }
    if file.lies(in: inquiry.path) {
      throw Failure(inquiry.words("cli.notInside", ["path": output]), .usage)
    }
  }

  /// Whom it is about.
  private func subject(_ inquiry: Inquiry) throws -> AccessCopy.Subject {
    let wanted = Self.spoken(id)
    let numbered = inquiry.programme.testimonies.values.first {
      let number = Self.spoken($0.consent.withdrawalCode)
      return !number.isEmpty && number == wanted
    }
    if let numbered { return .testimony(numbered.id) }
    switch try FoundRecord(id, inquiry.insight, inquiry.unreadable, inquiry.words) {
    case .person(let id): return .person(id)
    case .testimony(let testimony): return .testimony(testimony.id)
    case .event, .action, .organisation, .staff, .fact, .release:
      throw Failure(inquiry.words("cli.nobodysCopy", ["id": id]), .usage)
    }
  }

  /// A number as it is said over a telephone: its digits or words without what stands between them.
  private static func spoken(_ number: String) -> [UInt8] {
    Folded(number.filter { $0.isLetter || $0.isNumber }).bytes
  }

  /// The names on this machine, of the person and of those whose names have no place in the copy.
  private func identities(_ subject: AccessCopy.Subject, _ inquiry: Inquiry) -> [Identity] {
    let others = AccessCopy.others(subject, in: inquiry.programme)
    let own: [PersonID] = if case .person(let id) = subject { [id] } else { [] }
    return inquiry.store?.identities(of: own + others) ?? []
  }

  /// The words of the language that is asked for, else of the person, as far as there are any.
  private func words(
    _ subject: AccessCopy.Subject, _ identities: [Identity], _ inquiry: Inquiry
  ) throws -> Words {
    let asked = try LanguageList.tags(language, inquiry.words).first
    let own: LanguageTag? =
      switch subject {
      case .person(let id): identities.first { $0.id == id }?.language
      case .testimony(let id): inquiry.programme.testimonies[id]?.language
      }
    let known = [asked, own].compactMap { $0 }.first { tag in
      Words.languages.contains { $0.base == tag.base }
    }
    return known.map { Words($0) } ?? inquiry.words
  }
}
