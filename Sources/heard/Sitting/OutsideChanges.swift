import HeardKit
import HeardStore

/// Gathers what others change in the folder until it is quiet for a moment, so that a burst of
/// writes is read once.
struct OutsideChanges {
  /// What is to be done about changes of others.
  enum Due {
    /// Read these files again.
    case files(Set<String>)
    /// Read the whole folder again: nobody knows what happened.
    case folder
  }

  private static let quiet = Duration.milliseconds(120)
  /// However long the others go on, this window shows something at least so often.
  private static let longest = Duration.seconds(1)
  /// After so long without a key somebody comes back to the window.
  private static let absence = Duration.seconds(60)

  /// The folder; nil where nobody wants to be told.
  private let store: ProgrammeStore?
  private var watch: FolderWatch?
  private var files: Set<String> = []
  private var isUnsure = false
  private var began: ContinuousClock.Instant?
  private var last = ContinuousClock.now
  private var lastKey = ContinuousClock.now

  init(of store: ProgrammeStore?) { self.store = store }

  /// Begins to be told, and has all files looked at that changed since they were read.
  ///
  /// Only when something can be seen already: nobody should wait for it, and the machine takes its
  /// time to end a watch.
  ///
  /// - Returns: why not everything is told; nil where it is.
  mutating func begin() -> NotFollowed? {
    guard watch == nil, let store else { return nil }
    let following = FollowedFolder(store)
    watch = following.watch
    if watch != nil {
      files.formUnion(store.files())
      last = ContinuousClock.now
      began = last
    }
    return following.why
  }

  /// What poll waits for beside the terminal.
  var descriptors: [Int32] { watch.map { [$0.descriptor] } ?? [] }

  /// Whether a window has to read the folder when somebody comes back to it.
  private var isBlind: Bool { watch?.isShared ?? true }

  /// Takes what was told since the last time.
  mutating func collect() {
    guard let events = watch?.collect(), events.isUnsure || !events.files.isEmpty else { return }
    files.formUnion(events.files)
    isUnsure = isUnsure || events.isUnsure
    last = ContinuousClock.now
    began = began ?? last
  }

  /// Notes that a key was pressed: after a long time the folder may be another one.
  mutating func notePresence() {
    let now = ContinuousClock.now
    if isBlind && now - lastKey > Self.absence { returned() }
    lastKey = now
  }

  /// Notes that somebody came back to the window.
  mutating func returned() {
    guard isBlind else { return }
    isUnsure = true
    began = began ?? ContinuousClock.now
  }

  /// When what was gathered is to be read; nil while there is nothing.
  var deadline: ContinuousClock.Instant? {
    began.map { min(last.advanced(by: Self.quiet), $0.advanced(by: Self.longest)) }
  }

  /// What is due now; nil when nothing is, or the others are still writing.
  mutating func take() -> Due? {
    guard let deadline, ContinuousClock.now >= deadline else { return nil }
    defer { (files, isUnsure, began) = ([], false, nil) }
    return isUnsure ? .folder : .files(files)
  }
}
