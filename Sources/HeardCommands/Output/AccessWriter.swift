import HeardExchange
import HeardKit
import HeardModel
import StrictJSON
import TerminalCanvas

/// What is held about somebody in the forms in which it is handed out.
enum AccessWriter {
  /// A page for a browser and for paper.
  static func html(_ copy: AccessCopy, _ language: LanguageTag) -> [UInt8] {
    AccessPage.bytes(
      title: copy.title, language: language.stored, about: copy.about,
      sections: copy.sections.map { section in
        (
          title: section.title,
          values: section.values.map { (label: $0.label, text: $0.text) }
        )
      })
  }

  /// Plain lines that every program shows.
  static func text(_ copy: AccessCopy, _ words: Words) -> [UInt8] {
    var lines = [copy.title, ""] + copy.about
    for section in copy.sections {
      lines += ["", section.title]
      for value in section.values {
        let parts = value.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
          .map(String.init)
        lines +=
          parts.count == 1
          ? ["  " + words.labelled(value.label, parts[0])]
          : ["  " + words.labelled(value.label)] + parts.map { "    \($0)" }
      }
    }
    return Array(lines.map { "\(DisplayText.safe($0))\n" }.joined().utf8)
  }

  /// Values by their names, as files hold them where they come from a list.
  static func json(_ copy: AccessCopy, _ language: LanguageTag) -> [UInt8] {
    let sections = copy.sections.map { section -> JSONValue in
      let values = section.values.map { value -> JSONValue in
        .object([
          "name": .string(value.name), "label": .string(value.label),
          "text": .string(value.text),
          "codes": value.codes.map { JSONValue.array($0.map(JSONValue.string)) } ?? .null,
        ])
      }
      return .object([
        "kind": .string(section.kind), "id": .string(section.id),
        "title": .string(section.title), "values": .array(values),
      ])
    }
    return SafeJSON.bytes(
      .object([
        "title": .string(copy.title), "about": .array(copy.about.map(JSONValue.string)),
        "language": .string(language.stored), "sections": .array(sections),
      ]))
  }
}
