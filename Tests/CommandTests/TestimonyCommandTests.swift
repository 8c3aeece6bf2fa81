import Foundation
import TestKit
import Testing

@testable import HeardCommands

@Suite struct TestimonyCommandTests {
  @Test func `a testimony that may be kept and learned from is listed with its words`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let added = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      "--refused", "publish", "--speaker", "Amina", "--language", "fr",
      input: "I waited.\r\nNobody came.\r\n")
    #expect(added.code == 0)
    #expect(added.id.hasPrefix("t-"))
    let shown = try desktop.heard("show", added.id, "--format", "json").object
    #expect(shown["text"] as? String == "I waited.\nNobody came.")
    #expect(shown["stage"] as? String == "recorded")
    let consents = try #require(shown["consents"] as? [String: String])
    #expect(consents["record"] == "given")
    #expect(consents["publish"] == "refused")
    #expect(consents["partners"] == "notAsked")
    let plain = try desktop.heard("show", added.id).lines
    #expect(plain.contains("Words:"))
    #expect(plain.contains("  Nobody came."))
    let listed = try desktop.heard("list", "testimonies", "waited", "--format", "json").objects
    #expect(listed.first?["excerpt"] as? String == "I waited. Nobody came.")
  }

  @Test func `who refuses to be kept leaves nothing behind`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let before = try desktop.shell(
      "cd \"$HEARD_PROGRAMME\" && find . -type f | sort | xargs md5sum")
    let refused = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "/nowhere", "--refused", "record")
    #expect(refused.code == 0)
    #expect(refused.bytes.isEmpty)
    #expect(refused.said.hasPrefix("Keeping it was refused, so nothing was read or stored"))
    let after = try desktop.shell("cd \"$HEARD_PROGRAMME\" && find . -type f | sort | xargs md5sum")
    #expect(before.text == after.text)
  }

  @Test func `that somebody refused to be kept is counted where one says so`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let refused = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "/nowhere", "--refused", "record", "--yes")
    #expect(refused.code == 0)
    #expect(refused.bytes.isEmpty)
    let shown = try desktop.heard("show", event, "--format", "json").object
    #expect(shown["unrecordedContributions"] as? Int == 1)
    #expect(shown["testimonies"] as? Int == 0)
  }

  @Test func `fields of a testimony are set as far as its form lets one`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let id = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      "--set", "testimonyType=concern", input: "CANARY"
    ).id
    let edited = try desktop.heard("edit", id, "--set", "trustLoss=notListened,judged")
    #expect(edited.code == 0, "\(edited.said)")
    let shown = try desktop.heard("show", id, "--format", "json").object
    #expect(shown["trustLoss"] as? [String] == ["notListened", "judged"])
    #expect(shown["type"] as? String == "concern")
    for refused in [
      "words=", "mayRecord=refused", "mayLearn=refused", "communities=women",
      "triage=safeguarding",
    ] {
      #expect(try desktop.heard("edit", id, "--set", refused).code == 2, "\(refused)")
    }
    #expect(try desktop.heard("show", id).text.contains("CANARY"))
    // A correction comes with its reason, and cannot be taken back.
    let corrected = try desktop.heard(
      "edit", id, "--set", "mayLearn=refused", "--set", "consentReason=misheard")
    #expect(corrected.code == 0)
    #expect(!(try desktop.heard("show", id).text.contains("CANARY")))
    let hidden = try desktop.heard("edit", id, "--set", "words=Other words")
    #expect(hidden.code == 2)
    #expect(hidden.said.hasPrefix("There is no field words."))
  }

  @Test func `without consent to keep it nobody but who took it down reads it`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let staff = "\"staff\": \"s-1\", \"role\": \"facilitator\", \"theme\": \"standard\""
    try desktop.settle("{\(staff)}")
    let added = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--yes", input: "CANARY")
    #expect(added.said.contains("draft that only you may read"))
    #expect(try desktop.heard("show", added.id).text.contains("CANARY"))
    try desktop.settle("{\(staff.replacing("s-1", with: "s-2"))}")
    for format in ListFormat.allCases.map(\.rawValue) {
      let list = try desktop.heard("list", "testimonies", "--format", format)
      #expect(list.text.contains(added.id))
      #expect(!list.text.contains("CANARY"))
    }
    #expect(try desktop.heard("list", "testimonies", "canary", "--format", "csv").lines.count == 1)
    let shown = try desktop.heard("show", added.id, "--format", "json")
    #expect(!shown.text.contains("CANARY"))
    #expect(shown.object["text"] is NSNull)
    #expect(shown.object["visibility"] as? String == "hidden")
    #expect(!(try desktop.heard("show", added.id, "--yes").text.contains("CANARY")))
  }

  @Test func `words that others could not read are stored only when that is agreed to`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    for consent in [[], ["--consent", "learn"], ["--consent", "record"]] {
      let refused = try desktop.run(
        Project.program,
        ["add", "testimony", "--event", event, "--file", "/etc/hostname"] + consent)
      #expect(refused.code == 2)
      #expect(refused.said.contains("--consent record,learn") && refused.said.contains("--yes"))
    }
    #expect(try desktop.heard("list", "testimonies", "--format", "json").text == "[]\n")
  }

  @Test func `list and show withhold the same, for the same reason`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let id = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--speaker", "Participante 7", "--yes",
      input: "CANARY"
    ).id
    #expect(
      try desktop.heard("list", "testimonies", "Participante 7", "--format", "json").text == "[]\n")
    let listed = try #require(
      try desktop.heard("list", "testimonies", "--format", "json").objects.first)
    let shown = try desktop.heard("show", id, "--format", "json").object
    for object in [listed, shown] {
      #expect(object["hiddenBy"] as? String == "record.notAsked")
      for name in ["pseudonym", "polarity", "stage", "triage", "type", "publishing"] {
        #expect(object[name] is NSNull, "\(name)")
      }
    }
    let plain = try desktop.heard("list", "testimonies", "--format", "plain").text
    #expect(plain.contains("Hidden by: keeping it: not asked yet"))
  }

  @Test func `nobody reads a testimony whose keeping was withdrawn`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let added = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "CANARY")
    try desktop.shell(
      """
      sed -i 's/"state": "given"/"state": "withdrawn"/' "$HEARD_PROGRAMME"/testimonies/*.json
      """
    ).expectDone()
    #expect(try desktop.heard("list", "testimonies", "--format", "json").text == "[]\n")
    for format in ["plain", "json"] {
      let shown = try desktop.heard("show", added.id, "--format", format, "--yes")
      #expect(shown.code == 3)
      #expect(!shown.text.contains("CANARY"))
    }
  }

  @Test func `words that may hurt are printed when asked for`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let added = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "CANARY")
    try desktop.shell(
      """
      sed -i 's/"language": "fr"/"language": "fr", "contentWarning": "violence"/' \
        "$HEARD_PROGRAMME"/testimonies/*.json
      """
    ).expectDone()
    let careful = try desktop.heard("show", added.id)
    #expect(careful.text.contains("violence"))
    #expect(!careful.text.contains("CANARY"))
    #expect(careful.said.contains("--yes"))
    #expect(try desktop.heard("show", added.id, "--yes").text.contains("CANARY"))
    #expect(!(try desktop.heard("list", "testimonies").text.contains("CANARY")))
  }

  @Test func `a text that cannot be read is not stored`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    func add(_ file: String, _ more: String...) throws -> Desktop.Answer {
      try desktop.run(
        Project.program, ["add", "testimony", "--event", event, "--file", file] + more)
    }
    try desktop.shell("printf 'caf\\xe9' > \"$HOME/latin1\"; : > \"$HOME/empty\"").expectDone()
    #expect(try add("\(desktop.home)/nothing").code == 3)
    #expect(try add("\(desktop.home)/latin1").said.contains("not UTF-8"))
    #expect(try add("\(desktop.home)/empty").code == 2)
    #expect(try add("\(desktop.home)/empty", "--consent", "recrod").said.contains("record?"))
    #expect(
      try add("\(desktop.home)/empty", "--consent", "learn", "--refused", "learn").code == 2)
    #expect(try desktop.heard("list", "testimonies", "--format", "json").text == "[]\n")
  }
}

extension Desktop.Answer {
  /// Fails where a preparing command did not work.
  func expectDone() throws {
    if code != 0 { throw Missing(what: said) }
  }
}
