/// The fields of a sign-in sheet that a column can stand for.
public enum PersonImportField: String, ImportField {
  /// The person's name; kept under `identities/` alone, and only where somebody says so.
  case name
  /// What the person is called on screens and lists.
  case pseudonym
  /// What they want to be called, where that is another name; used in place of it.
  case preferredName
  /// How far they came: registered, attended, absent.
  case status
  /// What else tells of whether they came: it can say less than the status, never more.
  case registration
  /// For how many people the line stands.
  case quantity
  /// What they came as.
  case role
  /// In the room or online.
  case presence
  /// The organisation for which they came.
  case organisation
  /// Communities that they declared themselves.
  case community
  /// The band of age that they gave.
  case ageBand
  /// An address or a number; kept as the name is.
  case contact
  /// The language in which to write to them; kept as the name is.
  case language
  /// What they need so that they can take part.
  case accessNeeds
  /// Whether they agreed to be counted by community and age.
  case consentCount
  /// The id or title of the notice that they were told.
  case notice
  /// Notes of the team.
  case note
  /// The column is not brought in.
  case leaveOut

  /// Sheets of people.
  public static var subject: String { "people" }

  /// First and last name, e-mail and telephone stand in two columns.
  public var isRepeatable: Bool {
    switch self {
    case .name, .registration, .contact, .note, .leaveOut: true
    default: false
    }
  }

  /// A column of a sign-in sheet that nobody knows may hold anything about a person.
  public static var unknown: Self { .leaveOut }
  /// What is not kept.
  public static var leftOut: Self { .leaveOut }

  /// Words that name the column in six languages.
  public var headings: [String] { Self.words[self] ?? [] }

  private static let words: [Self: [String]] = [
    .name: [
      "name", "full name", "participant", "first name", "last name", "surname", "nom",
      "nom et prénom", "prénom", "nome", "nome completo", "sobrenome", "nombre", "apellidos",
      "nombre y apellidos", "vorname", "nachname", "氏名", "名前", "お名前", "姓名",
    ],
    .pseudonym: [
      "pseudonym", "alias", "nickname", "called", "pseudonyme", "surnom", "pseudônimo", "apelido",
      "seudónimo", "apodo", "仮名", "呼び名", "ニックネーム",
    ],
    .preferredName: [
      "preferred name", "preferred first name", "chosen name", "name used", "goes by", "known as",
      "name you use", "prénom d'usage", "prénom choisi", "nom choisi", "nom d'usage", "nome social",
      "nome escolhido", "nome preferido", "nombre elegido", "nombre social", "nombre preferido",
      "nombre sentido", "rufname", "gewählter name", "bevorzugter name", "通称", "通称名", "希望する名前",
      "呼ばれたい名前",
    ],
    .quantity: [
      "quantity", "qty", "tickets", "number of tickets", "ticket quantity", "number of people",
      "number of guests", "party size", "group size", "guests", "plus one", "plus ones",
      "quantité", "nombre de billets", "nb de billets", "nombre de personnes", "nb de personnes",
      "accompagnants", "quantidade", "número de pessoas", "número de ingressos", "acompanhantes",
      "cantidad", "número de personas", "número de entradas", "acompañantes", "anzahl",
      "anzahl tickets", "anzahl personen", "personenzahl", "begleitpersonen", "人数", "枚数", "数量",
      "申込人数", "参加人数", "同伴者", "同伴者数",
    ],
    .status: [
      "status", "attended", "present", "presence", "statut", "présent", "présence", "situação",
      "presente", "compareceu", "presença", "situación", "asistió", "asistencia", "anwesend",
      "anwesenheit", "teilgenommen", "出欠", "出席", "状態",
    ],
    .role: [
      "role", "came as", "capacity", "function", "profession", "rôle", "fonction", "qualité",
      "função", "papel", "profissão", "rol", "función", "profesión", "rolle", "funktion", "beruf",
      "役割", "立場", "職業",
    ],
    .presence: [
      "mode", "how", "in person or online", "format", "modalité", "modalidade", "modalidad",
      "teilnahmeart", "参加方法", "参加形式",
    ],
    .organisation: [
      "organisation", "organization", "company", "association", "employer", "structure",
      "organisme", "organização", "instituição", "organización", "entidad", "organisation",
      "verein", "einrichtung", "所属", "団体", "会社",
    ],
    .community: [
      "community", "communities", "group", "publics concernés", "public concerné", "communauté",
      "comunidade", "grupo", "comunidad", "gruppe", "gemeinschaft", "当事者", "コミュニティ",
    ],
    .ageBand: [
      "age", "age band", "age group", "âge", "tranche d'âge", "idade", "faixa etária", "edad",
      "grupo de edad", "alter", "altersgruppe", "年齢", "年代",
    ],
    .contact: [
      "e-mail", "email", "mail", "phone", "telephone", "mobile", "contact", "address", "courriel",
      "téléphone", "portable", "adresse", "telefone", "celular", "contato", "correo",
      "correo electrónico", "teléfono", "móvil", "telefon", "handy", "kontakt", "メール", "電話",
      "連絡先", "メールアドレス", "電話番号",
    ],
    .language: ["language", "langue", "língua", "idioma", "sprache", "言語"],
    .accessNeeds: [
      "access needs", "access", "needs", "accessibility", "besoins", "accessibilité",
      "acessibilidade", "necessidades", "accesibilidad", "necesidades", "barrierefreiheit",
      "bedarf", "配慮", "必要な配慮",
    ],
    .consentCount: [
      "consent count", "consent to be counted", "may we count you", "count",
      "consentement comptage", "consentimento contagem", "consentimiento conteo",
      "einwilligung zählung", "集計の同意", "集計同意",
    ],
    .notice: [
      "notice", "consent notice", "notice id", "information notice", "notice d'information",
      "aviso", "hinweis", "datenschutzhinweis", "説明文書", "告知文",
    ],
    .note: [
      "note", "notes", "comment", "comments", "remarque", "remarques", "commentaire", "observação",
      "observações", "observaciones", "notiz", "bemerkung", "備考", "メモ",
    ],
  ]
}
