import HeardModel
import Testing

@testable import HeardStore

@Suite struct RoundTripTests {
  @Test func `a record with every member set is read as it was written`() throws {
    try roundTrip(Event.self)
    try roundTrip(EventTestimonies.self, notStored: ["event"])
    try roundTrip(FollowUpAction.self)
    try roundTrip(Notice.self)
    try roundTrip(Guide.self)
    try roundTrip(CountryProfile.self)
    try roundTrip(Taxonomy.self)
    try roundTrip(Organisations.self)
    try roundTrip(Team.self)
    try roundTrip(SavedViews.self)
    try roundTrip(Plan.self)
    try roundTrip(Baselines.self)
    try roundTrip(ProgrammeSettings.self, notStored: ["format"])
    try roundTrip(Identity.self)
    try roundTrip(Disclosure.self)
    try roundTrip(Tombstone.self)
    try roundTrip(Approval.self)
    try roundTrip(HistoryLine.self)
    try roundTrip(Draft.self)
    try roundTrip(PersonalSettings.self)
    try roundTrip(ImportMapping.self)
    try roundTrip(WithdrawalMark.self)
    try roundTrip(ProgrammeFact.self)
    try roundTrip(Release.self)
    try roundTrip(RegisterLine.self)
  }

  @Test func `what was taken out of the settings does not come back`() throws {
    let scratch = try Scratch.programme()
    var after = ProgrammeSettings()
    after.countries = []
    after.feedbackDays = nil
    try scratch.store().save(.settings(ProgrammeSettings()), .settings(after))
    let settings = try scratch.load().programme.settings
    #expect(settings.countries.isEmpty)
    #expect(settings.feedbackDays == nil)
  }

  @Test func `the programme's countries are those of the file and no others`() throws {
    let scratch = try Scratch.programme()
    try scratch.write(#"{"format": 1, "id": "x", "countries": ["FR"]}"#, to: "heard.json")
    #expect(try scratch.load().programme.settings.countries.map(\.stored) == ["FR"])
  }

  private func roundTrip<T: Stored & Equatable>(
    _ type: T.Type, notStored: Set<String> = []
  ) throws {
    let scratch = Scratch()
    let filled = Filler.fill(type)
    expectAllSet(filled, T(), notStored, "\(type)")
    let folder = try StateFolder.of(.drafts, "p-1", scratch.path)
    try folder.write(filled, to: "value.json")
    let read: T? = folder.read("value.json")
    #expect(read == filled, "\(type)")
    try folder.remove("value.json")
  }

  /// A property that `members` forgets still has the value that a new record has.
  private func expectAllSet(
    _ filled: Any, _ blank: Any?, _ notStored: Set<String>, _ path: String
  ) {
    let mirror = Mirror(reflecting: filled)
    if mirror.displayStyle == .collection || mirror.displayStyle == .optional {
      for child in mirror.children { expectAllSet(child.value, nil, notStored, path) }
    }
    guard mirror.displayStyle == .struct, let stored = filled as? any Stored else { return }
    let blanks = Mirror(reflecting: type(of: stored).init()).children.map(\.value)
    for (child, old) in zip(mirror.children, blanks) {
      let name = child.label ?? ""
      if notStored.contains(name) { continue }
      #expect("\(child.value)" != "\(old)", "\(path).\(name) is not among the members")
      expectAllSet(child.value, old, notStored, "\(path).\(name)")
    }
  }
}
