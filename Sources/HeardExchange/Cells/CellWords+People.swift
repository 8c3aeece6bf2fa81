import HeardModel

// What single words mean on a sign-in sheet.
extension CellWords {
  static let ofPeople: [PersonImportField: [(String, [String])]] = [
    .status: [
      (
        AttendanceStatus.attended.stored,
        yes + [
          "present", "came", "signed", "signé", "signée", "présent", "présente", "venu", "venue",
          "presente",
          "compareceu", "asistió", "anwesend", "teilgenommen", "出席", "参加",
        ]
      ),
      (
        AttendanceStatus.noShow.stored,
        no + [
          "no-show", "no show", "absent", "absente", "ausente", "faltou", "no asistió", "abwesend",
          "nicht erschienen", "欠席", "不参加",
        ]
      ),
      (
        AttendanceStatus.registered.stored,
        [
          "signed up", "inscrit", "inscrite", "inscrito", "inscrita", "angemeldet", "申込", "登録",
        ]
      ),
      (
        AttendanceStatus.invited.stored,
        ["invité", "invitée", "convidado", "convidada", "invitado", "eingeladen", "招待"]
      ),
      (
        AttendanceStatus.cancelled.stored,
        [
          "canceled", "excused", "excusé", "excusée", "cancelou", "canceló", "abgesagt",
          "entschuldigt", "取消", "キャンセル",
        ]
      ),
    ],
    .presence: [
      (
        Presence.inPerson.stored,
        ["in person", "in-person", "onsite", "présentiel", "presencial", "vor ort", "対面", "会場"]
      ),
      (
        Presence.online.stored,
        ["remote", "en ligne", "distanciel", "on-line", "en línea", "オンライン", "zoom"]
      ),
    ],
    .consentCount: [
      (ConsentState.given.stored, yes + ["agreed", "accord", "d'accord", "同意", "同意する"]),
      (ConsentState.refused.stored, no + ["refus", "refused", "同意しない", "不同意"]),
    ],
  ]

  /// Words and marks that say yes or no and nothing else.
  static let truths = Set((yes + no + ["on", "off", "checked", "unchecked"]).map(SheetCell.folded))

  private static let yes = [
    "yes", "y", "x", "✓", "✔", "1", "true", "oui", "sim", "s", "sí", "si", "ja", "はい", "○", "〇",
  ]
  private static let no = [
    "no", "n", "0", "false", "non", "não", "nao", "nein", "いいえ", "×", "✗",
  ]
}
