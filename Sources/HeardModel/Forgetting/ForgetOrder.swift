/// What is to be done to forget something, once a person has seen it and said yes.
public struct ForgetOrder: Hashable, Sendable {
  /// What is erased for good; empty where something is only withdrawn.
  public var tombstones: [Tombstone] = []
  /// The answers that withdraw; nil where something is erased.
  public var answers: Change?
  /// The words that are taken out of other records.
  public var edits: [Edit] = []
  /// The files of records in which somebody chose to keep places as they are.
  public var keptFiles: Set<String> = []
  /// The views that somebody chose to keep.
  public var keptViews: Set<String> = []
  /// By what it is found in drafts, copies and whatever else is kept.
  public var spoken = SpokenWords()

  /// Nothing to be done.
  public init() {}

  /// Erases what a plan is about, but for the places that are kept.
  public init(
    _ plan: Forgetting, in programme: Programme, keeping kept: Set<FoundWords> = [],
    requestedBy: String, reason: String, by author: String, at moment: Moment
  ) {
    tombstones = plan.tombstones.compactMap { id in
      guard let id = Code(stored: id) else { return nil }
      var tombstone = Tombstone()
      (tombstone.id, tombstone.at, tombstone.by) = (id, moment, author)
      (tombstone.requestedBy, tombstone.ground) = (requestedBy, reason)
      return tombstone
    }
    edits = programme.edits(for: plan, keeping: kept)
    spoken = plan.spoken
    keptFiles = Set(kept.map(\.record.file))
    for case .view(let id) in kept.map(\.record) { keptViews.insert(id.text) }
  }
}
