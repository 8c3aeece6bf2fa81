import HeardModel

/// A field that a column of a sheet can stand for; the raw value is its name for `--map`.
public protocol ImportField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the sheets list whose columns it is of; the same name can be a field of both.
  static var subject: String { get }
  /// Words that name the column in English, French, Japanese, Portuguese, German and Spanish.
  var headings: [String] { get }
  /// Whether several columns can stand for it, as first name and last name.
  var isRepeatable: Bool { get }
  /// What a column of which nothing is known becomes.
  static var unknown: Self { get }
  /// What becomes of a column that nobody needs or that may hold what must not be kept.
  static var leftOut: Self { get }
}

/// The fields of an event that a column can stand for.
public enum EventImportField: String, ImportField {
  /// The row's own number or code, which stays the same when the row is edited.
  case reference
  /// What the event is called.
  case title
  /// When it starts, or all days of it.
  case start
  /// The time of day at which it starts.
  case time
  /// When it ends.
  case end
  /// The time of day at which it ends.
  case endTime
  /// By which clock its times are told; a column called `Zone` is perhaps an area.
  case zone = "timeZone"
  /// Its country.
  case country
  /// State, region or prefecture.
  case region
  /// Town.
  case place
  /// House and room.
  case venue
  /// Where to connect.
  case onlineAddress
  /// What kind of meeting it is.
  case type
  /// In person, online or both.
  case format
  /// How far it is.
  case status
  /// Whose event it is.
  case involvement
  /// All attendances.
  case attendance
  /// Those in the room.
  case inPerson
  /// Those connected.
  case online
  /// How the number is known.
  case attendanceSource
  /// How many people the room holds.
  case capacity
  /// Languages spoken or signed.
  case languages
  /// What it is about.
  case topics
  /// Organisations that had a part in it.
  case partners
  /// Those of the team who lead it.
  case facilitators
  /// The row of events to which it belongs.
  case series
  /// What was heard.
  case summary
  /// Notes of the team: the cell goes there with the column's name.
  case notes
  /// The column is not brought in.
  case leaveOut

  /// Sheets of events.
  public static var subject: String { "events" }
  /// Notes are of several columns.
  public var isRepeatable: Bool { self == .notes || self == .leaveOut }
  /// What nothing is known of is kept in the notes, with the column's name.
  public static var unknown: Self { .notes }
  /// What nobody needs.
  public static var leftOut: Self { .leaveOut }
}

extension EventImportField {
  /// Words that name the column in six languages.
  public var headings: [String] { Self.words[self] ?? [] }

