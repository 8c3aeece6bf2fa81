extension Query {
  /// The key that meant two things until it became `about` and `declared`.
  static let splitKey = "community"

  /// A filter that was kept before `community` became two keys, as it reads today; with the key as
  /// which that one is read, where it stands there.
  ///
  /// What was kept goes on to show what it showed: of events those about a community, of
  /// testimonies and people those who declared it. Typed anew it is refused: nobody could tell.
  public static func kept(
    _ text: String, on list: QueryTarget
  ) -> (text: String, splitKey: QueryKey?) {
    guard Query(text).problems.contains(.splitKey(nil)) else { return (text, nil) }
    let key: QueryKey =
      switch list {
      case .testimonies, .people: .declared
      case .events, .actions, .organisations, .facts: .about
      }
    var reader = QueryReader(text, isBeingTyped: false, splitKey: key)
    return (Query(terms: reader.read().terms).text, key)
  }
}
