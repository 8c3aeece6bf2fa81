import Foundation
import HeardModel
import HeardStore
import Testing

/// That what was told in need of protection stands in `safeguarding/` of this machine, and nowhere
/// else.
@Suite struct DisclosureTests {
  /// A testimony with something in every member that can tell.
  private func telling(_ canary: String, triage: Triage = .none) throws -> Testimony {
    var testimony = try Testimony.sample(
      "t-1", at: "e-1", text: "Nobody knows what the \(canary) did behind the house")
    testimony.triage = triage
    testimony.pseudonym = "Pseudonym\(canary)"
    testimony.person = PersonID(stored: "p-1")
    testimony.privateNote = "Note \(canary)"
    testimony.supportOffered = "Support \(canary)"
    testimony.contentWarning = "Warning \(canary)"
    testimony.consent.guardian = "Guardian \(canary)"
    testimony.takenAt = noon
    testimony.stage = .recorded
    var translation = Translation()
    translation.id = try #require(LanguageTag(stored: "de"))
    translation.text = "Niemand weiss was der \(canary) hinter dem Haus getan hat"
    testimony.translations = [translation]
    var quote = Quote()
    quote.id = try #require(QuoteID(stored: "q-1"))
    quote.text = "what the \(canary) did"
    testimony.quotes = [quote]
    return testimony
  }

  private func forLead(_ testimony: Testimony) -> Testimony {
    var testimony = testimony
    testimony.triage = .safeguarding
    return testimony
  }

  /// The files of the programme in which a word stands, but for those of the lead.
  private func files(_ scratch: Scratch, holding word: String) -> [String] {
    scratch.everything().filter { $0.value.contains(word) && !$0.key.hasPrefix("safeguarding/") }
      .keys.sorted()
  }

  /// The files that belong to the person of this run in which a word stands.
  private func state(holding word: String) -> [String] {
    let below = FileManager.default.enumerator(atPath: ownStateFolder)
    return (below?.compactMap { $0 as? String } ?? []).filter { name in
      let bytes = FileManager.default.contents(atPath: "\(ownStateFolder)/\(name)") ?? Data()
      return String(decoding: bytes, as: UTF8.self).contains(word)
    }
  }

  @Test
  func `its words move to a file of this machine, and the programme keeps nothing that tells`()
    throws
  {
    var settings = ProgrammeSettings()
    settings.isSharedByGroup = true
    let scratch = try Scratch.programme(settings)
    let store = try scratch.store()
    let before = try telling("Zaunkoenig")
    try store.save(nil, .testimony(before))
    #expect(files(scratch, holding: "Zaunkoenig") == ["testimonies/e-1.json"])
    let after = forLead(before)
    let saved = try store.save(.testimony(before), .testimony(after))
    #expect(saved.map(\.record) == [.testimony(after.leftBehind())])
    #expect(files(scratch, holding: "Zaunkoenig") == [])
    #expect(try scratch.load().programme.testimonies[before.id] == after.leftBehind())
    let text = try #require(scratch.text("safeguarding/t-1.json"))
    for part in [
      "Nobody knows", "Niemand weiss", "Note", "Support", "Warning", "Guardian", "Pseudonym",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(scratch.mode("safeguarding/t-1.json") == 0o600)
    #expect(scratch.mode("safeguarding") & 0o777 == 0o700)
    let faults = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(faults.filter { $0.file.hasPrefix("safeguarding/") }.map(\.code) == ["H401"])
  }

  @Test func `drafts and whatever else this person keeps let go of it`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let before = try telling("Rohrdommel")
    try store.save(nil, .testimony(before))
    let drafts = try DraftFolder(programme: ProgrammeSettings().id, realPath: scratch.programme)
    var (own, other) = (Draft(), Draft())
    (own.id, own.form, own.record) = ("testimony-t-1", "testimony", "t-1")
    own.fields = ["words": "Rohrdommel"]
    (other.id, other.form) = ("event-x", "event")
    other.fields = ["summary": before.text]
    try drafts.keep(own)
    try drafts.keep(other)
    #expect(state(holding: "Rohrdommel").count == 2)
    try store.save(.testimony(before), .testimony(forLead(before)))
    #expect(drafts.all() == [])
    #expect(state(holding: "Rohrdommel") == [])
  }

