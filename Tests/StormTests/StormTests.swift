import Foundation
import HeardModel
import HeardStore
import TestKit
import Testing

/// Whatever is pressed, nothing breaks and the files stay whole.
///
/// `HEARD_STORM_KEYS` says how many keys (2,000 without it), `HEARD_STORM_SEED` repeats a storm.
@Suite struct StormTests {
  @Test func `a storm of keys breaks nothing, and check finds the files whole`() throws {
    let variables = ProcessInfo.processInfo.environment
    let keys = variables["HEARD_STORM_KEYS"].flatMap(Int.init) ?? 2000
    let seed =
      variables["HEARD_STORM_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: .min ... .max)
    print("storm of \(keys) keys: HEARD_STORM_SEED=\(seed)")
    let folder = try Folder()
    let before = try ProgrammeCheck.faults(path: folder.programme).map(\.code)
    #expect(before.filter { $0 != "H603" }.isEmpty)

    var storm = try Storm(programme: folder.programme, seed: seed)
    try storm.rage(keys: keys)
    print("storm saved \(storm.saves) times")

    #expect(storm.saves > keys / 1500)
    #expect(storm.refusals == [])
    // H5 are doubts about what somebody entered, as a testimony at an event that was called off.
    let after = try ProgrammeCheck.faults(path: folder.programme)
      .filter { $0.code != "H603" && !$0.code.hasPrefix("H5") }
    #expect(after.map { "\($0.file) \($0.code) \($0.member)" } == [])
  }
}

/// A small programme of the sample's own files, gone after the test.
private final class Folder {
  let programme: String

  init() throws {
    let files = FileManager.default
    programme = NSTemporaryDirectory() + "heard-storm-\(UUID().uuidString)"
    try files.copyItem(atPath: Project.sample, toPath: programme)
    // Other suites of the same process may have their own already, which they look into.
    for (name, end) in [("XDG_STATE_HOME", "state"), ("XDG_CONFIG_HOME", "config")] {
      let there = ProcessInfo.processInfo.environment[name] ?? ""
      if !there.hasPrefix(NSTemporaryDirectory()) { setenv(name, "\(programme).\(end)", 1) }
    }
    // A tenth of it: actions and testimonies go with the events that they name.
    let kept = try files.contentsOfDirectory(atPath: "\(programme)/events").sorted()
      .enumerated().filter { $0.offset.isMultiple(of: 10) }.map(\.element)
    for name in ["events", "testimonies"] {
      for file in try files.contentsOfDirectory(atPath: "\(programme)/\(name)")
      where !kept.contains(file) { try files.removeItem(atPath: "\(programme)/\(name)/\(file)") }
    }
    for file in try ProgrammeCheck.faults(path: programme).map(\.file)
    where file.hasPrefix("actions/") { try? files.removeItem(atPath: "\(programme)/\(file)") }
  }

  deinit {
    for path in [programme, "\(programme).state", "\(programme).config"] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
