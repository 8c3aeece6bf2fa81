import Foundation
import Testing

@Suite struct MergeCopyTests {
  @Test func `a copy is found by the check and merged by its name or its path`() throws {
    let desktop = try Desktop()
    let id = try desktop.heard("add", "event", "--title", "Listening evening").id
    let file = "\(desktop.programme)/events/\(id).json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for name in ["\(id) (1).json", "\(id).sync-conflict-20240601-120000-ABCDEFG.json"] {
      try desktop.write(
        text.replacingOccurrences(of: "Listening evening", with: "Title of \(name.count)"),
        to: "events/\(name)")
    }
    let check = try desktop.heard("check", "--format", "json")
    #expect(check.objects.filter { $0["code"] as? String == "H704" }.count == 2)
    #expect(try desktop.heard("list", "events").lines.count == 2)

    let byName = try desktop.heard("merge-copy", "events/\(id) (1).json")
    #expect(byName.code == 0)
    #expect(byName.said.contains("Merged into events/\(id).json"))
    #expect(byName.said.contains("1 field"))
    let byPath = try desktop.heard(
      "merge-copy",
      "\(desktop.programme)/events/\(id).sync-conflict-20240601-120000-ABCDEFG.json")
    #expect(byPath.code == 0)
    let check2 = try desktop.heard("check", "--format", "json")
    #expect(check2.objects.allSatisfy { $0["code"] as? String == "H511" })
    #expect(check2.objects.count == 2)
  }

  @Test func `what is no copy is refused and stays`() throws {
    let desktop = try Desktop()
    let id = try desktop.heard("add", "event", "--title", "Listening evening").id
    let answer = try desktop.heard("merge-copy", "events/\(id).json")
    #expect(answer.code == 3)
    #expect(answer.said.contains("is not a copy of a record"))
    #expect(try desktop.heard("list", "events").lines.count == 2)
  }
}
