import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Several records at once, where a manager has approved a quarter.
@Suite struct BulkLockTests {
  /// The second quarter of France, in which Lyon lies, approved by Manon.
  private static let approval: Approval = {
    var approval = Approval(ApprovalPeriod(stored: "FR-2024-Q2") ?? Approval().id)
    var entry = ApprovalEntry()
    (entry.id, entry.by) = ("v-1", "Manon")
    entry.at = Moment(stored: "2024-07-05T09:00:00Z") ?? entry.at
    approval.entries = [entry]
    return approval
  }()

  private func locked() -> Programme {
    var programme = Fixture.programme()
    programme.approvals[Self.approval.id] = Self.approval
    return programme
  }

  private let region = "2*B<Down><Down><Enter>North<Enter>"

  @Test(arguments: Languages.all)
  func `a locked event stands in the preview with who locked it, and stays`(language: String) {
    let words = Words(LanguageTag(stored: language))
    var driver = Driver(locked(), language: language, columns: 140, rows: 40)
    driver.press(region)
    #expect(driver.screen.contains(words("bulk.refused", count: 1)))
    driver.press("<End>")
    #expect(driver.screen.contains("Manon"))
    driver.press("<Enter>")
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
    #expect(driver.programme.events.values.count { $0.region == "North" } == 3)
    #expect(driver.news.contains("Dialogue on disability and care"))
    #expect(driver.news.contains("Manon"))
    driver.press("u")
    #expect(driver.programme.events.values.allSatisfy { $0.region.isEmpty })
  }

  @Test func `history is not declared under a lock, and what is locked is left out`() {
    var driver = Driver(locked())
    driver.press("2/status:held<Enter>*B<End><Enter><Enter><Enter>")
    #expect(driver.programme.events[Fixture.lyon.id]?.isBeforeHeard == false)
    #expect(driver.programme.events[Fixture.recife.id]?.isBeforeHeard == true)
    #expect(driver.news.contains("Manon"))
  }

  @Test func `where every one is locked nothing can be changed`() {
    var driver = Driver(locked())
    driver.press("2/lyon<Enter><Space>m5")
    #expect(driver.lines.contains("0 will change, 1 cannot change"))
    driver.press("<Enter><Ctrl-S>")
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
  }

  @Test func `what is locked while one looks at the preview stays`() {
    var driver = Driver()
    driver.press(region)
    #expect(driver.lines.contains("4 will change"))
    _ = driver.application.take(.folder(.loaded(locked(), unreadable: [])), driver.occasion)
    #expect(driver.lines.contains("3 will change, 1 cannot change"))
    driver.press("<Enter>")
    #expect(driver.programme.events[Fixture.lyon.id] == Fixture.lyon)
  }

  @Test func `undo and redo of many leave what was locked since, and count it`() {
    var driver = Driver()
    driver.press(region + "<Enter>")
    var approved = driver.programme
    approved.approvals[Self.approval.id] = Self.approval
    _ = driver.application.take(.folder(.loaded(approved, unreadable: [])), driver.occasion)
    driver.press("u")
    #expect(driver.programme.events[Fixture.lyon.id]?.region == "North")
    #expect(driver.programme.events[Fixture.osaka.id]?.region.isEmpty == true)
    #expect(driver.news.contains("1 event is locked"))
    driver.press("<Ctrl-R>")
    #expect(driver.programme.events.values.allSatisfy { $0.region == "North" })
  }

  @Test func `a marked row keeps the sign of its lock`() {
    var driver = Driver(locked())
    driver.press("2*")
    #expect(driver.screen.contains("# Dialogue"))
    #expect(driver.screen.contains("# locked"))
    #expect(driver.lines.contains { $0.contains("* Date") && $0.contains("# Dialogue") })
  }
}
