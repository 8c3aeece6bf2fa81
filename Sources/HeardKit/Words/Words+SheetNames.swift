import HeardExchange
import HeardModel

// Records that are made of names in a sheet.
extension Words {
  /// Of each kind the names that name nothing here, or the records that are made of them as things
  /// stand: what waits for an answer is not made.
  public func names(of work: SheetImport) -> [String] {
    let made = work.made(of: work.taken)
    return SheetMaking.allCases.compactMap { making in
      let names =
        work.isMade(making)
        ? made.compactMap { name(of: $0, making) } : work.names(for: making).map(\.text)
      if names.isEmpty { return nil }
      let kind = work.isMade(making) ? "made" : "unknown"
      return self(
        "import.names.\(kind).\(making.rawValue)", count: names.count,
        ["names": cut(names.joined(separator: " · "), to: 300)])
    }
  }

  private func name(of record: Record, _ making: SheetMaking) -> String? {
    switch (record, making) {
    case (.organisation(let organisation), .organisations): organisation.name
    case (.staff(let member), .team): member.name
    default: nil
    }
  }
}
