import Foundation
import HeardModel
import TestKit
import Testing

@testable import HeardStore

/// Commands that change one record and read only what is around it: they do, say and end as those that
/// read everything.
@Suite struct NearChangeTests {
  @Test func `by chance every command does and says the same with a part and with everything read`()
    throws
  {
    var source = RandomSource.printed("changes of one record")
    var ids = Known()
    let twins = try Twins(&source) { desktop, source in
      try Self.prepare(desktop, &source)
      ids = try Known(desktop)
    }
    let old = twins.near.files()
    for number in 0..<200 {
      if source.chance(6) {
        try Self.disturb(twins, old, &source)
        continue
      }
      let (arguments, input) = ids.command(&source, added: twins.added.count)
      let told = try twins.run(arguments, input: input)
      #expect(told.near == told.whole, "\(number): \(arguments)")
      let apart = twins.differences()
      #expect(apart == [], "\(number): \(arguments)")
      // What comes after one difference tells nothing more.
      if told.near != told.whole || apart != [] { return }
    }
  }

  @Test func `each of these commands leaves unread what it does not need`() throws {
    let desktop = try Desktop()
    try desktop.takeSample()
    try desktop.settle(
      #"{"name": "Ingrid", "role": "manager", "staff": "s-be7b9008vd", "theme": "standard"}"#)
    let ids = try Known(desktop)
    let event = "2024-05-28-fr-lyon-4k7q"
    let held = try #require(ids.people.first)
    let testimony = try #require(try open(desktop))
    for place in ["Villeurbanne", "Lyon"] {
      #expect(try desktop.heard("edit", event, "--set", "place=\(place)").code == 0)
    }
    // Elsewhere stands another event, and it is not known that anything came.
    let canary = try Self.putCanary(desktop)
    try Self.takeForInOrder(desktop)
    func reads(_ arguments: [String]) throws -> Bool {
      let trace = "\(desktop.home)/opened.txt"
      let answer = try desktop.run(
        "/usr/bin/strace", ["-f", "-e", "trace=openat", "-o", trace, Project.program] + arguments,
        input: "Nobody came.")
      #expect(answer.code == 0, "\(arguments): \(answer.said)")
      return try String(contentsOfFile: trace, encoding: .utf8).contains(canary)
    }
    let commands: [[String]] = [
      ["edit", event, "--set", "region=Lyon", "--set", "languages=fr"],
      ["edit", held.person, "--event", held.event, "--set", "personNote=Late"],
      ["edit", testimony, "--set", "polarity=mixed"],
      ["edit", ids.organisations[0], "--set", "note=By post"],
      ["edit", ids.team[0], "--set", "contact=desk 4"],
      ["consent", testimony, "--evidence", "Sheet 17"],
      ["add", "event", "--title", "Evening", "--country", "fr", "--language", "fr"],
      ["add", "action", "--title", "Chairs", "--event", event, "--testimony", testimony],
      ["add", "person", "--event", event, "--pseudonym", "Marigold"],
      ["add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn"],
      ["add", "member", "--name", "Odile", "--language", "fr"],
    ]
    for arguments in commands {
      // What is not in order yet is put in order first, for which everything is read.
      let isPart = try (0..<3).contains { _ in try !reads(arguments) }
      #expect(isPart, "\(arguments)")
    }
    // Whoever asks for more finds it.
    #expect(try reads(["edit", event, "--set", "languages=French", "--set", "region=Sud"]))
  }

  /// A testimony whose words this person may change and of which somebody agreed to more.
  private func open(_ desktop: Desktop) throws -> String? {
    try desktop.heard("list", "testimonies", "--format", "json").objects.first { row in
      (row["visibility"] as? String) == "open" && (row["stage"] as? String) == "recorded"
    }?["id"] as? String
  }

  private static func putCanary(_ desktop: Desktop) throws -> String {
    var event = Event()
    event.id = id("2020-01-01-fr-canary")
    let file = "\(event.id.text).json"
    try desktop.write(String(decoding: event.fileBytes(), as: UTF8.self), to: "events/\(file)")
    try desktop.shell("chmod -R go-rwx \"$HEARD_PROGRAMME\"").expectDone()
    return file
  }

  /// Writes down that the folder is in order as it looks now.
  private static func takeForInOrder(_ desktop: Desktop) throws {
    let folder = "\(desktop.home)/state/heard/seen"
    let file = "\(folder)/\(FolderOrder.name(desktop.programme))"
    var lines = try String(contentsOfFile: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[1] = FolderLooks(try Folder(desktop.programme)).sum
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
  }

  /// A quarter that is approved, something refused, withdrawn and erased.
  private static func prepare(_ desktop: Desktop, _ source: inout RandomSource) throws {
    try desktop.settle(
      #"{"name": "Ingrid", "role": "manager", "staff": "s-be7b9008vd", "theme": "standard"}"#)
    #expect(try desktop.heard("approve", "FR", "2024-Q1", "--yes").code == 0)
    var told = try desktop.ids("testimonies")
    for arguments in [
      ["--withdraw", "record", "--yes"], ["--withdraw", "publish", "--yes"], ["--refuse", "image"],
    ] {
      let picked = told.remove(at: source.below(told.count))
      _ = try desktop.run(Project.program, ["consent", picked] + arguments)
    }
    _ = try desktop.heard("erase", source.pick(told), "--yes")
  }

  /// What somebody else, a sync or a backup does to both folders.
  private static func disturb(
    _ twins: Twins, _ old: [String: String], _ source: inout RandomSource
  ) throws {
    let names = old.keys.filter { $0.hasSuffix(".json") && $0.contains("/") }.sorted()
    let name = source.pick(names.filter { !$0.hasPrefix("erased") && !$0.hasPrefix("approvals") })
    let text = old[name] ?? ""
    let way = source.below(4)
    for desktop in [twins.near, twins.whole] {
      switch way {
      case 0: try desktop.write(text, to: name)
      case 1:
        try desktop.write(text, to: name.replacingOccurrences(of: ".json", with: " (1).json"))
      case 2: try? FileManager.default.removeItem(atPath: "\(desktop.programme)/\(name)")
      default:
        let path = "\(desktop.programme)/\(name)"
        guard let bytes = FileManager.default.contents(atPath: path) else { continue }
        try desktop.write(String(decoding: bytes, as: UTF8.self) + "\n", to: name)
      }
    }
  }
}

/// The records of a programme, by which commands are made up.
struct Known {
  var events: [String] = []
  var actions: [String] = []
  var testimonies: [String] = []
  var organisations: [String] = []
  var team: [String] = []
  var people: [(person: String, event: String)] = []

  init() {}

  init(_ desktop: Desktop) throws {
    events = try desktop.ids("events")
    actions = try desktop.ids("actions")
    testimonies = try desktop.ids("testimonies")
    organisations = try desktop.ids("partners")
    team = try desktop.ids("team")
    for (name, text) in desktop.files().sorted(by: { $0.key < $1.key })
    where name.hasPrefix("events/") {
      let tree = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let list = tree?["participations"] as? [[String: Any]] ?? []
      for person in list.prefix(2) {
        people.append((person["id"] as? String ?? "", tree?["id"] as? String ?? ""))
      }
    }
  }

  /// A command by chance, with what is typed into it.
  func command(
    _ source: inout RandomSource, added: Int
  ) -> (arguments: [String], input: String?) {
    var input: String?
    var arguments: [String]
    switch source.below(20) {
    case 0...5: arguments = edit(&source, added)
    case 6, 7: arguments = consent(&source)
    case 8, 9: arguments = delete(&source, added)
    case 10...14:
      arguments = add(&source, added)
      input = "Nobody came."
    case 15, 16: arguments = undo(&source)
    case 17, 18: arguments = restore(&source)
    default: arguments = ["undo", "--list", "--format", "json"]
    }
    let isQuestion = arguments.contains("--list") || arguments == Array(arguments.prefix(2))
    if !isQuestion, source.chance(15) { arguments.append("--dry-run") }
    return (arguments, input)
  }

  /// An id as somebody types it: mostly in full, at times in capitals, its beginning, or of nothing.
  private func typed(_ id: String, _ source: inout RandomSource) -> String {
    switch source.below(20) {
    case 0: String(id.dropLast(2))
    case 1: id.uppercased()
    case 2 where source.chance(30): "\(id)0"
    default: id
    }
  }

  private func any(_ ids: [String], _ source: inout RandomSource, _ added: Int) -> String {
    if added > 0, source.chance(15) { return "+\(source.below(added))" }
    return typed(source.pick(ids), &source)
  }

  private func edit(_ source: inout RandomSource, _ added: Int) -> [String] {
    let kinds: [([String], [String])] = [
      (events, Self.ofEvents), (actions, Self.ofActions), (testimonies, Self.ofTestimonies),
      (organisations, Self.ofOrganisations), (team, Self.ofTeam),
    ]
    let yes = source.chance(50) ? ["--yes"] : []
    if source.chance(15), !people.isEmpty {
      let person = source.pick(people)
      let event = source.chance(75) ? ["--event", any([person.event], &source, 0)] : []
      return ["edit", typed(person.person, &source)] + event
        + setting(Self.ofPeople, &source) + yes
    }
    let (ids, fields) = source.pick(kinds)
    return ["edit", any(ids, &source, added)] + setting(fields, &source) + yes
  }

  private func setting(_ fields: [String], _ source: inout RandomSource) -> [String] {
    (0...source.below(3)).flatMap { _ in ["--set", named(source.pick(fields), &source)] }
  }

  /// A value in which `@` stands for a record of the kind behind it.
  private func named(_ value: String, _ source: inout RandomSource) -> String {
    value.replacingOccurrences(of: "@event", with: source.pick(events))
      .replacingOccurrences(of: "@testimony", with: source.pick(testimonies))
      .replacingOccurrences(of: "@partner", with: source.pick(organisations))
      .replacingOccurrences(of: "@staff", with: source.pick(team))
      .replacingOccurrences(of: "@number", with: String(source.below(90)))
  }

  private static let ofEvents = [
    "region=Nord @number", "summary=What we heard: @number", "status=held", "status=planned",
    "place=Lyon", "place=", "topics+=language", "topics-=language", "partners=@partner",
    "partners=Ensemble", "partnerParts+=@partner: host", "facilitators=@staff",
    "facilitators=nobody", "languages=fr", "languages+=de", "languages=French", "languages=xx",
    "interpreters=fr,de", "interpreters-=fr", "attendance=@number", "attendanceSource=counted",
    "start=2024-02-12 14:00", "end=2019-02", "country=fr", "zone=Europe/Paris",
    "feedbackDelivered=2019-01-01", "feedbackStatus=done", "declaredAnswered=@number",
    "declaredCommunities=women=@number", "declaredQuestions=women=asked", "seriesNumber=@number",
    "confidentiality=closed", "title=", "nosuch=1", "access=captions=arranged", "notes=Later",
  ]
  private static let ofActions = [
    "title=Chairs @number", "status=done", "evidence=Chairs in both rooms", "due=2025-01-0@number",
    "events=@event", "events+=@event", "testimonies+=@testimony", "testimonies-=@testimony",
    "owner=City clinic", "proposedOn=2019-01-01", "doneOn=2030-01-01", "followedBy=@staff",
    "partners+=@partner", "country=Japan", "milestones+=2025-01-01 Order", "reason=No money",
  ]
  private static let ofTestimonies = [
    "speaker=Amina", "polarity=mixed", "polarity=praise", "trustLoss=notListened",
    "language=fr", "language=French", "language=xyz", "words=Other words @number",
    "mayPublish=given", "mayPublish=refused", "mayCount=given", "consentReason=A slip",
    "method=written", "notice=n-ht9zyk98wq", "takenBy=@staff", "privateNote=By phone",
    "communities=women", "ageBand=25-34", "stage=coded", "triage=upset", "embargo=2030-01-01",
    "translationLanguage=en", "translationText=Words",
  ]
  private static let ofOrganisations = [
    "name=House @number", "support+=2024 FR 1@number EUR Chairs", "support=", "country=fr",
    "website=https://example.org", "kind=community", "note=By post",
  ]
  private static let ofTeam = [
    "contact=desk @number", "left=yes", "left=no", "languages=fr", "languages+=pt",
    "teamCountries=fr,br", "teamRoles=facilitator",
  ]
  private static let ofPeople = [
    "personNote=Late @number", "personStatus=attended", "personAccess=captions",
    "personPseudonym=Daisy @number", "personOrganisation=@partner", "countConsent=given",
    "countConsent=withdrawn", "personCommunities=women", "notice=n-ht9zyk98wq", "method=written",
  ]

  private func consent(_ source: inout RandomSource) -> [String] {
    let deeds: [[String]] = [
      [], ["--evidence", "Sheet 17"], ["--refuse", "image"], ["--refuse", "publish,partners"],
      ["--give", "partners", "--method", "written", "--notice", "n-ht9zyk98wq"],
      ["--give", "count"], ["--withdraw", "publish", "--yes"], ["--withdraw", "learn"],
    ]
    return ["consent", typed(source.pick(testimonies), &source)] + source.pick(deeds)
  }

  private func delete(_ source: inout RandomSource, _ added: Int) -> [String] {
    let kinds = [events, actions, organisations, team, testimonies]
    let first = any(source.pick(kinds), &source, added)
    let more = source.chance(20) ? [any(source.pick(kinds), &source, added)] : []
    return ["delete", first] + more + (source.chance(60) ? ["--yes"] : [])
  }

  private func add(_ source: inout RandomSource, _ added: Int) -> [String] {
    let event = any(events, &source, 0)
    switch source.below(6) {
    case 0:
      return ["add", "event", "--title", "Evening", "--country", "fr", "--date", "2024-06-12"]
        + (source.chance(50) ? ["--language", source.pick(["fr", "French", "fr,de", "xx"])] : [])
        + setting(Self.ofEvents, &source)
    case 1:
      return ["add", "person", "--event", event, "--pseudonym"]
        + [source.pick(["Marigold", "Daisy p-7kq2m9x4ab", "Rose \(people.first?.person ?? "")"])]
        + setting(Self.ofPeople, &source)
    case 2:
      return ["add", "member", "--name", "Odile \(source.below(90))"]
        + setting(Self.ofTeam, &source)
    case 3:
      return ["add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn"]
        + (source.chance(30) ? ["--refused", source.pick(["publish", "record"])] : [])
        + (source.chance(40) ? ["--language", source.pick(["fr", "French", "xyz"])] : [])
        + (source.chance(50) ? ["--yes"] : [])
    default:
      return ["add", "action", "--title", "Chairs"]
        + (source.chance(60) ? ["--event", event] : [])
        + (source.chance(40) ? ["--testimony", any(testimonies, &source, added)] : [])
        + (source.chance(50) ? setting(Self.ofActions, &source) : [])
    }
  }

  private func undo(_ source: inout RandomSource) -> [String] {
    source.pick([
      ["undo"], ["undo", "2", "--yes"], ["undo", "--list", "--format", "csv"], ["undo"],
    ])
  }

  private func restore(_ source: inout RandomSource) -> [String] {
    let id = source.chance(10) ? "heard" : source.pick(source.chance(60) ? events : actions)
    return ["history", id, "--restore", source.pick(["region", "summary", "title", "status"])]
  }
}
