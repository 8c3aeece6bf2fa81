import HeardModel
import StrictJSON

/// An event in two parts: what this machine may keep to be undone another day, and what it may not.
///
/// Only what is named here is kept, so that a member that comes later is kept by nobody's mistake.
/// Left out are the people on the list, what people declared or answered without a name (two such
/// sums, before a slip and after it, would be the slip), what they asked for, what two people wrote
/// differently, and marks of retention.
struct EventParts {
  /// What may be kept.
  let kept: JSONValue
  /// What may not.
  let leftOut: JSONValue

  private static let members: Set<String> = [
    "id", "title", "type", "involvement", "format", "status", "start", "end", "zone", "country",
    "region", "place", "venue", "onlineAddress", "languages", "interpreters", "topics",
    "aboutCommunities", "partners", "noPartners", "series", "facilitators", "confidentiality",
    "access", "capacity", "summary", "notes", "provenance", "unrecordedContributions", "closeOut",
    "feedback", "communityGovernance", "beforeHeard", "mergedFrom",
  ]
  private static let attendance: Set<String> = [
    "source", "total", "inPerson", "online", "roles", "inRole", "counts", "typed", "hostCrowd",
    "note",
  ]
  /// What was counted and typed at the door stands there still: nothing writes over it.
  private static let lasting: Set<String> = ["inRole", "counts", "typed"]

  /// Members that may be kept to be undone, and are not to be looked up once they were written over:
  /// nothing brings back what decides who is exposed.
  private static let exposing: Set<String> = ["id", "confidentiality", "communityGovernance"]

  /// Whether what stood in a member may be kept after something else was written over it.
  static func mayBeLookedUp(_ path: FieldPath) -> Bool {
    guard let first = path.steps.first?.name else { return false }
    guard first == "attendance" else {
      return members.contains(first) && !exposing.contains(first)
    }
    return path.steps.dropFirst().first.map { step in
      attendance.contains(step.name) && !lasting.contains(step.name)
    } ?? false
  }

  /// The parts of an event; both empty where there is none.
  init(_ event: Event?) { self.init(event.map { TreeWriter.tree($0) } ?? .object([:])) }

  /// The parts of an event's tree, whoever wrote it.
  private init(_ tree: JSONValue) {
    let (own, rest) = Self.split(tree, by: Self.members)
    let (counts, others) = Self.split(tree["attendance"], by: Self.attendance)
    kept = .object(own.merging(["attendance": .object(counts)]) { $1 })
    leftOut = .object(rest.merging(["attendance": .object(others)]) { $1 })
  }

  /// The event of what was kept once and what may not be kept of the event as it stands now; nil
  /// where it cannot be read.
  static func event(_ tree: JSONValue, with now: Event?) -> Event? {
    let (was, rest) = (EventParts(tree).kept, EventParts(now).leftOut)
    let counts = (was["attendance"]?.members ?? [:])
      .merging(rest["attendance"]?.members ?? [:]) { $1 }
    let whole = (was.members ?? [:]).merging(rest.members ?? [:]) { $1 }
      .merging(["attendance": .object(counts)]) { $1 }
    return try? decode(JSONValue.object(whole).canonicalBytes(), file: "undo")
  }

  private static func split(
    _ tree: JSONValue?, by names: Set<String>
  ) -> (kept: [String: JSONValue], leftOut: [String: JSONValue]) {
    let all = tree?.members ?? [:]
    return (all.filter { names.contains($0.key) }, all.filter { !names.contains($0.key) })
  }
}
