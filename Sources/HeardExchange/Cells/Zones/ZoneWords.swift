import Foundation
import HeardInsight
import HeardModel

/// Zones as people write them: names of IANA, `Central Time`, `CET`, `heure de Paris`, 日本時間.
enum ZoneWords {
  /// What words for a zone mean in a country.
  enum Answer: Hashable {
    /// One zone.
    case zone(ZoneName)
    /// So many seconds east of UTC, whatever the country.
    case offset(Int)
    /// The time of the place, which says nothing more.
    case local
    /// No zone, or one of several.
    case unknown
  }

  /// What words mean for an event; `here` is the zone of its place, where that is known.
  static func answer(
    _ text: String, in country: CountryCode?, here: ZoneName?, _ zones: CountryZones
  ) -> Answer {
    let text = plain(text)
    if localTime.contains(text) { return .local }
    if let name = iana(text) { return .zone(name) }
    if let seconds = WrittenZone.offset(text) { return .offset(seconds) }
    if let inner = bracketed(text) {
      let answers = inner.map { answer($0, in: country, here: here, zones) }
      // `(UTC-06:00) Central Time`: the name says more than its offset.
      if let zone = answers.first(where: { if case .zone = $0 { true } else { false } }) {
        return zone
      }
    }
    let names = candidates(text, in: country, zones)
    if let here, names.contains(here) { return .zone(here) }
    if names.count == 1, let only = names.first { return .zone(only) }
    return names.isEmpty && text == "gmt" ? .offset(0) : .unknown
  }

  /// Whether a folded text beside a time is a zone in any country.
  static func areZone(_ text: String) -> Bool {
    let text = plain(text)
    return localTime.contains(text) || iana(text) != nil || known.contains(text)
      || standards[text] != nil || city(text) != nil
  }

  private static func plain(_ text: String) -> String {
    SheetCell.folded(text).replacing("’", with: "'").replacing("standard time", with: "time")
      .replacing("daylight time", with: "time").replacing("us & canada", with: "")
      .replacing(" time zone", with: " time").replacing(".", with: "").trimmingBlanks
  }

  /// The parts of `(UTC-06:00) Central Time` and `Central Time (CST)`.
  private static func bracketed(_ text: String) -> [String]? {
    let parts = text.split { "()[]".contains($0) }.map { String($0).trimmingBlanks }
      .filter { !$0.isEmpty }
    return parts.count > 1 || parts.first != text ? parts : nil
  }

  /// A name of IANA in whatever case, also with words around it.
  private static func iana(_ text: String) -> ZoneName? {
    text.split { !($0.isLetter || $0.isNumber || "/_-+".contains($0)) }
      .lazy.compactMap { identifiers[String($0)] }.first
  }

  private static let identifiers: [String: ZoneName] = {
    var names: [String: ZoneName] = [:]
    for name in TimeZone.knownTimeZoneIdentifiers where name.contains("/") {
      names[name.lowercased()] = ZoneName(stored: name)
    }
    // Names of earlier, which many programs still write.
    for line in older.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if names[words[0]] == nil { names[words[0]] = ZoneName(stored: words[1]) }
    }
    return names
  }()

  private static let older = """
    us/eastern America/New_York
    us/central America/Chicago
    us/mountain America/Denver
    us/pacific America/Los_Angeles
    us/arizona America/Phoenix
    us/alaska America/Anchorage
    us/hawaii Pacific/Honolulu
    canada/eastern America/Toronto
    canada/central America/Winnipeg
    canada/mountain America/Edmonton
    canada/pacific America/Vancouver
    canada/atlantic America/Halifax
    canada/newfoundland America/St_Johns
    brazil/east America/Sao_Paulo
    brazil/west America/Manaus
    australia/act Australia/Sydney
    australia/nsw Australia/Sydney
    australia/victoria Australia/Melbourne
    australia/queensland Australia/Brisbane
    asia/calcutta Asia/Kolkata
    """
}

