/// Something wrong with a file of a programme folder, with where it stands.
public struct FileFault: Error, Hashable, Sendable {
  /// What is wrong, with its evidence.
  public enum Kind: Hashable, Sendable {
    /// The text is no JSON of the strict kind.
    case json(SyntaxFault)
    /// The file's value is not an object.
    case notAnObject
    /// A member that must be there is not.
    case missingMember
    /// A member holds another type than it must.
    case wrongType(expected: ExpectedType)
    /// A member holds a text that is not one of its values.
    case unknownValue(String)
    /// A number lies outside its range.
    case outOfRange(Int)
    /// Two records of a list have the same id.
    case repeatedID(String)
    /// The file's name does not follow the rule of ids.
    case badName
    /// The id in the file is not the file's name.
    case nameDiffers(id: String)
    /// The same id in another form of letters stands beside it.
    case twin(String)
    /// Something that is not a plain file of its own: a link, a second name, a pipe, a device.
    case notAPlainFile
    /// Belongs to another person of this machine although it may be read by its owner only.
    case foreignOwner
    /// Others of this machine may read or change it.
    case openToOthers(mode: Int)
    /// The machine did not let it be read.
    case cannotRead(errno: Int32)
    /// A record names another that is not there.
    case dangling(String)
    /// The record was erased and stands here again.
    case wasErased(String)
    /// An event that turned out to be another one, and whose file is back.
    case wasMerged(into: String)
    /// The file is not in the form in which Heard writes it.
    case notCanonical
    /// What was left of a save that was cut off.
    case leftover
    /// A copy that a program for keeping folders alike, or an editor, left beside a record.
    case syncCopy(of: String)
    /// Not a file that a programme folder holds.
    case stranger
    /// The record breaks a rule of its kind.
    case rule(RecordRule)
    /// It is not as this machine wrote or accepted it last.
    case changedOutside
    /// This machine wrote or accepted it, and it is not there any more.
    case goneOutside
    /// This machine has neither written nor accepted it.
    case newOutside
  }

  /// The types that a member can have.
  public enum ExpectedType: String, Hashable, Sendable {
    /// A text.
    case text
    /// A whole number.
    case number
    /// True or false.
    case flag
    /// A list.
    case list
    /// An object.
    case object
  }

  /// The file inside the folder, as `events/ID.json`.
  public var file: String
  /// The line from 1, where it is known.
  public var line: Int?
  /// The column from 1 in characters, where it is known.
  public var column: Int?
  /// The member, as `attendance.roles.speaker`; empty for the file as a whole.
  public var member: String
  /// What is wrong.
  public var kind: Kind

  /// A fault of a file.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, member: String = "", kind: Kind
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.member = member
    self.kind = kind
  }

  /// The stable code of the fault: the same in every version and language.
  public var code: String {
    switch kind {
    case .json(.mergeMarks): "H103"
    case .json(.duplicateMember): "H104"
    case .json: "H101"
    case .notAnObject: "H102"
    case .missingMember: "H201"
    case .wrongType: "H202"
    case .unknownValue: "H203"
    case .outOfRange: "H204"
    case .repeatedID: "H205"
    case .badName: "H301"
    case .nameDiffers: "H302"
    case .twin: "H303"
    case .dangling: "H401"
    case .wasErased: "H402"
    case .wasMerged: "H403"
    case .rule(let rule): rule.code
    case .notAPlainFile: "H601"
    case .foreignOwner: "H602"
    case .openToOthers: "H603"
    case .cannotRead: "H604"
    case .notCanonical: "H701"
    case .leftover: "H702"
    case .stranger: "H703"
    case .syncCopy: "H704"
    case .changedOutside: "H801"
    case .goneOutside: "H802"
    case .newOutside: "H803"
    }
  }

  /// Whether it is only that others may read or change the file.
  public var isOpenToOthers: Bool { if case .openToOthers = kind { true } else { false } }

  /// Whether it is only worth knowing: the folder is as it should be all the same.
  ///
  /// Of what its owner alone may read, rights are more than that.
  public var isRemark: Bool {
    switch kind {
    case .changedOutside, .goneOutside, .newOutside: return true
    case .openToOthers:
      let name = file.prefix { $0 != "/" }
      return FilePlace(programme: String(name))?.row.isPrivate != true
    default: return false
    }
  }

  /// Whether nothing of the file can be read, since it is no JSON.
  public var isNoJSON: Bool { if case .json = kind { true } else { false } }

  /// Whether the file cannot be used; the others are only worth correcting.
  public var stopsReading: Bool {
    switch kind {
    case .json, .notAnObject, .missingMember, .wrongType, .unknownValue, .outOfRange, .repeatedID,
      .badName, .nameDiffers, .notAPlainFile, .foreignOwner, .cannotRead:
      true
    case .twin, .openToOthers, .dangling, .wasErased, .wasMerged, .notCanonical, .leftover,
      .stranger,
      .syncCopy, .rule, .changedOutside, .goneOutside, .newOutside:
      false
    }
  }
}
