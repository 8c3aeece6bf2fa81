import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct WaitingTests {
  /// What a test says of an item: at which record what waits, and for how many days.
  private struct Line: Equatable {
    let record: String
    let matter: WaitingItem.Matter
    let days: Int?

    init(_ record: String, _ matter: WaitingItem.Matter, _ days: Int?) {
      (self.record, self.matter, self.days) = (record, matter, days)
    }
  }

  private func lines(_ items: [WaitingItem]) -> [Line] {
    items.map { Line($0.record.recordID, $0.matter, $0.days) }
  }

  @Test func `a coordinator sees what is late, the latest first, then what is due`() {
    #expect(
      lines(Sample.insight().waiting(for: .coordinator)) == [
        Line("e-osaka", .closeOut([.summary, .heard]), 153),
        Line("e-recife", .closeOut([.summary, .feedback]), 121),
        Line("e-old", .saidHeld, 61),
        Line("e-recife", .tell, 31),
        Line("a-late", .act, 31),
        Line("a-pool", .act, 4),
        Line("e-lyon", .tell, 2),
        Line("a-soon", .act, -9),
        Line("e-berlin", .access(["signLanguage"]), -9),
        Line("a-guide", .tell, nil),
        Line(
          "e-unknown",
          .closeOut(CloseOutGap.allCases.filter { ![.access, .confidentiality].contains($0) }), nil),
      ])
  }

  @Test func `only the countries that were asked for, and what has none`() {
    let items = Sample.insight().waiting(for: .coordinator, countries: [country("BR")])
    #expect(
      Set(items.map(\.record.recordID)) == ["e-recife", "e-unknown", "a-late", "a-soon"])
  }

  @Test func `a yes that nobody could show waits, and the filter finds it`() {
    let insight = Sample.insight { programme in
      programme.testimonies[id("t-lyon")]?.consent.entries.append(
        entry(.publish, .given, "2024-05-01"))
    }
    #expect(
      lines(insight.waiting(for: .facilitator, staff: id("noa")))
        .contains(Line("t-lyon", .evidence, nil)))
    #expect(
      insight.testimonies(Query("open:evidence"), for: Reader(staff: id("noa"), roles: []))
        .map(\.id.text) == ["t-lyon"])
    let shown = Sample.insight { programme in
      programme.testimonies[id("t-lyon")]?.consent.entries.append(
        entry(.publish, .given, "2024-05-01"))
      programme.testimonies[id("t-lyon")]?.consent.notice = id("n-1")
      programme.testimonies[id("t-lyon")]?.consent.method = .written
      programme.testimonies[id("t-lyon")]?.consent.obtainedBy = "noa"
    }
    #expect(
      !lines(shown.waiting(for: .facilitator, staff: id("noa")))
        .contains(Line("t-lyon", .evidence, nil)))
  }

  @Test func `a facilitator sees the testimonies they took, a person's well-being first`() {
    let insight = Sample.insight { programme in
      programme.testimonies[id("t-lyon")]?.readBack.isConfirmed = false
      programme.testimonies[id("t-good")]?.consent.reviewBy = day("2024-05-20")
      programme.testimonies[id("t-good")]?.takenBy = id("rui")
    }
    #expect(
      lines(insight.waiting(for: .facilitator, staff: id("noa"))) == [
        Line("t-draft", .askHowTheyAre, 1), Line("t-lyon", .readBack, 12),
        Line("t-draft", .askConsent, 11),
      ])
    #expect(
      lines(insight.waiting(for: .facilitator, staff: id("rui"))) == [
        Line("t-good", .reviewConsent, 12)
      ])
    #expect(insight.waiting(for: .facilitator).count == 4)
  }

  @Test func `what was withdrawn waits for nobody`() {
    let insight = Sample.insight { programme in
      programme.testimonies[id("t-gone")]?.followUpCheck = day("2024-05-01")
      programme.testimonies[id("t-gone")]?.consent.reviewBy = day("2024-05-01")
      programme.testimonies[id("t-gone")]?.readBack.isConfirmed = false
    }
    for role in TeamRole.allCases {
      #expect(!insight.waiting(for: role).contains { $0.record.recordID == "t-gone" })
    }
  }

  @Test func `a manager sees what is late, and no work that published numbers would make`() {
    let insight = Sample.insight {
      $0.settings.published.events = 65
      $0.settings.published.participants = 12_000
    }
    let items = insight.waiting(for: .manager)
    #expect(items.contains { $0.record.recordID == "e-recife" })
    #expect(!items.contains { $0.record == .settings })
    #expect(!items.contains { $0.record.recordID == "e-berlin" })
  }

  @Test func `how long ago a day was is told only of a day that has passed`() {
    let insight = Sample.insight {
      $0.events[id("e-osaka")]?.start = KnownDate(stored: "2024")
      $0.events[id("e-recife")]?.start = KnownDate(stored: "2030-01-01")
    }
    let closing = insight.waiting(for: .coordinator).filter {
      if case .closeOut = $0.matter { true } else { false }
    }
    #expect(closing.count == 3 && closing.allSatisfy { $0.days == nil })
  }

  @Test func `an action that is dated as done on a day to come waits on`() {
    let insight = Sample.insight {
      $0.actions[id("a-late")]?.status = .done
      $0.actions[id("a-late")]?.doneOn = KnownDate(stored: "2030-01-01")
    }
    #expect(lines(insight.waiting(for: .coordinator)).contains(Line("a-late", .act, 31)))
    #expect(insight.actions(Query("open:overdue")).contains { $0.id == id("a-late") })
  }

  @Test func `fields to which two people gave different values wait for a choice`() {
    let insight = Sample.insight {
      $0.events[id("e-berlin")]?.conflicts = [FieldConflict(), FieldConflict()]
    }
    #expect(insight.waiting(for: .coordinator).contains { $0.matter == .conflicts(2) })
  }
}
