/// Somebody of the team who reads.
public struct Reader: Hashable, Sendable {
  /// Who, where they said so; nil sees only what everyone of the team may see.
  public var staff: StaffID?
  /// What they do.
  public var roles: [TeamRole]

  /// A reader of whom nothing is known.
  public init() {
    staff = nil
    roles = []
  }

  /// A member of the team with what they do.
  public init(staff: StaffID?, roles: [TeamRole]) {
    self.staff = staff
    self.roles = roles
  }
}
