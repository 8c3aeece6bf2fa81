import HeardExchange
import HeardModel

// Records that are made of names in a sheet.
extension Words {
  /// The names that name nothing here, of each kind, and whether they are made.
  public func names(of work: SheetImport) -> [String] {
    SheetMaking.allCases.compactMap { making in
      let names = work.names(for: making)
      if names.isEmpty { return nil }
      let kind = work.isMade(making) ? "made" : "unknown"
      return self(
        "import.names.\(kind).\(making.rawValue)", count: names.count,
        ["names": cut(names.map(\.text).joined(separator: " · "), to: 300)])
    }
  }
}
