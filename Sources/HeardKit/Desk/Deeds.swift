/// How often something was done in this sitting, for what has no trace in the records.
struct Deeds: Hashable, Sendable {
  /// Attendances were counted.
  var counted = 0
  /// A change was taken back.
  var undone = 0
  /// A record was found and opened.
  var found = 0
  /// Somebody asked where they are.
  var asked = 0
}
