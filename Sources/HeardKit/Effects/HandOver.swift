import HeardExchange
import HeardModel

/// A disclosure on its way to the safeguarding lead: how, to whom, and in which file.
public struct HandOver: Hashable, Sendable {
  /// How a disclosure can be handed over.
  public enum Way: String, CaseIterable, Sendable, StoredText {
    /// As a file that only the holder of the lead's key can read.
    case sealed
    /// As one page to print.
    case page
  }

  /// Which one.
  public let disclosure: TestimonyID
  /// How.
  public let way: Way
  /// The lead's key, to which a sealed file is sealed.
  public let key: LeadKey?
  /// What stands round its words.
  public let sheet: DisclosureSheet
  /// To whom, by name.
  public let lead: String
  /// How, in the words of the person.
  public let how: String
  /// Where to; `~/` is the home folder.
  public var path: String
}

/// Why a disclosure was not handed over.
public enum HandOverProblem: Error, Hashable, Sendable {
  /// It does not lie on this machine.
  case gone
  /// The programme has no key of a lead.
  case noKey
  /// The program that seals is not on this machine.
  case noProgram
  /// The program that seals would not take the key, or failed.
  case notSealed
  /// A file of that name is there already and stands untouched.
  case exists(path: String)
  /// The file would lie in the programme, where everybody who opens it finds it.
  case inside(path: String)
  /// The file could not be written.
  case cannotWrite(path: String, errno: Int32)
  /// The folder could not be read.
  case folder(StoreError)
  /// The file is written, but the folder does not say so yet.
  case notNoted(path: String, StoreError)
}

/// The disclosures that lie on this machine, none with what was told.
public struct KeptDisclosures: Hashable, Sendable {
  /// They, the oldest first.
  public var all: [Disclosure]
  /// Whether the program that seals is on this machine.
  public var canSeal: Bool

  /// Disclosures of this machine; none where none is given.
  public init(_ all: [Disclosure] = [], canSeal: Bool = false) {
    (self.all, self.canSeal) = (all, canSeal)
  }
}
