import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// A testimony as text: what stands beside the list, and the first part of its own screen.
///
/// Asks for each word first whether this person may read it.
enum TestimonyPreview {
  static func blocks(_ testimony: Testimony, _ desk: Desk, showsHidden: Bool) -> [Block] {
    [.prose(Prose(paragraphs(testimony, desk, showsHidden: showsHidden)))]
  }

  /// Who spoke where, and the words or why they are not shown.
  static func paragraphs(
    _ testimony: Testimony, _ desk: Desk, showsHidden: Bool
  ) -> [StyledText] {
    let visibility = testimony.visibility(to: desk.reader, on: desk.today)
    var lines = heading(testimony, visibility, desk)
    if let line = state(testimony, visibility, desk) { lines.append(line) }
    lines.append("")
    guard visibility.isReadable else { return lines }
    lines += words(testimony, desk, showsHidden: showsHidden)
    return lines
  }

  private static func heading(
    _ testimony: Testimony, _ visibility: TestimonyVisibility, _ desk: Desk
  ) -> [StyledText] {
    var lines: [StyledText] = []
    if case .withdrawn = visibility {
    } else {
      let name =
        !visibility.isReadable
        ? desk.words("testimony.nameWithheld")
        : testimony.pseudonym.isEmpty ? desk.words("testimony.noName") : testimony.pseudonym
      var line = StyledText(name, .strong)
      let kind = [
        testimony.language == .undetermined ? "" : desk.formats.language(testimony.language),
        visibility.isReadable ? desk.formats.label(testimony.type, "testimonyType") : "",
        visibility.isReadable ? desk.formats.label(testimony.textKind, "textKind") : "",
      ].filter { !$0.isEmpty }
      if !kind.isEmpty { line += StyledText("  \(kind.joined(separator: " · "))", .faint) }
      lines.append(line)
    }
    if let event = desk.programme.events[testimony.event] {
      let title = desk.words.cut(event.title, to: 100)
      let parts = [event.start?.dayText ?? "", event.place, title].filter { !$0.isEmpty }
      lines.append(StyledText(parts.joined(separator: " · "), .faint))
    }
    return lines
  }

  private static func state(
    _ testimony: Testimony, _ visibility: TestimonyVisibility, _ desk: Desk
  ) -> StyledText? {
    if visibility == .open { return nil }
    return StyledText(
      "! " + desk.words.sentence(visibility, testimony, desk), visibility.style)
  }

  /// The words of a testimony that this person may read, behind its warning.
  static func words(_ testimony: Testimony, _ desk: Desk, showsHidden: Bool) -> [StyledText] {
    if let warning = warning(testimony, desk, showsHidden: showsHidden) { return warning }
    if testimony.text.isEmpty {
      let key = testimony.isForLead ? "testimony.movedToLead" : "testimony.empty"
      return [StyledText(desk.words(key), .faint)]
    }
    return Prose(testimony.text).paragraphs
  }

  /// What stands in place of words that may hurt; nil when there are none or they are asked for.
  static func warning(
    _ testimony: Testimony, _ desk: Desk, showsHidden: Bool
  ) -> [StyledText]? {
    if testimony.contentWarning.isEmpty || showsHidden { return nil }
    return [
      StyledText(
        "! " + desk.words("testimony.warning", ["warning": testimony.contentWarning]), .warning),
      StyledText(desk.words("testimony.showIt"), .faint),
    ]
  }
}

extension TestimonyVisibility {
  /// What only this reader may see must not leave the programme; what is hidden needs no alarm.
  var style: Style { isReadable ? .restricted : .warning }
}