// Words that depend on the country.
extension ZoneWords {
  private static func candidates(
    _ text: String, in country: CountryCode?, _ zones: CountryZones
  ) -> [ZoneName] {
    guard let country else { return [] }
    if let names = families[country.stored]?[text] { return names }
    let all = zones.all(of: country)
    if let standard = standards[text] {
      return all.count == 1 && all.allSatisfy { standard.contains(standardOffset($0)) } ? all : []
    }
    guard let city = city(text) else { return [] }
    if let zone = PlaceZones.zone(ofTown: city, in: country) { return [zone] }
    if CountryNames.country(city) == country { return all.count == 1 ? all : [] }
    return all.filter { zone in
      SheetCell.folded(zone.stored.split(separator: "/").last.map(String.init) ?? "")
        .replacing("_", with: " ") == city
    }
  }

  /// The town or country of `heure de Paris`, `Chicago time`, 日本時間.
  private static func city(_ text: String) -> String? {
    for before in [
      "heure de la ", "heure de l'", "heure du ", "heure de ", "hora de ", "hora del ",
      "horario de ", "horario da ", "hora da ", "hora do ", "zeit in ", "ortszeit ", "time in ",
    ]
    where text.hasPrefix(before) {
      return String(text.dropFirst(before.count))
    }
    for behind in [" local time", " time", "er zeit", " zeit", "時間", "標準時"]
    where text.hasSuffix(behind) && text.count > behind.count {
      return String(text.dropLast(behind.count))
    }
    return nil
  }

  private static func standardOffset(_ zone: ZoneName) -> Int {
    guard let clock = ZoneClock(zone) else { return .max }
    let offsets = [1, 7].compactMap { CalendarDay(year: 2024, month: $0, day: 15) }
      .map { clock.offset(at: Moment(seconds: $0.dayNumber * 86_400)) }
    return offsets.min() ?? .max
  }

  /// Words that mean the only zone of a country, where its clocks go by them; by hours in winter.
  private static let standards: [String: [Int]] = words(
    """
    0|wet,west,western european time,heure d'europe occidentale,hora de europa occidental
    0|westeuropaische zeit
    0|gmt,bst,british summer time,british time,uk time,greenwich mean time,gmt time,hora de lisboa
    1|cet,cest,central european time,central european summer time,mez,mesz,mitteleuropaische zeit
    1|mitteleuropaische sommerzeit,heure d'europe centrale,heure normale d'europe centrale,hnec,heec
    1|hora central europea,hora de europa central,hora da europa central,中央ヨーロッパ時間
    1|romance time,heure francaise,french time,hora peninsular,hora espanola,w europe time
    1|central europe time,central european
    2|eet,eest,eastern european time,osteuropaische zeit,heure d'europe orientale,oez,oesz
    3|msk,moscow time,eat,east africa time
    5.5|ist,india time,indian time
    8|cst,china time,sgt,hkt,pht
    9|jst,japan time,kst,korea time,日本標準時,日本時間
    """)

  private static func words(_ table: String) -> [String: [Int]] {
    var words: [String: [Int]] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|")
      guard let hours = Double(parts[0]) else { continue }
      for word in parts[1].split(separator: ",") {
        words[SheetCell.folded(String(word)), default: []].append(Int(hours * 3600))
      }
    }
    return words
  }

  private static let localTime = Set(
    [
      "local", "local time", "heure locale", "hora local", "horário local", "ortszeit",
      "lokale zeit", "現地時間", "現地時刻",
    ].map(SheetCell.folded))

  private static let known: Set<String> = Set(families.values.flatMap(\.keys) + ["gmt"])
}

