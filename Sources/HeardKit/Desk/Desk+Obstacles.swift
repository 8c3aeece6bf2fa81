import HeardModel

// What keeps a place closed.
extension Desk {
  /// Why the record of a place cannot be shown to this person, as a sentence; nil where it can.
  public func obstacle(to place: Place) -> String? {
    switch place {
    case .event(let id, _), .closeOut(let id), .door(let id), .attendanceGrid(let id),
      .whichAsked(let id):
      absence(of: .event(id))
    case .testimony(let id, _): obstacle(to: id)
    case .action(let id): absence(of: .action(id))
    case .organisation(let id): absence(of: .organisation(id))
    case .merge(let id, _): absence(of: .event(id))
    case .person(let id), .mergePeople(let id, _):
      insight.person(id) != nil ? nil : missing(id.text, unreadable(in: .events))
    default: nil
    }
  }

  /// Why a testimony cannot be read by this person; nil where it can.
  public func obstacle(to id: TestimonyID) -> String? {
    guard let testimony = programme.testimonies[id] else {
      return missing(id.text, unreadable(in: .testimonies))
    }
    let visibility = testimony.visibility(to: reader, on: today)
    return visibility.isReadable ? nil : words.sentence(visibility, testimony, self)
  }

  private func absence(of key: RecordKey) -> String? {
    if programme.record(key) != nil { return nil }
    let id = key.recordID
    let file = unreadable.first { $0.file == key.file }
    return missing(id, file?.file)
  }

  /// A file that cannot be read, of those of which one may hold what is looked for.
  private func unreadable(in place: FilePlace) -> String? {
    unreadable.first { FilePlace(path: $0.file) == place }?.file
  }

  private func missing(_ id: String, _ unreadableFile: String?) -> String {
    unreadableFile.map { words("place.unreadable", ["id": id, "file": $0]) }
      ?? words("place.none", ["id": id])
  }
}
