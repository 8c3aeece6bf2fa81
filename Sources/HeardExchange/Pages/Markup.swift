/// A piece of a page; text gets into it only by way of `HTMLText`, so no record can be markup.
struct Markup: Sendable {
  fileprivate let html: String

  private init(html: String) { self.html = html }

  /// Text as people read it.
  static func text(_ text: String) -> Markup { Markup(html: HTMLText.escaped(text)) }

  /// An element with its attributes and content.
  static func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: [Markup] = []
  ) -> Markup {
    let list = attributes.map { " \($0.key)=\"\(HTMLText.escaped($0.value))\"" }.joined()
    return Markup(html: "<\(name)\(list)>\(content.map(\.html).joined())</\(name)>\n")
  }

  /// An element with text in it.
  static func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) -> Markup {
    tag(name, attributes, [.text(text)])
  }

  /// A label with a line on which somebody writes.
  static func line(_ label: String) -> Markup {
    tag("p", ["class": "line"], [tag("span", text: label), tag("span", ["class": "blank"])])
  }

  /// A whole page that needs no other file.
  static func page(title: String, language: String, _ content: [Markup]) -> [UInt8] {
    let head = tag("title", text: title).html
    let main = tag("main", [:], content).html
    return Array(
      """
      <!DOCTYPE html>
      <html lang="\(HTMLText.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(head)<style>
      \(style)
      </style>
      </head>
      <body>
      \(main)</body>
      </html>

      """.utf8)
  }

  // Black on white and large enough to be read at arm's length; a page to print begins a sheet.
  private static let style = """
    body { font: 12pt/1.4 sans-serif; color: #000; background: #fff; margin: 2em auto; max-width: 60em; }
    h1 { font-size: 1.5em; margin: 0 0 .2em; }
    h2 { font-size: 1.15em; margin: .8em 0 .3em; }
    table { border-collapse: collapse; width: 100%; margin: 1em 0; }
    caption { text-align: start; font-weight: bold; padding: .3em 0; }
    th, td { border: 1px solid #000; padding: .45em; text-align: start; vertical-align: top; }
    td.box, th.box { text-align: center; width: 4em; }
    tr.empty td { height: 1.8em; }
    .line { display: flex; gap: .6em; margin: .7em 0; }
    .blank { flex: 1; border-bottom: 1px solid #000; }
    .note { border: 1px solid #000; padding: .6em; }
    .small { font-size: .9em; }
    th .small { display: block; font-weight: normal; }
    .tables { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; }
    .tables section { border: 1px solid #000; padding: .6em; break-inside: avoid; }
    .tables li { border-bottom: 1px dotted #000; min-height: 1.6em; }
    @media print {
      @page { margin: 15mm; }
      body { margin: 0; max-width: none; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      .sheet { break-before: page; }
      .sheet:first-child { break-before: auto; }
    }
    """
}
