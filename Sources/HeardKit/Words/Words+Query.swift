import HeardModel

extension Words {
  /// What is wrong with a filter, in words.
  public func sentence(_ problem: QueryProblem) -> String {
    switch problem {
    case .unknownKey(let key, let near?):
      self("query.unknownKey.near", ["key": key, "near": near.rawValue])
    case .unknownKey(let key, nil): self("query.unknownKey", ["key": key])
    case .unknownValue(let key, let value, let near?):
      self("query.unknownValue.near", ["key": key.rawValue, "value": value, "near": near])
    case .unknownValue(let key, let value, nil):
      self("query.unknownValue", ["key": key.rawValue, "value": value])
    case .noValue(let key): self("query.noValue", ["key": key.rawValue])
    case .notADate(let key, let value):
      self("query.notADate", ["key": key.rawValue, "value": value])
    case .keyElsewhere(let key, let target):
      self("query.keyElsewhere", ["key": key.rawValue, "list": self("screen.\(target.rawValue)")])
    }
  }
}
