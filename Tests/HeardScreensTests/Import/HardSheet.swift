/// A sheet of 65 invented events as a coordinator has it, in Latin-1, with every fault of people.
enum HardSheet {
  /// The text of the file, with CRLF between its lines, for a machine of the driver.
  static var latin: String { Driver.latin + text }

  static let events = 65
  /// How many of them have to be looked at.
  static let doubtful = 15

  /// What is typed for each doubtful row in turn; nil where it is left for later.
  static let mends: [String?] = [
    "29/02/2024", "03/06/2024", "Mexique", "84", "12", "", "réalisé", "20", "", nil, "Soirée", nil,
    nil, nil, nil,
  ]

  static var text: String {
    let head = [
      "Programme d’écoute ; suivi;;;;;;;;;;;", ";;;;;;;;;;;;",
      "Réf.;Date;Pays;Ville;Intitulé;Statut;Présentiel;En ligne;Total;Remarques;Remarques;Courriel",
    ].map { $0.replacing("’", with: "'") }
    let tail = [";;;;;;;;;;;", "Total;;;;;;1 234;34;1 268;;;"]
    return (head + good + odd + tail).joined(separator: "\r\n") + "\r\n"
  }

  private static var good: [String] {
    let countries = ["France", "FR", "Brasil", "Japon", "UK", "USA", "Deutschland", "México"]
    return (1...50).map { number in
      let dates = [
        "\(number % 28 + 1)/\(number % 12 + 1)/2023", "2023-10-\(number % 18 + 10)",
        "\(number % 28 + 1) juin 2023", "13/02/2024", "\(number % 28 + 1).3.2023",
      ]
      let counts = ["40", "~40", "env. 40", "1 040", "n/a"]
      let note = number % 7 == 0 ? "\"une note ; avec\r\nun saut de ligne\"" : ""
      return row(
        number, dates[number % 5], countries[number % 8], "Écoute n° \(number)",
        number % 5 == 4 ? "prévu" : "réalisé", counts[number % 5], note: note)
    }
  }

  private static let odd = [
    row(51, "30/02/2024", "FR", "Jour faux", "réalisé", "12"),
    row(52, "au printemps", "FR", "Sans jour", "réalisé", "12"),
    row(53, "15/03/2024", "Atlantide", "Sous les eaux", "réalisé", "12"),
    row(54, "16/03/2024", "FR", "Avec une note", "réalisé", "84 (51 fiches)"),
    row(55, "17/03/2024", "FR", "Entre deux", "réalisé", "12-15"),
    row(56, "18/03/2024", "FR", "Un mot", "réalisé", "pas compté"),
    row(57, "19/03/2024", "FR", "État inconnu", "peut-être", ""),
    row(58, "20/03/2024", "FR", "Sommes fausses", "réalisé", "10", online: "10", total: "25"),
    row(59, "21/03/2024", "FR", "Annulé", "annulé", "12"),
    row(60, "22/03/2024", "FR", "Cellules en trop", "réalisé", "12") + ";de trop;encore",
    row(61, "23/03/2024", "FR", "", "réalisé", "12"),
    row(62, "24/03/2024", "FR", "\"Guillemet ouvert", "réalisé", "12"),
    row(63, "45388", "FR", "Le nombre d'un jour", "réalisé", "12"),
    row(64, "28/05/2024", "France", "Dialogue on disability", "réalisé", "84"),
    row(65, "26/03/1924", "FR", String(repeating: "Un très long titre ", count: 200), "prévu", ""),
  ]

  private static func row(
    _ number: Int, _ date: String, _ country: String, _ title: String, _ status: String,
    _ inPerson: String, online: String = "", total: String = "", note: String = ""
  ) -> String {
    let reference = "EV-\(number < 10 ? "00" : "0")\(number)"
    return [
      reference, date, country, "Ville \(number)", title, status, inPerson, online, total, note, "",
      "a\(number)@example.org",
    ].joined(separator: ";")
  }
}
