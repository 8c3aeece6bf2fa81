/// The way from a record to one of its members, as `participations[p-7kq2m9x4ab].note`.
public struct FieldPath: Hashable, Sendable {
  /// One member on the way; in a list of records, with the id of the one that is meant.
  public struct Step: Hashable, Sendable {
    /// The member's name.
    public let name: String
    /// The id of the element; nil where the member is no list or the list as a whole is meant.
    public let id: String?

    /// A step to a member, or to one element of a list.
    public init(name: String, id: String? = nil) {
      self.name = name
      self.id = id
    }
  }

  /// The members from the record inwards.
  public let steps: [Step]

  /// A way of some steps.
  public init(steps: [Step]) { self.steps = steps }

  /// Takes a path as it stands in a conflict; what follows no rule gives a path to nothing.
  public init(_ text: String) {
    var steps: [Step] = []
    var rest = text[...]
    while !rest.isEmpty {
      let name = rest.prefix { $0 != "." && $0 != "[" }
      rest = rest.dropFirst(name.count)
      var id: String?
      // An id can hold points, so it ends at its bracket and nowhere else.
      if rest.first == "[" {
        let end = rest.firstIndex(of: "]") ?? rest.endIndex
        id = String(rest[..<end].dropFirst())
        rest = rest[end...].dropFirst()
      }
      steps.append(Step(name: String(name), id: id))
      rest = rest.first == "." ? rest.dropFirst() : rest
    }
    self.steps = steps
  }

  /// The names without the ids, joined by points.
  public var names: String { steps.map(\.name).joined(separator: ".") }

  /// Whether the way leads through a member of this name.
  public func goesThrough(_ name: String) -> Bool { steps.contains { $0.name == name } }
}
