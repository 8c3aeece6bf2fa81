import ArgumentParser

/// What is said of a command that writes.
struct SavingOptions: ParsableArguments {
  @Flag(help: "Writes nothing; prints what would be changed.")
  var dryRun = false
}
