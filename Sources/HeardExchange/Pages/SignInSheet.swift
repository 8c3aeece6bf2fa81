import HeardModel

/// Numbered lines on which people note what they are called here; never a name by itself.
struct SignInSheet {
  private let event: Event
  private let programme: Programme
  private let voices: [PageVoice]

  private static let leastLines = 12
  private static let usualLines = 24
  private static let mostLines = 400

  init(_ event: Event, _ programme: Programme, _ voices: [PageVoice]) {
    self.event = event
    self.programme = programme
    self.voices = voices
  }

  func content(namesPeople: Bool) -> [Markup] {
    let names = namesPeople ? listed : []
    var content = event.heading(.signIn, voices)
    content += voices.map { voice in
      .tag("p", ["class": "note", "lang": voice.textLanguage.stored], text: voice(.privacy))
    }
    if namesPeople && !mayNamePeople {
      content.append(.tag("p", text: voices(.listNotPrinted)))
    }
    let rows = (0..<max(lines, names.count)).map { index in
      row(index + 1, names.indices.contains(index) ? names[index] : "")
    }
    content.append(
      .tag(
        "table", [:],
        [
          .tag("caption", text: voices(.signIn)),
          .tag("thead", [:], [.tag("tr", [:], headers)]), .tag("tbody", [:], rows),
        ]))
    return content + legend
  }

  private var mayNamePeople: Bool { Self.mayNamePeople(at: event) }

  private var listed: [String] { Self.listed(at: event).map(\.pseudonym).sorted() }

  /// A list of people at an event about a community, or at a closed one, tells about each of them.
  private static func mayNamePeople(at event: Event) -> Bool {
    event.confidentialityOrClosed != .closed && event.aboutCommunities.isEmpty
  }

  /// Those whose pseudonyms stand on the sheet where that is asked for.
  static func listed(at event: Event) -> [Participation] {
    guard mayNamePeople(at: event) else { return [] }
    return event.participations.filter {
      $0.status != .cancelled && !$0.pseudonym.isEmpty && $0.mergedInto == nil
    }
  }

  private var lines: Int {
    let wanted = event.capacity ?? Self.usualLines
    return min(Self.mostLines, max(Self.leastLines, wanted))
  }

  /// Age and communities only where the country lets them stand on a person's line.
  private var columns: [PageText] {
    var columns: [PageText] = [.calledHere, .cameAs]
    if programme.profile(event.country).ageBands.allowsOnPerson { columns.append(.ageBand) }
    if !communities.isEmpty { columns.append(.communities) }
    return columns
  }

  private var communities: [Code] {
    let profile = programme.profile(event.country)
    return programme.taxonomy(.community).offered.filter { profile.rule(for: $0).allowsOnPerson }
  }

  private var headers: [Markup] {
    ([.number] + columns).map { column in
      let isFree = column == .ageBand || column == .communities
      return .tag(
        "th", ["scope": "col"],
        [.text(voices(column))]
          + (isFree
            ? [.tag("span", ["class": "small"], text: voices(.ifYouLike))] : []))
    }
  }

  private func row(_ number: Int, _ name: String) -> Markup {
    .tag(
      "tr", ["class": "empty"],
      [.tag("th", ["scope": "row"], text: String(number)), .tag("td", text: name)]
        + columns.dropFirst().map { _ in .tag("td") })
  }

  /// What can be written in the columns.
  private var legend: [Markup] {
    var lists: [(PageText, [String])] = [
      (
        .cameAs,
        programme.taxonomy(.role).offered.map { code in voices.joined { $0.label(code, .role) } }
      )
    ]
    if columns.contains(.ageBand) {
      lists.append(
        (
          .ageBand,
          programme.taxonomy(.ageBand).offered.map { code in
            voices.joined { $0.label(code, .ageBand) }
          }
        ))
    }
    if columns.contains(.communities) {
      lists.append(
        (.communities, communities.map { code in voices.joined { $0.label(code, .community) } }))
    }
    return lists.map { name, values in
      .tag(
        "p", ["class": "small"],
        [
          .tag("strong", text: "\(voices(name)): "), .text(values.joined(separator: " · ")),
        ])
    }
  }
}
