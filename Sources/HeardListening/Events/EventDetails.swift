import HeardKit
import HeardModel
import TerminalCanvas

/// What stands below the summary of an event: everything else that is known of it.
enum EventDetails {
  static func blocks(_ event: Event, _ desk: Desk) -> [Block] {
    let rows = rows(event, desk).filter { !$0.1.isEmpty }
    if rows.isEmpty { return [] }
    return [
      .gap,
      .fields(Fields(rows.map { Field($0.0, .fixed(StyledText($0.1))) })),
    ]
  }

  private static func rows(_ event: Event, _ desk: Desk) -> [(String, String)] {
    let words = desk.words
    let formats = desk.formats
    func field(_ name: String) -> String { words("field.\(name)") }
    let series = [event.series.name, event.series.number.map { "\($0)" } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let access = event.access.sorted { $0.key < $1.key }.map { code, state in
      words.labelled(
        formats.label(code, in: .access, of: desk.programme), words("access.\(state.stored)"))
    }
    let parts = PartnerLines.text(event.partners.filter { !$0.note.isEmpty }, desk.programme)
    return [
      (field("series"), series),
      (words("series.beside"), EventPreparation.besideInSeries(event, desk)),
      (field("venue"), words.list([event.venue, event.region])),
      (field("onlineAddress"), event.onlineAddress),
      (field("zone"), event.zone?.stored ?? ""),
      (field("interpreters"), words.list(event.interpreters.map(formats.language))),
      (field("topics"), desk.labels(event.topics, .topic)),
      (field("aboutCommunities"), desk.labels(event.aboutCommunities, .community)),
      (field("partners"), desk.partners(of: event)),
      (field("partnerParts"), parts),
      (field("communityGovernance"), event.communityGovernance),
      (field("facilitators"), desk.facilitators(of: event)),
      (field("access"), access.joined(separator: " · ")),
      (field("capacity"), event.capacity.map(words.number) ?? ""),
      (field("feedbackDue"), event.feedback.due.map(formats.day) ?? ""),
      (field("notes"), event.notes),
      (field("closeOutNote"), event.closeOut.note),
      (field("provenance"), words.provenance(event.provenance)),
      (field("beforeHeard"), event.isBeforeHeard ? words("event.beforeHeard") : ""),
    ]
  }
}
