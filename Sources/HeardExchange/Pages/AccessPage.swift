/// What is held about somebody as a page for them, as HTML that needs no other file.
public enum AccessPage {
  /// The page of headings, each with names and what stands under them.
  public static func bytes(
    title: String, language: String, about: [String],
    sections: [(title: String, values: [(label: String, text: String)])]
  ) -> [UInt8] {
    let top: [Markup] =
      [.tag("h1", text: title)] + about.map { .tag("p", ["class": "note"], text: $0) }
    return Markup.page(
      title: title, language: language, top + sections.flatMap { section($0.title, $0.values) })
  }

  private static func section(
    _ title: String, _ values: [(label: String, text: String)]
  ) -> [Markup] {
    let rows = values.map { value -> Markup in
      let lines = value.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return .tag(
        "tr", [:],
        [
          .tag("th", ["scope": "row"], text: value.label),
          // What people say is written from right to left in some languages.
          .tag("td", ["dir": "auto"], lines.map { .tag("p", text: String($0)) }),
        ])
    }
    return [.tag("h2", text: title), .tag("table", [:], [.tag("tbody", [:], rows)])]
  }
}
