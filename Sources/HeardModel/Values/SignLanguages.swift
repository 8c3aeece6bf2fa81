extension LanguageTag {
  /// Sign languages that can be chosen everywhere, with what signers call them in short.
  ///
  /// Operating systems name spoken languages only, so these stand here; others can be typed by tag.
  public static let signLanguages: [(tag: LanguageTag, short: String)] = [
    (LanguageTag(unchecked: "fsl"), "LSF"), (LanguageTag(unchecked: "bfi"), "BSL"),
    (LanguageTag(unchecked: "ase"), "ASL"), (LanguageTag(unchecked: "jsl"), "JSL"),
    (LanguageTag(unchecked: "bzs"), "Libras"), (LanguageTag(unchecked: "gsg"), "DGS"),
    (LanguageTag(unchecked: "ssp"), "LSE"), (LanguageTag(unchecked: "csc"), "LSC"),
    (LanguageTag(unchecked: "mfs"), "LSM"), (LanguageTag(unchecked: "asf"), "Auslan"),
    (LanguageTag(unchecked: "fcs"), "LSQ"),
  ]

  /// What signers call this language in short; nil for a spoken one.
  public var signLanguageShort: String? { Self.signLanguages.first { $0.tag == self }?.short }
}
