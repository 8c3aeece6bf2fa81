import HeardKit
import HeardModel

/// The fields of an organisation, for its form and for `heard edit`.
public enum OrganisationFields {
  /// What everybody fills, then what it was given.
  public static let spec = FormSpec<Organisation>([
    .text("name", \.name, isRequired: true),
    .optionalChoice("kind", \.kind, none: "organisation.noKind", options: kindOptions),
    .lookup("country", \.country) { _, desk in desk.countryOptions },
    .text("website", \.website),
    .text("note", \.note, rows: 2),
    support,
    .choice("provenance", \.provenance.kind, labels: "provenance"),
    .text("provenanceSource", \.provenance.source),
  ])

  /// The kinds that are offered; a record may hold another.
  private static let kinds: [Code] = [
    "community", "academic", "public", "industry", "foundation", "healthcare",
  ]

  @Sendable private static func kindOptions(
    _ organisation: Organisation, _ desk: Desk
  ) -> [FieldOption] {
    let own = organisation.kind.map { kinds.contains($0) ? [] : [$0] } ?? []
    return (kinds + own).map { FieldOption($0.stored, label($0, desk.words)) }
  }

  /// The kind in words; a code of the programme's own as it stands.
  static func label(_ kind: Code, _ words: Words) -> String {
    let key = "organisation.kind.\(kind.stored)"
    return words.has(key) ? words(key) : kind.stored
  }

  private static let support = FieldSpec<Organisation>.lines(
    "support", \.support, rows: 4, text: { support, _ in SupportLines.text(support) },
    values: SupportLines.support)
}
