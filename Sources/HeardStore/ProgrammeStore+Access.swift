import Glibc
import HeardModel
import StrictJSON

// What is handed out to the person whom it is about.
extension ProgrammeStore {
  /// What was told in need of protection under the ids of some testimonies or by a person, as far as
  /// it is on this machine.
  ///
  /// - Warning: only for the safeguarding lead; who reads is asked before.
  public func disclosures(of testimonies: [TestimonyID], or person: PersonID?) -> [Disclosure] {
    disclosures().compactMap { (try? disclosure($0.id)) ?? nil }
      .filter { testimonies.contains($0.id) || (person != nil && $0.person == person) }
  }
}
