import Foundation
import HeardModel
import HeardStore

// The programme folder, where there is one.
extension Checkup {
  var ofFolder: [Observation] {
    guard access("\(path)/\(FilePlace.programmeFile)", F_OK) == 0 else {
      return [fine(.folder, "folder.none", ["path": path])]
    }
    return [folder, space, locks, git]
  }

  private var folder: Observation {
    let values = ["path": path]
    if access(path, W_OK | X_OK) != 0 { return look(.folder, "folder.closed", values) }
    do throws(StoreError) {
      let faults = try ProgrammeCheck.faults(path: path, on: Surroundings.today)
      let open = faults.filter(\.isOpenToOthers).count
      if open > 0 {
        return Observation(
          .folder, words("cli.doctor.folder.open", count: open, values),
          advice: words("cli.doctor.folder.open.mend", values))
      }
      let others = faults.filter { !$0.isRemark }.count
      if others > 0 {
        return Observation(
          .folder, words("cli.doctor.folder.faults", count: others, values),
          advice: words("cli.doctor.folder.faults.mend", values))
      }
      return fine(.folder, "folder", values)
    } catch {
      return Observation(
        .folder, words.sentence(error), advice: words("cli.doctor.folder.faults.mend", values))
    }
  }

  private var space: Observation {
    full(.space, path)
      ?? fine(
        .space, "space", ["free": Self.bytesFree(path).map { words.number($0 / 1_048_576) } ?? "?"])
  }

  private var locks: Observation {
    let own = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if own >= 0 { close(own) } }
    // Held by somebody is a lock, too.
    let isKnown = own >= 0 && (flock(own, LOCK_EX | LOCK_NB) == 0 || errno == EWOULDBLOCK)
    return isKnown ? fine(.locks, "locks") : look(.locks, "locks.none", ["path": path])
  }

  private var git: Observation {
    let isInstalled = (Surroundings.variable("PATH") ?? "").split(separator: ":").contains {
      access("\($0)/git", X_OK) == 0
    }
    guard isUnderVersionControl else {
      return fine(.git, isInstalled ? "git.unused" : "git.none")
    }
    let text = (try? String(contentsOfFile: "\(path)/.gitignore", encoding: .utf8)) ?? ""
    let lines = Set(text.split(whereSeparator: \.isNewline).map { $0.trimming("/") })
    let lacking = ["identities", "safeguarding"].filter { !lines.contains($0) }
    guard !lacking.isEmpty else { return fine(.git, "git") }
    return look(
      .git, "git.open",
      ["path": path, "names": lacking.map { "\($0)/" }.joined(separator: " ")])
  }

  private var isUnderVersionControl: Bool {
    let real = realpath(path, nil)
    defer { free(real) }
    guard var folder = real.map({ String(cString: $0) }) else { return false }
    while !folder.isEmpty {
      if access("\(folder)/.git", F_OK) == 0 { return true }
      folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
    }
    return false
  }
}

extension Substring {
  /// The text without these signs and blanks at its ends.
  fileprivate func trimming(_ signs: String) -> String {
    trimmingCharacters(in: CharacterSet(charactersIn: signs).union(.whitespaces))
  }
}
