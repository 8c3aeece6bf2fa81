import Glibc
import HeardScreens
import HeardStore

/// Whether this window is told when others change the folder, and why not where it is not.
struct FollowedFolder {
  /// Tells of changes; nil when the machine cannot.
  let watch: FolderWatch?
  /// Why not everything is told.
  let why: Reason?

  /// Why a window does not see all changes by itself.
  enum Reason {
    /// The machine refused.
    case refused(StoreError)
    /// The folder lies on another machine, which does not tell what its other users do.
    case shared
    /// Somebody has turned it off.
    case turnedOff
  }

  init(_ store: ProgrammeStore) {
    guard Surroundings.variable("HEARD_WATCH") != "no" else {
      (watch, why) = (nil, .turnedOff)
      return
    }
    do throws(StoreError) {
      let watch = try store.watch()
      self.watch = watch
      why = watch.isShared ? .shared : nil
    } catch {
      (watch, why) = (nil, .refused(error))
    }
  }
}

extension Words {
  /// Why a window does not see all changes by itself, and what brings them.
  func sentence(_ why: FollowedFolder.Reason) -> String {
    switch why {
    case .refused(let error): sentence(error)
    case .shared: self("outside.shared")
    case .turnedOff: self("outside.turnedOff")
    }
  }
}
