import HeardKit
import HeardModel
import HeardScreens
import TestKit
import Testing

@Suite struct TestimoniesScreenTests {
  @Test func `the words are searched while typing and what was found is in sight`() {
    var driver = Driver(settings: TestimonyFormTests.settings())
    driver.press("3")
    #expect(driver.screen.contains("2 of 2"))
    driver.press("/INTERPRETE")
    #expect(driver.screen.contains("1 of 2"))
    #expect(driver.screen.contains("interprète"))
    driver.press("<Enter>x")
    #expect(driver.screen.contains("2 of 2"))
  }

  @Test func `words that one may not read are not found either`() {
    var driver = Driver()
    driver.press("3/Esperei")
    #expect(driver.screen.contains("0 of 2"))
  }

  @Test func `a key of another list is told in words`() {
    var driver = Driver()
    driver.press("3/theme:EDU<Enter>")
    #expect(driver.screen.contains("theme filters other lists"))
  }

  @Test func `a wide terminal shows the words beside the list, hidden ones never`() {
    var driver = Driver(columns: 140, rows: 40)
    driver.press("3")
    #expect(driver.screen.contains("On a parlé à mon interprète"))
    driver.press("<Down>")
    #expect(driver.screen.contains("! Only Noor Example"))
    #expect(!driver.screen.contains("Esperei"))
  }

  @Test func `how far a testimony is stands in its column, and what cannot wait is told beside it`()
  {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.triage = .high
    var driver = Driver(
      programme, settings: TestimonyFormTests.settings(), columns: 200, rows: 40)
    driver.press("3")
    #expect(driver.screen.contains("! taken down"), "\(driver.screen)")
    #expect(driver.lines.contains { $0.contains("Stage: taken down, Urgency: today") })
  }

  /// For any reader and any answers: no word of a testimony that this reader may not read stands
  /// in a line of the list, of what is beside it, or of any part of its own screen.
  @Test func `no word of a testimony that may not be read is ever shown`() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = RandomSource(seed: seed)
    for round in 0..<150 {
      let testimony = Self.random(&random)
      let settings = Self.reader(&random)
      var programme = Fixture.programme()
      programme.testimonies[testimony.id] = testimony
      let isReadable = Self.isReadable(testimony, settings)
      let allowed =
        !isReadable
        ? [] : testimony.contentWarning.isEmpty ? Self.allMarks : ["zzwarning"]
      for line in Self.everything(programme, settings, asking: !isReadable)
      where line.contains("zz") {
        let shown = Self.allMarks.filter { line.contains($0) && !allowed.contains($0) }
        #expect(
          shown.isEmpty, "seed \(seed), round \(round): \(shown) in “\(line)”, \(testimony)")
      }
    }
  }

  private static let allMarks = ["zzwords", "zzother", "zzquote", "zznote", "zzwarning"]

  /// Every line of the list, beside it, and of each part of the screen, in both forms.
  ///
  /// `asking` also presses the key that shows hidden words, on every part.
  private static func everything(
    _ programme: Programme, _ settings: PersonalSettings, asking: Bool
  ) -> Set<String> {
    var lines: Set<String> = []
    func look(_ driver: Driver) {
      let canvas = driver.canvas
      lines.formUnion((0..<canvas.size.rows).map { canvas.text(ofRow: $0) })
      lines.formUnion(driver.lines)
    }
    var list = Driver(programme, settings: settings, columns: 150, rows: 40)
    list.press("3")
    look(list)
    list.press("<Down>w")
    look(list)
    list.press("/zzwords")
    // What is typed into the filter stands there by itself.
    lines.formUnion(list.lines.filter { !$0.contains("Filter") && !$0.hasPrefix("Heard") })
    // A screen that is open already when the records change.
    var open = Driver(Fixture.programme(), settings: settings, columns: 80, rows: 40)
    open.press("3/Amandine<Enter><Enter>")
    _ = open.application.take(.folder(.loaded(programme, unreadable: [])), open.occasion)
    for _ in 0..<5 {
      look(open)
      open.press(asking ? "v" : "w")
      look(open)
      open.press("<Tab>")
    }
    return lines
  }

  /// The rule by hand: withdrawn nobody, a disclosure the lead, else all answers or the taker.
  private static func isReadable(_ testimony: Testimony, _ settings: PersonalSettings) -> Bool {
    let today = CalendarDay(stored: "2024-12-01") ?? CalendarDay(dayNumber: 0)
    let record = testimony.consent.state(of: .record, on: today)
    if record == .withdrawn || record == .refused { return false }
    if testimony.triage == .safeguarding { return settings.role == .safeguardingLead }
    if record == .given && testimony.consent.state(of: .learn, on: today) == .given { return true }
    return settings.staff != nil && settings.staff == testimony.takenBy
  }

  private static func reader(_ random: inout RandomSource) -> PersonalSettings {
    var settings = PersonalSettings()
    settings.role = random.pick(TeamRole.allCases)
    settings.staff = random.pick([nil, Fixture.member.id, Fixture.id("s-other00001")])
    return settings
  }

  private static func random(_ random: inout RandomSource) -> Testimony {
    var testimony = Fixture.heardInLyon
    testimony.text = "zzwords about what happened"
    testimony.contentWarning = random.pick(["zzwarning", ""])
    testimony.privateNote = "zznote"
    testimony.triage = random.pick([.none, .high, .safeguarding])
    testimony.takenBy = random.pick([nil, Fixture.member.id])
    testimony.stage = random.pick(TestimonyStage.allCases)
    var translation = Translation()
    translation.id = Fixture.language("en")
    translation.text = "zzother words"
    testimony.translations = [translation]
    var quote = Quote()
    quote.id = Fixture.id("q-lyon000001")
    quote.text = "zzquote"
    quote.language = Fixture.language("fr")
    testimony.quotes = [quote]
    testimony.consent = Fixture.consent("c-lyon000001", [])
    for index in 0..<random.below(5) {
      testimony.consent.entries.append(
        ConsentEntry(
          id: Code(stored: "e-\(index)") ?? "e-0",
          purpose: random.pick([.record, .record, .learn, .publish]),
          state: random.pick([.given, .given, .refused, .withdrawn, .notAsked]),
          at: Moment(seconds: 1_700_000_000 + index * 1000), by: "Noor Example"))
    }
    if random.below(4) == 0 { testimony.consent.reviewBy = CalendarDay(stored: "2024-06-01") }
    return testimony
  }
}
