import HeardInsight
import HeardKit
import HeardModel

extension Desk {
  /// The figures that are asked for, with their values in the order in which people look for them.
  public func figureGrid(_ question: TableQuestion) -> FigureGrid {
    FigureGrid(question, insight) { FigureLabels.sorted($0, $1, self) }
  }

  /// The same as it may be published, beside the releases that are out.
  public func publicTable(_ question: TableQuestion) -> PublicTable {
    PublicTable(question, insight) { FigureLabels.sorted($0, $1, self) }
  }
}

// What was published.
extension Desk {
  /// A name of its own for a release: the day, what is counted and by what.
  public func releaseName(for table: PublicTable) -> Code {
    let question = table.question
    let parts = [today.stored, question.measure.rawValue, question.rows.rawValue]
    let text = (parts + [question.columns?.rawValue].compactMap { $0 }).joined(separator: "-")
      .lowercased()
    let free = (1...).lazy.map { $0 == 1 ? text : "\(text)-\($0)" }.compactMap(Code.init(stored:))
      .first { programme.releases[$0] == nil }
    return free ?? "release"
  }

  /// The change that keeps what was given out; nil where something else has the name.
  public func adding(_ release: Release) -> Change? {
    if programme.releases[release.id] != nil { return nil }
    return Change(
      .added(kind: .release, title: release.id.stored), before: nil, after: .release(release))
  }
}
