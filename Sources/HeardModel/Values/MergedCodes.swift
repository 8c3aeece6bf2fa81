/// The codes of one list that were merged into others, made ready to be asked many times.
public struct MergedCodes: Sendable {
  private let later: [Code: Code]
  private let earlier: [Code: [Code]]

  /// The codes of a list that others stand for.
  public init(_ list: Taxonomy) {
    let merged = list.entries.filter { $0.replacedBy != nil }.map(\.id)
    later = Dictionary(merged.map { ($0, list.current($0)) }) { first, _ in first }
    earlier = Dictionary(grouping: merged, by: list.current)
  }

  /// The code that stands for a code now; the same one where none does.
  public func current(_ code: Code) -> Code { later[code] ?? code }

  /// A code with those for which it stands.
  public func all(under code: Code) -> [Code] { [code] + (earlier[code] ?? []) }
}
