import HeardModel

/// Why a window does not see all changes of others by itself.
public enum NotFollowed: Hashable, Sendable {
  /// The machine refused.
  case refused(StoreError)
  /// The folder lies on another machine, which does not tell what its other users do.
  case shared
  /// Somebody has turned it off.
  case turnedOff
}
