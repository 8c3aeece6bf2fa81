import HeardKit
import HeardScreens

/// The languages that Heard speaks, for tests that hold in every one of them.
///
/// A new file of texts is tested without a change here.
enum Languages {
  static let all = Words.languages.map(\.stored)
  /// Those beside English, which lends the others what they lack.
  static let others = all.filter { $0 != "en" }
}
