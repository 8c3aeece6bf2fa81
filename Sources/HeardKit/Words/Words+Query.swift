import HeardModel

extension Words {
  /// What is wrong with a filter, in words.
  public func sentence(_ problem: QueryProblem) -> String {
    switch problem {
    case .unknownKey(let key, let near?):
      self("query.unknownKey.near", ["key": quoted(key), "near": near.rawValue])
    case .unknownKey(let key, nil): self("query.unknownKey", ["key": quoted(key)])
    case .unknownValue(let key, let value, let near?):
      self("query.unknownValue.near", ["key": key.rawValue, "value": quoted(value), "near": near])
    case .unknownValue(let key, let value, nil):
      self("query.unknownValue", ["key": key.rawValue, "value": quoted(value)])
    case .noValue(let key): self("query.noValue", ["key": key.rawValue])
    case .splitKey(let target): splitKey(target)
    case .notADate(let key, let value): notADate(value, key)
    case .keyElsewhere(let key, let target):
      self("query.keyElsewhere", ["key": key.rawValue, "list": self("screen.\(target.rawValue)")])
    }
  }

  /// That the filter of a view was kept with `community`, and as which key it is read.
  public func kept(as key: QueryKey) -> String { self("query.keptSplit", ["key": key.rawValue]) }

  /// What `about` and `declared` mean on the list where `community` was typed.
  private func splitKey(_ target: QueryTarget?) -> String {
    switch target {
    case .events: self("query.splitKey.events")
    case .testimonies: self("query.splitKey.testimonies")
    case .people: self("query.splitKey.people")
    case .actions, .organisations, .facts, nil: self("query.splitKey")
    }
  }

  /// A filter has no country by whose custom a date of numbers could be read.
  private func notADate(_ value: String, _ key: QueryKey) -> String {
    guard case .two(let dayFirst, let monthFirst) = DateInput.numbers(value) else {
      return self("query.notADate", ["key": key.rawValue, "value": quoted(value)])
    }
    let readings = FieldProblem.readings(value, dayFirst, monthFirst, self)
    return self("query.openDate", readings.merging(["key": key.rawValue]) { $1 })
  }
}