  @Test func `a new disclosure never stands in the programme`() throws {
    let scratch = try Scratch.programme()
    let told = try telling("Steinkauz", triage: .safeguarding)
    try scratch.store().save(nil, .testimony(told))
    #expect(files(scratch, holding: "Steinkauz") == [])
    let kept = try #require(try scratch.store().disclosure(told.id))
    #expect(kept.text.contains("Steinkauz") && kept.at == noon && !kept.isReceived)
    let listed = try scratch.store().disclosures()
    #expect(listed.map(\.id) == [told.id])
    #expect(!"\(listed)".contains("Steinkauz"))
  }

  @Test func `saved once more it is the same, and what is told besides is added and not received`()
    throws
  {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let told = try telling("Wiedehopf", triage: .safeguarding)
    try store.save(nil, .testimony(told))
    let first = scratch.text("safeguarding/t-1.json")
    try store.save(nil, .testimony(told))
    #expect(scratch.text("safeguarding/t-1.json") == first)
    try store.noteReceipt("2024-017", of: told.id, at: noon, settings: ProgrammeSettings())
    #expect(try store.disclosure(told.id)?.isReceived == true)
    var more = told.leftBehind()
    more.text = "And more of it"
    try store.save(.testimony(told.leftBehind()), .testimony(more))
    let kept = try #require(try store.disclosure(told.id))
    #expect(kept.text.contains("Wiedehopf") && kept.text.contains("And more of it"))
    #expect(!kept.isReceived && kept.receipt == "2024-017")
    #expect(files(scratch, holding: "And more") == [])
  }

