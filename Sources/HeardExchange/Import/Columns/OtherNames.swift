/// Headings of names beside the one that is used.
enum OtherNames {
  /// Whether it is the name of papers, or one that somebody has left behind.
  static func isLeftBehind(_ heading: String) -> Bool {
    let words = SheetCell.tokens(heading)
    let isName =
      words.contains { $0.hasSuffix("name") || names.contains($0) }
      || ["nome", "nombre", "prenom"].contains { words.contains($0) }
    if words.contains("deadname") || japanese.contains(where: heading.contains) { return true }
    return isName
      && words.contains { word in stems.contains { word.hasPrefix($0) } || whole.contains(word) }
  }

  /// Whether it is what somebody wants to be called.
  static func isPreferred(_ heading: String) -> Bool {
    let words = HeadingWords<PersonImportField>()
    return words.exact(heading) == .preferredName
      || words.all(within: heading).contains(.preferredName)
  }

  /// Whether it says that it is no real name; a nickname can be the name that all know.
  static func isPseudonym(_ heading: String) -> Bool {
    let words = SheetCell.tokens(heading)
    return words.contains { $0.hasPrefix("pseud") || $0.hasPrefix("seud") || $0 == "alias" }
      || heading.contains("仮名")
  }

  private static let names: Set<String> = [
    "name", "names", "nom", "noms", "prenom", "nome", "nomes", "nombre", "nombres", "apellido",
    "apellidos", "sobrenome", "surname", "forename", "apelido",
  ]
  private static let stems = [
    "legal", "dead", "former", "previous", "maiden", "birth", "official", "passport", "registered",
    "naissance", "ancien", "officiel", "naciment", "nacimiento", "nascimento", "anterior",
    "registro", "registral", "civil", "oficial", "geburt", "fruher", "amtlich", "gesetzlich",
    "jeunefille", "soltera", "solteira", "madchen", "vorherig",
  ]
  private static let whole: Set<String> = ["old", "id", "assigned", "morinom", "jeune", "etat"]
  private static let japanese = ["戸籍", "旧姓", "本名", "旧名", "出生時"]
}
