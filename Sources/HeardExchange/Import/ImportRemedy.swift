import HeardModel

/// One thing to say of a whole sheet that answers for many of its rows.
public enum ImportRemedy: Hashable, Sendable {
  /// The cells of this column were merged: empty ones mean the one above.
  case fillDown(column: String)
  /// In which order day and month stand.
  case dateOrder
  /// By which clock the times in a country are told, where the rows do not say it.
  case zone(CountryCode)
}

extension SheetImport {
  /// What would answer for rows that wait, with how many of them it is about, the most first.
  public var remedies: [(remedy: ImportRemedy, count: Int)] {
    var counts: [ImportRemedy: Int] = [:]
    for row in rows where row.waits {
      for remedy in Set(row.doubts.compactMap(\.remedy)) { counts[remedy, default: 0] += 1 }
    }
    return counts.map { (remedy: $0, count: $1) }.sorted {
      ($1.count, "\($0.remedy)") < ($0.count, "\($1.remedy)")
    }
  }
}

extension ImportDoubt {
  /// What would answer this doubt in all rows.
  public var remedy: ImportRemedy? {
    switch self {
    case .perhapsMerged(let column, _): .fillDown(column: column)
    case .dateAmbiguous: .dateOrder
    case .zoneMissing(let country?): .zone(country)
    default: nil
    }
  }
}
