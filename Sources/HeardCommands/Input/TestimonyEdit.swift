import HeardKit
import HeardListening
import HeardModel

/// Sets fields of a testimony, as far as this person may and nothing is lost by a slip.
struct TestimonyEdit {
  private let assignments: [String]
  private let isSure: Bool

  /// The fields to be set; `isSure` where the person agreed to what hides the testimony from them.
  init(_ assignments: [String], isSure: Bool) {
    self.assignments = assignments
    self.isSure = isSure
  }

  /// How far the work is; on the screen it has a question of its own.
  private static let stage = FieldSpec<TestimonySheet>.choice(
    "stage", \.testimony.stage, labels: "stage")

  /// The testimony with the fields set, and the texts that gave way to others.
  ///
  /// - Throws: `Failure` where this person may not, or where the program asks first.
  func edited(
    _ testimony: Testimony, _ desk: Desk
  ) throws -> (testimony: Testimony, replaced: [ReplacedText]) {
    let words = desk.words
    var desk = desk
    guard let spec = TestimonyFields.spec(for: testimony, desk) else {
      let isHidden = testimony.isForLead && !testimony.isGone(desk.today)
      throw Failure(
        words(isHidden ? "cli.wentToLead" : "cli.nobodyReads", ["id": testimony.id.text]), .io)
    }
    var setter = FieldSetter(
      spec, TestimonySheet(testimony, on: desk.today), desk, alsoSetting: [Self.stage],
      isSure: isSure)
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    let stage = setter.subject.testimony.stage
    var sheet = setter.subject
    if let lack = sheet.reopeningLack(desk) { throw Failure(lack, .usage) }
    if !sheet.reopened.isEmpty {
      // That of the first asking says nothing of this one.
      guard assignments.contains(where: { $0.hasPrefix("method=") }) else {
        throw Failure(words("cli.reopenNeedsMethod"), .usage)
      }
      sheet.reopeningMethod = sheet.testimony.consent.method
      sheet.testimony.consent.method = testimony.consent.method
    }
    let done = sheet.finished(&desk)
    // By what the same command says beside it: an embargo, or a consent that closes.
    var asked = done
    asked.stage = testimony.stage
    if stage != testimony.stage, let refusal = asked.refusal(of: stage, desk) {
      throw Failure(words.sentence(refusal, desk), .usage)
    }
    switch done.visibility(to: desk.programme.reader(desk.settings), on: desk.today) {
    case .withdrawn: throw Failure(words("cli.closesRecord"), .usage)
    case .hiddenForSafeguarding, .onlyLead:
      if testimony.triage != .safeguarding && !isSure {
        throw Failure(
          words.inARow([words("cli.safeguarding"), desk.callInCommands(at: testimony.event)]),
          .usage)
      }
    case .open, .onlyTaker, .hidden: break
    }
    let isEmptied = done.text.allSatisfy(\.isWhitespace) && !testimony.text.isEmpty
    if isEmptied { throw Failure(words("testimony.noWords"), .usage) }
    // As `heard show`, which hides what may hurt until somebody asks for it.
    let replaced = setter.replaced.map { text in
      testimony.contentWarning.isEmpty ? text : ReplacedText(field: text.field, text: "")
    }
    setter.sayUnderstood()
    return (done, replaced)
  }
}