// Countries with several zones: names of CLDR and what people write, by the zones of IANA.
extension ZoneWords {
  private static let families: [String: [String: [ZoneName]]] = {
    var families: [String: [String: [ZoneName]]] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      let names = parts[1].split(separator: " ").compactMap { ZoneName(stored: String($0)) }
      for word in parts[2].split(separator: ",") {
        families[parts[0], default: [:]][SheetCell.folded(String(word))] = names
      }
    }
    return families
  }()

  private static let table = """
    US|America/New_York|eastern,eastern time,et,est,edt,東部時間,東部標準時,heure de l'est,hora del este
    US|America/New_York|hora do leste
    US|America/Chicago|central,central time,ct,cst,cdt,中部時間,中部標準時,heure du centre,hora del centro
    US|America/Denver|mountain,mountain time,mt,mdt,山岳部時間,heure des rocheuses,hora de la montaña
    US|America/Denver America/Phoenix|mst
    US|America/Phoenix|arizona time,arizona,us mountain time
    US|America/Los_Angeles|pacific,pacific time,pt,pst,pdt,太平洋時間,太平洋標準時,heure du pacifique
    US|America/Los_Angeles|hora del pacifico
    US|America/Anchorage|alaska time,alaskan time,akst,akdt,akt
    US|Pacific/Honolulu|hawaii time,hawaiian time,hst,hawaii-aleutian time
    CA|America/Toronto|eastern,eastern time,et,est,edt,hne,hae,heure de l'est,東部時間
    CA|America/Winnipeg|central,central time,ct,cdt,hac,heure du centre,中部時間
    CA|America/Winnipeg America/Regina|cst,hnc
    CA|America/Regina|saskatchewan time,canada central time
    CA|America/Edmonton|mountain,mountain time,mt,mdt,har,heure des rocheuses
    CA|America/Edmonton America/Whitehorse|mst,hnr
    CA|America/Whitehorse|yukon time
    CA|America/Vancouver|pacific,pacific time,pt,pst,pdt,hnp,hap,heure du pacifique,太平洋時間
    CA|America/Halifax|atlantic,atlantic time,at,ast,adt,hna,haa,heure de l'atlantique
    CA|America/St_Johns|newfoundland,newfoundland time,nst,ndt,hnt,hat,heure de terre-neuve
    MX|America/Mexico_City|central,central time,ct,cst,tiempo del centro,hora del centro,zona centro
    MX|America/Mexico_City|hora central,central time mexico
    MX|America/Mazatlan America/Hermosillo|mst,mountain time
    MX|America/Mazatlan America/Tijuana|pacific time,pacific,tiempo del pacifico,hora del pacifico
    MX|America/Mazatlan|zona pacifico,mountain time mexico
    MX|America/Tijuana|pst,pdt,zona noroeste,hora del noroeste,tiempo del noroeste
    MX|America/Cancun|est,eastern time,zona sureste,hora del sureste,tiempo del sureste
    MX|America/Cancun|eastern time mexico
    BR|America/Sao_Paulo|brt,brst,horario de brasilia,hora de brasilia,brasilia time,brasilia
    BR|America/Sao_Paulo|e south america time,ブラジリア時間
    BR|America/Manaus America/Cuiaba America/Campo_Grande America/Porto_Velho America/Boa_Vista|amt
    BR|America/Manaus America/Cuiaba America/Campo_Grande America/Porto_Velho America/Boa_Vista|horario do amazonas
    BR|America/Manaus America/Cuiaba America/Campo_Grande America/Porto_Velho America/Boa_Vista|amazon time
    BR|America/Manaus America/Cuiaba America/Campo_Grande America/Porto_Velho America/Boa_Vista|hora do amazonas
    BR|America/Rio_Branco America/Eirunepe|act,horario do acre,hora do acre,acre time
    BR|America/Noronha|fnt,horario de fernando de noronha,fernando de noronha time
    AU|Australia/Sydney|aedt,aus eastern time
    AU|Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart|aest,aet,eastern
    AU|Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart|eastern time,est
    AU|Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart|australian eastern time
    AU|Australia/Brisbane|queensland time,e australia time
    AU|Australia/Adelaide|acdt,cen australia time
    AU|Australia/Adelaide Australia/Darwin|acst,act,central,central time,cst,australian central time
    AU|Australia/Perth|awst,western time,australian western time,w australia time,wst
    """
}

extension String {
  /// The text without spaces and commas around it.
  var trimmingBlanks: String { trimmingCharacters(in: CharacterSet(charactersIn: " ,;")) }
}
