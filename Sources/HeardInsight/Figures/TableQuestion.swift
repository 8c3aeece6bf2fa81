import HeardModel

/// What a table of figures is asked for: what is counted, by what, and of which events.
public struct TableQuestion: Hashable, Sendable {
  /// By what the rows stand.
  public var rows: FigureKey
  /// By what the columns stand; nil where there is one column.
  public var columns: FigureKey?
  /// What a cell counts.
  public var measure: FigureMeasure
  /// Which events count.
  public var query: Query

  /// A question.
  public init(
    _ rows: FigureKey, _ columns: FigureKey?, of measure: FigureMeasure, _ query: Query = Query()
  ) {
    (self.rows, self.columns, self.measure, self.query) = (rows, columns, measure, query)
  }

  /// Why a table means nothing.
  public enum Problem: String, CaseIterable, Hashable, Sendable {
    /// Rows and columns are by the same.
    case sameKey
    /// What people declared is counted in answers alone.
    case answersOnly
    /// Answers are split by what was declared.
    case declaredMissing
    /// Only held events have attendances, testimonies are told at them: a status splits events.
    case statusOfEvents
    /// How attendances are known says nothing of anything else.
    case sourceOfAttendances
  }

  /// Why it means nothing; nil where it means something.
  public var problem: Problem? {
    let keys = [rows, columns].compactMap { $0 }
    if rows == columns { return .sameKey }
    if keys.contains(.declared) != (measure == .declared) {
      return measure == .declared ? .declaredMissing : .answersOnly
    }
    if keys.contains(.status) && measure != .events && measure != .actions {
      return .statusOfEvents
    }
    if keys.contains(.source) && ![.attendances, .events, .people].contains(measure) {
      return .sourceOfAttendances
    }
    return nil
  }

  /// The key by which rows or columns stand.
  func key(_ axis: Axis) -> FigureKey? { axis == .rows ? rows : columns }

  /// A direction of a table.
  enum Axis: CaseIterable, Sendable {
    case rows
    case columns
  }
}

extension FigureKey {
  /// Whether every event has one value of it, so that what it splits adds up again.
  var isPartition: Bool {
    switch self {
    case .country, .year, .quarter, .month, .place, .type, .format, .involvement, .series, .source:
      true
    // Sums of events that were held and of others are of nothing.
    case .status: false
    case .about, .declared, .topic, .language, .partner: false
    }
  }

  /// Whether it is a trait of people that can do them harm.
  var isSensitive: Bool { self == .about || self == .declared }
}
