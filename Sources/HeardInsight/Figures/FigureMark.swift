import HeardModel

/// What is known of one cell: unknown is not zero, and no event is neither.
public enum FigureMark: Hashable, Sendable {
  /// No event stands behind it, or none that could have the figure: of answers, none was asked for.
  case none
  /// What it counts may not be asked there.
  case forbidden
  /// There are events, and of none of them it is known.
  case unknown
  /// So many; of some events it is not known when it is the least.
  case number(Int, isLeast: Bool)
  /// So many of so many answers; of some events it is not known whether they asked when it is the
  /// least.
  case share(Int, of: Int, isLeast: Bool)

  /// What is known of a question about what people are.
  public init(_ figure: DeclaredFigure?) {
    switch figure?.sign {
    case .number, .nobody:
      self = .share(
        figure?.count ?? 0, of: figure?.answers ?? 0, isLeast: figure?.notKnown ?? 0 > 0)
    case .notKnown: self = .unknown
    case .forbidden: self = .forbidden
    case .neverAsked, nil: self = .none
    }
  }

  /// Whether of some events it is not known.
  public var isLeast: Bool {
    switch self {
    case .number(_, true), .share(_, _, true): true
    case .none, .forbidden, .unknown, .number, .share: false
    }
  }

  /// Whether it is so small a number of answers that it can point at somebody.
  public var isSmall: Bool {
    if case .share(let count, _, _) = self { return SmallNumbers.isSmall(count) }
    return false
  }

  /// The number, where there is one.
  public var number: Int? {
    switch self {
    case .number(let number, _), .share(let number, _, _): number
    case .none, .forbidden, .unknown: nil
    }
  }

  /// The signs behind the number; beside it, others leave room for them.
  public var signs: String {
    let signs = (isLeast ? "?" : "") + (isSmall ? "c" : "")
    return signs.isEmpty ? "" : " \(signs)"
  }
}
