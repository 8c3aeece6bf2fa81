import HeardModel

/// What single words in cells mean: the fixed values in six languages, and what a programme adds.
public struct CellWords: Sendable {
  /// The words that hold everywhere, made once.
  static let standard = CellWords()

  private var values: [String: [String: String]] = [:]

  /// The words that hold everywhere.
  public init() {
    for (field, meanings) in Self.fixed {
      for (value, words) in meanings {
        for word in words + [value] { add(word, meaning: value, for: field) }
      }
    }
    for (field, meanings) in Self.ofPeople {
      for (value, words) in meanings {
        for word in words + [value] { add(word, meaning: value, for: field) }
      }
    }
  }

  /// Adds a word, as the label of a code or the name of an organisation.
  public mutating func add(_ word: String, meaning value: String, for field: some ImportField) {
    let folded = SheetCell.folded(word)
    if !folded.isEmpty { values[Self.key(field), default: [:]][folded] = value }
  }

  /// Events and people have fields of the same name, and other words for them.
  private static func key<Field: ImportField>(_ field: Field) -> String {
    "\(Field.subject).\(field.rawValue)"
  }

  /// The value that a whole cell means; nil where it is no known word.
  func value(_ text: String, for field: some ImportField) -> String? {
    let known = values[Self.key(field)] ?? [:]
    return known[SheetCell.folded(text)]
      ?? known[SheetCell.tokens(text).joined(separator: " ")]
      ?? (Self.areLanguages(field) ? LanguageNames.tag(text)?.stored : nil)
  }

  /// Whether a field holds languages, of which more are known than a programme offers.
  private static func areLanguages(_ field: some ImportField) -> Bool {
    field.rawValue == EventImportField.languages.rawValue
      || field.rawValue == PersonImportField.language.rawValue
  }

  /// The values that a cell of several means, and the parts that are no known words.
  func values(_ text: String, for field: some ImportField) -> (known: [String], other: [String]) {
    if let whole = value(text, for: field) { return ([whole], []) }
    var known: [String] = []
    var other: [String] = []
    for part in SheetCell.parts(text) where !SheetCell.saysNothing(part) {
      if let value = value(part, for: field) {
        if !known.contains(value) { known.append(value) }
      } else if Self.areLanguages(field), let tags = LanguageNames.tags(part) {
        known += tags.map(\.stored).filter { !known.contains($0) }
      } else {
        other.append(part)
      }
    }
    return (known, other)
  }

  private static let fixed: [EventImportField: [(String, [String])]] = [
    .status: [
      (
        EventStatus.held.stored,
        [
          "done", "completed", "took place", "happened", "réalisé", "réalisée", "tenu", "tenue",
          "effectué", "effectuée", "terminé", "terminée", "realizado", "realizada", "concluído",
          "concluída", "celebrado", "celebrada", "durchgeführt", "stattgefunden", "abgeschlossen",
          "erledigt", "開催済", "開催済み", "実施済", "実施済み", "終了", "完了",
        ]
      ),
      (
        EventStatus.planned.stored,
        [
          "scheduled", "upcoming", "prévu", "prévue", "planifié", "planifiée", "à venir",
          "planejado", "planejada", "planeado", "planeada", "previsto", "prevista", "agendado",
          "agendada", "programado", "programada", "geplant", "予定", "計画中", "開催予定",
        ]
      ),
      (
        EventStatus.confirmed.stored,
        ["confirmé", "confirmée", "confirmado", "confirmada", "bestätigt", "確定", "決定"]
      ),
      (
        EventStatus.cancelled.stored,
        [
          "canceled", "called off", "annulé", "annulée", "cancelado", "cancelada", "abgesagt",
          "entfallen", "中止", "取消", "キャンセル",
        ]
      ),
      (
        EventStatus.postponed.stored,
        [
          "moved", "reporté", "reportée", "ajourné", "adiado", "adiada", "aplazado", "aplazada",
          "pospuesto", "pospuesta", "verschoben", "延期",
        ]
      ),
    ],
    .format: [
      (
        EventFormat.inPerson.stored,
        [
          "in person", "in-person", "onsite", "on site", "face to face", "f2f", "physical",
          "présentiel", "en présentiel", "sur place", "presencial", "vor ort", "präsenz",
          "in präsenz", "対面", "現地", "会場",
        ]
      ),
      (
        EventFormat.online.stored,
        [
          "virtual", "remote", "zoom", "teams", "webinar", "en ligne", "distanciel", "à distance",
          "visio", "on-line", "en línea", "remoto", "オンライン",
        ]
      ),
      (
        EventFormat.hybrid.stored,
        ["mixed", "both", "hybride", "mixte", "híbrido", "misto", "mixto", "ハイブリッド", "併用"]
      ),
    ],
    .involvement: [
      (
        Involvement.organised.stored,
        [
          "organized", "organiser", "own", "organisé", "organisateur", "organizado", "organizador",
          "veranstaltet", "veranstalter", "eigene", "主催",
        ]
      ),
      (
        Involvement.coOrganised.stored,
        [
          "co-organised", "co-organized", "joint", "co-organisé", "coorganisé", "coorganizado",
          "gemeinsam", "mitveranstaltet", "共催",
        ]
      ),
      (
        Involvement.participated.stored,
        [
          "took part", "guest", "participé", "participation", "participou", "participó",
          "participado", "teilgenommen", "teilnahme", "参加",
        ]
      ),
    ],
    .attendanceSource: [
      (
        AttendanceSource.counted.stored,
        [
          "count", "door count", "counted at the door", "compté", "comptage", "contado", "contagem",
          "conteo", "gezählt", "zählung", "実数", "計数",
        ]
      ),
      (
        AttendanceSource.reported.stored,
        ["told", "host", "déclaré", "rapporté", "informado", "reportado", "gemeldet", "報告"]
      ),
      (
        AttendanceSource.estimated.stored,
        [
          "estimate", "guess", "estimé", "estimation", "estimado", "estimativa", "estimación",
          "geschätzt", "schätzung", "概数", "推定", "目測",
        ]
      ),
    ],
  ]
}
