import HeardModel
import HeardStore
import Testing

/// What is left out is not known, and nothing is filled in.
@Suite struct NotKnownTests {
  private let text = """
    {
      "id": "e-1",
      "status": "held"
    }

    """

  @Test func `an event of which type, format and whose it is are not known stays so`() throws {
    let scratch = try Scratch.programme()
    try scratch.write(text, to: "events/e-1.json")
    let loaded = try scratch.load()
    #expect(loaded.unreadable == [])
    let event = try #require(loaded.programme.events.values.first)
    #expect(event.type == nil && event.format == nil && event.involvement == nil)
    var titled = event
    titled.title = "Titled"
    try scratch.store().save(.event(event), .event(titled))
    let saved = try #require(scratch.text("events/e-1.json"))
    #expect(saved.contains("Titled"))
    for member in ["type", "format", "involvement", "confidentiality"] {
      #expect(!saved.contains("\"\(member)\""), "\(member)")
    }
    #expect(try scratch.faults() == [])
  }

  @Test func `what nobody said may be told counts as closed`() throws {
    var event = Event()
    #expect(event.confidentialityOrClosed == .closed)
    event.confidentiality = .open
    #expect(event.confidentialityOrClosed == .open)
  }
}
