import HeardInsight
import HeardKit
import HeardModel
import Testing

/// The values of closed lists against the texts that screens make of their names.
@Suite struct ValueTextsTests {
  private let english = Words.catalog(LanguageTag(stored: "en") ?? .undetermined)

  @Test func `every value of a closed list has its text`() {
    let keys =
      all(ActionHorizon.self, "horizon") + all(ActionLevel.self, "level")
      + all(ActionStatus.self, "actionStatus") + all(ActionTheme.self, "theme")
      + all(AccessState.self, "access") + all(AttendanceSource.self, "source")
      + all(FigureSource.self, "source") + all(FigureSource.self, "sign")
      + all(AttendanceStatus.self, "attendance") + all(Confidentiality.self, "confidentiality")
      + all(ConsentMethod.self, "method") + all(ConsentState.self, "consent")
      + all(EventFormat.self, "format") + all(EventStatus.self, "status")
      + all(FeedbackAudience.self, "audience") + all(FeedbackStatus.self, "feedback")
      + all(Involvement.self, "involvement") + all(Naming.self, "naming")
      + all(Polarity.self, "polarity") + all(Presence.self, "presence")
      + all(ProvenanceKind.self, "provenance") + all(QuoteAttribute.self, "beside")
      + all(RetentionRule.self, "retention.rule")
      + all(SeriesRhythm.self, "rhythm") + all(SpeaksFor.self, "speaksFor")
      + all(ColourTheme.self, "theme") + all(AmbiguousWidth.self, "ambiguous")
      + all(TeamRole.self, "role") + all(TestimonyStage.self, "stage")
      + all(TestimonyType.self, "testimonyType") + all(TextKind.self, "textKind")
      + all(TranslationKind.self, "translationKind") + all(Triage.self, "triage")
    #expect(keys.filter { english[$0] == nil } == [])
  }

  @Test func `every kind of what is held of people has a name, and what it is held for`() {
    for data in HeldData.allCases {
      #expect(english["inventory.data.\(data.rawValue)"] != nil, "\(data)")
      let isFor = english["inventory.purpose.\(data.rawValue)"] != nil
      #expect(isFor == (data != .nothing), "\(data)")
    }
  }

  @Test(arguments: ConsentPurpose.allCases)
  func `a purpose has a name, a question and what follows from withdrawing it`(
    purpose: ConsentPurpose
  ) {
    #expect(english["purpose.\(purpose.stored)"] != nil)
    let name = purpose.stored
    #expect(english["field.may\(name.prefix(1).uppercased())\(name.dropFirst())"] != nil)
    // Without keeping, all that was said goes; that has a sentence of its own.
    #expect(purpose == .record || english["testimony.withdraw.\(name)"] != nil)
  }

  private func all<Value: CaseIterable & StoredText>(
    _ type: Value.Type, _ list: String
  ) -> [String] {
    type.allCases.map { "\(list).\($0.stored)" }
  }
}
