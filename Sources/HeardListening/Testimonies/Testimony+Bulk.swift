import HeardKit
import HeardModel

// Never anything about consent: each answer is one person's, and is asked by itself.
extension Testimony: BulkRecord {
  /// A testimony, in names of changes.
  public static let recordKind = RecordKind.testimony

  /// The stage, and the codes of what was lost, what followed and what would restore trust.
  public static let bulkFields: [BulkField<Testimony>] = [
    .value(stageField, \.stage, check: { $0.mayBe($1, $2) }) {
      $1.formats.label($0.stage, "stage")
    },
    .values(.codes("trustLoss", \.trustLoss, of: .trustLoss), \.trustLoss) {
      $1.labels($0.trustLoss, .trustLoss)
    },
    .values(.codes("consequences", \.consequences, of: .consequence), \.consequences) {
      $1.labels($0.consequences, .consequence)
    },
    .values(.codes("restores", \.restores, of: .restores), \.restores) {
      $1.labels($0.restores, .restores)
    },
  ]

  private static let stageField = FieldSpec<Testimony>(
    "stage",
    { _, desk in
      .choice(
        TestimonyStage.allCases.filter { $0 != .draft }
          .map { FieldOption($0.stored, desk.formats.label($0, "stage")) })
    }, read: { testimony, _ in testimony.stage.stored },
    write: { text, testimony, _ in
      testimony.stage = TestimonyStage(stored: text) ?? testimony.stage
      return nil
    })

  /// A recorded one: nobody brings several testimonies back to drafts.
  public static func sketch(of records: [Testimony], for field: Code) -> Testimony {
    var sketch = Testimony()
    sketch.stage = .recorded
    return sketch
  }

  /// The testimony as any record.
  public var record: Record { .testimony(self) }

  /// The one of this id; nil where it is gone.
  public static func stored(_ id: TestimonyID, in programme: Programme) -> Testimony? {
    programme.testimonies[id]
  }

  /// The pseudonym and the event; the id where nothing of it may be shown any more.
  public func name(_ desk: Desk) -> String {
    let event = desk.programme.events[event]?.title ?? ""
    return desk.words.list([isGone(desk.today) ? id.text : pseudonym, event])
  }

  /// Nothing of it can be changed by somebody who may not read its words.
  public func closed(_ desk: Desk) -> BulkRefusal? {
    visibility(to: desk.reader, on: desk.today).isReadable ? nil : .notReadable
  }

  /// No rule over several fields touches the stage or these codes.
  public func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)] { [] }

  /// Why its stage cannot be changed by hand.
  var stageClosed: BulkRefusal? { stage == .draft ? .isDraft : nil }

  /// Why it cannot be brought to a stage by hand; nil where it can.
  public func refusal(of stage: TestimonyStage, _ desk: Desk) -> BulkRefusal? {
    closed(desk) ?? (stage == .draft ? .isDraft : mayBe(stage, desk))
  }

  private func mayBe(_ stage: TestimonyStage, _ desk: Desk) -> BulkRefusal? {
    stageClosed ?? obstacle(to: stage, on: desk.today).map(BulkRefusal.stage)
  }
}
