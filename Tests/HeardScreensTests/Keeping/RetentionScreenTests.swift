import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct RetentionScreenTests {
  /// The event of Osaka with what two people needed there, long ago by now.
  private func programme(_ change: (inout Programme) -> Void = { _ in }) -> Programme {
    var programme = Fixture.programme()
    for index in 0..<2 {
      programme.events[Fixture.osaka.id]?.participations[index].accessNeeds = ["captions"]
    }
    change(&programme)
    return programme
  }

  private func settings(_ role: TeamRole) -> PersonalSettings {
    var settings = PersonalSettings()
    (settings.role, settings.name) = (role, "Noor Example")
    return settings
  }

  private func needs(_ driver: Driver) -> [Code] {
    driver.programme.events[Fixture.osaka.id]?.participations.flatMap(\.accessNeeds) ?? []
  }

  @Test(arguments: Languages.all)
  func `Home tells it to who answers for it, and leads there`(language: String) {
    let words = Words(LanguageTag(stored: language))
    let sentence = words("home.pastTimeThings", count: 2)
    for role in [TeamRole.coordinator, .manager] {
      var driver = Driver(programme(), settings: settings(role), language: language)
      #expect(driver.screen.contains(sentence))
      driver.press("<Home><Enter>")
      #expect(driver.screen.contains(words("screen.retention")))
      #expect(driver.screen.contains(words("retention.rule.accessNeeds")))
      #expect(driver.screen.contains(words("retention.people", count: 2)))
      #expect(driver.effects.contains(.folder(.lookUpIdentities)))
    }
    let facilitator = Driver(programme(), settings: settings(.facilitator), language: language)
    #expect(!facilitator.screen.contains(sentence))
    let invented = programme { $0.settings.provenance.kind = .synthetic }
    #expect(!Driver(invented, language: language).screen.contains(sentence))
  }

  @Test func `the last line takes it out after a question, marks it, and nothing undoes it`() {
    var driver = Driver(programme(), settings: settings(.manager), at: .retention)
    driver.press("<End><Enter>1")
    #expect(needs(driver).count == 2)
    driver.press("<Enter>2")
    #expect(needs(driver).isEmpty)
    let event = driver.programme.events[Fixture.osaka.id]
    #expect(event?.retention.map(\.rule) == ["accessNeeds"])
    #expect(event?.participations.map(\.retention.count) == [1, 1, 0])
    #expect(driver.news.contains("2 things past their time were taken out"))
    #expect(driver.screen.contains("Nothing is kept past its time."))
    let orders = driver.effects.compactMap { effect -> Retirement? in
      if case .folder(.retire(let order)) = effect { order } else { nil }
    }
    #expect(orders.count == 1 && orders[0].edits.isEmpty)
    driver.press("u")
    #expect(needs(driver).isEmpty)
  }

  @Test func `a name goes from this machine, a testimony only comes to be looked at`() {
    let due = KeptIdentity(id: Fixture.id("p-nobody0001"))
    var driver = Driver(
      programme {
        $0.events[Fixture.osaka.id] = Fixture.osaka
        $0.testimonies[Fixture.heardInLyon.id]?.consent.reviewBy = CalendarDay(
          stored: "2024-11-30")
      }, settings: settings(.manager), at: .retention)
    driver.take(.folder(.identitiesKept([due])))
    #expect(driver.screen.contains("On no list any more"))
    #expect(driver.screen.contains("nothing here goes by itself"))
    driver.press("<End><Enter>2")
    let orders = driver.effects.compactMap { effect -> Retirement? in
      if case .folder(.retire(let order)) = effect { order } else { nil }
    }
    #expect(orders.first?.identities == [due.id])
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.text.isEmpty == false)
    driver.take(.folder(.retired(left: ["/home/x/notes.txt"])))
    #expect(driver.news.contains("/home/x/notes.txt"))
  }

  @Test func `it wins over the lock of a quarter, and says so`() {
    var driver = Driver(
      programme { programme in
        guard let quarter = ApprovalPeriod(stored: "JP-2024-Q2") else { return }
        var approval = Approval(quarter)
        var entry = ApprovalEntry()
        (entry.id, entry.by) = ("v-1", "Invented manager")
        approval.entries = [entry]
        programme.approvals[quarter] = approval
      }, settings: settings(.manager), at: .retention)
    driver.press("<End><Enter>2")
    #expect(needs(driver).isEmpty)
    #expect(driver.news.contains("locked"))
  }

  @Test func `in a folder that is only read nothing goes`() {
    var driver = Driver(
      programme(), settings: settings(.manager), readOnly: .readOnly(path: "/p"), at: .retention)
    driver.press("<End><Enter>2")
    #expect(needs(driver).count == 2)
    #expect(driver.news.contains("reading only") || driver.news.contains("/p"))
  }
}
