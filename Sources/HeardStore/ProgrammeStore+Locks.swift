import HeardModel

// Approved quarters: what is locked is not changed by any save, whichever way it came.
extension ProgrammeStore {
  /// Refuses a file that would change what an approval locks, as the folder stands now.
  ///
  /// - Throws: `StoreError.locked`; also for an approval that would take out what others approved.
  func refuseLocked(
    _ file: PreparedFile, _ erased: Set<String>, _ day: CalendarDay
  ) throws(StoreError) {
    for saved in file.saved {
      let before = file.onDisk[saved.key]
      if case .approval(let old)? = before {
        guard case .approval(let new)? = saved.record, new.keeps(old) else {
          throw .locked(QuarterLock(quarter: old.id, by: "", at: Moment(seconds: 0)))
        }
      }
      let lock = try Programme.lock(from: before, to: saved.record, erased: erased, on: day) {
        (quarter) throws(StoreError) in try self.lock(on: quarter)
      }
      if let lock { throw .locked(lock) }
    }
  }

  /// The lock on a quarter as it stands on disk.
  ///
  /// - Throws: `StoreError.unreadable` where nobody can tell whether there is one.
  private func lock(on quarter: ApprovalPeriod) throws(StoreError) -> QuarterLock? {
    guard let inside = try folder.inside(.approvals) else { return nil }
    let name = "\(quarter.stored).json"
    do throws(FileFault) {
      guard let bytes = try inside.read(name) else { return nil }
      return try decodeApproval(bytes, file: FilePlace.approvals.path(stem(name))).lock
    } catch {
      var fault = error
      fault.file = FilePlace.approvals.path(stem(name))
      throw .unreadable(fault)
    }
  }
}
