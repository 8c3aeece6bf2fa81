import HeardModel

// What stands in an event, in words.
extension Desk {
  /// The labels of codes of a list.
  public func labels(_ codes: [Code], _ list: TaxonomyName) -> String {
    words.list(codes.map { formats.label($0, in: list, of: programme) })
  }

  /// The organisations of an event with the part that each had.
  public func partners(of event: Event) -> String {
    words.list(
      event.partners.map { partner in
        let name = programme.organisations[partner.id]?.name ?? partner.id.text
        return partner.roles.isEmpty
          ? name : words.bracketed(name, labels(partner.roles, .partnerRole))
      })
  }

  /// Those of the team who lead an event.
  public func facilitators(of event: Event) -> String {
    words.list(event.facilitators.map { programme.team[$0]?.name ?? $0.text })
  }
}