  private static let words: [Self: [String]] = [
    .reference: [
      "id", "ref", "reference", "no", "nr", "n°", "nº", "#", "event id", "event no", "event code",
      "code", "référence", "numéro", "número", "referência", "código", "codigo", "referencia",
      "kennung", "kennnummer", "nummer", "番号", "整理番号", "コード",
    ],
    .title: [
      "title", "event", "event name", "name", "event title", "name of event", "activity", "session",
      "titre", "intitulé", "nom", "nom de l'événement", "événement", "activité", "título", "titulo",
      "evento", "nome", "nome do evento", "atividade", "actividad", "nombre", "nombre del evento",
      "titel", "veranstaltung", "name der veranstaltung", "bezeichnung", "タイトル", "イベント名",
      "イベント", "名称", "行事名", "件名", "会の名称", "催し",
    ],
    .start: [
      "date", "start", "start date", "begin", "day", "when", "event date", "date de l'événement",
      "jour", "début", "date de début", "data", "início", "data de início", "data do evento",
      "fecha", "inicio", "fecha de inicio", "fecha del evento", "datum", "beginn", "tag",
      "startdatum", "日付", "開催日", "開始日", "日時", "年月日", "日程", "日にち",
    ],
    .time: [
      "time", "start time", "heure", "horaire", "heure de début", "hora", "horário", "horario",
      "uhrzeit", "zeit", "時間", "開始時間", "時刻", "開始時刻", "event start time", "hora de início",
      "hora de inicio", "hora de comienzo", "von (uhr)", "beginn (uhr)", "startzeit", "uhrzeit von",
      "uhrzeit beginn",
    ],
    .end: [
      "end", "end date", "until", "fin", "date de fin", "fim", "término", "data de término",
      "data fim", "fecha de fin", "ende", "enddatum", "bis", "終了日", "終了",
    ],
    .endTime: [
      "end time", "event end time", "time end", "ending time", "finish time", "until (time)",
      "heure de fin", "fin (heure)", "終了時刻", "終了時間", "hora de término", "hora de fim",
      "hora do fim", "horário de término", "horário final", "término (hora)", "endzeit",
      "bis (uhr)",
      "ende (uhr)", "uhrzeit ende", "uhrzeit bis", "endet um", "hora de fin",
      "hora de finalización", "hora fin", "hora final", "hora de cierre",
    ],
    .zone: [
      "time zone", "timezone", "event timezone", "event time zone", "tz", "iana timezone",
      "fuseau horaire", "fuseau", "タイムゾーン", "時差帯", "fuso horário", "fuso", "zeitzone",
      "zona horaria", "huso horario", "huso",
    ],
    .country: ["country", "pays", "país", "pais", "land", "staat", "国", "国名"],
    .region: [
      "region", "state", "province", "county", "région", "département", "estado", "região", "uf",
      "región", "provincia", "bundesland", "都道府県", "地域", "州", "県",
    ],
    .place: [
      "city", "town", "place", "location", "ville", "lieu", "commune", "cidade", "local",
      "município", "ciudad", "lugar", "municipio", "stadt", "ort", "都市", "市", "市町村", "場所",
      "開催地", "開催場所",
    ],
    .venue: [
      "venue", "room", "address", "site", "salle", "adresse", "espaço", "endereço", "sala",
      "recinto", "sede", "dirección", "raum", "veranstaltungsort", "会場", "住所",
    ],
    .onlineAddress: ["link", "url", "meeting link", "online link", "lien", "enlace", "リンク"],
    .type: [
      "type", "kind", "event type", "category", "type d'événement", "catégorie", "tipo",
      "tipo de evento", "categoria", "categoría", "art", "typ", "kategorie", "veranstaltungsart",
      "種類", "種別", "区分",
    ],
    .format: [
      "format", "mode", "meeting format", "modalité", "formato", "modalidade", "modalidad", "形式",
      "開催形式", "開催方法", "durchführung",
    ],
    .status: [
      "status", "statut", "état", "situação", "situación", "stand", "estado del evento", "状態",
      "状況", "ステータス", "実施状況",
    ],
    .involvement: [
      "involvement", "our role", "role", "rôle", "notre rôle", "papel", "beteiligung", "rolle",
      "関与", "役割", "主催区分",
    ],
    .attendance: [
      "participants", "attendance", "attendees", "attended", "total", "headcount", "people",
      "total attendance", "number of participants", "participant", "nb participants",
      "nombre de participants", "présents", "effectif", "effectifs", "participantes",
      "número de participantes", "total de participantes", "presentes", "presenças", "público",
      "asistentes", "asistencia", "número de asistentes", "teilnehmer", "teilnehmende", "anzahl",
      "teilnehmerzahl", "anzahl teilnehmer", "gesamt", "summe", "参加者数", "参加人数", "人数",
      "合計", "参加者", "計",
    ],
    .inPerson: [
      "in person", "in-person", "onsite", "on site", "in room", "face to face", "présentiel",
      "en présentiel", "sur place", "presencial", "presenciais", "presenciales", "vor ort",
      "präsenz", "対面", "現地", "会場参加", "来場者数", "会場参加者数",
    ],
    .online: [
      "online", "remote", "virtual", "en ligne", "distanciel", "à distance", "on-line", "en línea",
      "virtuales", "remoto", "オンライン", "zoom", "オンライン参加者数",
    ],
    .attendanceSource: [
      "source", "how counted", "counted by", "source du chiffre", "fonte", "fuente", "quelle",
      "zählweise", "出典", "集計方法", "根拠",
    ],
    .capacity: [
      "capacity", "seats", "capacité", "jauge", "capacidade", "lotação", "capacidad", "aforo",
      "kapazität", "plätze", "定員",
    ],
    .languages: [
      "language", "languages", "langue", "langues", "idioma", "idiomas", "língua", "línguas",
      "sprache", "sprachen", "言語", "使用言語",
    ],
    .topics: [
      "topic", "topics", "theme", "themes", "subject", "thème", "thèmes", "thématique", "sujet",
      "tema", "temas", "assunto", "thema", "themen", "テーマ", "議題", "主題", "話題",
    ],
    .partners: [
      "partner", "partners", "partner organisation", "organisation", "host", "partenaire",
      "partenaires", "parceiro", "parceiros", "socios", "entidad colaboradora", "aliados",
      "kooperationspartner", "träger", "協力団体", "共催", "連携団体", "パートナー",
    ],
    .facilitators: [
      "facilitator", "facilitators", "lead", "animateur", "animatrice", "animation", "facilitador",
      "facilitadora", "mediador", "moderation", "moderator", "moderatorin", "ファシリテーター",
      "進行役", "司会", "担当",
    ],
    .series: ["series", "cycle", "série", "serie", "ciclo", "reihe", "シリーズ"],
    .summary: [
      "summary", "what was heard", "outcome", "outcomes", "résumé", "synthèse", "compte rendu",
      "resumo", "síntese", "resumen", "zusammenfassung", "ergebnis", "要約", "概要", "まとめ",
    ],
    .notes: [
      "notes", "note", "comments", "comment", "remarks", "remarques", "commentaires",
      "observations", "observações", "notas", "comentários", "observaciones", "comentarios",
      "notizen", "bemerkungen", "anmerkungen", "kommentar", "備考", "メモ", "注記", "コメント",
    ],
    .leaveOut: [
      "e-mail", "email", "mail", "phone", "telephone", "contact", "contact person", "courriel",
      "téléphone", "telefone", "teléfono", "telefon", "contacto", "contato", "kontakt",
      "ansprechpartner", "メール", "電話", "連絡先", "担当者",
    ],
  ]
}
