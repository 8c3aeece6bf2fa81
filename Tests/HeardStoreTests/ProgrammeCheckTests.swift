import Foundation
import HeardModel
import HeardStore
import StrictJSON
import TestKit
import Testing

@Suite struct ProgrammeCheckTests {
  @Test func `a whole programme has no faults`() throws {
    let scratch = try Scratch.sound()
    #expect(try scratch.faults() == [])
  }

  @Test func `the sample programme has no faults but the rights of a fresh copy`() throws {
    let found = try ProgrammeCheck.faults(path: Project.sample).filter { $0.code != "H603" }
    #expect(found.map { "\($0.file) \($0.code) \($0.member)" } == [])
  }

  @Test func `every fault of a file is told with its place, not only the first`() throws {
    let scratch = try Scratch.sound()
    try scratch.write(
      """
      {
        "capacity": -1,
        "country": "XX",
        "format": "online",
        "id": "e-2",
        "languages": "fr",
        "title": 7
      }

      """, to: "events/e-2.json")
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(
      found.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code) \($0.member)" } == [
        "1:1 H201 status", "2:15 H204 capacity", "3:14 H203 country", "6:16 H202 languages",
        "7:12 H202 title",
      ])
  }

  @Test func `a check changes nothing`() throws {
    let scratch = try Scratch.sound()
    try scratch.write("{", to: "events/e-2.json", mode: 0o644)
    try scratch.write("{", to: "events/.heard-999999-1-1.tmp")
    let before = scratch.everything()
    _ = try scratch.faults()
    #expect(scratch.everything() == before)
  }

  @Test func `faults come in the order of files, lines and columns`() throws {
    let scratch = try Scratch.sound()
    for id in ["z", "a", "m"] { try scratch.write("{", to: "events/\(id).json") }
    try scratch.write("[]", to: "team.json")
    let found = try ProgrammeCheck.faults(path: scratch.programme).map(\.file)
    #expect(found == found.sorted())
    #expect(Set(found).isSuperset(of: ["events/a.json", "events/m.json", "team.json"]))
  }

  @Test func `a link that leads nowhere is found wherever it stands`() throws {
    let scratch = try Scratch.sound()
    try scratch.change("events/e-1.json") { tree in
      tree["facilitators"] = ["s-none"]
      tree["partners"] = [["id": "o-none"]]
      tree["participations"] = [
        [
          "id": "p-1", "status": "attended", "organisation": "o-none",
          "consent": ["id": "c-9", "naming": "none", "notice": "n-none"],
        ]
      ]
    }
    try scratch.change("testimonies/e-1.json") { tree in
      var testimony = try #require(Scratch.element(0, tree["testimonies"]))
      testimony["takenBy"] = "s-none"
      testimony["guideQuestion"] = "q-none"
      testimony["consent"]?["notice"] = "n-none"
      tree["testimonies"] = .array([testimony])
    }
    try scratch.change("actions/a-1.json") { tree in
      tree["testimonies"] = ["t-none"]
      tree["events"] = ["e-none"]
      tree["partners"] = ["o-none"]
      tree["followedBy"] = "s-none"
    }
    try scratch.change("notices/n-1.json") { $0["partners"] = ["o-none"] }
    var other = EventTestimonies()
    other.id = try #require(EventID(stored: "e-none"))
    try scratch.write(Scratch.fileText(other), to: "testimonies/e-none.json")
    var disclosure = Disclosure()
    disclosure.id = try #require(TestimonyID(stored: "d-1"))
    disclosure.event = other.id
    disclosure.takenBy = StaffID(stored: "s-none")
    try scratch.write(Scratch.fileText(disclosure), to: "safeguarding/d-1.json")
    let found = try scratch.faults()
    #expect(
      found.sorted() == [
        "actions/a-1.json H401 events", "actions/a-1.json H401 followedBy",
        "actions/a-1.json H401 partners", "actions/a-1.json H401 testimonies",
        "events/e-1.json H401 facilitators",
        "events/e-1.json H401 participations[p-1].consent.notice",
        "events/e-1.json H401 participations[p-1].organisation",
        "events/e-1.json H401 partners[o-none]", "notices/n-1.json H401 partners",
        "safeguarding/d-1.json H401 event", "safeguarding/d-1.json H401 takenBy",
        "testimonies/e-1.json H401 testimonies[t-1].consent.notice",
        "testimonies/e-1.json H401 testimonies[t-1].guideQuestion",
        "testimonies/e-1.json H401 testimonies[t-1].takenBy",
        "testimonies/e-none.json H401 id",
      ])
  }

  @Test func `one bad file is one fault and makes no link dangle`() throws {
    let scratch = try Scratch.sound()
    for file in ["events/e-1.json", "team.json", "partners.json", "notices/n-1.json"] {
      try scratch.write("{", to: file)
    }
    #expect(
      try scratch.faults() == [
        "events/e-1.json H101 ", "notices/n-1.json H101 ", "partners.json H101 ",
        "team.json H101 ",
      ])
  }

  @Test func `what was erased and is back is found`() throws {
    let scratch = try Scratch.sound()
    for id in ["a-1", "p-1", "t-1"] {
      var stone = Tombstone()
      stone.id = try #require(Code(stored: id))
      try scratch.write(Scratch.fileText(stone), to: "erased/\(id).json")
    }
    #expect(
      try scratch.faults() == [
        "actions/a-1.json H402 id", "events/e-1.json H402 participations[p-1]",
        "identities/p-1.json H402 id", "testimonies/e-1.json H402 testimonies[t-1]",
      ])
  }

  @Test func `a testimony that stands in two files is found`() throws {
    let scratch = try Scratch.sound()
    try scratch.write(Scratch.fileText(Scratch.heldEvent("e-2")), to: "events/e-2.json")
    let twice = try #require(scratch.text("testimonies/e-1.json"))
    try scratch.write(twice.replacing("\"e-1\"", with: "\"e-2\""), to: "testimonies/e-2.json")
    #expect(try scratch.faults() == ["testimonies/e-2.json H205 testimonies[t-1]"])
    #expect(try scratch.load().unreadable.map(\.code) == ["H205"])
  }

  @Test func `every code stands for one thing only`() {
    let kinds: [FileFault.Kind] = [
      .json(.empty), .json(.mergeMarks), .json(.duplicateMember("")), .notAnObject,
      .missingMember, .wrongType(expected: .text),
      .unknownValue(""), .outOfRange(0), .repeatedID(""), .badName, .nameDiffers(id: ""),
      .twin(""), .notAPlainFile, .foreignOwner, .openToOthers(mode: 0), .cannotRead(errno: 0),
      .dangling(""), .wasErased(""), .wasMerged(into: ""), .notCanonical, .leftover, .stranger,
      .syncCopy(of: ""),
      .changedOutside, .goneOutside, .newOutside,
    ]
    let codes = (kinds + RecordRule.allCases.map { .rule($0) }).map {
      FileFault(file: "", kind: $0).code
    }
    #expect(Set(codes).count == codes.count)
    #expect(
      RecordRule.allCases.map(\.code)
        == (501..<501 + codes.count { $0.hasPrefix("H5") }).map { "H\($0)" })
  }
}
