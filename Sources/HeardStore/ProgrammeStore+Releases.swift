import HeardModel
import StrictJSON

// Releases: what was given out stands as it was given out.
extension ProgrammeStore {
  /// A change in which every new release has a name under which no other one stands on disk, and the
  /// others that stand under the names that were asked for.
  ///
  /// Of two of one name both are kept: the second is called `NAME-2`, and the same one saved again
  /// finds itself there.
  func namingReleases(
    of change: Change
  ) throws(StoreError) -> (change: Change, standing: [SavedRecord]) {
    var taken: Set<Code> = []
    var standing: [SavedRecord] = []
    var edits: [Edit] = []
    for edit in change.edits {
      guard edit.before == nil, case .release(let release)? = edit.after else {
        edits.append(edit)
        continue
      }
      let named = try named(release, besides: taken)
      taken.insert(named.id)
      if named.id != release.id {
        standing.append(
          SavedRecord(key: edit.key, record: try releaseOnDisk(release.id), newConflicts: 0))
      }
      edits += [Edit(before: nil, after: .release(named))].compactMap(\.self)
    }
    return (standing.isEmpty ? change : Change(change.name, edits), standing)
  }

  /// A copy's file and bytes; of a release that differs from the one of its name under a free name.
  func namingRelease(
    of copy: [UInt8], for target: RecordFile
  ) throws(StoreError) -> (target: RecordFile, copy: [UInt8]) {
    guard target.place == .releases, let content = try? target.content(copy),
      case .release(let release)? = content.records.values.first,
      var tree = try? JSONValue(copy)
    else { return (target, copy) }
    let named = try named(release, besides: [])
    if named.id == release.id { return (target, copy) }
    tree["id"] = .string(named.id.stored)
    return (RecordFile(path: RecordKey.release(named.id).file), tree.canonicalBytes())
  }

  /// A release under its own name, or under the first free one that is made of it.
  private func named(
    _ release: Release, besides taken: Set<Code>
  ) throws(StoreError) -> Release {
    var named = release
    var number = 1
    while true {
      let there = try releaseOnDisk(named.id)
      if !taken.contains(named.id), there == nil || there == .release(named) { return named }
      number += 1
      let end = "-\(number)"
      // A name has 64 characters at most.
      named.id = Code(stored: release.id.stored.prefix(64 - end.count) + end) ?? release.id
    }
  }

  /// The release that stands under a name on disk; nil where there is none.
  private func releaseOnDisk(_ name: Code) throws(StoreError) -> Record? {
    let file = RecordFile(path: RecordKey.release(name).file)
    guard let bytes = try bytes(of: file) else { return nil }
    do throws(FileFault) { return try file.content(bytes).records.values.first } catch {
      throw .unreadable(error)
    }
  }
}

extension RecordFile {
  /// Refuses an edit that would make another of a release; `there` are the records on disk.
  ///
  /// - Throws: `StoreError.releaseStays`.
  func refuseChangedRelease(beside there: [RecordKey: Record]) throws(StoreError) {
    for edit in edits where edit.changesRelease(standing: there[edit.key]) {
      throw .releaseStays(name: edit.key.recordID)
    }
  }
}
