import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas
import TestKit
import Testing

/// What the desk keeps of its answers, beside answers that are made anew from its records.
@Suite struct KeptAnswersTests {
  /// The questions that are answered otherwise than from all records anew.
  private func differences(_ driver: Driver) -> [String] {
    let desk = driver.application.desk
    let anew = Insight(desk.programme, today: desk.today, locale: desk.formats.locale)
    let (kept, made) = (answers(desk.insight), answers(anew))
    return zip(kept, made).filter { $0.answer != $1.answer }.map { $0.0.question }
  }

  private func answers(_ insight: Insight) -> [(question: String, answer: AnyHashable)] {
    let roles: [(String, AnyHashable)] = TeamRole.allCases.map {
      ("waiting for \($0)", insight.waiting(for: $0))
    }
    return [
      ("events", insight.events(sortedBy: .title)), ("words", insight.events(Query("lyon"))),
      ("actions", insight.actions()), ("testimonies", insight.testimonies()),
      ("people", insight.people()), ("headline", insight.headline),
      ("figures", insight.figures(by: [.country, .year])), ("telling", insight.telling()),
      ("declared", insight.declared(at: insight.programme.events.keys.sorted())),
      ("conflicts", insight.conflicts()), ("periods", insight.periods()),
      ("past time", insight.pastTime()), ("organisations", insight.organisations()),
      (
        "found",
        insight.find([Folded("lyon")], for: Reader()).map { "\($0.key): \($0.value)" }.sorted()
      ),
    ] + roles
  }

  private static let letters = Array("aeinorstul+-u 123456789")
  private static let bound = KeyTable.bindings.flatMap(\.keys)

  @Test func `whatever keys are pressed, the answers are those of the records as they stand`() {
    var chance = RandomSource.printed("keys")
    var driver = Driver(at: .event(Fixture.lyon.id))
    var changes = 0
    for number in 0..<1500 {
      let before = driver.effects.count { $0.isSave }
      switch chance.below(10) {
      case 0..<4: driver.press(chance.pick(Self.bound))
      case 4..<7: driver.press(chance.pick([.down, .tab, .enter, .control("s")]))
      default: driver.press(.character(chance.pick(Self.letters)))
      }
      guard driver.effects.count(where: \.isSave) != before else { continue }
      changes += 1
      let differing = differences(driver)
      #expect(differing.isEmpty, "key \(number): \(differing)")
      if !differing.isEmpty { return }
    }
    print("\(changes) changes by keys")
  }

  @Test func `presses at the door and what takes them back are in every answer`() {
    var driver = Driver(at: .door(Fixture.lyon.id))
    _ = differences(driver)
    for keys in ["+", "+", "u", "U"] {
      driver.press(keys)
      #expect(differences(driver).isEmpty, "\(keys)")
    }
  }

  @Test func `records that others changed, added and removed are in every answer`() {
    var driver = Driver()
    _ = differences(driver)
    var changed = Fixture.lyon
    (changed.title, changed.status) = ("Elsewhere", .cancelled)
    let added = Fixture.event("2024-09-09-fr-nice-aaaa", "Evening", "FR", "Nice")
    driver.outside([.event(changed), .event(added)])
    #expect(differences(driver).isEmpty)
    driver.outside([], gone: [RecordKey.event(changed.id).file])
    #expect(driver.programme.events[changed.id] == nil)
    #expect(differences(driver).isEmpty)
    driver.outside([], erased: [added.id.text])
    #expect(differences(driver).isEmpty)
  }

  @Test func `a list of codes that others changed is in every answer`() {
    var driver = Driver()
    _ = differences(driver)
    var read = Programme()
    read.taxonomies[.role] = Taxonomy([
      Taxonomy.Entry("communityMember", isNotCounted: true)
    ])
    driver.take(
      .folder(.filesRead(FilesRead(files: ["taxonomies/roles.json"], programme: read))))
    #expect(driver.programme.taxonomies[.role] != nil)
    #expect(differences(driver).isEmpty)
  }
}
