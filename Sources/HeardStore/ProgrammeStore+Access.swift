import Glibc
import HeardModel
import StrictJSON

// What is handed out to the person whom it is about.
extension ProgrammeStore {
  /// What was told in need of protection under the ids of some testimonies, as far as it is on this
  /// machine.
  ///
  /// - Warning: only for the safeguarding lead; who reads is asked before.
  public func disclosures(of testimonies: [TestimonyID]) -> [Disclosure] {
    guard let inside = (try? folder.inside(.safeguarding)) ?? nil else { return [] }
    return testimonies.compactMap { id -> Disclosure? in
      guard let bytes = (try? inside.read("\(id.text).json")) ?? nil else { return nil }
      return try? decode(bytes, file: FilePlace.safeguarding.path(id.text))
    }
  }
}
