import HeardModel

extension Consent {
  /// The consent with one more answer, written down now by this person.
  ///
  /// The answer is always the latest: where a clock is behind that of an earlier entry, it counts
  /// as given a second after that entry, so that a withdrawal never loses against it.
  ///
  /// `method` is how this very answer was taken: what was refused or withdrawn opens by no other.
  public func answering(
    _ purpose: ConsentPurpose, _ state: ConsentState, because reason: String = "",
    by method: ConsentMethod? = nil, evidence: String = "", _ desk: inout Desk
  ) -> Consent {
    let latest = entries.filter { $0.purpose == purpose }.map(\.at).max()
    let at = latest.map { max(desk.now, $0.adding(seconds: 1)) } ?? desk.now
    let id = Code(stored: "e-\(desk.ids.characters(6))") ?? "e-0"
    var entry = ConsentEntry(
      id: id, purpose: purpose, state: state, at: at, by: desk.settings.name, reason: reason)
    (entry.method, entry.evidence) = (method, evidence)
    return adding(entry)
  }

  /// The consent with evidence for every yes that stands, written down now; it answers nothing.
  public func addingEvidence(
    _ method: ConsentMethod?, _ evidence: String, _ desk: inout Desk
  ) -> Consent {
    var consent = self
    for purpose in ConsentPurpose.allCases where allows(purpose, on: desk.today) {
      consent = consent.answering(purpose, .given, by: method, evidence: evidence, &desk)
      consent.entries[consent.entries.count - 1].isEvidenceOnly = true
    }
    return consent
  }
}
