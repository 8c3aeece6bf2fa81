import HeardModel

/// The fields of a member of the team, for the form and for `heard edit`.
public enum StaffFields {
  /// All of them; nobody needs more than a name to be found.
  public static let spec = FormSpec<StaffMember>([
    .text("name", \.name, isRequired: true),
    .values("teamRoles", \.roles, labels: "role"),
    .lookupMany("teamCountries", \.countries) { _, desk in desk.countryOptions },
    .lookupMany("languages", \.languages) { _, desk in desk.languageOptions },
    .text("contact", \.contact),
    .toggle("left", \.hasLeft),
  ])
}
