/// What one sitting took in of slips: how much it added to every number and how much it took back.
///
/// Both only ever grow, as those of `DoorCount`: so two doors add up in whatever order their files
/// are merged, and what was taken back stays taken back. Written in groups of at least five slips.
public struct SlipCount: StoredRecord, Hashable {
  /// The sitting; `given` is what stood there before anybody entered slips, and what was typed since.
  public var id: Code = "s-0"
  /// How much it added, by number: `slips`, `asked`, `answered`; `community.` or `ageBand.` and a
  /// code; `asked.`, `answered.` or `none.` and a question.
  public var added: [Code: Int] = [:]
  /// How much it took back, by number.
  public var taken: [Code: Int] = [:]

  /// A sitting before its first slips.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.counts("added", &added)
    visitor.counts("taken", &taken)
  }

  static let given: Code = "given"

  func holds(_ key: Code) -> Bool { added[key] != nil || taken[key] != nil }

  /// What is left of a number.
  func net(_ key: Code) -> Int { (added[key] ?? 0) - (taken[key] ?? 0) }

  /// Changes a number by growing one of its two sides.
  mutating func change(_ key: Code, by count: Int) {
    if count > 0 { added[key, default: 0] += count }
    if count < 0 { taken[key, default: 0] -= count }
  }
}

/// One number that slips come to.
enum SlipNumber: Hashable {
  /// Slips, answered or not.
  case slips
  case asked
  case answered
  case community(Code)
  case ageBand(Code)
  /// How many were asked one question of them, answered it, or said that nothing applies.
  case askedFor(Code)
  case answeredFor(Code)
  case noneFor(Code)

  /// Reads the key under which sittings hold it; nil for a key of a newer version.
  init?(key: Code) {
    let parts = key.stored.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let code = parts.count == 2 ? Code(stored: String(parts[1])) : nil
    switch (parts[0], code) {
    case ("slips", nil) where parts.count == 1: self = .slips
    case ("asked", nil) where parts.count == 1: self = .asked
    case ("answered", nil) where parts.count == 1: self = .answered
    case ("community", let code?): self = .community(code)
    case ("ageBand", let code?): self = .ageBand(code)
    case ("asked", let code?): self = .askedFor(code)
    case ("answered", let code?): self = .answeredFor(code)
    case ("none", let code?): self = .noneFor(code)
    default: return nil
    }
  }

  /// The key under which sittings hold it; nil where a code is so long that there is none.
  var key: Code? {
    switch self {
    case .slips: "slips"
    case .asked: "asked"
    case .answered: "answered"
    case .community(let code): Code(stored: "community.\(code.stored)")
    case .ageBand(let code): Code(stored: "ageBand.\(code.stored)")
    case .askedFor(let code): Code(stored: "asked.\(code.stored)")
    case .answeredFor(let code): Code(stored: "answered.\(code.stored)")
    case .noneFor(let code): Code(stored: "none.\(code.stored)")
    }
  }

  /// Where it stands in an event, as conflicts name it.
  var paths: [String] {
    let declared = "attendance.declared"
    func question(_ code: Code, _ member: String) -> String {
      "\(declared).questions[\(code.stored)].\(member)"
    }
    return switch self {
    case .slips: []
    case .asked: ["\(declared).asked"]
    case .answered: ["\(declared).answered"]
    case .community(let code):
      ["\(declared).communities.\(code.stored)", question(code, "counts.\(code.stored)")]
    case .ageBand(let code):
      [
        "\(declared).ageBands.\(code.stored)",
        question(DeclaredQuestion.ageBands, "counts.\(code.stored)"),
      ]
    case .askedFor(let code): [question(code, "asked")]
    case .answeredFor(let code): [question(code, "answered")]
    case .noneFor(let code): [question(code, "none")]
    }
  }
}
