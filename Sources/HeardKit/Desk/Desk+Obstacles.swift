import HeardModel

// What keeps a place closed.
extension Desk {
  /// Why the record of a place cannot be shown to this person, as a sentence; nil where it can.
  public func obstacle(to place: Place) -> String? {
    switch place {
    case .event(let id, _), .closeOut(let id), .door(let id), .attendanceGrid(let id):
      absence(of: .event(id))
    case .testimony(let id, _): obstacle(to: id)
    case .action(let id): absence(of: .action(id))
    case .organisation(let id): absence(of: .organisation(id))
    case .person(let id):
      insight.people().contains { $0.id == id } ? nil : missing(id.text, unreadable(in: "events/"))
    default: nil
    }
  }

  /// Why a testimony cannot be read by this person; nil where it can.
  public func obstacle(to id: TestimonyID) -> String? {
    guard let testimony = programme.testimonies[id] else {
      return missing(id.text, unreadable(in: "testimonies/"))
    }
    let visibility = testimony.visibility(to: reader, on: today)
    return visibility.isReadable ? nil : words.sentence(visibility, testimony, self)
  }

  private func absence(of key: RecordKey) -> String? {
    if programme.record(key) != nil { return nil }
    let id = key.recordID
    // All organisations stand in one file.
    let isOrganisation = if case .organisation = key { true } else { false }
    let file = unreadable.first {
      isOrganisation ? $0.file == "partners.json" : $0.file.hasSuffix("/\(id).json")
    }
    return missing(id, file?.file)
  }

  /// A file that cannot be read, of those of which one may hold what is looked for.
  private func unreadable(in folder: String) -> String? {
    unreadable.first { $0.file.hasPrefix(folder) }?.file
  }

  private func missing(_ id: String, _ unreadableFile: String?) -> String {
    unreadableFile.map { words("place.unreadable", ["id": id, "file": $0]) }
      ?? words("place.none", ["id": id])
  }
}
