import HeardExchange
import HeardModel

// Who receives what is told in need of protection.
extension Desk {
  /// Who receives what is told in need of protection: name, and how to reach them.
  public func safeguardingLeads(_ country: CountryCode?) -> [StaffMember] {
    let leads = programme.team.values.filter {
      $0.roles.contains(.safeguardingLead) && !$0.hasLeft
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let near = leads.filter { lead in
      lead.countries.isEmpty || country.map(lead.countries.contains) ?? false
    }
    return near.isEmpty ? leads : near
  }

  /// The leads for an event by their names; empty where nobody is named.
  public func leadNames(at event: EventID?) -> String {
    let leads = safeguardingLeads(event.flatMap { programme.events[$0]?.country })
    return words.list(leads.map { $0.name.isEmpty ? $0.id.text : $0.name })
  }

  /// The leads for an event with how to reach each; nil where nobody is named.
  public func leadContacts(at event: EventID?) -> String? {
    let leads = safeguardingLeads(event.flatMap { programme.events[$0]?.country })
    if leads.isEmpty { return nil }
    return words.list(
      leads.map { lead in
        words.bracketed(
          lead.name.isEmpty ? lead.id.text : lead.name,
          lead.contact.isEmpty ? words("safeguarding.noNumber") : lead.contact)
      })
  }

  /// Whom to call at once, or what to do first where nobody is named.
  public func callSentence(at event: EventID?) -> String {
    leadContacts(at: event).map { words("safeguarding.call", ["names": $0]) }
      ?? words("safeguarding.noLead")
  }

  /// What becomes of a disclosure once it is saved, and whom to call at once.
  public func safeguardingSentence(_ testimony: Testimony) -> String {
    words.inARow([words("testimony.forLead"), callSentence(at: testimony.event)])
  }
}

// Disclosures on their way to the lead; the desk never holds what was told in one that is kept.
extension Desk {
  /// A disclosure that lies on this machine, without what was told; nil where none does.
  public func disclosure(_ id: TestimonyID) -> Disclosure? {
    disclosures.all.first { $0.id == id }
  }

  /// Disclosures whose words still stand in the programme, as earlier versions left them: to the
  /// lead and to who took them down.
  public var standingDisclosures: [Testimony] {
    let reader = reader
    let isLead = reader.roles.contains(.safeguardingLead)
    return programme.testimonies.boxes.values.lazy.filter { held in
      held.record.tellsDisclosure && !held.record.isGone(today)
        && (isLead || (reader.staff != nil && held.record.takenBy == reader.staff))
    }.map(\.record).sorted { $0.id < $1.id }
  }

  /// How many disclosures no lead has yet.
  public var openDisclosures: Int {
    Set(disclosures.all.filter { !$0.isReceived }.map(\.id) + standingDisclosures.map(\.id)).count
  }

  /// Has a disclosure of an earlier version taken out of the programme and kept for the lead.
  public mutating func move(disclosure id: TestimonyID) {
    guard let testimony = programme.testimonies[id],
      let edit = Edit(before: .testimony(testimony), after: .testimony(testimony))
    else { return }
    let title = programme.events[testimony.event]?.title ?? id.text
    guard change(Change(.edited(kind: .testimony, title: title), [edit])) else { return }
    forget(saidIn: testimony)
    go(.disclosure(id))
  }

  /// A disclosure as it would be handed over, to a file of its own in the home folder.
  public func handOver(_ disclosure: Disclosure, _ way: HandOver.Way) -> HandOver {
    let names = leadNames(at: disclosure.event)
    let lead = names.isEmpty ? formats.label(TeamRole.safeguardingLead, "role") : names
    let voice = PageVoice(words.language, words, programme)
    return HandOver(
      disclosure: disclosure.id, way: way, key: programme.settings.sealingKey,
      sheet: DisclosureSheet(disclosure, for: lead, in: programme, voice: voice), lead: lead,
      how: words("disclosure.how.\(way.rawValue)"),
      path: "~/\(disclosure.id.text).\(way == .sealed ? "age" : "html")")
  }

  /// Says until when a disclosure is kept that the lead has.
  mutating func sayReceived(_ id: TestimonyID) {
    let day =
      disclosure(id)?.removal(programme.settings)
      ?? today.adding(days: programme.settings.daysAfterReceipt)
    say(words("disclosure.receiptNoted", ["day": formats.day(day)]))
  }
}
