/// The rule for small numbers: what may be shown of a count of persons that is split by a sensitive trait.
///
/// A count of 1 to 7 is withheld, any other is rounded to the nearest 5; so a 10 that is shown means 8 to
/// 12, and nobody can tell a 5 that was rounded. Totals are sums of what is shown, never of what is known:
/// so none of them tells what was withheld.
public enum SmallNumbers {
  /// The name under which a release says that the rule was used.
  public static let rule: Code = "rounded"
  /// The largest count that is withheld.
  public static let smallest = 7
  /// To what the others are rounded.
  public static let step = 5
  /// How many values a withheld count must have left for whoever sees everything that is shown.
  public static let leastValues = 5

  /// Whether a count is so small that it can point at a person; none points at nobody.
  public static func isSmall(_ count: Int) -> Bool { (1...smallest).contains(count) }

  /// The count as it may be shown; nil where it is withheld.
  public static func shown(_ count: Int) -> Int? {
    isSmall(count) ? nil : (count + step / 2) / step * step
  }

  /// What a count can be of which this is shown; nil stands for a withheld one.
  public static func possible(_ shown: Int?) -> ClosedRange<Int> {
    guard let shown else { return 1...smallest }
    if shown == 0 { return 0...0 }
    let reach = step / 2
    return max(shown - reach, smallest + 1)...max(shown + reach, smallest + 1)
  }
}
