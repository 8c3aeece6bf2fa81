import HeardModel
import TerminalCanvas

/// One screen: its state, the commands that it offers, and what it says.
///
/// A screen never draws and never touches a file: it describes itself, changes what the desk
/// holds, and asks the desk for everything else.
public protocol Screen: Sendable {
  /// The name in the catalogs: `screen.NAME`.
  var name: String { get }
  /// The smallest terminal in which it can be used.
  var smallest: Size { get }
  /// Whether what is typed goes into a text before it is looked up as a command.
  var takesText: Bool { get }
  /// Whether digits typed are a number before they are looked up as commands; letters stay commands.
  var takesDigits: Bool { get }
  /// Where one is, to return to it as it stands; nil for a step on the way, for help, and for what
  /// is done and over.
  func place(_ desk: Desk) -> Place?
  /// Whether it comes back as it was left although it is no place: no draft keeps all that is in it.
  var comesBack: Bool { get }
  /// Whether it is a step that is taken or left: somebody may think that they write there, so that
  /// no letter begins something else.
  var isStep: Bool { get }
  /// The commands that it offers now, the most useful first; those of the desk come after them.
  func commands(_ desk: Desk) -> [Command]
  /// Takes a typed key; false lets the key be looked up as a command.
  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool
  /// What a command is called here, where its common name does not say it; for the line of keys.
  func label(of command: Command, _ desk: Desk) -> String?
  /// Does what was asked for.
  mutating func perform(_ command: Command, _ desk: inout Desk)
  /// Does what was asked for so many times at once.
  mutating func perform(_ command: Command, times: Int, _ desk: inout Desk)
  /// Takes the answer to a question that the screen asked.
  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk)
  /// Finds its place again after the records changed; the focused record stays focused.
  mutating func refresh(_ desk: Desk)
  /// Goes to a row of its table at which somebody points; false where arrows lead there.
  mutating func point(at row: Int, column: Int?, _ desk: Desk) -> Bool
  /// Why it has to close: what stands on it may be neither kept nor shown any more.
  func outlived(_ desk: Desk) -> String?
  /// What it shows.
  func describe(_ desk: Desk) -> ScreenContent
  /// What would be lost if the program ended now; nil when nothing is typed.
  func draft(_ desk: Desk) -> Draft?
  /// The long text that is being typed, which may be written in an editor outside; nil elsewhere.
  var longText: String? { get }
  /// Takes a long text that was written outside in the place of the one being typed.
  mutating func take(longText: String, _ desk: inout Desk)
  /// One sentence about the focused item and its place, for `w`.
  func focus(_ desk: Desk) -> String
}

extension Screen {
  /// Most screens are laid out for a whole terminal.
  public var smallest: Size { CanvasRenderer.smallest }
  /// Most forms and steps are left for good.
  public func place(_ desk: Desk) -> Place? { nil }
  /// Most work is kept by a draft.
  public var comesBack: Bool { false }
  /// From most screens everything else can be begun.
  public var isStep: Bool { false }
  /// Most commands are called the same everywhere.
  public func label(of command: Command, _ desk: Desk) -> String? { nil }
  /// Most screens take commands only.
  public var takesText: Bool { false }
  /// Most screens take commands only.
  public var takesDigits: Bool { false }
  /// Most screens take commands only.
  public mutating func type(_ key: Key, _ desk: inout Desk) -> Bool { false }
  /// Most commands that are repeated move.
  public mutating func perform(_ command: Command, times: Int, _ desk: inout Desk) {
    for _ in 0..<times { perform(command, &desk) }
  }
  /// Most screens ask nothing.
  public mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {}
  /// A screen without a list has nothing to find again.
  public mutating func refresh(_ desk: Desk) {}
  /// Most screens show what the desk holds, and so nothing that it has let go of.
  public func outlived(_ desk: Desk) -> String? { nil }
  /// Arrows lead to the rows of most tables.
  public mutating func point(at row: Int, column: Int?, _ desk: Desk) -> Bool { false }
  /// Most screens have no long text.
  public var longText: String? { nil }
  /// Most screens have no long text.
  public mutating func take(longText: String, _ desk: inout Desk) {}
  /// Most screens keep nothing typed.
  public func draft(_ desk: Desk) -> Draft? { nil }
}

extension Size {
  /// A telephone held upright, with a shell on it: for screens on the way to the door and at it.
  public static let telephone = Size(columns: 32, rows: 12)
}
