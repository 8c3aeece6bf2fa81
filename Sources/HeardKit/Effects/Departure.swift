/// What comes when the program ends to begin with something else.
public enum Departure: Hashable, Sendable {
  /// The guided tour, on a copy of the sample.
  case tour
  /// A copy of the sample to try things out.
  case sample
  /// A programme folder.
  case folder(String)
  /// A programme folder, and bringing a spreadsheet into it.
  case importing(String)
}
