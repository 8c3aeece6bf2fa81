import Foundation
import HeardInsight
import Testing

@Suite struct FoldedTests {
  @Test(arguments: [
    ("Sao", "São Paulo"), ("ETE", "un été"), ("été", "UN ETE"), ("e\u{301}te", "été"),
    ("lyon", "ＬＹＯＮ"), ("ＬＹＯＮ", "lyon"), ("ガス", "ｶﾞｽ"), ("ｶﾞｽ", "ガス"), ("パン", "ﾊﾟﾝ"),
    ("大阪", "第五回大阪の会"), ("が", "か\u{3099}っこう"), ("strasse", "Straße"), ("Straße", "STRASSE"),
    ("oeuvre", "œuvre"), ("lodz", "Łódź"), ("Αθηνα", "Αθήνα"), ("й", "Й"), ("2024", "２０２４年"),
    ("l'ete", "l’été"), ("a b", "a\u{3000}b"), ("", "x"), ("Viet", "Việt Nam"), ("🙂", "a🙂b"),
    ("fi", "ﬁn"), ("ヴ", "ｳﾞ"),
  ])
  func `case, accents and width make no difference`(needle: String, text: String) {
    #expect(Folded(text).contains(Folded(needle)))
  }

  @Test(arguments: [
    ("か", "が"), ("が", "か"), ("は", "ぱ"), ("ば", "ぱ"), ("カ", "ガ"), ("カ", "ｶﾞ"), ("か", "か\u{3099}"),
    ("か", "カ"), ("大坂", "大阪"), ("saop", "São Paulo"), ("x", ""), ("lyonx", "lyon"), ("a", "あ"),
  ])
  func `other letters are other letters, and voicing marks make one`(needle: String, text: String) {
    #expect(!Folded(text).contains(Folded(needle)))
  }

  @Test func `nothing is found across two fields`() {
    let folded = Folded(fields: ["Lyon", "care"])
    #expect(folded.contains(Folded("lyon")) && folded.contains(Folded("care")))
    #expect(!folded.contains(Folded("lyon care")) && !folded.contains(Folded("loncare")))
    #expect(!folded.contains(Folded("n\0c")))
  }

  @Test func `every place of every text is found`() {
    let text = "Dialogue à Évry: Straße, ﬁn, 東京の会、ｶﾞｽ 🙂 e\u{301}"
    for start in text.indices {
      for end in text.indices where end > start {
        #expect(Folded(text).contains(Folded(String(text[start..<end]))), "\(text[start..<end])")
      }
    }
  }

  @Test func `titles stand in the order of their language, numbers as numbers`() {
    let words = ["zoo", "été", "Émile", "eau", "ete", "Room 10", "Room 9"]
    let order = words.sorted(by: Collation(Locale(identifier: "fr")).isBefore)
    #expect(order == ["eau", "Émile", "ete", "été", "Room 9", "Room 10", "zoo"])
    #expect(Collation(Locale(identifier: "sv")).isBefore("zebra", "ö"))
    #expect(Collation(Locale(identifier: "de")).isBefore("ö", "zebra"))
  }

  @Test(arguments: ["en", "fr", "es", "ja", "pt_BR"])
  func `texts stand as Foundation compares them, without a comparison of two`(name: String) {
    let locale = Locale(identifier: name)
    let texts = [
      "Lyon 2", "lyon 10", "Lyon-10", "Lyon 02", "Élan", "elan", "eland", "côte", "cote", "coté",
      "co-op", "coop", "co op", "大阪", "東京", "とうきょう", "トウキョウ", "(x)", "x", "_y", "100", "99",
      "9a", "A10", "a2", "Æon", "– dash", "’x", "P-12", "P-9", "3,5", "3,10", "Ñandú", "nz", "がき",
      "かき", "ガキ", "ａｂｃ", "abc", String(repeating: "é", count: 2_000),
    ]
    let collation = Collation(locale)
    let ranks = collation.ranks(texts)
    for (a, first) in texts.enumerated() {
      for (b, second) in texts.enumerated() {
        let order = first.compare(
          second, options: [.caseInsensitive, .numeric], range: nil, locale: locale)
        #expect(collation.isBefore(first, second) == (order == .orderedAscending))
        if order == .orderedAscending { #expect(ranks[a] < ranks[b], "\(first), \(second)") }
      }
    }
    #expect(collation.ranks(["b", "", "a", "b"]) == [1, 2, 0, 1])
  }

  @Test(arguments: [
    ("Lyon Dialogue sur le handicap", "lynhandi", true), ("Attendance", "attnd", true),
    ("Lyon Dialogue", "yon", false), ("Lyon", "lyn", false), ("Tucson planning", "lynhandi", false),
    ("Attendance", "tendnc", false), ("a b c d e f", "abcdef", false), ("", "abcd", false),
  ])
  func `letters are found in their order where they stand in few pieces from a word on`(
    text: String, letters: String, isFound: Bool
  ) {
    #expect(Folded(text).holdsLetters(of: Folded(letters)) == isFound)
  }
}
