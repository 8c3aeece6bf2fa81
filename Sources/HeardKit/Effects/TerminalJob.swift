import HeardModel

/// Something that is done by whoever owns the terminal, before the next key.
public enum TerminalJob: Hashable, Sendable {
  /// Have a text written in the editor that this person has chosen on this machine; should the
  /// program die meanwhile, it goes into the focused field of the draft.
  case writeOutside(String, of: Draft?)
  /// Have a text read in the pager that this person has chosen on this machine.
  case readOutside(String)
  /// Give the terminal back until resumed.
  case suspend
  /// Draw everything anew.
  case redraw
  /// Go on in plain lines.
  case plainLines
  /// Go on in the full screen.
  case fullScreen
  /// End the program and begin with something else.
  case leave(Departure)
  /// End the program.
  case quit
  /// End the program whatever is still on its way to the disk.
  case quitAtOnce
}
