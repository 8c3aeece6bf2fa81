/// The part of a list that is shown, computed from the cursor alone.
enum Window {
  /// The visible indices: the cursor's in the middle, but no empty rows at the ends.
  static func range(count: Int, height: Int, cursor: Int?) -> Range<Int> {
    let shown = max(0, min(count, height))
    let wanted = min(max(0, cursor ?? 0), max(0, count - 1)) - shown / 2
    let first = max(0, min(wanted, count - shown))
    return first..<(first + shown)
  }
}
