import Foundation
import HeardModel
import HeardStore
import Testing

/// The names behind pseudonyms, which stand beside the records.
@Suite struct IdentityTests {
  private func identity(_ id: String, _ name: String) throws -> Identity {
    var identity = Identity()
    identity.id = try #require(PersonID(stored: id))
    identity.name = name
    return identity
  }

  @Test func `a name is kept in a file of its own, for its owner alone, and in no history`() throws
  {
    var settings = ProgrammeSettings()
    settings.isSharedByGroup = true
    let scratch = try Scratch.programme(settings)
    let store = try scratch.store()
    try store.keep([identity("p-1", "Marigold Fane"), identity("p-2", "Iara")], settings: settings)
    #expect(scratch.text("identities/p-1.json")?.contains("Marigold Fane") == true)
    #expect(scratch.mode("identities/p-1.json") == 0o600)
    #expect(scratch.mode("identities") & 0o777 == 0o700)
    let others = scratch.everything().filter { !$0.key.hasPrefix("identities/") }
    #expect(!others.values.contains { $0.contains("Marigold") })
    #expect(try ProgrammeCheck.faults(path: scratch.programme).isEmpty)
  }

  @Test func `a name that is taken away leaves nothing`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let kept = try identity("p-1", "Marigold Fane")
    try store.keep([kept], settings: ProgrammeSettings())
    try store.forget(identities: [kept.id])
    try store.forget(identities: [kept.id])
    #expect(!scratch.everything().values.contains { $0.contains("Marigold") })
  }

  @Test func `nobody who was erased gets a name again, and a file with a fault stays`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try scratch.write("{}", to: "erased/p-1.json")
    try scratch.write("{", to: "identities/p-2.json")
    #expect(throws: StoreError.erased(id: "p-1")) {
      try store.keep([identity("p-1", "Marigold")], settings: ProgrammeSettings())
    }
    #expect(throws: StoreError.self) {
      try store.keep([identity("p-2", "Iara")], settings: ProgrammeSettings())
    }
    #expect(scratch.text("identities/p-2.json") == "{")
    #expect(scratch.text("identities/p-1.json") == nil)
  }

  @Test func `what a newer version put beside a name stays`() throws {
    let scratch = try Scratch.programme()
    try scratch.write(#"{"id": "p-1", "name": "Old", "newer": 7}"#, to: "identities/p-1.json")
    try scratch.store().keep([identity("p-1", "New")], settings: ProgrammeSettings())
    let text = try #require(scratch.text("identities/p-1.json"))
    #expect(text.contains("\"New\"") && text.contains("\"newer\": 7"))
  }
}
