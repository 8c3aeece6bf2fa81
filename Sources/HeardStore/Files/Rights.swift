import Glibc
import HeardModel

/// Which rights files and folders have: the owner's alone, or also those of a group.
struct Rights {
  var file: mode_t
  var folder: mode_t

  init(_ settings: ProgrammeSettings) {
    file = settings.isSharedByGroup ? 0o660 : 0o600
    // The bit that hands the folder's group on: else a file would have its writer's own group.
    folder = settings.isSharedByGroup ? 0o770 | S_ISGID : 0o700
  }

  /// The rights in a folder inside the programme's; names behind pseudonyms are never a group's.
  func of(_ place: FilePlace) -> Rights {
    var rights = self
    if place.row.isPrivate { (rights.file, rights.folder) = (0o600, 0o700) }
    return rights
  }
}

extension Folder {
  /// Takes rights away that a file or folder has beyond a mode; a link or a second name is left.
  func tighten(_ name: String, _ mode: mode_t, _ tightened: inout [String]) {
    guard let status = status(name), status.hasOwnKind,
      status.st_mode & 0o7777 & ~mode & ~S_ISGID != 0
    else { return }
    let rest = status.st_mode & (mode | S_ISGID) & 0o7777
    if fchmodat(descriptor, name, rest, AT_SYMLINK_NOFOLLOW) == 0 {
      tightened.append(name == "." ? path : "\(path)/\(name)")
    }
  }
}

extension stat {
  /// Whether it is a folder, or a plain file with no second name.
  var hasOwnKind: Bool {
    st_mode & S_IFMT == S_IFDIR || (st_mode & S_IFMT == S_IFREG && st_nlink <= 1)
  }
}
