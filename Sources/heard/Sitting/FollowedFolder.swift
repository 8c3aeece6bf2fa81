import Glibc
import HeardCommands
import HeardKit
import HeardModel
import HeardStore

/// Whether this window is told when others change the folder, and why not where it is not.
struct FollowedFolder {
  /// Tells of changes; nil when the machine cannot.
  let watch: FolderWatch?
  /// Why not everything is told.
  let why: NotFollowed?

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
