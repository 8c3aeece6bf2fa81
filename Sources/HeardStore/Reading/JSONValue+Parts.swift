import StrictJSON

extension JSONValue {
  /// The text; nil for other kinds.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The tree with the blank members of `full` that it leaves out.
  ///
  /// `full` is the same record as the model holds it, so its lists have the same elements.
  func filled(from full: JSONValue) -> JSONValue {
    switch (self, full) {
    case (.object(let mine), .object(let all)):
      return .object(mine.merging(all) { $0.filled(from: $1) })
    case (.array(let mine), .array(let all)) where mine.count == all.count:
      return .array(zip(mine, all).map { $0.filled(from: $1) })
    default: return self
    }
  }

  /// The tree without the blank members that `full` has and `lean` leaves out.
  ///
  /// What neither has is not known to this version and stays.
  func stripped(_ full: JSONValue?, _ lean: JSONValue?) -> JSONValue {
    switch self {
    case .object(let members):
      var kept: [String: JSONValue] = [:]
      for (name, value) in members {
        if let known = full?[name], lean?[name] == nil {
          if value.holdsMore(than: known) { kept[name] = value.withoutBlanks(known) }
        } else {
          kept[name] = value.stripped(full?[name], lean?[name])
        }
      }
      return .object(kept)
    case .array(let elements):
      guard let all = full?.elements, all.count == elements.count else { return self }
      let written = lean?.elements ?? []
      return .array(
        elements.indices.map { index in
          elements[index].stripped(all[index], index < written.count ? written[index] : nil)
        })
    default: return self
    }
  }
}

private extension JSONValue {
  /// Whether it has a member, at any depth, that the other has not.
  func holdsMore(than known: JSONValue) -> Bool {
    guard let members else { return false }
    return members.contains { name, value in
      known[name].map(value.holdsMore) ?? true
    }
  }

  /// The object without what is empty of the members that the other has too.
  ///
  /// Values that must be there stay, as without them the object could not be read again.
  func withoutBlanks(_ known: JSONValue) -> JSONValue {
    guard let members else { return self }
    var kept: [String: JSONValue] = [:]
    for (name, value) in members {
      guard let blank = known[name] else {
        kept[name] = value
        continue
      }
      let rest = value.withoutBlanks(blank)
      let isBlank: [JSONValue] = [.string(""), .boolean(false), .array([]), .object([:])]
      if !isBlank.contains(rest) { kept[name] = rest }
    }
    return .object(kept)
  }
}
