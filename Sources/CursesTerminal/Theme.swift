import CNcurses
import TerminalCanvas

/// How the meanings of text look: attributes and the sixteen base colours, no background.
///
/// The terminal's own background stays. Accents are magenta, since of the base colours only
/// magenta and red can be read on black and on white with the common palettes.
public struct Theme: Hashable, Sendable {
  /// How one meaning looks.
  struct Look: Hashable, Sendable {
    var attributes: attr_t = 0
    var colour: Colour?
  }

  /// Base colours by their numbers.
  enum Colour: Int16, Sendable {
    case red = 1
    case green = 2
    case magenta = 5
  }

  private let isHighContrast: Bool
  private let hasColour: Bool

  /// Few colours, faint labels.
  public static let standard = Theme(isHighContrast: false, hasColour: true)
  /// No faint text and no colours: bold, underlined and reversed.
  public static let highContrast = Theme(isHighContrast: true, hasColour: false)
  /// No colours.
  public static let mono = Theme(isHighContrast: false, hasColour: false)

  /// How a meaning looks in this theme.
  func look(of style: Style) -> Look {
    var look = Self.look(of: style)
    if !hasColour { look.colour = nil }
    if isHighContrast {
      look.attributes &= ~CNCURSES_DIM
      if style == .fieldFocused { look.attributes |= CNCURSES_BOLD }
    }
    return look
  }

  private static func look(of style: Style) -> Look {
    switch style {
    case .plain, .field: Look()
    case .faint: Look(attributes: CNCURSES_DIM)
    case .strong, .title, .selectedFaint: Look(attributes: CNCURSES_BOLD)
    case .accent: Look(attributes: CNCURSES_BOLD, colour: .magenta)
    case .good: Look(colour: .green)
    case .warning: Look(attributes: CNCURSES_BOLD)
    case .bad: Look(attributes: CNCURSES_BOLD, colour: .red)
    case .selected: Look(attributes: CNCURSES_REVERSE)
    case .fieldFocused: Look(attributes: CNCURSES_UNDERLINE)
    case .chart: Look(colour: .magenta)
    case .restricted: Look(attributes: CNCURSES_BOLD | CNCURSES_REVERSE, colour: .red)
    }
  }
}
