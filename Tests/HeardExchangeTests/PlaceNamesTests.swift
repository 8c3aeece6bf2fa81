import Foundation
import HeardExchange
import HeardModel
import Testing

/// Countries and languages as people write them in six languages.
@Suite struct PlaceNamesTests {
  private static let countries: [(String, String)] = [
    ("China", "CN"), ("Chine", "CN"), ("中国", "CN"), ("Volksrepublik China", "CN"),
    ("Turkey", "TR"), ("Türkiye", "TR"), ("Turquie", "TR"), ("Ivory Coast", "CI"),
    ("Côte d'Ivoire", "CI"), ("Elfenbeinküste", "CI"), ("Costa do Marfim", "CI"),
    ("Republic of Korea", "KR"), ("Korea, Republic of", "KR"), ("South Korea", "KR"),
    ("Korea (South)", "KR"), ("韓国", "KR"), ("大韓民国", "KR"), ("North Korea", "KP"),
    ("Royaume Uni", "GB"), ("Etats Unis", "US"), ("Estados Unidos", "US"),
    ("The Netherlands", "NL"), ("Pays Bas", "NL"), ("Holanda", "NL"), ("日本国", "JP"),
    ("Bosnia and Herzegovina", "BA"), ("Bosnie Herzégovine", "BA"), ("Cape Verde", "CV"),
    ("Burma", "MM"), ("Swaziland", "SZ"), ("Czech Republic", "CZ"), ("Macedonia", "MK"),
    ("East Timor", "TL"), ("República Federativa do Brasil", "BR"), ("UAE", "AE"), ("PHL", "PH"),
    ("Bundesrepublik Deutschland", "DE"), ("Russian Federation", "RU"), ("Saint Lucia", "LC"),
    ("St. Lucia", "LC"), ("Democratic Republic of Congo", "CD"), ("Congo-Brazzaville", "CG"),
    ("Palestine", "PS"), ("Hong Kong", "HK"), ("Viet Nam", "VN"), ("Tunesien", "TN"),
    ("スペイン", "ES"), ("Suíça", "CH"), ("Filipinas", "PH"), ("State of Kuwait", "KW"),
  ]

  @Test(arguments: countries.indices)
  func `a country is known by short, older and official names`(_ index: Int) throws {
    let (text, code) = Self.countries[index]
    let row = try Bench.row(["Country": text])
    #expect(row.event?.country?.stored == code, "\(text)")
    #expect(row.doubts.isEmpty && row.event?.region.isEmpty ?? false)
  }

  @Test(arguments: ["en", "fr", "ja", "pt", "de", "es"])
  func `every country is known by the name that the machine has`(_ language: String) throws {
    let locale = Locale(identifier: language)
    let names = CountryCode.all.compactMap { code in
      locale.localizedString(forRegionCode: code.stored).map { (code, $0) }
    }
    let lines = names.map { "\($0.stored);2024-06-12;\"\($1)\"\n" }.joined()
    let rows = try Bench.work("Title;Date;Country\n" + lines).rows
    for (row, (code, name)) in zip(rows, names) {
      // What two countries share is asked about.
      let isShared = row.doubts == [.countrySeveral(name)]
      #expect(
        row.event?.country == code || (isShared && ["CG", "DM", "MF", "SX"].contains(code.stored)),
        "\(name)")
    }
    #expect(rows.count > 240)
  }

  @Test(arguments: [
    "Congo", "Kongo", "Korea", "Corée", "コンゴ", "RU", "USA / Canada", "UK & Ireland",
    "France, Belgique", "Virgin Islands",
  ])
  func `what can be several countries is doubted with its words`(_ text: String) throws {
    let row = try Bench.row(["Country": text])
    #expect(row.doubts == [.countrySeveral(text)])
    #expect(row.event?.country == nil && row.event?.notes == "Country: \(text)")
  }

  @Test(arguments: [
    "Atlantis", "Online", "EU", "State of Georgia", "Paris, France", "Québec",
  ])
  func `what is no country is doubted with its words`(_ text: String) throws {
    let row = try Bench.row(["Country": text])
    #expect(row.doubts == [.countryUnknown(text)])
    #expect(row.event?.country == nil && row.event?.notes == "Country: \(text)")
  }

  @Test func `an answer of yes or no is no country, and a code in capitals is`() throws {
    let cells = ["France", "Japan", "No", "si", "NO"]
    let lines = cells.map { "A;2024-06-12;\($0)\n" }.joined()
    let rows = try Bench.work("Title;Date;Country\n" + lines).rows
    #expect(rows.map { $0.event?.country?.stored } == ["FR", "JP", nil, nil, "NO"])
    #expect(rows[2].doubts.contains(.countryUnknown("No")))
    #expect(rows[3].doubts.contains(.countryUnknown("si")))
  }

  @Test func `a part of a country is its region where no other stands there`() throws {
    for text in ["Wales", "Escócia", "Nordirland", "スコットランド"] {
      let row = try Bench.row(["Country": text])
      #expect(row.state == .ready)
      #expect(row.event?.country?.stored == "GB" && row.event?.region == text)
    }
    #expect(try Bench.row(["Country": "UK (Wales)"]).event?.region == "Wales")
    #expect(try Bench.row(["Country": "USA (California)"]).event?.region == "California")
    let other = try Bench.row(["Country": "Wales", "Region": "Gwynedd"])
    #expect(other.event?.region == "Gwynedd" && other.event?.notes == "Country: Wales")
    let both = try Bench.row(["Country": "England & Wales"])
    #expect(both.event?.country?.stored == "GB" && both.event?.region == "")
    #expect(both.event?.notes == "Country: England & Wales")
    let more = try Bench.row(["Country": "España (Cataluña)"])
    #expect(more.event?.country?.stored == "ES" && more.event?.region == "")
    #expect(more.event?.notes == "Country: España (Cataluña)")
  }

  private static let languages: [(String, [String])] = [
    ("Arabic", ["ar"]), ("arabe", ["ar"]), ("アラビア語", ["ar"]), ("Arabisch", ["ar"]),
    ("French, Arabic; LSF", ["fr", "ar", "fsl"]), ("fr ar", ["fr", "ar"]),
    ("English and Welsh", ["en", "cy"]), ("français/anglais", ["fr", "en"]),
    ("português e espanhol", ["pt", "es"]), ("Deutsch und Türkisch", ["de", "tr"]),
    ("日本語・英語", ["ja", "en"]), ("pt-BR", ["pt-BR"]), ("Brazilian Portuguese", ["pt-BR"]),
    ("castellano y catalán", ["es", "ca"]), ("Swahili", ["sw"]), ("FRA", ["fr"]),
  ]

  @Test(arguments: languages.indices)
  func `a language is known by its names, whether the programme offers it or not`(_ index: Int)
    throws
  {
    let (text, tags) = Self.languages[index]
    let row = try Bench.row(["Languages": text])
    #expect(row.event?.languages.map(\.stored) == tags, "\(text)")
    #expect(row.state == .ready && row.event?.notes == "")
  }

  @Test func `a word that is no language is doubted, and the others are taken`() throws {
    let row = try Bench.row(["Languages": "fr, Elvish of Lórien"])
    #expect(row.doubts == [.wordUnknown(field: "languages", "Elvish of Lórien")])
    #expect(row.event?.languages.map(\.stored) == ["fr"])
    #expect(row.event?.notes == "Languages: fr, Elvish of Lórien")
  }
}
