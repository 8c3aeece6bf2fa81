import Foundation

/// Where the package of these tests lies, and what was built of it.
public enum Project {
  /// The folder of the package.
  public static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The sample programme, which no test changes.
  public static let sample = folder.appendingPathComponent("sample-events").path

  /// The program that was built together with these tests.
  public static let program: String = {
    // Beside the bundle of tests, or beside the runner that it was handed to.
    let bundles = Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
    let started = CommandLine.arguments.prefix(1)
    let folders = (bundles + started).map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path
    }
    return (folders + ["\(folder.path)/.build/debug"]).map { "\($0)/heard" }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "heard"
  }()
}
