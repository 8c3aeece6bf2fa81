import Glibc
import HeardModel
import StrictJSON

// What left the folder.
extension ProgrammeStore {
  /// Notes that something left the folder, durably, in the file of this machine.
  ///
  /// Where the folder may only be read nothing is written and nothing fails.
  ///
  /// - Throws: `StoreError` where the line could not be written although the folder may be.
  public func register(_ line: RegisterLine, settings: ProgrammeSettings) throws(StoreError) {
    let known: ProgrammeSettings
    do throws(StoreError) { known = try settingsOnDisk() ?? settings } catch { return }
    if faccessat(folder.descriptor, ".", W_OK, AT_EACCESS) != 0 { return }
    // Only whole lines are added, so whoever holds the folder keeps nobody from printing a list.
    let lock = try? FolderLock(folder, milliseconds: 1000)
    defer { _ = lock }
    let rights = Rights(known).of(.register)
    let home = try folder.makeInside(FilePlace.register.folder ?? "", mode: rights.folder)
    let text = TreeWriter.tree(line).lineText()
    do throws(StoreError) {
      try home.append(Array(text.utf8), to: "\(device).jsonl", mode: rights.file)
    } catch {
      // The line stands there.
      if case .notConfirmed = error { return }
      throw error
    }
  }

  /// What left the folder, from all machines, the newest first; of some records only the lines that
  /// name one of them.
  public func registered(of ids: Set<String>? = nil) -> [RegisterLine] {
    guard let inside = (try? folder.inside(.register)) ?? nil else { return [] }
    var lines: [RegisterLine] = []
    for name in (try? inside.names()) ?? [] where name.hasSuffix(".jsonl") {
      guard let bytes = (try? inside.read(name)) ?? nil else { continue }
      lines += bytes.split(separator: UInt8(ascii: "\n")).compactMap { Self.registerLine($0) }
    }
    let wanted = lines.filter { line in
      ids.map { ids in line.records.contains { ids.contains($0.stored) } } ?? true
    }
    return wanted.sorted { ($0.at, $0.what) > ($1.at, $1.what) }
  }

  private static func registerLine(_ bytes: ArraySlice<UInt8>) -> RegisterLine? {
    guard let document = try? JSONDocument(Array(bytes)), document.root.kind == .object else {
      return nil
    }
    let (line, faults) = RecordReader.read(RegisterLine.self, from: document.root)
    return faults.isEmpty ? line : nil
  }
}
