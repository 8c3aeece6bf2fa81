import HeardModel
import StrictJSON

/// What an upgrade of a folder does.
public struct FolderUpgrade: Hashable, Sendable {
  /// The format in which the folder was found.
  public let from: Int
  /// The format in which it is then.
  public let to: Int
  /// The files that change.
  public let files: [String]
}

extension ProgrammeStore {
  /// What an upgrade of the folder would do; nil where it has the newest format already.
  ///
  /// - Throws: `StoreError` where there is no programme, its file cannot be used, or a newer version
  ///   wrote it.
  public func plannedUpgrade() throws(StoreError) -> FolderUpgrade? {
    try upgradable().map { $0.upgrade }
  }

  /// Upgrades the folder to the newest format; nil where it has it already.
  ///
  /// Since formats only add, no record changes: the number in `heard.json` does.
  ///
  /// - Throws: `StoreError`; the folder is as it was then.
  public func upgrade(by author: String, at moment: Moment) throws(StoreError) -> FolderUpgrade? {
    let lock = try FolderLock(folder)
    defer { _ = lock }
    finishCommits()
    guard let (upgrade, found) = try upgradable() else { return nil }
    var tree = found
    for format in upgrade.from..<upgrade.to { tree = Self.upgrade(tree, from: format) }
    tree["format"] = .integer(upgrade.to)
    let file = FilePlace.programmeFile
    let settings: ProgrammeSettings
    do throws(FileFault) { settings = try decode(tree.canonicalBytes(), file: file) } catch {
      throw .unreadable(error)
    }
    let rights = Rights(settings)
    let line = HistoryLine(
      at: moment, by: author, record: RecordKey.settings.recordID, what: "upgraded",
      fields: ["format"])
    try folder.replace(file, with: tree.canonicalBytes(), mode: rights.file)
    noteOwn(file, folder.status(file))
    note([line], at: moment, rights)
    return upgrade
  }

  /// The file of the programme one format further; each step knows only the one before it.
  private static func upgrade(_ tree: JSONValue, from format: Int) -> JSONValue {
    switch format {
    // Format 2 only adds: what stands in a file of format 1 stands in one of format 2.
    default: tree
    }
  }

  private func upgradable() throws(StoreError) -> (upgrade: FolderUpgrade, tree: JSONValue)? {
    let file = FilePlace.programmeFile
    let bytes: [UInt8]?
    do throws(FileFault) { bytes = try folder.read(file) } catch { throw .unreadable(error) }
    guard let bytes else { throw .notAProgramme(path: path) }
    if let newer = newerFormat(bytes) { throw newer }
    do throws(FileFault) {
      let settings: ProgrammeSettings = try decode(bytes, file: file)
      guard case .olderFormat(let found, let known) = olderFormat(settings) else { return nil }
      let tree = try jsonTree(bytes, file: file)
      return (FolderUpgrade(from: found, to: known, files: [file]), tree)
    } catch {
      throw .unreadable(error)
    }
  }
}
