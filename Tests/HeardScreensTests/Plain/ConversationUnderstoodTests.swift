import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Answers that are understood from words are said back before the next question.
@Suite struct ConversationUnderstoodTests {
  private func event(_ talk: Talk) -> Event? {
    talk.programme.events.values.first { $0.title == "One evening" }
  }

  @Test func `a date, a country and a town are said back, and stand so when one returns`() {
    var talk = Talk()
    talk.type("new event", "One evening", "fr")
    #expect(talk.said.prefix(2) == ["Country: France (FR)", "Date. Question 3 of 7."])
    talk.type("tomorrow")
    #expect(talk.said.prefix(2) == ["Date: Monday, December 2, 2024", "Place. Question 4 of 7."])
    talk.type("back")
    #expect(talk.said[1] == "Now: 2024-12-02 (Monday, December 2, 2024)")
    talk.type("", "lyon")
    #expect(talk.said[0] == "Place: Lyon, as at 1 event")
  }

  @Test func `a date that can be two is asked, and a number chooses`() {
    var talk = Talk()
    talk.type("new event", "One evening", "", "3/4/2025")
    #expect(talk.said.contains { $0.hasPrefix("! \"3/4/2025\" can be Thursday, April 3, 2025 or") })
    #expect(talk.said.suffix(2) == ["1. Thursday, April 3, 2025", "2. Tuesday, March 4, 2025"])
    talk.type("", "save")
    #expect(event(talk) == nil)
    #expect(talk.said.contains("2. Tuesday, March 4, 2025"), "\(talk.text)")
    talk.type("2")
    #expect(talk.said[0] == "Date: Tuesday, March 4, 2025")
    talk.type("save")
    #expect(event(talk)?.start?.stored == "2025-03-04")
  }

  @Test(arguments: [("US", "Tuesday, March 4, 2025"), ("FR", "Thursday, April 3, 2025")])
  func `the country that is answered later reads the date, and both are said`(
    country: String, day: String
  ) {
    var talk = Talk()
    talk.type("new event", "One evening", "", "3/4/2025", "back", country)
    #expect(talk.said[0].hasSuffix("(\(country))"))
    #expect(talk.said[1].hasPrefix("Date: \(day)"), "\(talk.text)")
    talk.type("save")
    let stored = country == "US" ? "2025-03-04" : "2025-04-03"
    #expect(event(talk)?.start?.stored == stored)
  }

  @Test func `a name that fits two is asked by number`() {
    var talk = Talk()
    talk.type("new event", "One evening", "Guinea")
    let guinea = talk.said.first { $0.hasSuffix(". Guinea (GN)") } ?? ""
    #expect(talk.said.contains { $0.hasSuffix(". Guinea-Bissau") })
    talk.type(String(guinea.prefix { $0 != "." }))
    #expect(talk.said[0] == "Country: Guinea (GN)", "\(talk.text)")
  }

  @Test func `a short word is no language, and a rare tag needs its sign`() throws {
    var settings = PersonalSettings()
    settings.staff = Fixture.member.id
    var talk = Talk(settings: settings)
    talk.type("events", "3", "testimony", "On m'a écoutée.", ".", "yes")
    #expect(talk.said.contains { $0.hasPrefix("! \"yes\" is not a language known here.") })
    talk.type("ok")
    #expect(talk.said.contains { $0.hasPrefix("1. ") }, "\(talk.text)")
    talk.type("Portugais")
    #expect(talk.said[0] == "Language: Portuguese (pt)", "\(talk.text)")
    talk.type("back", "tag:yua", "save")
    let new = talk.programme.testimonies.values.first { $0.text == "On m'a écoutée." }
    #expect(try #require(new).language.stored == "yua")
  }

  @Test func `in each language what was understood stands in its words`() {
    var talk = Talk(language: "fr")
    talk.type("nouvel événement", "One evening", "Brésil", "3/4/2025")
    let said = talk.said[0].replacing("\u{A0}", with: " ")
    #expect(said == "Date : jeudi 3 avril 2025 (jour avant mois : Brésil)")
    talk = Talk(language: "ja")
    talk.type("イベント追加", "One evening", "ブラジル", "2024年6月")
    #expect(talk.said[0] == "日付：2024年6月（日は不明）", "\(talk.text)")
  }
}
