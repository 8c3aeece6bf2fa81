/// Words that single out one person without a name, in six languages: `the nurse`, `la dame`, `she`.
///
/// Groups are none (`20 femmes`, `the nurses`), nor is what a word of a title says by itself.
enum SingledOut {
  /// Whether somebody is singled out in a text.
  static func stands(in text: String) -> Bool {
    if japanese.contains(where: text.contains) { return true }
    let words = SheetCell.tokens(text)
    if words.contains(where: pronouns.contains) { return true }
    if words.contains(where: { word in exposing.contains { word.hasPrefix($0) } }) { return true }
    return zip(words, words.dropFirst()).contains { articles.contains($0) && persons.contains($1) }
  }

  /// What happened to somebody, or what somebody is, that nobody else should read.
  private static let exposing = Self.words(
    """
    asyl undocumented deport arrest drunk homeless police policia policier polizei sanspapiers clandestin
    betrunken borrach pleur chorou chorando lloro llorando geweint weinte crying wept
    """)

  private static let pronouns = Self.words(
    "he she him his her hers himself herself elle ella ela ele")

  private static let articles = Self.words(
    """
    the a an this that one another some la le l une un cette cet ce el una esta este esa ese o uma um essa
    esse aquela aquele die der das den dem eine ein einen einer einem diese dieser diesen our my notre mon ma
    nossa nosso nuestra nuestro mi unsere unser
    """)

  private static let persons = Self.words(
    """
    man woman lady gentleman guy girl boy mother father husband wife daughter son sister brother nurse doctor
    midwife surgeon therapist receptionist carer patient student volunteer speaker facilitator interpreter
    attendee visitor person participant
    dame monsieur femme homme fille garcon mere pere mari epouse soeur frere infirmiere infirmier medecin
    docteur docteure chirurgien chirurgienne aidante aidant patiente etudiante etudiant benevole
    intervenante intervenant animatrice animateur interprete participante personne
    senora senor mujer hombre chica chico madre padre marido esposa hija hijo hermana hermano enfermera
    enfermero doctora medica medico matrona paciente alumna voluntaria voluntario asistente persona
    senhora senhor mulher homem moca rapaz mae pai filha filho irma irmao enfermeira enfermeiro medica doutora
    doutor parteira aluna voluntario pessoa
    frau mann dame junge mutter vater tochter sohn schwester bruder krankenschwester pfleger pflegerin arzt
    arztin hebamme patientin studentin teilnehmerin teilnehmer besucherin besucher
    """)

  private static let japanese = [
    "泣い", "泣き", "警察", "難民", "彼女", "彼は", "彼が", "ある女性", "ある男性", "看護師の", "医師の",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
