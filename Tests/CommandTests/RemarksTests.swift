import Foundation
import TestKit
import Testing

/// What a command says beside what it did, and what it leaves alone.
@Suite struct RemarksTests {
  @Test func `an end of a span that was moved alone is said back with the other`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent(
      "Evening", "--end", "2024-06-12T21:00", "--set", "start=2024-06-12T18:00")
    let moved = try desktop.heard("edit", id, "--set", "start=2024-06-01")
    #expect(moved.code == 0)
    #expect(
      moved.said.contains(
        "The event goes from Saturday, June 1, 2024 to Wednesday, June 12, 2024, 21:00 (Paris)."),
      "\(moved.said)")
    #expect(moved.said.contains("The time 18:00 is no longer noted."), "\(moved.said)")
    #expect(moved.said.contains("--set start=2024-06-01T18:00"), "\(moved.said)")
    let both = try desktop.heard(
      "edit", id, "--set", "start=2024-06-03T18:00", "--set", "end=2024-06-03T21:00")
    #expect(!both.said.contains("The event goes"), "\(both.said)")
    #expect(!(try desktop.heard("edit", id, "--set", "region=South").said.contains("goes from")))
  }

  @Test func `a day of telling alone tells nobody, and that is said`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Evening", "--status", "held")
    let day = try desktop.heard("edit", id, "--set", "feedbackDelivered=2024-07-01")
    #expect(day.code == 0 && day.said.contains("feedbackStatus=delivered"), "\(day.said)")
    let told = try desktop.heard("edit", id, "--set", "feedbackStatus=delivered")
    #expect(told.code == 0 && !told.said.contains("still counts as"), "\(told.said)")
    let again = try desktop.heard("edit", id, "--set", "feedbackDelivered=2024-07-02")
    #expect(again.code == 0 && !again.said.contains("still counts as"), "\(again.said)")
    let action = try desktop.heard("add", "action", "--title", "Chairs").id
    let answered = try desktop.heard("edit", action, "--set", "feedbackDelivered=2024-12-01")
    #expect(answered.said.contains("heard edit \(action) --set feedbackStatus"), "\(answered.said)")
  }

  @Test func `a place is opened by the beginning of an id`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms")
    let opened = try desktop.heard("open", "--plain", "--at", "event/2024-06-12")
    #expect(opened.code == 0 && opened.text.contains("Waiting rooms"), "\(opened.said)")
    #expect(try desktop.heard("open", "--plain", "--at", "event/\(id)").text == opened.text)
    _ = try desktop.addEvent("Meeting rooms")
    let two = try desktop.heard("open", "--plain", "--at", "event/2024-06-12")
    #expect(two.code == 2 && two.said.contains("More than one id"), "\(two.said)")
    let none = try desktop.heard("open", "--plain", "--at", "event/2019")
    #expect(none.text.contains("Here is Home"))
  }

  @Test func `a command that is refused leaves the rights of files as they are`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    try desktop.shell("chmod -R go+r \"$HEARD_PROGRAMME\"").expectDone()
    let rights = "find \"$HEARD_PROGRAMME\" -printf '%m %p\\n' | sort"
    let before = try desktop.shell(rights).text
    for arguments in [
      ["edit", "nowhere", "--set", "place=Lyon"], ["edit", id, "--set", "nothing=Lyon"],
      ["edit", id, "--set", "status=nothing"], ["delete", "nowhere"], ["undo", "99"],
      ["add", "event", "--title", "A", "--country", "zz"], ["erase", "nowhere", "--yes"],
      ["approve", "FR", "2024-Q2"], ["merge-copy", "nowhere", "--dry-run"],
    ] {
      let refused = try desktop.run(Project.program, arguments)
      #expect(!refused.said.contains("readable by you alone"), "\(arguments)")
      #expect(try desktop.shell(rights).text == before, "\(arguments)")
    }
    let done = try desktop.heard("edit", id, "--set", "place=Lyon")
    #expect(done.code == 0 && done.said.contains("readable by you alone"), "\(done.said)")
    #expect(try desktop.shell(rights).text != before)
  }

  @Test func `that somebody else holds the folder is said before the command goes on`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    // The folder is let go of once the first line was said.
    let answer = try desktop.shell(
      """
      mkfifo "$HOME/said" && exec 9< "$HEARD_PROGRAMME" && flock 9
      heard edit \(id) --set place=Nice 9<&- 2> "$HOME/said" &
      { read -r line; flock -u 9; echo "$line"; cat > "$HOME/rest"; } < "$HOME/said"
      wait $!
      """)
    #expect(answer.code == 0 && answer.text.contains("Somebody else is writing"), "\(answer.text)")
    let shown = try desktop.heard("show", id, "--format", "json").object
    #expect(shown["place"] as? String == "Nice")
  }

  @Test func `histories and dry runs say in words what stands in files as codes`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Evening", "--status", "held")
    let dry = try desktop.heard(
      "edit", id, "--set", "feedbackStatus=drafted", "--set", "feedbackAudiences=participants",
      "--set", "aboutCommunities=women", "--dry-run")
    #expect(dry.code == 0 && dry.text.contains("written, not sent"), "\(dry.text)")
    for code in ["drafted", "notDue", "feedback.", "audiences"] {
      #expect(!dry.text.contains(code), "\(code): \(dry.text)")
    }
    try desktop.write(
      #"{"organisations": [{"id": "o-1", "name": "Vertrauen e. V."}]}"#, to: "partners.json")
    let support = try desktop.heard(
      "edit", "o-1", "--set", "support+=2024 FR 10000 EUR Chairs", "--dry-run")
    #expect(support.text.contains("Year: 2024"), "\(support.text) \(support.said)")
    #expect(support.text.contains("Amount: 10,000") && support.text.contains("Currency: EUR"))
    try desktop.heard("edit", id, "--set", "feedbackStatus=drafted")
    let history = try desktop.heard("history", id)
    #expect(history.text.contains("Feedback") && !history.text.contains("feedback"))
    let json = try desktop.heard("history", id, "--format", "json").objects
    #expect(json.first?["fields"] as? [String] == ["feedback"])
  }

  @Test func `a new programme is shown before it is made`() throws {
    let desktop = try Desktop()
    let dry = try desktop.heard(
      "new", "\(desktop.home)/other", "--name", "North", "--country", "fr", "--dry-run")
    #expect(dry.code == 0 && dry.text.contains("North") && dry.text.contains("France"))
    #expect(dry.said.contains("Nothing was changed."), "\(dry.said)")
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/other"))
    #expect(try desktop.heard("new", desktop.programme, "--dry-run").code == 3)
    #expect(try desktop.heard("new", "\(desktop.home)/no/other", "--dry-run").code == 3)
    #expect(try desktop.heard("new", "\(desktop.home)/other").code == 0)
    try desktop.shell("mkdir \"$HOME/empty\"").expectDone()
    #expect(try desktop.heard("new", "\(desktop.home)/empty", "--dry-run").code == 0)
  }
}
