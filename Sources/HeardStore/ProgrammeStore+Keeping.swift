import Glibc
import HeardModel
import StrictJSON

// What is kept beside the records and is no part of a change: the names behind pseudonyms, which
// must stand in no undo and no history.
extension ProgrammeStore {
  /// Keeps the names behind pseudonyms, each in a file of its own that only its owner reads.
  ///
  /// - Throws: `StoreError`; those before the failure are kept, and a file that cannot be
  ///   understood is not overwritten.
  public func keep(_ identities: [Identity], settings: ProgrammeSettings) throws(StoreError) {
    let erased = try erasedIDs()
    if let gone = identities.first(where: { erased.contains($0.id.text) }) {
      throw .erased(id: gone.id.text)
    }
    if identities.isEmpty { return }
    let lock = try FolderLock(folder)
    defer { _ = lock }
    let rights = Rights(try settingsOnDisk() ?? settings).of(.identities)
    let inside = try folder.makeInside(Subfolder.identities.rawValue, mode: rights.folder)
    for identity in identities {
      guard Identifier<Identity>(stored: identity.recordID) != nil else {
        throw .badID(identity.recordID)
      }
      let file = "\(identity.recordID).json"
      let tree = try merged(identity, with: file, in: inside)
      try inside.replace(file, with: tree.canonicalBytes(), mode: rights.file)
    }
  }

  /// Takes the names behind pseudonyms away; nothing of them is kept on this machine.
  public func forget(identities ids: [PersonID]) throws(StoreError) {
    let lock = try FolderLock(folder)
    defer { _ = lock }
    guard let inside = try folder.inside(Subfolder.identities.rawValue) else { return }
    for id in ids where !id.isEmpty { try inside.remove("\(id.text).json") }
  }

  /// A name's tree with what a newer version put beside its members on disk.
  private func merged(
    _ identity: Identity, with file: String, in inside: Folder
  ) throws(StoreError) -> JSONValue {
    let own = TreeWriter.tree(identity)
    let path = "\(Subfolder.identities.rawValue)/\(file)"
    do throws(FileFault) {
      guard let bytes = try inside.read(file) else { return own }
      let there: Identity = try decode(bytes, file: path)
      let known = TreeWriter.tree(there, blanks: .all)
      let unknown = ((try? JSONValue(bytes))?.members ?? [:]).filter { known[$0.key] == nil }
      return .object(unknown.merging(own.members ?? [:]) { $1 })
    } catch {
      var fault = error
      fault.file = path
      throw .unreadable(fault)
    }
  }
}
