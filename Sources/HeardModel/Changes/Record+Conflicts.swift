extension Record {
  /// The fields of the record to which two people gave different values.
  public var conflicts: [FieldConflict] {
    switch self {
    case .settings(let it): it.conflicts
    case .event(let it): it.conflicts
    case .testimony(let it): it.conflicts
    case .action(let it): it.conflicts
    case .organisation(let it): it.conflicts
    case .staff(let it): it.conflicts
    case .approval(let it): it.conflicts
    case .view(let it): it.conflicts
    case .fact(let it): it.conflicts
    // It never changes, so nobody can have changed it otherwise.
    case .release: []
    }
  }

  /// The record without one of its conflicts, and with a value in its field.
  ///
  /// - Returns: nil when the value does not fit the field; without a value what stands stays.
  public func settling(_ conflict: FieldConflict, with value: StoredValue?) -> Record? {
    var settled = self
    if let counted = settling(counted: conflict, with: value) { return counted }
    if let value {
      var place = MemberAtPath(FieldPath(conflict.path), setting: value)
      settled = visited(by: &place)
      if !place.isSet { return nil }
    }
    return settled.without(conflict.id)
  }

  /// The event with the number that somebody chose of those that were typed at once, in the place
  /// of all of them; nil where the field is no such number.
  private func settling(counted conflict: FieldConflict, with value: StoredValue?) -> Record? {
    guard case .event(var event) = self, let number = CountedNumber(path: conflict.path),
      let what = number.what, event.attendance.isTallied(what)
    else { return nil }
    var chosen = event.attendance[number]
    if case .number(let other)? = value { chosen = other }
    event.attendance.type(chosen, as: number)
    return Record.event(event).reckoned().without(conflict.id)
  }

  /// What stands in a field, and whether it holds a person's words.
  func member(at path: FieldPath) -> (value: StoredValue?, isFreeText: Bool) {
    var place = MemberAtPath(path)
    _ = visited(by: &place)
    return (place.found, place.isFreeText)
  }

  /// The value that stands in a field; nil when none does.
  public func value(at path: FieldPath) -> StoredValue? { member(at: path).value }

  /// The record with a value in one of its members, which may be a list of records as a whole.
  ///
  /// - Returns: nil where the value does not fit, or stands there already.
  public func putting(_ value: StoredValue, at path: FieldPath) -> Record? {
    var place = MemberAtPath(path, setting: value, takesWhole: true)
    let changed = visited(by: &place)
    return place.isSet && changed != self ? changed : nil
  }

  /// The record after something went through all its members.
  func visited(by visitor: inout some MemberVisitor) -> Record {
    switch self {
    case .settings(var it):
      it.members(&visitor)
      return .settings(it)
    case .event(var it):
      it.members(&visitor)
      return .event(it)
    case .testimony(var it):
      it.members(&visitor)
      return .testimony(it)
    case .action(var it):
      it.members(&visitor)
      return .action(it)
    case .organisation(var it):
      it.members(&visitor)
      return .organisation(it)
    case .staff(var it):
      it.members(&visitor)
      return .staff(it)
    case .approval(var it):
      it.members(&visitor)
      return .approval(it)
    case .view(var it):
      it.members(&visitor)
      return .view(it)
    case .fact(var it):
      it.members(&visitor)
      return .fact(it)
    case .release(var it):
      it.members(&visitor)
      return .release(it)
    }
  }

  private func without(_ id: String) -> Record {
    switch self {
    case .settings(var it):
      it.conflicts.removeAll { $0.id == id }
      return .settings(it)
    case .event(var it):
      it.conflicts.removeAll { $0.id == id }
      return .event(it)
    case .testimony(var it):
      it.conflicts.removeAll { $0.id == id }
      return .testimony(it)
    case .action(var it):
      it.conflicts.removeAll { $0.id == id }
      return .action(it)
    case .organisation(var it):
      it.conflicts.removeAll { $0.id == id }
      return .organisation(it)
    case .staff(var it):
      it.conflicts.removeAll { $0.id == id }
      return .staff(it)
    case .approval(var it):
      it.conflicts.removeAll { $0.id == id }
      return .approval(it)
    case .view(var it):
      it.conflicts.removeAll { $0.id == id }
      return .view(it)
    case .fact(var it):
      it.conflicts.removeAll { $0.id == id }
      return .fact(it)
    case .release: return self
    }
  }
}
