import Foundation
import TestKit
import Testing

/// What a record holds beside its most usual fields, from the command line.
@Suite struct PropertyCommandTests {
  @Test func `who in the community agreed is set and shown`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    let set = try desktop.heard("edit", id, "--set", "communityGovernance=Council, 3 May")
    #expect(set.code == 0, "\(set.said)")
    #expect(
      try desktop.heard("show", id).lines.contains("Agreed by community: Council, 3 May"))
    let json = try desktop.heard("show", id, "--format", "json").object
    #expect(json["communityGovernance"] as? String == "Council, 3 May")
    #expect(json["capacity"] is NSNull && json["noPartners"] is NSNull)
  }

  @Test func `trust before and after is set as a line, given back, and refused in words`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    let line = "Trust?; before 0 0 0 0 2 1 0 0 0 0 0; yes 12; judged 4"
    #expect(try desktop.heard("edit", id, "--set", "pulses=\(line)").code == 0)
    let json = try desktop.heard("show", id, "--format", "json").object
    #expect(json["pulses"] as? String == line)
    let wrong = try desktop.heard("edit", id, "--set", "pulses=before 1 2")
    #expect(wrong.code == 2 && wrong.said.contains("There must be eleven"))
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `numbers by role and of declared communities are set as far as the country allows`()
    throws
  {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    let set = try desktop.heard(
      "edit", id, "--set", "attendanceRoles=speaker=2, patientCarer=40", "--set",
      "declaredAsked=60", "--set", "declaredAnswered=51", "--set", "declaredCommunities=disabled=31"
    )
    #expect(set.code == 0, "\(set.said)")
    let json = try desktop.heard("show", id, "--format", "json").object
    #expect(json["attendanceRoles"] as? [String] == ["patientCarer=40", "speaker=2"])
    #expect(json["declaredCommunities"] as? [String] == ["disabled=31"])
    #expect(json["declaredAsked"] as? Int == 60)
    let off = try desktop.heard("edit", id, "--set", "declaredCommunities=ethnicMinorities=3")
    #expect(off.code == 2, "\(off.said)")
    #expect(off.said.contains("declaredCommunities"))
    #expect(try desktop.heard("edit", id, "--set", "attendanceRoles=speaker").code == 2)
  }

  @Test func `which communities were asked is set, shown with its base, and refused in words`()
    throws
  {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    let early = try desktop.heard("edit", id, "--set", "declaredQuestions=lgbtq=asked")
    #expect(early.code == 2 && early.said.contains("Nothing has to be said"), "\(early.said)")
    let set = try desktop.heard(
      "edit", id, "--set", "declaredAsked=60", "--set", "declaredAnswered=51", "--set",
      "declaredCommunities=disabled=31", "--set",
      "declaredQuestions=lgbtq=asked, migrants=notAsked")
    #expect(set.code == 0, "\(set.said)")
    let shown = try desktop.heard("show", id, "--format", "json").object
    #expect(
      shown["declaredQuestions"] as? [String]
        == ["lgbtq: asked=60, answered=51", "migrants: asked=0"])
    // What is not named any more is not known any more.
    try desktop.heard("edit", id, "--set", "declaredQuestions=migrants=asked")
    let now = try desktop.heard("show", id, "--format", "json").object
    #expect(now["declaredQuestions"] as? [String] == ["migrants: asked=60, answered=51"])
    for wrong in ["lgbtq", "lgbtq=perhaps", "disabled=asked", "nobody=asked"] {
      let refused = try desktop.heard("edit", id, "--set", "declaredQuestions=\(wrong)")
      #expect(refused.code == 2, "\(wrong): \(refused.said)")
    }
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `a person is put on a list and changed there`() throws {
    let desktop = try Desktop()
    try desktop.write(
      #"{"organisations": [{"id": "o-jhfb9hcpkv", "name": "Ensemble"}]}"#, to: "partners.json")
    let event = try desktop.addEvent()
    let added = try desktop.heard(
      "add", "person", "--event", event, "--pseudonym", "Marigold", "--set",
      "personAccess=captions")
    #expect(added.code == 0, "\(added.said)")
    #expect(added.id.hasPrefix("p-"))
    let set = try desktop.heard("edit", added.id, "--set", "personOrganisation=Ensemble")
    #expect(set.code == 0, "\(set.said)")
    let file = try String(
      contentsOfFile: "\(desktop.programme)/events/\(event).json", encoding: .utf8)
    #expect(file.contains("\"captions\""))
    #expect(file.contains("o-jhfb9hcpkv"))
    let shown = try desktop.heard("show", added.id, "--format", "json").object
    let presence = try #require((shown["presences"] as? [[String: Any]])?.first)
    #expect(presence["accessNeeds"] as? [String] == ["captions"])
    #expect(presence["organisation"] as? String == "o-jhfb9hcpkv")
  }

  @Test func `somebody on several lists is changed on the one that is named`() throws {
    let desktop = try Desktop()
    let (first, second) = (try desktop.addEvent("One"), try desktop.addEvent("Two"))
    let id = try desktop.heard("add", "person", "--event", first, "--pseudonym", "Iara").id
    try desktop.heard("add", "person", "--event", second, "--pseudonym", "Iara \(id)")
    let vague = try desktop.heard("edit", id, "--set", "personNote=Late")
    #expect(vague.code == 2 && vague.said.contains(first) && vague.said.contains(second))
    #expect(
      try desktop.heard("edit", id, "--event", second, "--set", "personNote=Late").code == 0)
    let other = try desktop.addEvent("Three")
    let absent = try desktop.heard("edit", id, "--event", other, "--set", "personNote=Late")
    #expect(absent.code == 2 && absent.said.contains("is not on the list"))
    let wrong = try desktop.heard("edit", first, "--event", second, "--set", "title=A")
    #expect(wrong.code == 2 && wrong.said.contains("--event is only for people"))
  }

  @Test func `a trait needs the answer about being counted, and a country that allows it`() throws {
    let desktop = try Desktop()
    let brazil = try desktop.heard("add", "event", "--title", "Roda", "--country", "br").id
    let add = ["add", "person", "--event", brazil, "--pseudonym", "Iara"]
    let trait = ["--set", "personCommunities=women"]
    let bare = try desktop.run(Project.program, add + trait)
    #expect(bare.code == 2 && bare.said.contains("personCommunities"))
    let asked = try desktop.run(Project.program, add + ["--set", "countConsent=given"] + trait)
    #expect(asked.code == 0, "\(asked.said)")
    // An answer is never taken off the record.
    let refused = try desktop.heard(
      "add", "person", "--event", brazil, "--pseudonym", "Joana", "--set", "countConsent=refused")
    for state in ["notAsked", "expired", "withdrawn"] {
      #expect(
        try desktop.heard("edit", refused.id, "--set", "countConsent=\(state)").code == 2,
        "\(state)")
    }
    let wrong = try desktop.heard(
      "add", "person", "--event", brazil, "--pseudonym", "Iara p-7kq2m9x4a")
    #expect(wrong.code == 2, "\(wrong.said)")
    let france = try desktop.addEvent()
    let closed = try desktop.run(
      Project.program, ["add", "person", "--event", france, "--pseudonym", "Ana"] + trait)
    #expect(closed.code == 2)
  }

  @Test func `the stage of a testimony is set under the rules of the screen`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let id = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "Nobody asked."
    ).id
    let released = try desktop.heard("edit", id, "--set", "stage=released")
    #expect(released.code == 2 && !released.said.isEmpty)
    #expect(try desktop.heard("edit", id, "--set", "stage=draft").code == 2)
    #expect(try desktop.heard("edit", id, "--set", "stage=deIdentified").code == 0)
    let shown = try desktop.heard("show", id, "--format", "json").object
    #expect(shown["stage"] as? String == "deIdentified")
    #expect(shown["speaksFor"] as? String == "oneself")
    // What the same command says beside it counts, what it opens and what it closes.
    let open = ["--set", "textKind=verbatim", "--set", "mayPublish=given"]
    let embargo = ["--set", "embargo=2030-01-01", "--set", "stage=embargoed"]
    let together = try desktop.run(Project.program, ["edit", id] + open + embargo)
    #expect(together.code == 0, "\(together.said)")
    let closed = try desktop.heard(
      "edit", id, "--set", "mayPublish=withdrawn", "--set", "consentReason=Asked again",
      "--set", "stage=released")
    #expect(closed.code == 2, "\(closed.said)")
  }

  @Test func `the first lines of a place have its history, and an import has no place`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    try desktop.heard("edit", event, "--set", "place=Lyon")
    let read = try desktop.heard(
      "open", desktop.programme, "--plain", "--at", "event/\(event)/history")
    #expect(read.text.contains("Place") && !read.text.contains("No change is recorded yet"))
    let both = try desktop.heard("open", desktop.programme, "--import", "--at", "figures")
    #expect(both.code == 2 && both.said.contains("--at"))
  }
}