  @Test func `where the lead's file cannot be written the testimony keeps its words`() throws {
    for obstacle in ["safeguarding", "safeguarding/t-1.json"] {
      let scratch = try Scratch.programme()
      let store = try scratch.store()
      let before = try telling("Bekassine")
      try store.save(nil, .testimony(before))
      try scratch.write("{", to: obstacle)
      #expect(throws: StoreError.self) {
        try store.save(.testimony(before), .testimony(forLead(before)))
      }
      #expect(scratch.text("testimonies/e-1.json")?.contains("Bekassine") == true)
      #expect(scratch.text(obstacle) == "{")
      #expect(scratch.leftovers() == [])
    }
  }

  @Test func `a file that cannot be read is listed all the same, and an erased id is not`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    try scratch.write("{", to: "safeguarding/t-2.json")
    #expect(store.disclosures().map(\.id.text) == ["t-2"])
    try scratch.write("{}", to: "erased/t-2.json")
    #expect(store.disclosures() == [])
    let id = try #require(TestimonyID(stored: "t-2"))
    #expect(throws: StoreError.erased(id: "t-2")) {
      try store.noteReceipt("1", of: id, at: noon, settings: ProgrammeSettings())
    }
    let none = try #require(TestimonyID(stored: "t-3"))
    #expect(throws: StoreError.self) {
      try store.noteReceipt("1", of: none, at: noon, settings: ProgrammeSettings())
    }
  }

  @Test func `what was noted of the handing over stays beside the words`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let told = try telling("Wachtel", triage: .safeguarding)
    try store.save(nil, .testimony(told))
    try store.noteHandedOver(
      told.id, to: "Imani", how: "Sealed file", at: noon, settings: ProgrammeSettings())
    let kept = try #require(try store.disclosure(told.id))
    #expect(kept.handedOverAt == noon && kept.handedOverTo == "Imani")
    #expect(kept.handedOverHow == "Sealed file" && !kept.isReceived)
    #expect(kept.text.contains("Wachtel"))
  }

  @Test(arguments: [nil, 2])
  func `so many days after the receipt it is removed`(days: Int?) throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    var settings = ProgrammeSettings()
    settings.disclosureDays = days
    let told = try telling("Kiebitz", triage: .safeguarding)
    try store.save(nil, .testimony(told))
    store.removeReceivedDisclosures(settings, on: noon.day.adding(days: 4000))
    #expect(store.disclosures().count == 1)
    try store.noteReceipt("2024-017", of: told.id, at: noon, settings: settings)
    store.removeReceivedDisclosures(settings, on: noon.day.adding(days: (days ?? 30) - 1))
    #expect(store.disclosures().count == 1)
    store.removeReceivedDisclosures(settings, on: noon.day.adding(days: days ?? 30))
    #expect(store.disclosures() == [] && scratch.text("safeguarding/t-1.json") == nil)
  }

  @Test func `one that an earlier version left moves when it is saved as it stands`() throws {
    let scratch = try Scratch.programme()
    var file = EventTestimonies()
    file.id = try #require(EventID(stored: "e-1"))
    file.testimonies = [try telling("Eisvogel", triage: .safeguarding)]
    try scratch.write(file, to: "testimonies/e-1.json")
    let old = try #require(try scratch.load().programme.testimonies.values.first)
    #expect(old.tellsDisclosure)
    try scratch.store().save(.testimony(old), .testimony(old))
    #expect(files(scratch, holding: "Eisvogel") == [])
    #expect(try scratch.store().disclosure(old.id)?.text.contains("Eisvogel") == true)
    // And goes to the lead where somebody removes it.
    try scratch.write(file, to: "testimonies/e-1.json")
    try scratch.store().save(.testimony(old), nil)
    #expect(files(scratch, holding: "Eisvogel") == [] && state(holding: "Eisvogel") == [])
  }

  @Test func `a window that still has the words brings none of them back`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let before = try telling("Pirol")
    try store.save(nil, .testimony(before))
    try store.save(.testimony(before), .testimony(forLead(before)))
    var edited = before
    edited.text += " and the Pirol came back"
    try store.save(.testimony(before), .testimony(edited))
    #expect(files(scratch, holding: "Pirol") == [])
    #expect(try store.disclosure(before.id)?.text.contains("came back") == true)
    #expect(try scratch.load().programme.testimonies[before.id]?.isForLead == true)
  }

  @Test func `what a change would give is not shown without the words that are not kept yet`()
    throws
  {
    let scratch = try Scratch.programme()
    let told = try telling("Sperber", triage: .safeguarding)
    let edit = try Edit.of(nil, .testimony(told))
    let change = Change(.edited(kind: .testimony, title: ""), [edit])
    #expect(try scratch.store().rebased([change], on: noon.day) == [])
    #expect(scratch.text("safeguarding/t-1.json") == nil)
  }

  @Test func `a copy beside the record is merged into the lead's file`() throws {
    let scratch = try Scratch.programme()
    let store = try scratch.store()
    let before = try telling("Neuntoeter")
    try store.save(nil, .testimony(before))
    let old = try #require(scratch.text("testimonies/e-1.json"))
    try store.save(.testimony(before), .testimony(forLead(before)))
    try scratch.write(
      old.replacingOccurrences(of: "behind the house", with: "in the garden at night"),
      to: "testimonies/e-1 (1).json")
    _ = try store.mergeCopy(
      "testimonies/e-1 (1).json", settings: ProgrammeSettings(), by: "Ada", at: noon)
    #expect(files(scratch, holding: "Neuntoeter") == [] && state(holding: "Neuntoeter") == [])
    let kept = try #require(try store.disclosure(before.id))
    #expect(kept.text.contains("behind the house") && kept.text.contains("in the garden"))
    // What differs besides is none of the words.
    #expect(!kept.text.contains("recorded"))
  }
}
