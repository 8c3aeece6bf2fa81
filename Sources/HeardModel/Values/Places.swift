/// A country by its ISO 3166-1 alpha-2 code, as `GB`.
public struct CountryCode: Hashable, Comparable, Sendable, StoredText {
  /// Two capital letters.
  public let stored: String

  /// Takes a code that ISO 3166-1 assigns; nil for every other, and for lower case.
  public init?(stored text: String) {
    guard Self.assigned.contains(text) else { return nil }
    stored = text
  }

  /// Orders countries by their codes.
  public static func < (a: Self, b: Self) -> Bool { a.stored < b.stored }

  /// All codes in their order.
  public static let all: [CountryCode] = assigned.sorted().compactMap(CountryCode.init(stored:))

  /// The ten countries of the programme, in the order in which they joined.
  public static let programmeCountries: [CountryCode] =
    ["BR", "FR", "JP", "GB", "US", "AU", "CA", "DE", "MX", "ES"]
    .compactMap(CountryCode.init(stored:))

  private static let assigned = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """
    .split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

/// A language by its BCP 47 tag, as `pt-BR`; also signed languages, as `fsl`.
public struct LanguageTag: Hashable, Comparable, Sendable, StoredText {
  /// The tag as given.
  public let stored: String

  /// Takes a tag of two to eight letters, then parts of letters and digits joined by hyphens.
  public init?(stored text: String) {
    guard text.utf8.count <= 35 else { return nil }
    var isFirst = true
    var length = 0
    var isWhole: Bool { length >= (isFirst ? 2 : 1) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") && isWhole {
        (isFirst, length) = (false, 0)
      } else if length < 8 && (byte.isLetter || (!isFirst && byte.isDigit)) {
        length += 1
      } else {
        return nil
      }
    }
    guard isWhole else { return nil }
    stored = text
  }

  init(unchecked text: String) { stored = text }

  /// The language without its region: `pt` of `pt-BR`.
  public var base: String { String(stored.prefix { $0 != "-" }).lowercased() }

  /// Orders languages by their tags.
  public static func < (a: Self, b: Self) -> Bool { a.stored < b.stored }
}

/// A time zone by its IANA name, as `America/Sao_Paulo`.
public struct ZoneName: Hashable, Comparable, Sendable, StoredText {
  /// The name as given.
  public let stored: String

  /// Takes a name of the form that IANA uses; whether the machine knows it is asked elsewhere.
  public init?(stored text: String) {
    guard (1...64).contains(text.utf8.count), let first = text.first, first.isLetter,
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "/_+-".contains($0)) })
    else { return nil }
    stored = text
  }

  /// Orders zones by their names.
  public static func < (a: Self, b: Self) -> Bool { a.stored < b.stored }
}
