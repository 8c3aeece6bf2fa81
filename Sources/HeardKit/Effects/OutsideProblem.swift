/// What went wrong with a program that had the terminal for a while.
public enum OutsideProblem: Hashable, Sendable {
  /// The editor ended with an error; what stood in its file was taken over.
  case editorFailed(name: String)
  /// The editor left nothing that can be read.
  case editorLost(name: String)
  /// The pager ended with an error.
  case pagerFailed(name: String)
  /// A script talks here, and has no terminal to give away.
  case notHere
}
