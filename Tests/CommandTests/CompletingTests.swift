import Foundation
import TestKit
import Testing

/// What a shell is told that can be typed.
@Suite struct CompletingTests {
  /// What a shell offers for the last word of a line, of which `place` is the option or argument.
  private func offered(
    _ desktop: Desktop, _ command: String, _ place: String, _ line: [String],
    shell: String = "fish"
  ) throws -> [String] {
    let words = ["heard"] + line
    let asked =
      ["---completion"] + command.split(separator: " ").map(String.init) + ["--", place]
      + ["\(words.count - 1)", "\(words.last?.count ?? 0)"]
    let answer = try desktop.run(
      Project.program, asked + words, environment: ["SAP_SHELL": shell])
    #expect(answer.code == 0 && answer.said.isEmpty, "\(answer.said)")
    return answer.text.split(separator: "\n").map(String.init).filter { $0 != " " }
  }

  @Test func `ids are offered with titles, those of people without anything`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Waiting: rooms")
    let action = try desktop.heard("add", "action", "--title", "Chairs").id
    let person = try desktop.heard("add", "person", "--event", event, "--pseudonym", "CANARY").id
    let testimony = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "CANARY"
    ).id
    let member = try desktop.heard("add", "member", "--name", "CANARY").id
    let all = try offered(desktop, "show", "positional@0", ["show", ""])
    #expect(all == ["\(event)\tWaiting: rooms", "\(action)\tChairs", member].sorted())
    #expect(
      try offered(desktop, "show", "positional@0", ["show", "t"]) == [testimony])
    #expect(try offered(desktop, "show", "positional@0", ["show", "p"]) == [person])
    #expect(
      try offered(desktop, "show", "positional@0", ["show", "20"], shell: "zsh")
        == ["\(event):Waiting: rooms"])
    #expect(try offered(desktop, "show", "positional@0", ["show", "20"], shell: "bash") == [event])
    #expect(try offered(desktop, "consent", "positional@0", ["consent", "20"]).isEmpty)
    #expect(
      try offered(desktop, "add testimony", "--event", ["add", "testimony", "--event", "2"])
        == ["\(event)\tWaiting: rooms"])
  }

  @Test func `a testimony that went is not offered`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let id = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "Words"
    ).id
    try desktop.shell(
      """
      sed -i 's/"state": "given"/"state": "withdrawn"/' "$HEARD_PROGRAMME"/testimonies/*.json
      """
    ).expectDone()
    #expect(id.hasPrefix("t-"))
    #expect(try offered(desktop, "show", "positional@0", ["show", "t"]).isEmpty)
  }

  @Test func `keys and values of a filter are offered, by the list that is meant`() throws {
    let desktop = try Desktop()
    func filter(_ kind: String, _ typed: String) throws -> [String] {
      try offered(desktop, "list", "positional@1", ["list", kind, typed])
    }
    #expect(try filter("events", "coun") == ["country:FR", "country:BR"])
    #expect(try filter("events", "co") == ["country:", "confidentiality:"])
    #expect(try filter("actions", "status:do") == ["status:done"])
    #expect(try filter("events", "status:held,can") == ["status:held,cancelled"])
    #expect(try filter("events", "-status:can") == ["-status:cancelled"])
    #expect(try filter("events", "stage:").isEmpty)
    #expect(try filter("events", "place:").isEmpty)
  }

  @Test func `fields, their values, keys of figures, columns and countries are offered`() throws {
    let desktop = try Desktop()
    func last(_ command: String, _ place: String, _ line: String...) throws -> [String] {
      try offered(desktop, command, place, line).map {
        String($0.prefix { $0 != "\t" })
      }
    }
    #expect(try last("edit", "--set", "edit", "2024-x", "--set", "stat") == ["status="])
    #expect(
      try last("edit", "--set", "edit", "2024-x", "--set", "status=c")
        == ["status=confirmed", "status=cancelled"])
    #expect(try last("edit", "--set", "edit", "a-x", "--set", "evid") == ["evidence="])
    #expect(try last("add event", "--status", "add", "event", "--status", "h") == ["held"])
    #expect(try last("add event", "--country", "add", "event", "--country", "F").contains("FR"))
    #expect(
      try last("figures", "--by", "figures", "--by", "country,ye") == ["country,year"])
    #expect(try last("list", "--sort", "list", "people", "--sort", "pseu") == ["pseudonym"])
    #expect(try last("open", "--at", "open", "--at", "fig") == ["figures"])
  }

  @Test func `bash is told only the part behind a colon or an equals sign`() throws {
    let desktop = try Desktop()
    let values = try offered(
      desktop, "list", "positional@1", ["list", "events", "country", ":", "F"], shell: "bash")
    #expect(values == ["FR"])
    let set = try offered(
      desktop, "edit", "--set", ["edit", "2024-x", "--set", "status", "=", "he"], shell: "bash")
    #expect(set == ["held"])
    let key = try offered(
      desktop, "list", "positional@1", ["list", "events", "coun"], shell: "bash")
    #expect(key == ["country:FR", "country:BR"])
  }

  @Test func `a name from the folder is never a command to a shell`() throws {
    let desktop = try Desktop()
    try desktop.write(
      #"{"views":[{"id":"v-1","list":"events","name":"$(touch owned)"},"#
        + #"{"id":"v-2","list":"events","name":"Late in France"}]}"#, to: "views.json")
    let bash = try offered(
      desktop, "list", "--view", ["list", "events", "--view", ""], shell: "bash")
    #expect(bash == ["Late in France"])
    let fish = try offered(desktop, "list", "--view", ["list", "events", "--view", ""])
    #expect(fish.count == 2)
  }

  @Test func `where nothing can be read nothing is said`() throws {
    let desktop = try Desktop()
    for folder in ["/nowhere", "/"] {
      #expect(
        try offered(
          desktop, "show", "positional@0", ["show", "--programme", folder, ""]
        ).isEmpty)
    }
    #expect(
      try desktop.heard("---completion", "nonsense", "--", "x").said.isEmpty)
  }

  @Test func `the programme of the line is asked, wherever it was named`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("There")
    try desktop.heard("new", "\(desktop.home)/other")
    for line in [
      ["--programme", "\(desktop.home)/other", "show", ""],
      ["-C", "\(desktop.home)/other", "show", ""],
      ["show", "--programme=\(desktop.home)/other", ""],
    ] { #expect(try offered(desktop, "show", "positional@0", line).isEmpty, "\(line)") }
    let here = try offered(desktop, "show", "positional@0", ["-C", desktop.programme, "show", ""])
    #expect(here == ["\(event)\tThere"])
  }

  @Test(arguments: [
    ("bash", "compgen -W 'open "), ("zsh", "_files -/ && ret=0"),
    ("fish", "__fish_complete_directories"),
  ])
  func `a folder can be the first word, and options before a command are known`(
    shell: String, part: String
  ) throws {
    let script = try Desktop().heard("completions", shell).text
    #expect(script.contains(part))
    #expect(script.contains("linear") && script.contains("---completion"))
    if shell == "bash" {
      let lines = script.split(separator: "\n")
      let place = lines.firstIndex { $0.contains(part) } ?? 0
      #expect(lines[place + 1].contains("__heard_add_completions -d"))
    }
  }

  @Test(arguments: [
    ("heard list events country : F", "FR"), ("heard list events country :", "BR FR"),
    ("heard edit 2024-x --set status = he", "held"),
    ("heard list events coun", "country:BR country:FR"),
    ("heard edit 2024-x --set stat", "status="), ("heard add event --status = pl", "planned"),
    ("heard --lin", "--linear"), ("heard figures --by = country,ye", "country,year"),
    ("heard --programme programme list events stat", "status:cancelled"),
  ])
  func `bash completes a line that it has cut at its signs`(line: String, word: String) throws {
    let desktop = try Desktop()
    // The script asks the first word of the line, which is a function there.
    let answer = try desktop.shell(
      """
      cd "$HOME" && heard completions bash > script && source ./script
      compopt() { :; }
      COMP_WORDS=(\(line)) && COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE='\(line)' && COMP_POINT=${#COMP_LINE}
      cur="${COMP_WORDS[COMP_CWORD]}" && [[ "$cur" = [:=] ]] && cur=
      _heard_words heard "$cur" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}" | sort
      """)
    #expect(answer.code == 0 && answer.said.isEmpty, "\(answer.said)")
    let offered = answer.text.split(separator: "\n").map(String.init)
    #expect(Set(word.split(separator: " ").map(String.init)).isSubset(of: offered), "\(offered)")
  }
}
