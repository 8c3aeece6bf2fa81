/// What a heading asks of persons.
struct PersonalHeading {
  /// Whether all that stands below is about somebody: names, contacts, incidents, quotes.
  let isAboutPersons: Bool
  /// Whether it names people, where what stands below are names.
  let namesPeople: Bool
  /// Whether it tells what an event was about, whose illnesses are nobody's.
  let isTopic: Bool

  init(_ name: String) {
    let heading = Heading(name)
    let words = SheetCell.tokens(name)
    let asksNames = heading.says(.people) && heading.says(.name, .givenName, .familyName)
    isAboutPersons =
      asksNames || heading.says(.standIn)
      || words.contains { word in Self.stems.contains { word.hasPrefix($0) } }
      || Self.leads.contains(words)
      || Self.japanese.contains(where: name.contains)
    namesPeople = heading.says(.people, .came) && !heading.says(.count)
    isTopic =
      heading.says(.category, .title, .event)
      && !heading.says(.description, .said, .people)
  }

  private static let stems = [
    "speaker", "intervenant", "orateur", "oratrice", "palestrant", "ponente", "orador", "redner",
    "referent", "contact", "kontakt", "contat", "ansprechpart", "incident", "vorfall", "vorfalle",
    "quote", "quotation", "citation", "citac", "cita", "citas", "zitat", "testimon", "temoign",
    "depoim", "aussage", "complain", "plainte", "queixa", "queja", "beschwerd", "witness",
    "diagnos", "medical", "allerg", "alerg", "dietary", "facilitat", "facilitad", "animateur",
    "animatrice", "moderator", "moderador", "moderatrice", "interviewee", "email", "mail",
    "courriel", "correo", "phone", "telef", "telep", "mobile", "celular", "handy", "portable",
    "verbatim", "complainant", "respondent", "animation", "moderation", "leitung", "mediad",
    "mediateur", "mediatrice", "facilitac", "coordinat", "coordenad", "koordinat", "gastgeb",
    "animé", "anime",
  ]
  /// Headings that are of people only as a whole.
  private static let leads: Set<[String]> = [
    ["lead"], ["leads"], ["led", "by"], ["host"], ["hosts"], ["hosted", "by"], ["chair"],
    ["chaired", "by"],
  ]
  private static let japanese = [
    "講師", "登壇者", "発言", "連絡先", "担当者", "氏名", "お名前", "引用", "苦情", "事故", "インシデント", "証言",
    "電話", "メール", "アレルギー", "病歴", "進行役", "司会", "参加者名", "出席者名",
    "ファシリテーター", "コーディネーター",
  ]
}
