import HeardCommands
import HeardExchange
import HeardKit
import HeardModel
import HeardStore
import Synchronization

// What is done with files and folders of this machine outside of the programme.
extension Worker {
  static func write(
    _ file: OrderedFile, _ order: FileOrder, replacing: Bool
  ) -> MachineOutcome {
    let output = OutputFile(order.path)
    do throws(OutputFile.Trouble) {
      try output.write(file.bytes, replacing: replacing)
      return .fileWritten(
        path: output.path, leftOut: file.leftOut, withoutTime: file.withoutTime)
    } catch {
      return switch error {
      case .exists: .fileExists(order, path: output.path)
      case .notAFile: .notAFile(path: output.path)
      case .cannotWrite(let number): .fileFailed(path: output.path, errno: number)
      }
    }
  }

  /// Notes in the register that a file left the folder, once it was written.
  func noted(_ line: RegisterLine, once outcome: MachineOutcome) -> [Outcome] {
    guard case .fileWritten = outcome, let store, !opened.isInvented else { return [] }
    do throws(StoreError) { try store.register(line, settings: opened.settings) } catch {
      return [.folder(.registerFailed(error))]
    }
    return []
  }

  /// Reads a sheet and tells how far it is, as long as nobody gives it up.
  func readSheet(_ order: SheetOrder) -> [Outcome] {
    let told = Mutex(0)
    let watch = SheetWatch { [self] percent in
      let isNew = told.withLock { last in
        if percent < last + 5 { return false }
        last = percent
        return true
      }
      if isNew { tell([.machine(.sheetProgress(SheetProgress(id: order.id, percent: percent)))]) }
      return reads.withLock { $0 == order.id }
    }
    // Only where names are kept they are looked up.
    let names = order.needsNames ? store?.knownNames() ?? [] : []
    guard let read = Self.read(order, KnownNames(names), watch) else { return [] }
    return [.machine(.sheet(read))]
  }

  /// A sheet, or why it is none; nil where it was given up.
  private static func read(
    _ order: SheetOrder, _ names: KnownNames, _ watch: SheetWatch
  ) -> ReadSheet? {
    do throws(SheetFile.Errno) {
      let bytes = order.needsFile ? try SheetFile.bytes(SheetFile.path(order.path)) : []
      do throws(SheetFault) { return try order.read(bytes, names: names, watch) } catch {
        return error == .stopped ? nil : ReadSheet(order, why: .noSheet(path: order.path, error))
      }
    } catch {
      return ReadSheet(order, why: .cannotRead(path: order.path, errno: error.number))
    }
  }

  static func check(_ path: String) -> MachineOutcome {
    let path = FolderPaths.absolute(path)
    do throws(StoreError) {
      _ = try ProgrammeStore(path: path, device: Surroundings.device).load()
      return .canOpen(path, importing: false)
    } catch {
      return .cannotOpen(error)
    }
  }

  /// Makes a programme with the person who makes it as the first of its team.
  func make(_ new: NewProgramme, at moment: Moment) -> MachineOutcome {
    let path = FolderPaths.absolute(new.folder)
    var ids = IdentifierSource(seed: UInt64.random(in: .min ... .max))
    var member = StaffMember()
    member.id = ids.make("s")
    member.name = new.yourName
    member.roles = [new.yourRole]
    var person = self.person.withLock { $0 }
    (person.name, person.role, person.staff) = (new.yourName, new.yourRole, member.id)
    do throws(StoreError) {
      try ProgrammeStore.create(at: path, settings: new.settings)
      let added = Change(
        .added(kind: .staff, title: member.name), before: nil, after: .staff(member))
      let store = try ProgrammeStore(path: path, device: Surroundings.device)
      if let added {
        _ = try store.save(added, settings: new.settings, by: person.name, at: moment)
      }
      try person.save()
      return .canOpen(path, importing: new.importsSheet)
    } catch {
      return .cannotOpen(error)
    }
  }
}
