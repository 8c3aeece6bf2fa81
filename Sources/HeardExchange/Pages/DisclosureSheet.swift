import HeardModel

/// One disclosure as it is handed over: what stands round its words, in one language.
///
/// It is made without the words, which are put in where they lie; so it can be passed on freely.
public struct DisclosureSheet: Hashable, Sendable {
  /// Something that is known without reading the disclosure.
  private struct Fact: Hashable, Sendable {
    let label: String
    let text: String
  }

  private let language: String
  private let texts: [PageText: String]
  private let facts: [Fact]

  private static let own: [PageText] = [
    .disclosure, .confidential, .speaker, .toldWords, .teamNote, .doneAtOnce, .receipt, .date,
  ]

  /// The sheet of a disclosure; `lead` is who receives it, by name.
  public init(
    _ disclosure: Disclosure, for lead: String, in programme: Programme, voice: PageVoice
  ) {
    language = voice.textLanguage.stored
    texts = Dictionary(uniqueKeysWithValues: Self.own.map { ($0, voice($0)) })
    let event = disclosure.event.flatMap { programme.events[$0] }
    let place = [event?.title ?? "", event?.venue ?? "", event?.place ?? ""]
    let taker = disclosure.takenBy.map { programme.team[$0]?.name ?? $0.text }
    let day = disclosure.at.map { voice.date(KnownDate($0.day)) }
    facts = [
      Fact(label: voice(.forLead), text: lead),
      Fact(
        label: voice(.toldAt), text: place.filter { !$0.isEmpty }.joined(separator: " · ")),
      Fact(label: voice(.date), text: day ?? ""),
      Fact(label: voice(.takenDownBy), text: taker ?? ""),
      Fact(
        label: voice(.language), text: disclosure.language.map(voice.languageName) ?? ""),
      Fact(label: voice(.reference), text: disclosure.id.text),
    ].filter { !$0.text.isEmpty }
  }

  /// The disclosure as one page to print.
  public func page(of disclosure: Disclosure) -> [UInt8] {
    let rows = facts.map { fact in
      Markup.tag(
        "tr", [:],
        [
          .tag("th", ["scope": "row"], text: fact.label),
          .tag("td", ["dir": "auto"], text: fact.text),
        ])
    }
    let parts = parts(of: disclosure).flatMap { part in
      [Markup.tag("h2", text: part.label)]
        + Self.lines(of: part.text).map { Markup.tag("p", ["dir": "auto"], text: $0) }
    }
    return Markup.page(
      title: text(.disclosure), language: language,
      [
        .tag("h1", text: text(.disclosure)),
        .tag("p", ["class": "note"], [.tag("strong", text: text(.confidential))]),
        .tag("table", [:], [.tag("tbody", [:], rows)]),
      ] + parts + [.line(text(.receipt)), .line(text(.date))])
  }

  /// The disclosure as plain text, to be read where nothing shows a page.
  public func plainText(of disclosure: Disclosure) -> [UInt8] {
    let heading = [text(.disclosure), text(.confidential), ""]
    let known = facts.map { "\($0.label): \($0.text)" }
    let parts = parts(of: disclosure).flatMap { ["", $0.label, $0.text] }
    return Array(((heading + known + parts).joined(separator: "\n") + "\n").utf8)
  }

  private func text(_ key: PageText) -> String { texts[key] ?? "" }

  private func parts(of disclosure: Disclosure) -> [Fact] {
    [
      Fact(label: text(.speaker), text: disclosure.pseudonym),
      Fact(label: text(.toldWords), text: disclosure.text),
      Fact(label: text(.teamNote), text: disclosure.note),
      Fact(label: text(.doneAtOnce), text: disclosure.doneAtOnce),
    ].filter { !$0.text.isEmpty }
  }

  private static func lines(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
