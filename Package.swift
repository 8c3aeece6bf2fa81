// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]
// `make quick`: what one works on builds without optimisation; never for what is shipped.
let isQuick = Context.environment["HEARD_QUICK"] != nil
let screens: [SwiftSetting] = strict + (isQuick ? [.unsafeFlags(["-Onone"])] : [])

let package = Package(
  name: "heard",
  products: [.executable(name: "heard", targets: ["heard"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Left: the domain.
    .target(name: "HeardModel", swiftSettings: strict),
    .target(name: "StrictJSON", swiftSettings: strict),
    // Foundation brings the Unicode library, but nothing links it by itself.
    .target(
      name: "HeardInsight", dependencies: ["HeardModel"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("_FoundationICU")]),
    .target(name: "HeardStore", dependencies: ["HeardModel", "StrictJSON"], swiftSettings: strict),
    .target(
      name: "HeardExchange", dependencies: ["HeardModel", "HeardInsight"], swiftSettings: strict),
    // Right: the terminal.
    .target(name: "CText", cSettings: strictC),
    .target(name: "TerminalCanvas", dependencies: ["CText"], swiftSettings: strict),
    .target(
      name: "CNcurses", cSettings: strictC,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "CursesTerminal", dependencies: ["TerminalCanvas", "CNcurses"], swiftSettings: strict),
    // Both meet here.
    .target(name: "HeardTexts", exclude: ["texts", "languages.inc"], cSettings: strictC),
    // What rooms share; the rooms, which know nothing of each other; the shell that opens them.
    .target(
      name: "HeardKit",
      dependencies: [
        "HeardTexts", "HeardModel", "HeardInsight", "HeardExchange", "TerminalCanvas",
      ],
      swiftSettings: screens),
    .target(
      name: "HeardListening",
      dependencies: ["HeardKit", "HeardModel", "HeardInsight", "TerminalCanvas"],
      swiftSettings: screens),
    .target(
      name: "HeardFollowUp",
      dependencies: ["HeardKit", "HeardModel", "HeardInsight", "HeardExchange", "TerminalCanvas"],
      swiftSettings: screens),
    .target(
      name: "HeardScreens",
      dependencies: [
        "HeardListening", "HeardFollowUp", "HeardKit", "HeardModel", "HeardInsight",
        "TerminalCanvas",
      ],
      swiftSettings: screens),
    // Beside the shell: what answers one question and opens no terminal.
    .target(
      name: "HeardCommands",
      dependencies: [
        "HeardListening", "HeardFollowUp", "HeardKit", "HeardStore", "HeardExchange",
        "HeardInsight", "HeardModel", "StrictJSON", "TerminalCanvas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: screens),
    .executableTarget(
      name: "heard",
      dependencies: [
        "HeardCommands", "HeardScreens", "HeardKit", "HeardStore", "HeardExchange", "HeardModel",
        "TerminalCanvas", "CursesTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Tests, and what several of them share.
    .target(
      name: "TestKit", dependencies: ["HeardModel", "StrictJSON"], path: "Tests/TestKit",
      swiftSettings: strict),
    .testTarget(
      name: "HeardModelTests", dependencies: ["HeardModel", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "StrictJSONTests", dependencies: ["StrictJSON", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "HeardInsightTests", dependencies: ["HeardInsight", "HeardModel", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "HeardStoreTests", dependencies: ["HeardStore", "HeardModel", "StrictJSON", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "HeardExchangeTests",
      dependencies: ["HeardExchange", "HeardModel", "HeardInsight", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalCanvasTests", dependencies: ["TerminalCanvas", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "HeardScreensTests",
      dependencies: [
        "HeardKit", "HeardListening", "HeardScreens", "HeardModel", "HeardInsight",
        "HeardExchange", "TerminalCanvas", "TestKit",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StormTests",
      dependencies: [
        "HeardStore", "HeardKit", "HeardScreens", "HeardModel", "TerminalCanvas", "TestKit",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "heard", "HeardCommands", "HeardModel", "HeardKit", "HeardListening", "HeardFollowUp",
        "HeardStore", "TestKit",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SampleTests",
      dependencies: [
        "HeardStore", "HeardInsight", "HeardModel", "HeardKit", "HeardScreens", "TerminalCanvas",
        "TestKit",
      ],
      exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["heard", "TerminalCanvas", "TestKit"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
