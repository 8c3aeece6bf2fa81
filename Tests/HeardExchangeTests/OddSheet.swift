/// A sheet of 65 invented events as a coordinator has it, with every fault that people make.
enum OddSheet {
  /// The lines of the file, with CRLF between them.
  static var text: String {
    let head = [
      "Programme d’écoute ; tableau de suivi;;;;;;;;;;;", ";;;;;;;;;;;;",
      "Réf.;Date;Pays;Ville;Intitulé;Statut;Présentiel;En ligne;Total;Thème;Remarques;Remarques;Courriel",
    ]
    return (head + good + odd + tail).joined(separator: "\r\n") + "\r\n"
  }

  /// How many rows are events.
  static let events = 65
  /// How many of them have to be looked at.
  static let doubtful = 15

  /// What a person types to correct a row: the event's own code, the column, the words.
  static let mends: [(reference: String, column: String, text: String)] = [
    ("EV-051", "Date", "29/02/2024"), ("EV-052", "Date", "03/06/2024"),
    ("EV-053", "Pays", "Mexique"),
    ("EV-054", "Présentiel", "84"), ("EV-055", "Présentiel", "12"), ("EV-056", "Présentiel", ""),
    ("EV-057", "Statut", "réalisé"), ("EV-058", "Total", "20"), ("EV-059", "Présentiel", ""),
    ("EV-061", "Intitulé", "Soirée d’écoute"),
  ]

  private static let countries = [
    "France", "FR", "Brasil", "日本", "UK", "USA", "Deutschland", "México",
  ]

  private static var good: [String] {
    (1...50).map { number in
      let date =
        switch number % 5 {
        case 0: "\(number % 28 + 1)/\(number % 12 + 1)/2023"
        case 1: "2023-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)-15"
        case 2: "\(number % 28 + 1) juin 2023"
        case 3: "13/02/2024"
        default: "2023年\(number % 12 + 1)月7日"
        }
      let count = ["40", "~40", "env. 40", "1 040", "n/a"][number % 5]
      let note = number % 7 == 0 ? "\"une note ; avec\r\nun saut de ligne\"" : ""
      return row(
        number, date, countries[number % countries.count], "Ville \(number)", "Écoute n° \(number)",
        number % 5 == 4 ? "prévu" : "réalisé", count, "", "", "sommeil", note)
    }
  }

  private static let odd: [String] = [
    row(51, "30/02/2024", "FR", "Metz", "Jour qui n’existe pas", "réalisé", "12"),
    row(52, "au printemps", "FR", "Metz", "Sans jour", "réalisé", "12"),
    row(53, "15/03/2024", "Atlantide", "", "Sous l’eau", "réalisé", "12"),
    row(54, "16/03/2024", "FR", "Nice", "Avec une note", "réalisé", "84 (51 fiches)"),
    row(55, "17/03/2024", "FR", "Nice", "Entre deux", "réalisé", "12-15"),
    row(56, "18/03/2024", "FR", "Nice", "Un mot pour un nombre", "réalisé", "annulé"),
    row(57, "19/03/2024", "FR", "Nice", "Un état inconnu", "peut-être", ""),
    row(58, "20/03/2024", "FR", "Nice", "Des sommes fausses", "réalisé", "10", "10", "25"),
    row(59, "21/03/2024", "FR", "Nice", "Annulé avec du monde", "annulé", "12"),
    row(60, "22/03/2024", "FR", "Nice", "Des cellules en trop", "réalisé", "12")
      + ";;;;;de trop;encore",
    row(61, "23/03/2024", "FR", "Nice", "", "réalisé", "12"),
    row(62, "24/03/2024", "FR", "Nice", "\"Guillemet ouvert", "réalisé", "12"),
    row(63, "45388", "FR", "Nice", "Le nombre d’un jour", "réalisé", "12"),
    row(64, "28/05/2024", "France", "Lyon", "Dialogue on disability", "réalisé", "84"),
    row(
      65, "26/03/1924", "FR", "Nice", String(repeating: "Un très long titre ", count: 200), "prévu",
      ""),
  ]

  private static let tail = [";;;;;;;;;;;;", "Total;;;;;;1 234;34;1 268;;;;"]

  private static func row(
    _ number: Int, _ date: String, _ country: String, _ place: String, _ title: String,
    _ status: String, _ inPerson: String, _ online: String = "", _ total: String = "",
    _ topic: String = "", _ note: String = ""
  ) -> String {
    let code = "EV-0\(number < 10 ? "0" : "")\(number)"
    return [
      code, date, country, place, title, status, inPerson, online, total, topic, note, "",
      "personne@example.org",
    ].joined(separator: ";")
  }
}
