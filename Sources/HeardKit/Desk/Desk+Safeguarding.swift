import HeardModel

// Who receives what is told in need of protection.
extension Desk {
  /// Who receives what is told in need of protection: name, and how to reach them.
  func safeguardingLeads(_ country: CountryCode?) -> [StaffMember] {
    let leads = programme.team.values.filter {
      $0.roles.contains(.safeguardingLead) && !$0.hasLeft
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let near = leads.filter { lead in
      lead.countries.isEmpty || country.map(lead.countries.contains) ?? false
    }
    return near.isEmpty ? leads : near
  }

  /// That a testimony leaves the ordinary path, and who receives it.
  public func safeguardingSentence(_ testimony: Testimony) -> String {
    let leads = safeguardingLeads(programme.events[testimony.event]?.country)
    if leads.isEmpty { return words("testimony.noLead") }
    let names = leads.map { lead in
      lead.contact.isEmpty ? lead.name : words.bracketed(lead.name, lead.contact)
    }
    return words("testimony.lead", ["names": words.list(names)])
  }
}
