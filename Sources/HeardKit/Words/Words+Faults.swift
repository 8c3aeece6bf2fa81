import Foundation
import HeardModel

/// Every fault as a sentence: what happened, to what, what was kept, what to do.
///
/// What went wrong crosses every border as a fact; here it is said, in the language of the moment.
extension Words {
  /// Why something could not be read or written.
  public func sentence(_ error: StoreError) -> String {
    switch error {
    case .noFolder(let path): self("error.noFolder", ["path": path])
    case .notAFolder(let path): self("error.notAFolder", ["path": path])
    case .notAProgramme(let path): self("error.notAProgramme", ["path": path])
    case .alreadyThere(let path): self("error.alreadyThere", ["path": path])
    case .cannotRead(let path, let number):
      self("error.cannotRead", ["path": path, "reason": reason(number)])
    case .cannotWrite(let path, let number):
      self("error.cannotWrite", ["path": path, "reason": reason(number)])
    case .notConfirmed(let path, let number):
      self("error.notConfirmed", ["path": path, "reason": reason(number)])
    case .busy(let path): self("error.busy", ["path": path])
    case .moved(let path): self("error.moved", ["path": path])
    case .newerFormat(let found, let known):
      self("error.newerFormat", ["found": String(found), "known": String(known)])
    case .olderFormat(let found, let known):
      self("error.olderFormat", ["found": String(found), "known": String(known)])
    case .readOnly(let path): self("error.readOnly", ["path": path])
    case .unreadable(let fault): self("error.unreadable", ["fault": sentence(fault)])
    case .erased(let id): self("error.erased", ["id": quoted(id)])
    case .locked(let lock): sentence(lock, Formats(self))
    case .releaseStays(let name): self("error.releaseStays", ["name": quoted(name)])
    case .badID(let id): self("error.badID", ["id": quoted(id)])
    case .tooManyConflicts(let id, let limit):
      self("error.tooManyConflicts", ["id": id, "n": self.number(limit)])
    case .cannotWatch(_, let number):
      self("outside.notWatched", ["reason": reason(number)])
    case .notACopy(let path): self("error.notACopy", ["path": path])
    }
  }

  /// Why a window does not see all changes by itself, and what brings them.
  public func sentence(_ why: NotFollowed) -> String {
    switch why {
    case .refused(let error): sentence(error)
    case .shared: self("outside.shared")
    case .turnedOff: self("outside.turnedOff")
    }
  }

  /// What became of a text that was given to another program.
  public func sentence(_ problem: OutsideProblem) -> String {
    switch problem {
    case .editorFailed(let name): self("editor.failed", ["name": name])
    case .editorLost(let name): self("editor.lost", ["name": name])
    case .pagerFailed(let name): self("pager.failed", ["name": name])
    case .notHere: self("command.notHere")
    }
  }

  /// Why a disclosure was not handed over, or is not noted as handed over.
  public func sentence(_ problem: HandOverProblem) -> String {
    switch problem {
    case .gone: self("disclosure.gone")
    case .noKey: self("disclosure.noKey")
    case .noProgram: self("disclosure.noProgram")
    case .notSealed: self("disclosure.notSealed")
    case .exists(let path): self("disclosure.fileExists", ["path": path])
    case .inside(let path): self("cli.notInside", ["path": path])
    case .cannotWrite(let path, let number):
      self("file.failed", ["path": path, "reason": reason(number)])
    case .folder(let error): sentence(error)
    case .notNoted(let path, let error):
      self("disclosure.notNoted", ["path": path, "why": sentence(error)])
    }
  }

  /// Why nothing could be brought in from a file.
  public func sentence(_ trouble: SheetTrouble) -> String {
    switch trouble {
    case .cannotRead(let path, let number):
      sentence(StoreError.cannotRead(path: path, errno: number))
    case .noSheet(let path, let fault): sentence(fault, path)
    }
  }

  /// A fault of a file with its place and its code.
  public func sentence(_ fault: FileFault) -> String {
    var place = fault.file
    if let line = fault.line {
      place += ":\(line)"
      if let column = fault.column { place += ":\(column)" }
    }
    let what = what(fault)
    let text =
      fault.member.isEmpty
      ? what : self("fault.member", ["member": quoted(fault.member, columns: 160), "what": what])
    return "\(place): \(fault.code) \(text)"
  }

  private func what(_ fault: FileFault) -> String {
    switch fault.kind {
    case .json(let kind): what(kind)
    case .notAnObject: self("fault.notAnObject")
    case .missingMember: self("fault.missingMember")
    case .wrongType(let type): self("fault.wrongType", ["type": self("type.\(type.rawValue)")])
    case .unknownValue(let value): self("fault.unknownValue", ["value": quoted(value)])
    case .outOfRange(let number): self("fault.outOfRange", ["number": String(number)])
    case .repeatedID(let id): self("fault.repeatedID", ["id": quoted(id)])
    case .badName: self("fault.badName")
    case .nameDiffers(let id): self("fault.nameDiffers", ["id": quoted(id)])
    case .twin(let name): self("fault.twin", ["name": name])
    case .notAPlainFile: self("fault.notAPlainFile")
    case .foreignOwner: self("fault.foreignOwner")
    case .openToOthers(let mode):
      self("fault.openToOthers", ["mode": String(mode, radix: 8)])
    case .cannotRead(let number): self("fault.cannotRead", ["reason": reason(number)])
    case .wasMerged(let id): self("fault.wasMerged", ["id": quoted(id)])
    case .dangling(let id): self("fault.dangling", ["id": quoted(id)])
    case .wasErased(let id): self("fault.wasErased", ["id": id])
    case .notCanonical: self("fault.notCanonical")
    case .leftover: self("fault.leftover")
    case .syncCopy(let name): self("fault.syncCopy", ["name": name])
    case .stranger: self("fault.stranger")
    case .rule(let rule): self("rule.\(rule.rawValue)")
    case .changedOutside: self("fault.changedOutside")
    case .goneOutside: self("fault.goneOutside")
    case .newOutside: self("fault.newOutside")
    }
  }

  private func what(_ kind: SyntaxFault) -> String {
    switch kind {
    case .empty: self("json.empty")
    case .mergeMarks: self("json.mergeMarks")
    case .byteOrderMark: self("json.byteOrderMark")
    case .notUTF8: self("json.notUTF8")
    case .unexpectedCharacter(let scalar):
      self("json.unexpectedCharacter", ["character": String(Character(scalar))])
    case .unterminated: self("json.unterminated")
    case .trailingComma: self("json.trailingComma")
    case .missingComma: self("json.missingComma")
    case .missingColon: self("json.missingColon")
    case .duplicateMember(let name): self("json.duplicateMember", ["name": quoted(name)])
    case .controlCharacter: self("json.controlCharacter")
    case .badEscape: self("json.badEscape")
    case .loneSurrogate: self("json.loneSurrogate")
    case .badNumber: self("json.badNumber")
    case .integerOutOfRange: self("json.integerOutOfRange")
    case .tooDeep(let limit): self("json.tooDeep", ["limit": String(limit)])
    case .tooLarge(let limit): self("json.tooLarge", ["limit": number(limit)])
    case .trailingContent: self("json.trailingContent")
    }
  }

  /// What the machine said, in words where we have them.
  public func reason(_ number: Int32) -> String {
    let key = "reason.\(number)"
    return has(key) ? self(key) : String(cString: strerror(number))
  }
}
