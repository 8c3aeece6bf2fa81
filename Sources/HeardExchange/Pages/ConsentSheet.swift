import HeardModel

/// The questions of consent with boxes, in the very words of the notices.
struct ConsentSheet {
  private let event: Event
  private let programme: Programme
  private let voices: [PageVoice]
  private let notices: [Notice]

  /// A sheet with the chosen notices; where none is chosen, with all that are in use there.
  init(
    _ event: Event, _ programme: Programme, _ voices: [PageVoice], notices chosen: [NoticeID] = []
  ) {
    self.event = event
    self.programme = programme
    self.voices = voices
    notices = programme.noticesInUse(at: event).filter {
      chosen.isEmpty || chosen.contains($0.id)
    }
  }

  var content: [Markup] {
    voices.flatMap { voice -> [Markup] in
      if notices.isEmpty { return [missing(voice, .noNotice)] }
      let found = notices.compactMap { notice in
        Self.wording(of: notice, in: voice.language).map { sheet(notice, $0, voice) }
      }
      return found.isEmpty ? [missing(voice, .noWording)] : found
    }
  }

  /// The wording in the language itself: what somebody signs is never taken from another one.
  private static func wording(of notice: Notice, in language: LanguageTag) -> NoticeWording? {
    let found =
      notice.wordings.first { $0.id == language }
      ?? notice.wordings.first { $0.id.base == language.base }
    return found?.questions.isEmpty ?? true ? nil : found
  }

  private func missing(_ voice: PageVoice, _ text: PageText) -> Markup {
    .tag(
      "section", ["class": "sheet", "lang": voice.textLanguage.stored],
      event.heading(.consent, [voice]) + [
        .tag(
          "p", ["class": "note"],
          text: voice(text, ["language": voice.languageName(voice.language)]))
      ])
  }

  private func sheet(_ notice: Notice, _ wording: NoticeWording, _ voice: PageVoice) -> Markup {
    let language = wording.id.stored
    var content = event.heading(.consent, [voice])
    if !wording.introduction.isEmpty {
      content.append(.tag("p", ["lang": language], text: wording.introduction))
    }
    content.append(questions(wording, voice))
    let partners = notice.partners.compactMap { programme.organisations[$0]?.name }.sorted()
    if !partners.isEmpty {
      content.append(
        .tag("p", text: "\(voice(.partners)): \(partners.joined(separator: ", "))"))
    }
    content += [PageText.sheetNumber, .date, .takenBy, .witness, .withdrawal].map {
      .line(voice($0))
    }
    let title = voice(.wording, ["title": notice.title, "version": notice.version])
    content.append(.tag("p", ["class": "small"], text: "\(title) · \(language)"))
    return .tag(
      "section", ["class": "sheet", "lang": voice.textLanguage.stored], content)
  }

  private func questions(_ wording: NoticeWording, _ voice: PageVoice) -> Markup {
    let asked = ConsentPurpose.allCases.compactMap { purpose in
      wording.questions[purpose].flatMap { $0.isEmpty ? nil : $0 }
    }
    let box = Markup.tag("td", ["class": "box"], text: "☐")
    let rows = asked.enumerated().map { index, question in
      Markup.tag(
        "tr", [:],
        [
          .tag(
            "th", ["scope": "row", "lang": wording.id.stored], text: "\(index + 1). \(question)"),
          box, box,
        ])
    }
    let headers: [Markup] = [
      .tag("th", ["scope": "col"], text: voice(.question)),
      .tag("th", ["scope": "col", "class": "box"], text: voice(.yes)),
      .tag("th", ["scope": "col", "class": "box"], text: voice(.no)),
    ]
    return .tag(
      "table", [:],
      [
        .tag("caption", text: voice(.consent)), .tag("thead", [:], [.tag("tr", [:], headers)]),
        .tag("tbody", [:], rows),
      ])
  }
}
