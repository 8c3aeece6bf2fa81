/// What only the machine can tell of something that is to be forgotten.
public struct ForgetSurvey: Hashable, Sendable {
  /// What it is about.
  public var subject: ForgetSubject
  /// The names behind the pseudonyms, as far as they are on this machine.
  public var identities: [Identity] = []
  /// What left the programme with it, by the register.
  public var register: [RegisterLine] = []
  /// Files beside the program's own in which it stands: nothing takes those away by itself.
  public var strangers: [String] = []
  /// Copies that other programs left beside records, in which it stands.
  public var copies: [String] = []
  /// Whether version control keeps what stood in the folder.
  public var isVersioned = false
  /// Whether a sync program keeps versions in the folder.
  public var keepsVersions = false

  /// Nothing is known yet.
  public init(_ subject: ForgetSubject) { self.subject = subject }
}
