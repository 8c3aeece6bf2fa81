import Glibc
import HeardModel
import StrictJSON

// What is kept beside the records and is no part of a change: how sheets are read, and the names
// behind pseudonyms, which must stand in no undo and no history.
extension ProgrammeStore {
  /// Keeps what the columns of a sheet stand for, under its name.
  ///
  /// - Throws: `StoreError`; a file of that name that cannot be understood is not overwritten.
  public func keep(_ mapping: ImportMapping, settings: ProgrammeSettings) throws(StoreError) {
    try keep([mapping], in: .mappings, settings)
  }

  /// Keeps the names behind pseudonyms, each in a file of its own that only its owner reads.
  ///
  /// - Throws: `StoreError`; those before the failure are kept.
  public func keep(_ identities: [Identity], settings: ProgrammeSettings) throws(StoreError) {
    let erased = try erasedIDs()
    if let gone = identities.first(where: { erased.contains($0.id.text) }) {
      throw .erased(id: gone.id.text)
    }
    try keep(identities, in: .identities, settings)
  }

  /// Takes the names behind pseudonyms away; nothing of them is kept on this machine.
  public func forget(identities ids: [PersonID]) throws(StoreError) {
    let lock = try FolderLock(folder)
    defer { _ = lock }
    guard let inside = try folder.inside(.identities) else { return }
    for id in ids where !id.isEmpty { try inside.remove("\(id.text).json") }
  }

  /// Keeps the name of somebody who turned out to be somebody else under that one's pseudonym, too,
  /// where no name is kept there; the name under the other pseudonym stays as it is.
  ///
  /// - Returns: whether there was a name to keep.
  @discardableResult public func joinIdentity(
    of gone: PersonID, to kept: PersonID, settings: ProgrammeSettings
  ) throws(StoreError) -> Bool {
    let known = keptIdentities().map(\.id)
    guard !known.contains(kept), var identity = identities(of: [gone]).first else { return false }
    identity.id = kept
    try keep([identity], settings: settings)
    return true
  }

  private func keep<T: StoredRecord>(
    _ values: [T], in place: FilePlace, _ settings: ProgrammeSettings
  ) throws(StoreError) {
    if values.isEmpty { return }
    let lock = try FolderLock(folder)
    defer { _ = lock }
    let rights = Rights(try settingsOnDisk() ?? settings).of(place)
    if !place.row.isVersioned { try keepUnversioned(Rights(settings)) }
    let inside = try folder.makeInside(place.folder ?? "", mode: rights.folder)
    for value in values {
      guard Identifier<T>(stored: value.recordID) != nil else { throw .badID(value.recordID) }
      let file = "\(value.recordID).json"
      let tree = try merged(value, with: file, in: inside, path: place.path(value.recordID))
      try inside.replace(file, with: tree.canonicalBytes(), mode: rights.file)
    }
  }

  /// A value's tree with what a newer version put beside its members on disk.
  func merged<T: Stored>(
    _ value: T, with file: String, in inside: Folder, path: String
  ) throws(StoreError) -> JSONValue {
    let own = TreeWriter.tree(value)
    do throws(FileFault) {
      guard let bytes = try inside.read(file) else { return own }
      let there: T = try decode(bytes, file: path)
      let known = TreeWriter.tree(there, blanks: .all)
      let unknown = ((try? JSONValue(bytes))?.members ?? [:]).filter { known[$0.key] == nil }
      return .object(unknown.merging(own.members ?? [:]) { $1 })
    } catch {
      var fault = error
      fault.file = path
      throw .unreadable(fault)
    }
  }

  /// Sees that version control passes over what must never get into it; what else stands in the file
  /// stays.
  func keepUnversioned(_ rights: Rights) throws(StoreError) {
    let name = ".gitignore"
    let bytes = (try? folder.read(name)) ?? nil
    let text = String(decoding: bytes ?? [], as: UTF8.self)
    let lines = Set(text.split(separator: "\n").map(String.init))
    let wanted =
      FilePlace.programmeFolders.filter { !$0.row.isVersioned }
      .compactMap(\.folder).map { "\($0)/" } + [".heard-*.tmp"]
    let lacking = wanted.filter { !lines.contains($0) && !lines.contains("/\($0)") }
    if lacking.isEmpty { return }
    let start = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    let all = start + lacking.map { "\($0)\n" }.joined()
    try folder.replace(name, with: Array(all.utf8), mode: rights.file)
  }
}
