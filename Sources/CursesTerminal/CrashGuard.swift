import CNcurses
import TerminalCanvas

/// What is left behind where the program ends by a fault, or because the machine has no memory left:
/// a sentence and exit code 70, never a trace or what stood in memory.
public enum CrashGuard {
  /// Begins to guard the program, with the sentences that are kept ready; called again, it only
  /// changes these.
  public static func begin(crashed: String, outOfMemory: String) {
    guard_catch_crashes()
    let crashed = Array(DisplayText.safe(crashed).utf8CString)
    guard_set_sentence(crashed, crashed.count - 1)
    let outOfMemory = Array(DisplayText.safe(outOfMemory).utf8CString)
    guard_set_memory_sentence(outOfMemory, outOfMemory.count - 1)
  }
}
